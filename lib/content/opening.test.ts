import assert from 'node:assert/strict';
import { test } from 'node:test';
import { processorTimeOf } from '@/lib/fixtures/processor-time';
import { openingOf } from './opening';

const cases: readonly (readonly [name: string, body: string, opening: string])[] = [
  ['one paragraph', '\n正文第一段。\n', '正文第一段。'],
  ['paragraphs run on', '第一段。\n\n第二段。\n', '第一段。第二段。'],
  ['lines of one paragraph', '前半\n后半', '前半后半'],
  ['Latin words keep their space', 'First paragraph.\n\nSecond\nparagraph.', 'First paragraph. Second paragraph.'],
  ['Windows lines and indents', '　　第一段。\r\n\r\n　　第二段。\r\n', '第一段。第二段。'],
  ['Markdown is taken off', '## 小标题\n\n**“重要”**的[链接](https://example.cn)。', '小标题 “重要”的链接。'],
  ['Markdown after plain paragraphs', '第一段。\n\n- 甲\n- 乙\n', '第一段。甲 乙'],
  ['notes are not called', '第一段[^1]，[链接](/a)。\n\n## 二\n\n[^1]: 注。', '第一段，链接。二'],
  ['notes are not called where they are far away', `第一段[^1]。\n\n${'段**落**。\n\n'.repeat(300)}[^1]: 注。`, `第一段。${'段落。'.repeat(37)}段落……`],
  ['pictures have no words', '![图](tu.png)\n\n正文。', '正文。'],
  ['nothing', '\n\n', ''],
];

for (const [name, body, opening] of cases) test(name, () => assert.equal(openingOf(body, 'zh-hans'), opening));

test('a quotation or a list is read as the parser reads it', () => {
  const blocks = [
    ...['> 引文', '> 甲\n> 乙', '> a\n> b', '>甲', '> 甲\n乙', '> 甲\n>\n> 乙', '> # 甲\n> 乙', '> > 甲', '>     甲', '> - 甲\n> - 乙', '> 甲\n> ---', '> 　　甲\n> 　　乙'],
    ...['- 甲', '- 甲\n- 乙', '- a\n- b', '-  甲', '-     甲', '- 甲\n  乙', '- 甲\n乙', '- 甲\n  - 乙', '- # 甲', '- 1. 甲', '- ---', '- 甲\n- ===', '-甲', '- \n- 甲', '- 甲 \n- 乙\t', '- 甲\n\n  乙', '- 甲\n\n      乙', '- 甲\n\n- 乙', '- 甲\n\n      乙\n      丙', '- 甲\n\n  - 乙\n  - 丙', '- 甲\n\n> 乙', '---', '- 甲: 乙', '- **甲**'],
  ];
  for (const block of blocks) {
    for (const body of [block, `${block}\n\n丙`, `丁\n\n${block}\n\n丙\n\n    戊\n    己`]) {
      // A comment says nothing, and is the parser's from the first block on.
      assert.equal(openingOf(body, 'zh-hans'), openingOf(`<!-- -->\n\n${body}`, 'zh-hans'), body);
    }
  }
});

test('at most 120 characters, cut at a character', () => {
  assert.equal(openingOf('字'.repeat(120), 'zh-hans'), '字'.repeat(120));
  assert.equal(openingOf('字'.repeat(121), 'zh-hans'), `${'字'.repeat(118)}……`);
  assert.equal(openingOf('𠮷'.repeat(121), 'ja'), `${'𠮷'.repeat(118)}……`);
  assert.equal(openingOf(`${'字'.repeat(117)}，${'字'.repeat(20)}`, 'zh-hans'), `${'字'.repeat(117)}……`);
  assert.equal(openingOf(`${'字'.repeat(58)}。\n\n`.repeat(3), 'zh-hans'), `${`${'字'.repeat(58)}。`.repeat(2).slice(0, -1)}……`);
});

test('a Latin word among Han characters is not cut in two, unless it is nearly all there is', () => {
  const head = '字'.repeat(100);
  assert.equal(openingOf(`${head}${'a'.repeat(30)}字`, 'zh-hans'), `${head}……`);
  assert.equal(openingOf(`${head}，word${'b'.repeat(13)} ${'字'.repeat(9)}`, 'zh-hans'), `${head}，word${'b'.repeat(13)}……`);
  assert.equal(openingOf('a'.repeat(130), 'ja'), `${'a'.repeat(118)}……`);
});

test('English is cut at a word', () => {
  const opening = openingOf('weekly news '.repeat(20), 'en');
  assert.match(opening, /(?:weekly|news)…$/);
  assert.ok(opening.length <= 120 && opening.length > 100);
});

test('a body of a megabyte costs no more than its opening', () => {
  const spent = processorTimeOf(() => openingOf('**字**，'.repeat(150_000), 'zh-hans'));
  assert.ok(spent < 500, `${spent} ms`);
});
