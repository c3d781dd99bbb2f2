/**
 * Clean texts: news of the fictional 示例园区, each with sentences that look suspicious and are honest (lottery offices, police reports,
 * place names, brackets, glosses, quotations in Traditional). Nothing here is about a real place or person.
 */
import type { Chance } from './chance';

type Words = readonly [string, ...string[]];

const subjects: Words = ['园区党工委', '园区管委会', '园区经济发展局', '园区教育局', '湖东社区', '湖西街道', '园区人民法院', '园区融媒体中心', '园区卫生健康局', '园区图书馆', '示范学校', '园区消防大队'];
const days: Words = ['1月31日', '近日', '2月3日上午', '3月15日下午', '日前', '昨天', '6月1日', '本周', '12月26日', '今年以来'];
const deeds: Words = ['召开', '举办', '组织', '启动', '开展', '部署'];
const things: Words = ['作风效能建设大会', '高质量发展推进会', '读书节', '安全生产专项检查', '科技创新大赛', '志愿服务活动', '营商环境座谈会', '春季招聘会', '老年健康讲座', '青少年科普活动', '绿色低碳行动', '集成电路产业论坛'];
const aims: Words = ['激励全区上下担当作为', '提升服务群众的能力', '推动产业创新集群建设', '持续优化营商环境', '守牢安全底线', '丰富居民文化生活', '完善基层治理体系', '促进教育优质均衡发展'];
const results: Words = [
  '共有{n}家企业、{m}名居民参加。', '预计全年新增就业岗位{n}个，同比增长{p}%。', '目前已完成投资{n}亿元，占年度计划的{p}%。', '活动将持续到{m}月底。', '会议表彰了{n}家先进集体和{m}名先进个人。',
  '“两个确保”要落到实处，“一件事一次办”要办好。', '要坚持问题导向，抓重点、补短板、强弱项。', '与会代表围绕“怎么看、怎么干”作了交流发言。', '下一步，各部门将加强协同，形成合力。', '园区将继续深化“2+3+1”产业体系。',
];

/** Honest sentences that a careless rule would take for a trick. */
export const treacherous: Words = [
  '全市体育彩票工作会议召开，体彩投注站负责人参加。', '福利彩票公益金支持养老服务项目{n}个。', '中国体育彩票第{n}期开奖公告已在体彩网站公布。', '彩票管理中心在投注站开展理性购彩宣传。',
  '警方捣毁一个网络赌博平台，抓获犯罪嫌疑人{m}名。', '民警提醒：所谓“亚博体育”等网站都是诈骗，切勿登录。', '法院以开设赌场罪判处被告人有期徒刑。', '反诈中心提示，裸聊、刷单、“杀猪盘”都是骗局。',
  '金沙江大桥、金沙湖公园、永利街道和大发村的改造同步推进。', '澳门特别行政区代表团、香港工商界人士来访。', '皇冠假日酒店、银河大厦和太阳城小区完成消防检查。', '参展的银河麒麟操作系统、开云集团展台受到关注。',
  '请登录园区官方网站，或者下载“示例通”app在线办理，也可拨打12345热线。', '网上平台365天、每天24小时在线，注册用户{n}万。', '体育中心举办电竞赛事，视频直播平台在线观看人数达{n}万。', '成人高考报名入口已开通，考生可在官网注册登录。',
  '（一）总则；（二）组织领导；（三）工作要求。', '(一)加强领导。(二)落实责任。', '先进党支部（支部）名单（12月26日公布）见附件。', '根据国发〔2016〕76号文件和苏政办发〔2022〕{n}号文件要求。', '活动时间：9:00—11:30（周一闭馆）。',
  '单(shàn)县、郫(pí)都区和蚌(bèng)埠市的客商参加了洽谈。', '“堃(kūn)”字多用于人名。', '会(kuài)计人员继续教育开始报名。', '人工智能(AI)、虚拟现实(VR)和国内生产总值(GDP)等术语有了规范译名。', '邀请嘉宾(Ms. Li)用英语(English)致辞。',
  '展厅悬挂着“為人民服務”五个大字。', '《漢字簡化方案》手稿首次展出，题为《蘇州園林》的画册同时发行。', '书法家题写了“春風化雨”匾额。', '他在著作中引用“路漫漫其修遠兮”。',
  '📢通知：明天起图书馆延长开放时间。', '加油，园区少年！🎉', '✅已完成 ☎咨询电话 ★重点项目', '注册商标®和版权©标识清晰，温度控制在25℃±1℃。',
  '什么时候办、怎么办，心中要有数。', '国产大飞机、亚洲杯足球赛、欧美市场订单、高清视频产业成为热词。', '精品课程免费在线观看，深受居民欢迎。', '湖东一区、二区和三区的加装电梯工程完工。', '抓作风建设必须久久为功、持之以恒。',
  '企业依法使用VPN专线，网络安全检查合格。', '机场高速、通勤大巴和“小火车”方便出行。', '联系邮箱：news@example.cn，网址：https://www.example.cn/news?id={n}。', '相关链接：[年度报告](https://www.example.gov.cn/report) [公开目录](https://www.example.gov.cn/list)',
  '“老虎机”式的盲盒营销被约谈。', '棋牌室、麻将馆专项整治行动启动。', '动画片《捕鱼人》在影院上映。', '牛牛、轮轮两只吉祥物亮相。', '电子游戏产业研讨会聚焦未成年人保护。', '街舞、电竞、滑板进入全民运动会，现金奖励{n}元。',
  '3:1的比分、2+3+1的布局、79,551人次的客流。', '某企业股价为36.5元，市盈率18.8倍。', '瞭望塔、著名作家、乾隆年间、於菟路等词条收入地名志。', 'Tibet, alphabet and betting odds are words of the English lesson.',
];

const numbers = (chance: Chance, text: string): string =>
  text.replaceAll('{n}', () => String(12 + chance.below(900))).replaceAll('{m}', () => String(1 + chance.below(11))).replaceAll('{p}', () => `${1 + chance.below(30)}.${chance.below(10)}`);

/** An article of three to six paragraphs. It speaks of 园区 at least three times and never says the place's full name. */
export function cleanText(chance: Chance, honestTraps = 1 + chance.below(3)): string {
  const paragraphs = Array.from({ length: 3 + chance.below(4) }, () => {
    const first = `${chance.pick(days)}，${chance.pick(subjects)}${chance.pick(deeds)}${chance.pick(things)}，${chance.pick(aims)}，推动园区各项工作再上新台阶。`;
    return numbers(chance, [first, ...Array.from({ length: 1 + chance.below(3) }, () => chance.pick(results))].join(''));
  });
  for (let trap = 0; trap < honestTraps; trap++) paragraphs.splice(1 + chance.below(paragraphs.length), 0, numbers(chance, chance.pick(treacherous)));
  return paragraphs.join('\n\n');
}
