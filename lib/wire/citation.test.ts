import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ArticleEntry } from '@/lib/content/article';
import type { Locale } from '@/lib/locale/locales';
import { citedAs, writeCitation } from './citation';

const url = 'https://news.example.cn/zh-hans/news/periodicals/zhoukan/2025-03-14/hu';

interface Facts {
  readonly locale?: Locale;
  readonly title?: string;
  readonly authors?: readonly string[];
  readonly newspaper?: ArticleEntry['newspaper'];
  readonly number?: number;
  readonly total?: number;
}

function cite(format: 'txt' | 'bib' | 'ris', { locale = 'zh-hans', title = '步道开放', authors = ['例小文', '某甲'], newspaper, number, total }: Facts): string {
  const id = { periodical: 'zhoukan', issue: '2025-03-14', slug: 'hu' };
  const issue = { periodicalTitle: '示例周刊', ...(number !== undefined && { number }), ...(total !== undefined && { total }) };
  return writeCitation(citedAs({ article: { id, shownLocale: locale, title, authors, ...(newspaper && { newspaper }) }, issue, site: { organisation: '示例园区管理处' }, url }), format);
}

const inNewspaper = { name: '示例日报', date: '2025-03-12', page: 'B01版' };

const texts: readonly (readonly [why: string, facts: Facts, gbt: string, apa: string])[] = [
  ['in a newspaper', { newspaper: inNewspaper }, `例小文, 某甲. 步道开放[N/OL]. 示例日报, 2025-03-12(B01)[引用日期]. ${url}`, `例小文, & 某甲. (2025, March 12). 步道开放. 示例日报, B01. ${url}`],
  ['in a newspaper, the page unknown', { newspaper: { name: '示例日报', date: '2025-03-12' } }, `例小文, 某甲. 步道开放[N/OL]. 示例日报, 2025-03-12[引用日期]. ${url}`, `例小文, & 某甲. (2025, March 12). 步道开放. 示例日报. ${url}`],
  ['in a newspaper of an unknown day, which no citation can do without', { newspaper: { name: '示例日报' } }, `例小文, 某甲. 步道开放[J/OL]. 示例周刊, 2025-03-14[引用日期]. ${url}`, `例小文, & 某甲. (2025, March 14). 步道开放. 示例周刊. ${url}`],
  ['in a numbered issue', { number: 11, total: 620 }, `例小文, 某甲. 步道开放[J/OL]. 示例周刊, 2025(11)[引用日期]. ${url}`, `例小文, & 某甲. (2025, March 14). 步道开放. 示例周刊, (11). ${url}`],
  ['of nobody', { authors: [] }, `步道开放[J/OL]. 示例周刊, 2025-03-14[引用日期]. ${url}`, `步道开放. (2025, March 14). 示例周刊. ${url}`],
  ['of one author', { authors: ['例小文'] }, `例小文. 步道开放[J/OL]. 示例周刊, 2025-03-14[引用日期]. ${url}`, `例小文. (2025, March 14). 步道开放. 示例周刊. ${url}`],
  ['of four authors, in English', { locale: 'en', title: 'Who opens the path?', authors: ['A', 'B', 'C', 'D Jr.'] }, `A, B, C, et al. Who opens the path?[J/OL]. 示例周刊, 2025-03-14[access date]. ${url}`, `A, B, C, & D Jr. (2025, March 14). Who opens the path? 示例周刊. ${url}`],
];

for (const [why, facts, gbt, apa] of texts) {
  test(`as text: an article ${why}`, () => {
    const [first, second, empty, third, fourth] = cite('txt', facts).split('\n');
    assert.deepEqual([first, second, empty, third, fourth], ['GB/T 7714', gbt, '', 'APA', apa]);
  });
}

test('APA names up to twenty authors; of more, nineteen and the last', () => {
  const authors = Array.from({ length: 21 }, (_, place) => `N${place + 1}`);
  assert.match(cite('txt', { authors: authors.slice(0, 20) }), /N19, & N20\. \(2025/);
  assert.match(cite('txt', { authors }), /N19, \. \. \. N21\. \(2025/);
});

test('BibTeX holds every fact, and no sign of a text is one of its own', () => {
  assert.equal(
    cite('bib', { title: '100% {一半 & "两}\\~^_#$', authors: ['Smith, J. and Co', '甲'], newspaper: inNewspaper }),
    [
      '@article{zhoukan-2025-03-14-hu,',
      '  author = {{Smith, J. and Co} and {甲}},',
      '  title = {{100\\% \\textbraceleft{}一半 \\& "两\\textbraceright{}\\textbackslash{}\\textasciitilde{}\\textasciicircum{}\\_\\#\\$}},',
      '  journal = {示例日报},',
      '  date = {2025-03-12},',
      '  year = {2025},',
      '  month = mar,',
      '  pages = {B01},',
      '  publisher = {示例园区管理处},',
      '  language = {zh-Hans},',
      `  url = {${url}},`,
      '}',
      '',
    ].join('\n'),
  );
  assert.doesNotMatch(cite('bib', { authors: [] }), /author/);
});

const braces = ['{', '}', '}{', '\\{', 'a{b{c}', '\\}\\', '甲\n乙'];
for (const title of braces) {
  test(`the braces of an entry come in pairs whatever its title: ${JSON.stringify(title)}`, () => {
    let depth = 0;
    for (const sign of cite('bib', { title })) {
      depth += sign === '{' ? 1 : sign === '}' ? -1 : 0;
      assert.ok(depth >= 0);
    }
    assert.equal(depth, 0);
  });
}

test('RIS has one fact a line, and a line break in a text begins none', () => {
  const lines = ['TY  - MGZN', 'AU  - 例小文', 'AU  - 某甲', 'TI  - 步道 ER  - 开放', 'T2  - 示例周刊', 'DA  - 2025/03/14', 'PY  - 2025', 'IS  - 620', 'PB  - 示例园区管理处', 'LA  - zh-Hans', `UR  - ${url}`, 'ER  - ', ''];
  assert.deepEqual(cite('ris', { title: '步道\r\nER  - 开放\u2028', total: 620 }).split('\r\n'), lines);
  assert.match(cite('ris', { newspaper: inNewspaper }), /^TY  - NEWS\r\n[^]*\r\nSP  - B01\r\n/);
});
