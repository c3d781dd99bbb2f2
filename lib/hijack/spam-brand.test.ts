import assert from 'node:assert/strict';
import { test } from 'node:test';
import { certainEnough, findHijacks } from './scan';

const place = '示例园区';
const article = '园区各部门要抓好落实。园区将继续优化环境。';

test('advertising brands are found, plain or in disguise', () => {
  const cases: readonly (readonly [text: string, evidence: string])[] = [
    ['欢迎光临365现金官网_365在线娱乐平台官网。', '365现金官网_365在线娱乐平台官网'],
    ['据bet365体育投注官网介绍', 'bet365体育投注官网'],
    ['（澳门新葡京娱乐城官网）', '澳门新葡京娱乐城官网'],
    ['会议由亚博体育app下载主持', '亚博体育app下载'],
    ['开云·(中国)官方网站-登录入口', '开云·(中国)官方网站-登录入口'],
    ['ｂｅｔ３６５体育', 'ｂｅｔ３６５体育'],
    ['b.e.t.3.6.5官网', 'b.e.t.3.6.5官网'],
    ['博*彩*平*台', '博*彩*平*台'],
    ['六\u200b合\u200b彩', '六\u200b合\u200b彩'],
    ['&#108;&#101;y&#117;体育在线登录', '&#108;&#101;y&#117;体育在线登录'],
    ['乐鱼体育', '乐鱼体育'],
    ['必威（中国）体育官网入口', '必威（中国）体育官网入口'],
    ['久久一区二区三区在线观看', '久久一区二区三区在线观看'],
    ['vpn翻墙加速器下载', 'vpn翻墙加速器下载'],
  ];
  for (const [text, evidence] of cases) {
    const [finding, ...others] = findHijacks(text);
    assert.ok(finding && finding.confidence >= certainEnough, text);
    assert.equal(text.slice(finding.start, finding.end), evidence, text);
    assert.equal(others.length, 0, text);
  }
});

test('honest words are no brands', () => {
  const cases = [
    '全市体育彩票工作会议召开，体彩投注站开展宣传，福利彩票公益金支持养老服务。',
    '警方捣毁一个网络赌博平台，抓获犯罪嫌疑人12名，提醒群众远离网络博彩。',
    '民警提醒：所谓“亚博体育”网站是诈骗。',
    '金沙江大桥、永利街道、大发展、皇冠假日酒店、银河麒麟操作系统、太阳城社区。',
    '请登录国家政务服务平台官网或者下载“学习强国”app，拨打12345热线。',
    '体育中心举办电竞赛事，现场直播平台在线观看人数达365万。',
    '全年365天、每天24小时在线服务，网上平台受理率达99%。',
    '成人高考报名入口开通，考生可在官方网站注册登录。',
    '国产大飞机、亚洲杯、欧美市场、高清视频、精品课程免费观看。',
    '企业购买VPN专线需依法备案。',
    '现金流充裕，文化娱乐消费回暖，真人图书馆开馆。',
    'Tibet, alphabet, beta testing and a better internet café.',
  ];
  for (const text of cases) assert.deepEqual(findHijacks(text).filter(({ confidence }) => confidence >= certainEnough), [], text);
});

test('the place’s name is put back only where it is certain', () => {
  const brand = '365现金官网_365bet平台网投';
  const cases: readonly (readonly [name: string, text: string, place: string | undefined, repair: string | undefined])[] = [
    ['subject after a date', `1月31日,${brand}召开大会。${article}`, place, place],
    ['at the beginning', `${brand}举行仪式。${article}`, place, place],
    ['before an organ', `据悉，${brand}党工委发布通知。${article}`, place, place],
    ['no deed follows', `1月31日,${brand}很好。${article}`, place, undefined],
    ['not where a subject stands', `我们的${brand}召开大会。${article}`, place, undefined],
    ['the text never speaks of it', `1月31日,${brand}召开大会。`, place, undefined],
    ['the full name stands elsewhere', `1月31日,${brand}召开大会。示例园区发布消息。${article}`, place, undefined],
    ['no place is known', `1月31日,${brand}召开大会。${article}`, undefined, undefined],
  ];
  for (const [name, text, site, repair] of cases) {
    const [finding] = findHijacks(text, site === undefined ? {} : { place: site });
    assert.equal(finding?.evidence, brand, name);
    assert.equal(finding.repair, repair, name);
  }
});
