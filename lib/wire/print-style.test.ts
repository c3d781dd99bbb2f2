import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ColumnContents } from '@/lib/content/issue';
import { writePrintStyle } from './print-style';

function column(name: string): ColumnContents {
  return { column: { slug: 'a', name, shownLocale: 'zh-hans' }, slugs: [], articles: [] };
}

test('each column has a page of its own, under the issue and the name of the column', () => {
  const style = writePrintStyle({ periodicalTitle: '示例周刊', date: '2025-03-14', contents: [column('民生'), column('副刊')] }, 'zh-hans');
  assert.match(style, /#column-1\{page:column-1\}@page column-1\{@top-left\{content:"示例周刊 {2}2025年3月14日"\}@top-right\{content:"民生"\}\}/);
  assert.match(style, /@page column-2\{@top-left\{[^}]*\}@top-right\{content:"副刊"\}\}/);
});

test('a name cannot end its string, whatever is in it', () => {
  const name = 'a"}body{display:none}\\ </style>\n';
  const style = writePrintStyle({ periodicalTitle: name, date: '2025-03-14', contents: [column(name)] }, 'en');
  const strings = style.replaceAll(/"[^"\n\\]*(?:\\[0-9a-f]{1,6} [^"\n\\]*)*"/g, '""');
  assert.doesNotMatch(strings, /body|style|\\/);
  assert.match(style, /"a\\22 \}body\{display:none\}\\5c {2}\\3c \/style\\3e \\a "/);
});
