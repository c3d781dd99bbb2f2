import assert from 'node:assert/strict';
import { test } from 'node:test';
import { collapse, paragraphsOf } from './inline-text';

const read = (text: string): readonly string[] => paragraphsOf([{ text, line: 1 }]).map(({ runs }) => runs.map((run) => run.text).join(''));

test('lines between breaks are paragraphs when they are sentences or indented, else lines', () => {
  const cases: readonly (readonly [text: string, paragraphs: readonly string[]])[] = [
    ['甲。\n\n乙。', ['甲。', '乙。']],
    ['会议召开。\n会议强调。\n会议要求', ['会议召开。', '会议强调。', '会议要求']],
    ['　　第一段\n　　第二段', ['　　第一段', '　　第二段']],
    ['示例路1号\n示例大厦\n邮编000000', ['示例路1号\n示例大厦\n邮编000000']],
    ['\n\n甲\n', ['甲']],
    ['', []],
  ];
  for (const [text, paragraphs] of cases) assert.deepEqual(read(text), paragraphs, JSON.stringify(text));
});

test('a line end in the source is nothing beside a Han character and a space elsewhere', () => {
  const cases: readonly (readonly [source: string, text: string])[] = [['园区\n  召开', '园区召开'], ['the park\nopens', 'the park opens'], ['3月1\n日', '3月1日'], ['甲  乙', '甲 乙']];
  for (const [source, text] of cases) assert.deepEqual(read(collapse(source)), [text], source);
});

test('looks are kept, neighbours of one look are joined', () => {
  const [paragraph] = paragraphsOf([{ text: '甲', isStrong: true, line: 3 }, { text: '乙', isStrong: true, line: 3 }, { text: '丙', line: 4 }]);
  assert.deepEqual(paragraph, { line: 3, runs: [{ text: '甲乙', isStrong: true }, { text: '丙' }] });
});
