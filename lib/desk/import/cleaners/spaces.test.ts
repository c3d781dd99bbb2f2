import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noFacts, plainRuns, textOf, type Run } from '../manuscript';
import { spaces, tidyRuns } from './spaces';

test('layout spaces go, words stay', () => {
  const cases: readonly (readonly [runs: readonly Run[], text: string])[] = [
    [plainRuns('　　正文\u00a0'), '正文'],
    [plainRuns('张三   李四\t王五'), '张三 李四 王五'],
    [[{ text: '　' }, { text: '　重点', isStrong: true }, { text: '。 ' }], '重点。'],
    [plainRuns('第一行\n第二行'), '第一行\n第二行'],
    [plainRuns(' \u3000 '), ''],
  ];
  for (const [runs, text] of cases) assert.equal(tidyRuns(runs).map((run) => run.text).join(''), text);
});

test('blank blocks go', () => {
  const blocks = ['　', '甲'].map((text, place) => ({ kind: 'paragraph' as const, line: place + 1, runs: plainRuns(text) }));
  assert.deepEqual(spaces.clean({ blocks, facts: noFacts, notes: [] }, { misprints: [] }).blocks.map(textOf), ['甲']);
});
