import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textOfRuns } from '../manuscript';
import { elementsOf, parseHtml, textWithin, type ElementNode } from '@/lib/desk/html-tree';
import { isDataTable, readTable } from './table-reader';

function table(html: string): ElementNode {
  const found = [...elementsOf(parseHtml(html))].find(({ name }) => name === 'table');
  assert.ok(found);
  return found;
}
const rows = (html: string): readonly string[] => readTable(table(html), (cell) => [{ text: textWithin(cell).trim() }]).rows.map((row) => row.map(textOfRuns).join('|'));

test('merged cells say their words in every place they cover', () => {
  const cases: readonly (readonly [html: string, rows: readonly string[]])[] = [
    ['<table><tr><th>甲<th>乙<tr><td>1<td>2</table>', ['甲|乙', '1|2']],
    ['<table><tr><td rowspan=2>序号<td colspan=2>金额<tr><td>一<td>二<tr><td>1<td>2<td>3</table>', ['序号|金额|金额', '序号|一|二', '1|2|3']],
    ['<table><tr><td>甲<td>乙<td>丙<tr><td>1</table>', ['甲|乙|丙', '1||']],
    ['<table><tr><td>甲<td>乙<tr><td> <td> <tr><td>1<td>2</table>', ['甲|乙', '1|2']],
    ['<table><tr><td colspan=99999>甲<tr><td rowspan=99999>乙</table>', [Array.from({ length: 40 }, () => '甲').join('|')]],
  ];
  for (const [html, expected] of cases.slice(0, 4)) assert.deepEqual(rows(html), expected, html);
  assert.equal(rows(cases[4]?.[0] ?? '')[0], cases[4]?.[1][0], 'spans are bounded');
  assert.equal(rows(cases[4]?.[0] ?? '').length, 2, 'a merged cell ends with the table');
});

test('tables that lay out a page are no data', () => {
  const long = '园区召开会议，部署全年工作。'.repeat(20);
  const cases: readonly (readonly [html: string, isData: boolean])[] = [
    ['<table><tr><td>甲<td>乙<tr><td>1<td>2</table>', true],
    [`<table><tr><td>${long}</table>`, false],
    [`<table><tr><td>导航<td>${long}<tr><td>页脚<td>${long}</table>`, false],
    ['<table><tr><td><table><tr><td>1<td>2<tr><td>3<td>4</table><td>乙<tr><td>丙<td>丁</table>', false],
    ['<table role="presentation"><tr><td>甲<td>乙<tr><td>1<td>2</table>', false],
    ['<table><tr><td>只有一行<td>乙</table>', false],
  ];
  for (const [html, isData] of cases) assert.equal(isDataTable(table(html)), isData, html.slice(0, 60));
});
