import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { processorTimeOf } from '@/lib/fixtures/processor-time';
import { root } from '@/lib/root.mjs';
import { emptyElements } from './empty-elements';

/** The text with every finding taken out. */
function without(text: string): string {
  return emptyElements.find(text, {}).toReversed().reduce((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);
}

const junk = '<legend id="h4sia"></legend><samp id="h4sia"></samp>\n<sup id="h4sia"></sup>';

test('elements that carry one random id and no text are found', () => {
  const cases: readonly (readonly [name: string, text: string, rest: string])[] = [
    ['a row', `${junk}\n正文`, '\n正文'],
    ['nested', '<p id="x7k2q"><td id="x7k2q"></td></p><mark id="x7k2q"><del id="x7k2q"></del></mark>文', '文'],
    ['void elements', '甲<wbr id="x7k2q"><input id="x7k2q"><track id="x7k2q"></track>乙', '甲乙'],
    ['bullets and numbers between', '<dl id="x7k2q"></dl>\n  • <i id="x7k2q"></i>\n  1. <b id="x7k2q"></b>\n文', '\n文'],
    ['single quotes, no quotes, capitals', "<B ID='x7k2q'></B><i id=x7k2q></i><u id=\"x7k2q\"></u>文", '文'],
    ['apart from each other', '甲<i id="x7k2q"></i>乙<b id="x7k2q"></b>丙<u id="x7k2q"></u>丁', '甲乙丙丁'],
    ['different ids in a row', '<i id="a7k2q"></i><b id="x9w3e"></b><u id="zk41m"></u>文', '文'],
    ['the honest element around stays', '<p><i id="x7k2q"></i><b id="x7k2q"></b><u id="x7k2q"></u></p>', '<p></p>'],
  ];
  for (const [name, text, rest] of cases) assert.equal(without(text), rest, name);
});

test('honest markup is left alone', () => {
  const cases = [
    '<p id="para1">文</p><p id="para2">文</p><p id="para3">文</p>',
    '<a id="sec-1"></a><a id="sec-2"></a><a id="sec-3"></a>',
    '<div id="main"></div><div id="nav2023"></div><div id="zoom"></div>',
    '<span id="x7k2q"></span>一个不成行',
    '<div id="x7k2q">第一段</div><div id="x7k2q">第二段</div><div id="x7k2q">第三段</div>',
    '2 < 3 且 5 > 4',
    '',
  ];
  for (const text of cases) assert.equal(without(text), text);
});

test('the seed loses its 22 elements in one finding and nothing else', () => {
  const seed = fs.readFileSync(path.join(root, 'lib/desk/fixtures/000_316e3a1ecc6d5811.txt'), 'utf8');
  const [finding, ...others] = emptyElements.find(seed, {});
  assert.equal(others.length, 0);
  assert.match(finding?.reason.zh ?? '', /22/);
  assert.equal(seed.slice(finding?.end).trimStart().slice(0, 7), '返回管委会首页');
});

test('a hostile page takes no longer than its length', () => {
  const spent = processorTimeOf(() => {
    for (const text of ['<a '.repeat(50_000), `<a ${'b '.repeat(100_000)}`, '<i id="x7k2q">'.repeat(20_000), `<i id="x7k2q"></i>${' '.repeat(200_000)}x`]) emptyElements.find(text, {});
  });
  assert.ok(spent < 2000, `${spent} ms`);
});
