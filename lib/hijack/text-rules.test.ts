import assert from 'node:assert/strict';
import { test } from 'node:test';
import { advertisement } from './advertisement';
import { brokenBytes } from './broken-bytes';
import type { HijackRule } from './finding';
import { certainEnough, findHijacks } from './scan';
import { strewnEmoji } from './strewn-emoji';

const evidence = (rule: HijackRule, text: string): readonly string[] =>
  rule.find(text, {}).filter(({ confidence }) => confidence >= certainEnough).map(({ start, end }) => text.slice(start, end));

test('emoji between words and punctuation', () => {
  const cases: readonly (readonly [text: string, found: readonly string[]])[] = [
    ['召开会议😀，强调落实🌟。', ['😀', '🌟']],
    ['召开会议⚡️，强调🎯。', ['⚡️', '🎯']],
    ['祝贺👨‍👩‍👧。再贺👨‍👩‍👧。', ['👨‍👩‍👧', '👨‍👩‍👧']],
    ['扫描下方二维码👇，注册账号', []],
    ['📢通知：明天放假', []],
    ['加油！🎉', []],
    ['注册商标®，版权©。', []],
    ['★重点，☎电话，✓完成。', []],
    ['第①，第②。', []],
  ];
  for (const [text, found] of cases) assert.deepEqual(evidence(strewnEmoji, text), found, text);
});

test('spoilt text', () => {
  const cases: readonly (readonly [text: string, found: readonly string[]])[] = [
    ['会\ufffd\ufffd议', ['\ufffd\ufffd']],
    ['锟斤拷锟斤拷', ['锟斤拷锟斤拷']],
    ['ä¸­å›½å…±äº§å…š', ['ä¸­å›½å…±äº§å…š']],
    ['推动??区工作', ['??']],
    ['各项工作?/span>再上', ['?/span>']],
    ['鍥藉浗鍔￠櫌鎬荤悊涓绘寔浼氳', ['鍥藉浗鍔￠櫌鎬荤悊涓绘寔浼氳']],
    ['真的吗？真的！', []],
    ['é, café, naïve, Ångström', []],
    ['为什么?因为好', []],
    ['锛和銆是生僻字', []],
  ];
  for (const [text, found] of cases) {
    const all = evidence(brokenBytes, text);
    assert.equal(all.length > 0, found.length > 0, text);
    if (found.length === 1) assert.ok(all.some((part) => found[0]?.includes(part)), `${text}: ${all.join('|')}`);
  }
});

test('advertisements from end to end, and nothing else', () => {
  const loud = '亚博体育官网为您提供优质投注体验，注册送彩金888元。立即下载亚博体育app，真人荷官在线发牌。百家乐、老虎机应有尽有，提款秒到。欢迎广大玩家登录官网。';
  assert.equal(evidence(advertisement, loud).length, 1);
  for (const text of [
    '近日，警方捣毁一个网络赌博平台，涉案资金888万元。嫌疑人通过注册送彩金、返水等方式招揽玩家投注。目前案件正在侦办。民警提醒，切勿参与网络赌博。',
    '全市体育彩票工作会议召开，总结投注站管理经验，部署公益金使用。会议要求理性购彩、规范销售，建设负责任的国家公益彩票。',
    '园区召开大会，365现金官网_365bet平台网投出席并讲话。会议要求抓好落实，推动高质量发展，持续优化营商环境，提升服务群众的能力。',
    '下载“示例通”app，注册会员即可免费参加读书节，首次充值优惠10元。欢迎点击报名。',
  ]) assert.deepEqual(evidence(advertisement, text), [], text);
  assert.deepEqual(findHijacks(loud).map(({ rule, repair }) => [rule, repair]), [['advertisement', undefined]], 'one finding for the whole, and no repair');
});
