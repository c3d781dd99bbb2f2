import assert from 'node:assert/strict';
import { test } from 'node:test';
import { badTraditional } from './bad-traditional';
import { certainEnough } from './scan';

const isFound = (text: string, isTraditional = false): boolean => badTraditional.find(text, { isTraditional }).some(({ confidence }) => confidence >= certainEnough);

test('machine-made Traditional is found', () => {
  const cases = ['推動高質量髮展，完善各方麵製度', '國傢領導人齣席瞭會議，成為瞭焦點', '會议强调，要抓好落實，確保完成', '那是什幺意思', '園區持續優化环境，提升服务，推动發展'];
  for (const text of cases) assert.ok(isFound(text), text);
});

test('Simplified text, quotations and a Traditional writer’s own words are not', () => {
  const cases = [
    '什么时候办、怎么办，心中要有数。', '展厅悬挂着“為人民服務”五个大字。', '《漢字簡化方案》手稿', '乾隆年间的著作', '吃了一碗面，走了三里路', '瞭望塔', '於菟路',
    '園區召開大會，推動高質量發展。', '皇后、里程、只有、系统、制度、方向、家庭',
  ];
  for (const text of cases) assert.ok(!isFound(text), text);
});

test('a text that is meant to be Traditional is not asked', () => {
  assert.ok(!isFound('推動高質量髮展，完善各方麵製度', true));
});

test('the paragraph is named', () => {
  const text = '第一段。\n推動髮展，各方麵\n第三段。';
  const [finding] = badTraditional.find(text, {});
  assert.equal(text.slice(finding?.start, finding?.end), '推動髮展，各方麵');
  assert.match(finding?.reason.zh ?? '', /髮展/);
});
