import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editText } from '../edits';
import { plainRuns, textOf, type Block } from '../manuscript';
import { readText } from '../read-text';
import { hijackedWords } from './hijacked-words';
import { misprint } from './misprint';
import { fullWidthEdits, punctuation } from './punctuation';

test('half-width punctuation between Han characters becomes full-width, the rest stays', () => {
  const cases: readonly (readonly [text: string, right: string])[] = [
    ['1月31日,园区召开会议,强调:要抓好;落实!对吗?', '1月31日，园区召开会议，强调：要抓好；落实！对吗？'],
    ['精神”,不断“丰富”,永葆', '精神”，不断“丰富”，永葆'],
    ['实现79%,同比增长', '实现79%，同比增长'],
    ['2022年,79家', '2022年，79家'],
    ['会议, 强调', '会议，强调'],
    ['10:20, 2+3+1, 79,551, a:b', '10:20, 2+3+1, 79,551, a:b'],
    ['比例为3:1', '比例为3:1'],
    ['共1,234人', '共1,234人'],
    ['见https://example.cn/a,b?c=1!', '见https://example.cn/a,b?c=1!'],
    ['Hello, world! (yes)', 'Hello, world! (yes)'],
    ['国内生产总值(GDP)增长', '国内生产总值（GDP）增长'],
    ['(一)总则(12月26日)', '（一）总则（12月26日）'],
    ['f(x)', 'f(x)'],
    ['称为"一号工程",要抓好', '称为“一号工程”，要抓好'],
    ['5" 屏幕', '5" 屏幕'],
    ['已经是全角，不变。', '已经是全角，不变。'],
  ];
  for (const [text, right] of cases) assert.equal(editText(text, fullWidthEdits(text)), right, text);
});

test('punctuation is counted once for the whole page', () => {
  const { notes } = punctuation.clean(readText('甲,乙\n\n丙,丁,戊'), { misprints: [] });
  assert.deepEqual(notes.map(({ line, lastLine, words }) => [line, lastLine, /^\d+/.exec(words.en)?.[0]]), [[1, 3, '3']]);
});

test('misprints of the list are corrected and told, wherever they stand', () => {
  const table: Block = { kind: 'table', line: 7, rows: [[plainRuns('扞卫'), plainRuns('甲')]] };
  const read = readText('坚定扞卫');
  const manuscript = { ...read, blocks: [...read.blocks, table], facts: { ...read.facts, title: '扞卫' } };
  const cleaned = misprint.clean(manuscript, { misprints: [{ wrong: '扞卫', right: '捍卫', except: [] }] });
  assert.deepEqual([cleaned.facts.title, ...cleaned.blocks.map(textOf)], ['捍卫', '坚定捍卫', '捍卫　甲']);
  assert.deepEqual(cleaned.notes.map(({ kind, line }) => `${kind} ${line ?? '-'}`), ['changed -', 'changed 1', 'changed 7']);
  assert.deepEqual(misprint.clean(manuscript, { misprints: [] }), manuscript);
});

test('hijacked words are put right or refused, and the spot is marked', () => {
  const brand = '365现金官网_365bet平台网投';
  const page = readText(`1月31日,${brand}召开会议。\n\n园区要落实。园区要行动。`);
  const restored = hijackedWords.clean(page, { place: '示例园区', misprints: [] });
  assert.equal(restored.blocks.map(textOf)[0], '1月31日,示例园区召开会议。');
  assert.deepEqual(restored.notes.map(({ kind, line }) => `${kind} ${line ?? ''}`), ['changed 1']);
  const [refusal, ...others] = hijackedWords.clean(page, { place: '别的地方', misprints: [] }).notes;
  assert.equal(others.length, 0);
  assert.equal(refusal?.kind, 'refused');
  assert.match(refusal.text ?? '', new RegExp(`▶${brand}◀`));
});

test('a brand split over bold and plain words is put right in both', () => {
  const block: Block = { kind: 'paragraph', line: 1, runs: [{ text: '近日，' }, { text: '365现金官网_', isStrong: true }, { text: '365bet平台召开会议。园区园区。' }] };
  const cleaned = hijackedWords.clean({ ...readText(''), blocks: [block] }, { place: '示例园区', misprints: [] });
  assert.deepEqual(cleaned.blocks[0], { ...block, runs: [{ text: '近日，' }, { text: '示例园区', isStrong: true }, { text: '召开会议。园区园区。' }] });
});
