/** What hijackers put in: names of gambling, pornography and proxy sites as they stand on hijacked pages, and whole advertisements. */
import type { Chance } from './chance';

type Words = readonly [string, ...string[]];

const houses: Words = ['365', '亚博', '万博', '必威', '乐鱼', '开云', '新葡京', '威尼斯人', '金沙', '永利', '皇冠', '太阳城', '伟德', '韦德', '立博', '明升', '优德', '利来', '凯发', '尊龙', '博鱼', '星空', '米兰', '火狐', '爱游戏', '雷火', '竞博', '天博', '188', '澳门新葡京', '澳门金沙', '澳门银河'];
const trades: Words = ['体育', '娱乐', '现金', '电竞', '棋牌', '真人娱乐', '体育投注', '娱乐城', '彩票', '电子游艺'];
const gates: Words = ['官网', '官方网站', 'app下载', '网投平台', '登录入口', '手机版下载', '在线平台', '备用网址', '客户端下载', '注册平台', '投注官网', '平台官网'];
const letters: Words = ['bet365', '365bet', '188bet', 'manbetx', 'fun88', 'hth华体会', 'leyu乐鱼', 'kaiyun开云', 'yabo亚博', '1xbet', 'dafabet', 'vns6605'];
const complete: Words = ['华体会体育app', '九游会官网', '尊龙凯时人生就是博官网', '澳门太阳城网上娱乐', '澳门威尼斯人赌场官网', '乐天堂fun88官网', '威廉希尔体育官网', '申博太阳城官网', '开元棋牌官网下载', '亿万先生手机版'];

/** One brand as such pages write it: 365现金官网, bet365体育在线平台, several joined by underscores. */
export function brand(chance: Chance): string {
  const one = (): string => {
    const kind = chance.below(10);
    if (kind < 5) return chance.pick(houses) + chance.pick(trades) + chance.pick(gates);
    if (kind < 8) return chance.pick(letters) + (chance.below(2) === 0 ? chance.pick(trades) : '') + chance.pick(gates);
    return chance.pick(complete);
  };
  return chance.below(3) === 0 ? [one(), one(), one()].slice(0, 2 + chance.below(2)).join(chance.pick(['_', '-', '|', ' '])) : one();
}

/** Short names that are split or written in other letters. */
export const shortBrands: Words = ['bet365', '博彩', '六合彩', '百家乐', '老虎机', '新葡京', '亚博体育', '万博体育', '真人娱乐', '时时彩', '乐鱼体育', '威尼斯人娱乐', 'manbetx', '网投', '娱乐城'];
export const latinBrands: Words = ['bet365', '365bet', '188bet', 'manbetx', 'dafabet', '1xbet'];

export const pornography: Words = ['国产av无码在线观看', '久久一区二区三区', '成人视频免费高清在线观看', '日韩av在线播放', '欧美激情一区二区', '亚洲无码中文字幕', '人妻视频在线观看', '色情直播平台下载', '同城约炮app', '国产毛片免费看片'];
export const proxies: Words = ['vpn翻墙软件下载', '科学上网梯子', 'v2ray翻墙', '翻墙加速器app下载', 'clash梯子下载', '免费vpn加速器'];
export const lotteries: Words = ['澳门六合彩开奖直播', '香港六合彩资料大全官网', '北京赛车pk10投注平台', '幸运飞艇开奖官网', '时时彩投注平台注册', '大发快三app下载', '彩神争霸官网登录', '三肖中特免费资料', '500彩票官网下载'];

const praise: Words = [
  '{b}为您提供最优质的投注体验，注册送彩金{n}元，首存优惠不断。', '立即点击{b}，真人荷官在线发牌，百家乐、老虎机应有尽有。', '{b}信誉第一，提款秒到，客服24小时在线，欢迎广大玩家下载体验。', '最新优惠：会员充值送{n}%，返水无上限，尽在{b}。',
  '{b}app下载，六合彩、时时彩、北京赛车投注一站畅玩。', '玩家评价：{b}平台稳定，赔率高，爆奖率高达{n}%。', '赶快注册{b}账号，赢取百万大奖，电子游艺等你来战。', '{b}官网登录入口，体育投注、电竞竞猜、棋牌娱乐全覆盖。',
];

/** A text that advertises from end to end. */
export function advertisement(chance: Chance): string {
  const name = brand(chance);
  const sentences = Array.from({ length: 4 + chance.below(5) }, () => chance.pick(praise).replaceAll('{b}', name).replaceAll('{n}', String(18 + chance.below(900))));
  return sentences.map((sentence, place) => sentence + (place % 2 === 1 ? '\n\n' : '')).join('').trim();
}

const hosts: Words = ['www.365bet88.com', 'yabo188.vip', 'm.kaiyun66.cc', 'leyu777.com', 'xpj5588.net', 'vns8812.com', 'hth2024.app', 'www.888casino.top', 'caipiao500.cc'];

/** Links to such sites in a row, as HTML or as Markdown. */
export function links(chance: Chance, isMarkdown: boolean): string {
  return Array.from({ length: 3 + chance.below(5) }, () => {
    const [words, address] = [brand(chance), `http://${chance.pick(hosts)}/${chance.below(100)}`];
    return isMarkdown ? `[${words}](${address})` : `<a href="${address}">${words}</a>`;
  }).join(chance.pick([' ', ' | ', '、']));
}
