import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePath, parseWirePath, pathOf, wirePathOf, type WireAddress } from './routes';

const files: readonly (readonly [path: string, address: WireAddress])[] = [
  ['/zh-hans/feed.atom', { kind: 'feed', locale: 'zh-hans', subject: { kind: 'site' }, format: 'atom' }],
  ['/en/corrections/feed.json', { kind: 'feed', locale: 'en', subject: { kind: 'corrections' }, format: 'json' }],
  ['/ja/news/periodicals/weekly/feed.atom', { kind: 'feed', locale: 'ja', subject: { kind: 'periodical', periodical: 'weekly' }, format: 'atom' }],
  ['/ja/news/periodicals/weekly/columns/2024/feed.json', { kind: 'feed', locale: 'ja', subject: { kind: 'column', periodical: 'weekly', column: '2024' }, format: 'json' }],
  ['/zh-hant/news/periodicals/weekly/issues.ics', { kind: 'calendar', locale: 'zh-hant', periodical: 'weekly' }],
  ['/en/news/periodicals/weekly/2024-01-05/one/cite.txt', { kind: 'citation', locale: 'en', periodical: 'weekly', issue: '2024-01-05', slug: 'one', format: 'txt' }],
  ['/ja/news/periodicals/weekly/2024-01-05/one/qr.svg', { kind: 'qr-code', locale: 'ja', periodical: 'weekly', issue: '2024-01-05', slug: 'one' }],
  ['/ja/news/periodicals/weekly/2024-01-05/one/cite.bib', { kind: 'citation', locale: 'ja', periodical: 'weekly', issue: '2024-01-05', slug: 'one', format: 'bib' }],
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
  ...['/en/cite.txt', '/en/news/periodicals/weekly/2024-01-05/qr.svg', '/en/news/periodicals/weekly/2024-01-05/one/columns/x/qr.svg', '/en/news/periodicals/weekly/2024-01-05/cite.ris', '/en/news/periodicals/weekly/2024-01-05/one/cite.doc', '/en/news/periodicals/weekly/2024-01-05/one/columns/x/cite.bib'],
  ...['/sitemaps/weekly/2024.xml', '/sitemaps/../2024-01.xml', '/sitemaps/weekly/2024-01-05-01.xml', '/sitemap.xml.gz', '/robots.txt/'],
];

for (const path of strangers) {
  test(`${path} is no file of ours`, () => assert.equal(parseWirePath(path), undefined));
}

test('the page of all corrections has an address that no standing page can take', () => {
  assert.deepEqual(parsePath('/en/corrections'), { kind: 'corrections', locale: 'en' });
  assert.equal(pathOf({ kind: 'corrections', locale: 'en' }), '/en/corrections');
  assert.equal(parsePath('/en/corrections/more'), undefined);
});
