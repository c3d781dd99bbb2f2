import assert from 'node:assert/strict';
import { test } from 'node:test';
import { elderPathOf, inLocale, isBelowElder, parsePath, parseSharedPath, parseSavingListPath, parseShortPath, parseShown, parseWirePath, pathOf, pathOfShown, savingListPathOf, sharedPathOf, wirePathOf, type Address, type WireAddress } from './routes';

const files: readonly (readonly [path: string, address: WireAddress])[] = [
  ['/zh-hans/feed.atom', { kind: 'feed', locale: 'zh-hans', subject: { kind: 'site' }, format: 'atom' }],
  ['/en/corrections/feed.json', { kind: 'feed', locale: 'en', subject: { kind: 'corrections' }, format: 'json' }],
  ['/ja/news/periodicals/weekly/feed.atom', { kind: 'feed', locale: 'ja', subject: { kind: 'periodical', periodical: 'weekly' }, format: 'atom' }],
  ['/ja/news/periodicals/weekly/columns/2024/feed.json', { kind: 'feed', locale: 'ja', subject: { kind: 'column', periodical: 'weekly', column: '2024' }, format: 'json' }],
  ['/zh-hant/news/periodicals/weekly/issues.ics', { kind: 'calendar', locale: 'zh-hant', periodical: 'weekly' }],
  ['/en/news/periodicals/weekly/2024-01-05/one/cite.txt', { kind: 'citation', locale: 'en', periodical: 'weekly', issue: '2024-01-05', slug: 'one', format: 'txt' }],
  ['/ja/news/periodicals/weekly/2024-01-05/one/qr.svg', { kind: 'qr-code', locale: 'ja', periodical: 'weekly', issue: '2024-01-05', slug: 'one' }],
  ['/ja/news/periodicals/weekly/2024-01-05/one/cite.bib', { kind: 'citation', locale: 'ja', periodical: 'weekly', issue: '2024-01-05', slug: 'one', format: 'bib' }],
  ['/s/b2c3d4f5/qr.svg', { kind: 'copy-qr-code', code: 'b2c3d4f5' }],
  ['/en/news/periodicals/weekly/2024-01-05/qr.svg', { kind: 'qr-code', locale: 'en', periodical: 'weekly', issue: '2024-01-05' }],
  ['/en/news/periodicals/weekly/2024-01-05/print.css', { kind: 'print-style', locale: 'en', periodical: 'weekly', issue: '2024-01-05' }],
  ['/ja/opensearch.xml', { kind: 'search-description', locale: 'ja' }],
  ['/robots.txt', { kind: 'robots' }],
  ['/sitemap.xml', { kind: 'site-map-list' }],
  ['/sitemaps/pages.xml', { kind: 'site-map-of-pages' }],
  ['/sitemaps/news.xml', { kind: 'site-map-of-news' }],
  ['/sitemaps/weekly/2024-01.xml', { kind: 'site-map-of-issues', periodical: 'weekly', days: '2024-01' }],
  ['/sitemaps/weekly/2024-01-05.xml', { kind: 'site-map-of-issues', periodical: 'weekly', days: '2024-01-05' }],
];

for (const [path, address] of files) {
  test(`${path} is written and read the same, and is no page`, () => {
    assert.equal(wirePathOf(address), path);
    assert.deepEqual(parseWirePath(path), address);
    assert.equal(parsePath(path), undefined);
  });
}

const strangers = [
  ...['/feed.atom', '/de/feed.atom', '/en/feed.rss', '/en/feed.atom/', '/en//feed.atom', '/en/about/feed.atom', '/en/news/feed.atom', '/en/columns/x/feed.atom'],
  ...['/en/news/periodicals/weekly/columns/X/feed.atom', '/en/news/periodicals/weekly/columns/x/issues.ics', '/en/news/periodicals/weekly/2024/feed.atom', '/en/issues.ics'],
  ...['/en/cite.txt', '/en/news/periodicals/weekly/qr.svg', '/en/news/periodicals/weekly/2024-01-05/print/qr.svg', '/en/news/periodicals/weekly/2024-01-05/one/print.css', '/en/news/periodicals/weekly/2024-01-05/one/columns/x/qr.svg', '/en/news/periodicals/weekly/2024-01-05/cite.ris', '/en/news/periodicals/weekly/2024-01-05/one/cite.doc', '/en/news/periodicals/weekly/2024-01-05/one/columns/x/cite.bib'],
  ...['/s/B2C3D4F5/qr.svg', '/s/b2c3d4f/qr.svg', '/en/s/b2c3d4f5/qr.svg', '/s/b2c3d4f5/qr.svg/', '/s/b2c3d4a5/qr.svg'],
  ...['/opensearch.xml', '/en/search/opensearch.xml', '/en/columns/x/opensearch.xml', '/en/elder/opensearch.xml'],
  ...['/sitemaps/weekly/2024.xml', '/sitemaps/../2024-01.xml', '/sitemaps/weekly/2024-01-05-01.xml', '/sitemap.xml.gz', '/robots.txt/'],
];

for (const path of strangers) {
  test(`${path} is no file of ours`, () => assert.equal(parseWirePath(path), undefined));
}

test('a whole issue for paper has an address that no article can take', () => {
  const address = { kind: 'issue-print', locale: 'en', periodical: 'weekly', issue: '2024-01-05' } as const;
  assert.deepEqual(parsePath('/en/news/periodicals/weekly/2024-01-05/print'), address);
  assert.equal(pathOf(address), '/en/news/periodicals/weekly/2024-01-05/print');
});

test('two languages of an article have an address below it, and change places with the language of the page', () => {
  const address = { kind: 'parallel', locale: 'en', periodical: 'weekly', issue: '2024-01-05', slug: 'one', beside: 'ja' } as const;
  assert.deepEqual(parsePath('/en/news/periodicals/weekly/2024-01-05/one/ja'), address);
  assert.equal(pathOf(address), '/en/news/periodicals/weekly/2024-01-05/one/ja');
  assert.equal(pathOf(inLocale(address, 'ja')), '/ja/news/periodicals/weekly/2024-01-05/one/en');
  assert.equal(pathOf(inLocale(address, 'zh-hans')), '/zh-hans/news/periodicals/weekly/2024-01-05/one/ja');
  for (const rest of ['one/en', 'one/de', 'one/ja/', 'one/ja/en', 'print/ja', 'ONE/ja']) assert.equal(parsePath(`/en/news/periodicals/weekly/2024-01-05/${rest}`), undefined, rest);
});

test('the page of all corrections has an address that no standing page can take', () => {
  assert.deepEqual(parsePath('/en/corrections'), { kind: 'corrections', locale: 'en' });
  assert.deepEqual(parsePath('/en/about/compliance'), { kind: 'compliance', locale: 'en' });
  assert.equal(pathOf({ kind: 'compliance', locale: 'en' }), '/en/about/compliance');
  assert.equal(parsePath('/en/about/compliance/x') ?? parsePath('/en/about/x'), undefined);
  assert.equal(pathOf({ kind: 'corrections', locale: 'en' }), '/en/corrections');
  assert.equal(parsePath('/en/corrections/more'), undefined);
});

test('what became of an article has an address of its own in every language; only one way of writing it is the page', () => {
  assert.deepEqual(parsePath('/ja/s/b2c3d4f5'), { kind: 'copy', locale: 'ja', code: 'b2c3d4f5' });
  assert.equal(pathOf({ kind: 'copy', locale: 'ja', code: 'b2c3d4f5' }), '/ja/s/b2c3d4f5');
  for (const path of ['/ja/s', '/ja/s/', '/ja/s/B2C3D4F5', '/ja/s/b2c3-d4f5', '/ja/s/b2c3d4f5/', '/ja/s/b2c3d4f5/x', '/s/b2c3d4f5']) assert.equal(parsePath(path), undefined, path);
});

test('a short address is read as people type it', () => {
  for (const path of ['/s/b2c3d4f5', '/S/B2C3D4F5', '/s/b2c3-d4f5', '/s/b2c3%20d4f5', '/s/b2c3d4f5.', '/s/b2c3d4f5/']) assert.equal(parseShortPath(path), 'b2c3d4f5', path);
  for (const path of ['/s/', '/s/b2c3d4f', '/s/b2c3d4f55', '/s/b2c3d4f0', '/s/b2c3d4f5/qr.svg', '/ja/s/b2c3d4f5', `/s/${'-'.repeat(50)}b2c3d4f5`]) assert.equal(parseShortPath(path), undefined, path);
});

test('what all languages share of an address is read back in the language of the Originals', () => {
  for (const path of ['/', '/news', '/corrections', '/about', '/news/periodicals/weekly/2024-01-05/one']) {
    const address = parseSharedPath(path);
    assert.equal(address && sharedPathOf({ ...address, locale: 'zh-hant' }), path);
    assert.equal(address?.locale, 'zh-hans');
  }
  for (const path of ['', 'about', '//about', '/en', '/en/about', '/about/', '/about?x', '/news/periodicals/weekly/2024-01-05/one/cite.txt', 'https://example.cn/about']) assert.equal(parseSharedPath(path), undefined, path);
});

const inElderMode: readonly (readonly [path: string, address: Address])[] = [
  ['/zh-hans/elder', { kind: 'front', locale: 'zh-hans' }],
  ['/en/elder/news', { kind: 'news', locale: 'en' }],
  ['/en/elder/settings', { kind: 'settings', locale: 'en' }],
  ['/ja/elder/about', { kind: 'page', locale: 'ja', slug: 'about' }],
  ['/zh-hant/elder/news/periodicals/weekly/2024-01-05/one', { kind: 'article', locale: 'zh-hant', periodical: 'weekly', issue: '2024-01-05', slug: 'one' }],
];

for (const [path, address] of inElderMode) {
  test(`${path} is a page in elder mode and no page of its own`, () => {
    assert.equal(elderPathOf(address), path);
    assert.deepEqual(parseShown(path), { address, isElder: true });
    assert.equal(pathOfShown({ address, isElder: true }), path);
    assert.deepEqual(parseShown(pathOf(address)), { address, isElder: false });
    assert.equal(parsePath(path), undefined);
  });
}

test('what to fetch to keep an issue stands below the issue, in either mode', () => {
  const issue = { kind: 'issue', locale: 'en', periodical: 'weekly', issue: '2024-01-05' } as const;
  for (const [path, isElder] of [['/en/news/periodicals/weekly/2024-01-05/offline.json', false], ['/en/elder/news/periodicals/weekly/2024-01-05/offline.json', true]] as const) {
    assert.equal(savingListPathOf({ issue, isElder }), path);
    assert.deepEqual(parseSavingListPath(path), { issue, isElder });
    assert.equal(parseWirePath(path), undefined);
  }
  for (const path of ['/en/offline.json', '/en/news/periodicals/weekly/offline.json', '/en/news/periodicals/weekly/2024/offline.json', '/en/news/periodicals/weekly/2024-01-05/one/offline.json', '/offline.json', '/en/news/periodicals/weekly/2024-01-05/offline.js']) assert.equal(parseSavingListPath(path), undefined, path);
});

test('elder mode does not stand in itself, nor where there is no language', () => {
  for (const path of ['/en/elder/elder', '/elder', '/elder/en', '/en/news/elder', '/en/elder/', '/en/elder/feed.atom']) assert.equal(parseShown(path), undefined, path);
  assert.deepEqual(['/en/elder', '/en/elder/nothing/here', '/en/elderly', '/elder/x', '/en/news/elder'].map(isBelowElder), [true, true, false, false, false]);
});
