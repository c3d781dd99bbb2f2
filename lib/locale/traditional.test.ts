import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { processorTimeOf } from '@/lib/fixtures/processor-time';
import { toTraditional } from './traditional';

describe('toTraditional', () => {
  const table: readonly (readonly [string, string])[] = [
    ['敢为、敢闯、敢干、敢首创', '敢為、敢闖、敢幹、敢首創'],
    ['发展，头发，发布，理发', '發展，頭髮，發佈，理髮'],
    ['后来，皇后，以后', '後來，皇后，以後'],
    ['干部，实干，干净，干旱，若干，干涉，主干', '幹部，實幹，乾淨，乾旱，若干，干涉，主幹'],
    ['里面，心里，公里，里程碑，邻里', '裡面，心裡，公里，里程碑，鄰里'],
    ['只有一只，两只，三千余只，船只', '只有一隻，兩隻，三千餘隻，船隻'],
    ['面向，方面，面包，面粉，面积', '面向，方面，麵包，麵粉，面積'],
    ['时钟，分钟，钟情，钟表', '時鐘，分鐘，鍾情，鐘錶'],
    ['丰富“园区经验”', '豐富“園區經驗”'],
    ['平台，出台，台风，台州', '平臺，出臺，颱風，台州'],
    ['批准，准备，标准，准确，准入', '批准，準備，標準，準確，准入'],
    ['余额，多余，10余家', '餘額，多餘，10餘家'],
    ['软件、信息、网络、数据', '軟件、信息、網絡、數據'],
    ['特征，征求，长征，征程', '特徵，徵求，長征，征程'],
    ['复杂，恢复，重复，复兴', '複雜，恢復，重複，復興'],
    ['制造，制度，体制', '製造，制度，體制'],
    ['为了群众，着力启动，审核秘书', '為了群眾，著力啟動，審核秘書'],
    ['“引号”‘不变’《书名》', '“引號”‘不變’《書名》'],
  ];
  for (const [simplified, traditional] of table) {
    it(simplified, () => assert.equal(toTraditional(simplified), traditional));
  }

  // Each of these came out with 髮, 裡, 麵, 乾 or 隻 by longest match from the left.
  const whole: readonly (readonly [string, string])[] = [
    ['保障民生发展，培养发展党员', '保障民生發展，培養發展黨員'],
    ['市长发言，总结发言，会长发表讲话，带头发言', '市長發言，總結發言，會長發表講話，帶頭發言'],
    ['资金发放，被发掘，一直发挥，中华发展，治理发展', '資金發放，被發掘，一直發揮，中華發展，治理發展'],
    ['新的历史里程碑', '新的歷史里程碑'],
    ['开放和面向未来', '開放和面向未來'],
    ['政府干预，特大干旱，抓好干部教育', '政府干預，特大乾旱，抓好幹部教育'],
    ['奋进新征程', '奮進新征程'],
    ['上海台州商会', '上海台州商會'],
    ['市长发了言，学生发了奋', '市長發了言，學生發了奮'],
    ['干洗店，头发丝', '乾洗店，頭髮絲'],
    ['若干部门，十点钟，三千余只，一百只，理发店，火鸡面上', '若干部門，十點鐘，三千餘隻，一百隻，理髮店，火雞麵上'],
  ];
  for (const [simplified, traditional] of whole) {
    it(`keeps words whole: ${simplified}`, () => assert.equal(toTraditional(simplified), traditional));
  }

  it('corrects what OpenCC has wrong', () => {
    assert.equal(toTraditional('保持克制，防治污染，污水'), '保持克制，防治污染，污水');
  });

  it('keeps protected words exactly', () => {
    assert.equal(toTraditional('范小明、规范'), '範小明、規範');
    assert.equal(toTraditional('范小明、规范', ['范小明']), '范小明、規範');
    assert.equal(toTraditional('于公、于公谨（后勤）', ['于公', '于公谨']), '于公、于公谨（後勤）');
    assert.equal(toTraditional('范晓东出席，范晓东讲话', ['范晓东=范曉東']), '范曉東出席，范曉東講話');
    assert.equal(toTraditional('C++（发）后', ['C++（发）', '', ' ']), 'C++（发）後');
  });

  it('returns what does not change', () => {
    for (const text of ['', 'Suzhou 2023-02-03', '山水之城', '繁體中文', 'https://a.cn/?a=1&b=x', '𠮷野 👩‍👩‍👧']) {
      assert.equal(toTraditional(text), text);
    }
  });

  it('takes a text of any length in one run', () => {
    const spent = processorTimeOf(() => assert.equal(toTraditional('发展'.repeat(50_000)), '發展'.repeat(50_000)));
    assert.ok(spent < 40_000, `${spent} ms`);
  });
});
