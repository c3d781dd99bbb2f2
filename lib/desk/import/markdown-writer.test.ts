import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainTextOf } from '@/lib/content/markdown';
import { plainRuns, type Block } from './manuscript';
import { markdownOf } from './markdown-writer';

const paragraph = (text: string): Block => ({ kind: 'paragraph', line: 1, runs: plainRuns(text) });

test('what Markdown would take for its own comes back as it was', () => {
  const texts = [
    '1月31日，园区召开大会。', '# 不是标题', '1. 不是列表', '12) 不是列表', '- 不是列表', '+ 不是', '* 不是', '> 不是引用', '---', '===', '***', '| 甲 | 乙 |',
    '2*3*4 和 **重点**', '`代码`', '[链接](http://example.cn)', '![图](a.jpg)', '<b>不是标签</b>', '&amp; &#35; AT&T', 'a_b_c _甲_', '~~删~~ 10~20', '反斜杠\\不丢', '“2+3+1”',
    '```', '~~~', '[^1]: 注', '脚注[^1]', '    缩进', '10:20', 'snake_case_name',
  ];
  for (const text of texts) assert.equal(plainTextOf(markdownOf([paragraph(text)])), text.trim(), text);
});

test('every kind of block is written', () => {
  const cases: readonly (readonly [block: Block, markdown: string])[] = [
    [{ kind: 'paragraph', line: 1, runs: [{ text: '会议' }, { text: '强调 ', isStrong: true }, { text: '，见' }, { text: '全文', link: 'https://example.cn/a b' }] }, '会议**强调** ，见[全文](<https://example.cn/a%20b>)'],
    [{ kind: 'heading', line: 1, depth: 1, runs: plainRuns('一、总则') }, '## 一、总则'],
    [{ kind: 'list', line: 1, isOrdered: true, items: [[paragraph('甲')], [paragraph('乙'), paragraph('丙')]] }, '1. 甲\n2. 乙\n\n   丙'],
    [{ kind: 'quote', line: 1, blocks: [paragraph('甲'), paragraph('乙')] }, '> 甲\n>\n> 乙'],
    [{ kind: 'table', line: 1, rows: [[plainRuns('名|称'), plainRuns('数')], [plainRuns('甲\n乙'), plainRuns('1')]] }, '| 名\\|称 | 数 |\n| --- | --- |\n| 甲 乙 | 1 |'],
    [{ kind: 'figure', line: 1, image: 'a b.jpg', alt: '会场', caption: '图为“会场”' }, '![会场](<a%20b.jpg> "图为“会场”")'],
    [paragraph('第一行\n第二行'), '第一行\\\n第二行'],
  ];
  for (const [block, markdown] of cases) assert.equal(markdownOf([block]), `${markdown}\n`);
  assert.equal(markdownOf([]), '');
});
