/**
 * The words of gambling, pornography and proxy-site advertisements, by what each says on its own.
 * Only a brand says it alone. Everything else is honest somewhere (彩票 in lottery news, 赌博 in police news, 金沙 in place names, 下载
 * everywhere) and counts only in a row of its like; an honest word ends such a row.
 */

export type WordKind = 'brand' | 'sure' | 'name' | 'code' | 'hard' | 'game' | 'soft' | 'porn' | 'proxy' | 'web' | 'filler' | 'honest';

export interface Word {
  readonly text: string;
  readonly kind: WordKind;
}

/** Longer words are read before shorter ones, so 投注站 is honest although 投注 is a game word. */
const lists: readonly (readonly [WordKind, string])[] = [
  ['brand',
    '新葡京 葡京娱乐 葡京赌场 亚博体育 亚博娱乐 万博体育 万博娱乐 必威体育 乐鱼体育 开云体育 华体会 九游会 爱游戏体育 星空体育 博鱼体育 火狐体育 安博体育 必一运动 贝博体育 平博体育 千赢国际 雷竞技 欧宝体育 亚搏体育 万搏体育 新利体育 迈博体育 亿德体育 南宫娱乐 新浦京 澳门新濠 新濠娱乐 龙八国际 电竞押注 麻将胡了 九州体育 亚盈体育 大发888 草榴社区 香蕉视频 丝瓜视频 快猫视频 91视频 雷火电竞 竞博电竞 半岛体育 皇冠体育 皇冠现金 沙巴体育 伟德体育 韦德体育 立博体育 ' +
    '明升体育 优德体育 利来国际 利来老牌 凯发娱乐 凯发国际 凯时娱乐 尊龙凯时 尊龙人生就是博 大发体育 大发娱乐 大发快三 申博太阳城 申博娱乐 太阳城娱乐 太阳城赌场 威尼斯人娱乐 威尼斯人赌场 永利娱乐 永利赌场 金沙娱乐 金沙赌场 ' +
    '银河娱乐 银河赌场 通博娱乐 天博体育 宝马会娱乐 千亿国际 千亿体育 千亿娱乐 亿万先生 环亚娱乐 梦之城娱乐 威廉希尔 乐天堂 盈禾体育 泛亚电竞 完美体育 江南体育 亿博体育 亿博娱乐 开元棋牌 澳门新葡京 澳门葡京 澳门太阳城 ' +
    '澳门永利娱乐 澳门金沙娱乐 澳门威尼斯人赌场 一肖一码 一肖中特 三肖中特 六合宝典 四不像中特 爱博体育 米乐体育 乐动体育 鸿博体育 金年会 必发娱乐 优博娱乐 真人娱乐平台 彩神争霸 博天堂 博狗 金宝博 龙8国际 龙8娱乐 钱柜娱乐 ' +
    '不朽情缘 亚美娱乐 齐发国际 老虎机平台 杏彩娱乐 摩登娱乐 赢咖娱乐 沐鸣娱乐 恩佐娱乐 傲世皇朝'],
  ['sure',
    '葡京 葡萄京 亚博 必威 乐鱼 华体 九游 博鱼 亚搏 万搏 必一 贝博 平博 千赢 欧宝 亚盈 申博 通博 杏彩 杏耀 杏鑫 必赢 必发 德赢 赢咖 米乐 博狗 凯时 尊龙 伟德 爱游戏 彩神 沐鸣 恩佐 奇亿 优博 爱博 齐发 新浦京 龙八 大阳城 太阳成'],
  ['name',
    '万博 开云 金沙 永利 永利皇宫 皇冠 太阳城 银河 威尼斯人 韦德 立博 明升 优德 利来 凯发 大发 天博 半岛 星空 米兰 火狐 雷火 竞博 宝马会 千亿 环亚 沙巴 亿博 欧博 新宝 巴黎人 云顶 金冠 恒峰 和记 利记 摩登 天辰 亚美 完美 泛亚 鸿博 ' +
    '乐动 钱柜 蓝冠 顺博 安博 新濠 南宫 新利 迈博 亿德 大满贯 云鼎 永乐 九州 环球 富豪 优游 菲娱 拉菲 金狮 易游 江南'],
  ['hard',
    '百家乐 老虎机 六合彩 时时彩 网投 现金网 现金网投 娱乐城 真人娱乐 真人视讯 真人荷官 性感荷官 在线发牌 返水 彩金 首存 体验金 二八杠 炸金花 骰宝 滚球 让球 电子游艺 信用盘 现金盘 幸运飞艇 北京赛车 娱乐场 pk10 买球 真钱 赌球 必中 一码三中三 现金棋牌 线上娱乐 极速赛车'],
  ['game', '博彩 赌场 捕鱼 棋牌 投注 赌博 赌钱 押注 外围 返点 下注 轮盘 德州扑克 牛牛 龙虎斗 盘口 赔率 电子游戏'],
  ['soft', '真人 娱乐 现金 体育 电竞 电子 彩票 比分 快三 快3 竞彩 赌 菠菜'],
  ['web',
    '官网 官方网站 官方网址 官方平台 官方入口 网址 网站 平台 入口 登录 登陆 登入 注册 下载 app 手机版 电脑版 网页版 客户端 备用 在线 线上 网上 安卓 苹果版 ios 安装 代理 开户 提现 充值 试玩 开奖 走势 观看 播放 直播 视频 影院 ' +
    '官方版'],
  ['porn', '无码 av 成人 激情 黄色 情色 色情 久久 一区 二区 三区 三级片 裸聊 约炮 一夜情 外围女 人妻 偷拍 自拍 黄片 福利姬 看片 毛片 性爱 私密 看黄'],
  ['proxy', 'vpn 翻墙 科学上网 梯子 加速器 小火箭 ssr v2ray clash'],
  ['filler',
    '最新 官方 首页 手机 电脑 版 网 站 的 中国 全站 唯一 正规 信誉 最 大 好 十大 第一 亚洲 欧洲 欧美 日韩 国产 世界 全球 有限公司 集团 国际 公司 检测 线路 页面 主页 通用 永久 快速 香港 澳门 免费 高清 精品 中文 字幕 排名 推荐 大全 ' +
    '游戏 会员 计划 资料 送 足球 篮球 优惠 老牌 人生就是博 版本 正版 软件 破解 节点 机场 老司机 视频网'],
  ['honest',
    '娱乐场所 环球时报 九州通 大满贯赛 大满贯得主 南宫市 投注站 体育彩票 福利彩票 体彩 福彩 彩票管理 彩票销售 彩票公益金 彩票中心 竞彩足球 亚博会 万博会 金沙江 金沙县 金沙湾 金沙洲 金沙遗址 金沙滩 金沙湖 大发展 大发雷霆 大发明 银河系 银河麒麟 永利街道 永利村 永利社区 ' +
    '皇冠假日 半岛酒店 黄色预警 成人高考 成人教育 成人礼 成人学历 体育总局 体育局 体育中心 体育馆 体育场 体育运动 体育赛事 体育强国 体育健身 体育文化 体育事业 体育产业 体育公园 体育课 现金流 现金分红 完美收官 机场高速 国际机场 ' +
    '电子政务 电子商务 电子信息 电子期刊 电子证照 电子竞技 电子税务 电子社保 政务服务 二区三港 真人真事 真人图书馆 数字人民币'],
];

/** Words of one first letter, longest first; and those of them that may go on with a letter that stands right behind it. */
interface Opening {
  readonly all: readonly Word[];
  readonly bySecond: ReadonlyMap<number, readonly Word[]>;
  /** Words of one letter. */
  readonly alone: readonly Word[];
}

const openings: ReadonlyMap<number, Opening> = readLists();

function readLists(): Map<number, Opening> {
  const words = new Map<string, Word>();
  for (const [kind, list] of lists) for (const text of list.split(' ').flatMap(withEndings)) if (!words.has(text)) words.set(text, { text, kind });
  const sorted = [...words.values()].sort((a, b) => b.text.length - a.text.length);
  const byFirst = group(sorted, 0);
  return new Map(
    [...byFirst].map(([first, all]) => {
      const alone = all.filter(({ text }) => text.length === 1);
      const bySecond = group(all.filter(({ text }) => text.length > 1), 1);
      return [first, { all, bySecond: new Map([...bySecond].map(([second, longer]) => [second, [...longer, ...alone]])), alone }];
    }),
  );
}

function group(words: readonly Word[], letter: number): Map<number, readonly Word[]> {
  const groups = new Map<number, Word[]>();
  for (const word of words) groups.set(word.text.charCodeAt(letter), [...(groups.get(word.text.charCodeAt(letter)) ?? []), word]);
  return groups;
}

/** 金沙娱乐 is written 金沙娱乐城 and 金沙娱乐场 too. */
function withEndings(word: string): readonly string[] {
  return /..娱乐$/.test(word) ? [word, `${word}城`, `${word}场`] : [word];
}

/** Between the characters of one word a spammer puts up to two of these; an editor puts none. */
const wedges = tableOf(' \t.·•・*＊_~^|+-/\\\'"`');
const maximalWedge = 2;

/** 1 for every UTF-16 unit of the text. */
function tableOf(units: string): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (let at = 0; at < units.length; at++) table[units.charCodeAt(at)] = 1;
  return table;
}

export interface FoundWord extends Word {
  readonly start: number;
  readonly end: number;
  /** Split by dots, stars or spaces. */
  readonly isSplit: boolean;
}

/** What can open a word: most of a text is passed over by this table alone. */
const opens = tableOf(`${String.fromCharCode(...openings.keys())}abcdefghijklmnopqrstuvwxyz0123456789`);

function isLatin(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
}

let latest: { readonly text: string; readonly words: readonly FoundWord[] } | undefined;

/** The known words of a folded text in order, each as long as can be, none overlapping. */
export function listWords(text: string): readonly FoundWord[] {
  // Several rules look at one text in turn.
  if (latest?.text === text) return latest.words;
  const words: FoundWord[] = [];
  for (let at = 0; at < text.length; at++) {
    if (opens[text.charCodeAt(at)] !== 1) continue;
    const word = wordAt(text, at);
    if (!word) continue;
    words.push(word);
    at = word.end - 1;
  }
  latest = { text, words };
  return words;
}

/** The longest known word that begins at a place. Latin letters begin a word only where no letter stands before. */
function wordAt(text: string, at: number): FoundWord | undefined {
  if (isLatin(text.charCodeAt(at)) && isLatin(text.charCodeAt(at - 1))) return undefined;
  const latin = latinRunAt(text, at);
  if (latin) return latin;
  const opening = openings.get(text.charCodeAt(at));
  const next = text.charCodeAt(at + 1);
  for (const word of (wedges[next] === 1 ? opening?.all : (opening?.bySecond.get(next) ?? opening?.alone)) ?? []) {
    const end = endOfMatch(text, at, word.text);
    const isWhole = end !== undefined && !(isLatin(word.text.charCodeAt(word.text.length - 1)) && isLatin(text.charCodeAt(end)));
    if (end !== undefined && isWhole) return { text: word.text, kind: word.kind, start: at, end, isSplit: end - at > word.text.length };
  }
  return undefined;
}

function endOfMatch(text: string, at: number, word: string): number | undefined {
  let place = at + 1;
  for (let letter = 1; letter < word.length; letter++) {
    const wanted = word.charCodeAt(letter);
    for (let skipped = 0; skipped < maximalWedge && text.charCodeAt(place) !== wanted && wedges[text.charCodeAt(place)] === 1; skipped++) place += 1;
    if (text.charCodeAt(place) !== wanted) return undefined;
    place += 1;
  }
  return place;
}

/** Bet365, 188bet, manbetx, xpj8866: names in Latin letters and digits. Betas, betting and Tibet are none. */
const latinBrand =
  /^(?:\d{2,4}bet\d{0,4}|bet\d{2,4}|(?:man|1x|22|dafa|sbo|mel|nova|vn)bet[x\d]{0,4}|betway|betvictor|betfair|bodog|bwin|fun88|[mwk]88|hth\d+|leyu\d*|kaiyun\d*|yabo(?:vip)?\d*|vns\d{3,6}|xpj\d{0,6}|amjs\d*|wnsr\d*|pj\d{4,6}|ag88\d*|long8|88pt|pt88|tyc\d{2,6}|jiuyou\d*|bbin|cq9|raybet|rb88|vwin|18luck|luck18|opebet|ballbet|ng28|sbobet)$/;
/** Short names and codes that mean nothing alone: bob体育, tyc7111cc, hg9393. */
const latinName = /^(?:bob|hth|ayx|z6|w66|ub8|pinnacle|mk|mksport|od|ob|pg|ag|k8|j9|3377|luckysport|[a-z]{1,4}\d{3,5}(?:cc|com|net|vip|am)?|\d{3,5}(?:cc|vip|am))$/;
const latinNumber = /^(?:365|188|88|888|8888|99|999|918|1688|2138|3344|365365|66|666|500|9999|4008|8868|5357|6766|7878|365\d{2,3})$/;

/** How the names above begin that hold no digit: English is full of words, and a name is rare among them. */
const perhapsLatin = /\d|^(?:a[gmy]|b[abeow]|da|ht|ji|ka|l[eu]|m[aek]|no|o[bdp]|p[gi]|ra|sb|v[nw]|wn|xp|ya)/;
const longestLatin = 14;

function latinRunAt(text: string, at: number): FoundWord | undefined {
  let run = '';
  let best: FoundWord | undefined;
  for (let place = at; isLatin(text.charCodeAt(place)); ) {
    let end = place;
    while (isLatin(text.charCodeAt(end))) end += 1;
    if (run.length + end - place > longestLatin) break;
    run += text.slice(place, end);
    const kind = kindOfLatin(run);
    if (kind) best = { text: run, kind, start: at, end, isSplit: end - at > run.length };
    for (place = end; place - end < maximalWedge && wedges[text.charCodeAt(place)] === 1; ) place += 1;
  }
  return best;
}

function kindOfLatin(run: string): WordKind | undefined {
  if (!perhapsLatin.test(run)) return undefined;
  if (latinBrand.test(run.replace(/(?<=\w{4})(?:app|com|net|vip|ios|apk|cn)$/, ''))) return 'brand';
  return latinNumber.test(run) ? 'filler' : latinName.test(run) ? 'code' : undefined;
}
