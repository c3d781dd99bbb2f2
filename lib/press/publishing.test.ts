import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Change } from '@/lib/content/indexer';
import { shortCodeOf } from '@/lib/short-code';
import { stalePages } from './publishing';

const periodicals = '/news/periodicals';
const files = (name: string): readonly string[] => [`/en${periodicals}/${name}/feed.atom`, `/en${periodicals}/${name}/columns/one/feed.json`, `/en${periodicals}/${name}/issues.ics`, `/sitemaps/${name}/2024-01.xml`];
/** The page of an article's short address, and its code to scan. */
const copies = (slug: string): readonly string[] => ['/en/s/', '/s/'].map((path, place) => path + shortCodeOf({ periodical: 'weekly', issue: '2024-01-05', slug }) + (place === 1 ? '/qr.svg' : ''));
const pages = ['/zh-hans', '/en', '/ja/news', `/en${periodicals}`, '/zh-hans/about', '/sitemap.xml', '/en/feed.atom', '/ja/corrections/feed.json', '/en/opensearch.xml', ...copies('one'), ...copies('two')].concat(
  ['weekly', 'daily'].flatMap((name) => [
    `/en${periodicals}/${name}`,
    `/en${periodicals}/${name}/2024`,
    ...files(name),
    ...['2024-01-05', '2024-01-12'].flatMap((issue) => [`/en${periodicals}/${name}/${issue}`, `/zh-hant${periodicals}/${name}/${issue}/one`, `/ja${periodicals}/${name}/${issue}/two`, `/ja${periodicals}/${name}/${issue}/two/en`, `/en${periodicals}/${name}/${issue}/one/cite.bib`, `/en${periodicals}/${name}/${issue}/print`, `/en${periodicals}/${name}/${issue}/print.css`]),
    `/ja${periodicals}/${name}/2024-01-05/offline.json`,
  ]),
);
/** Every page stands there in elder mode too. */
const inBothModes = (paths: readonly string[]): string[] => paths.flatMap((path) => (/\.\w+$/.test(path) ? [path] : [path, path.replace(/^\/[^/]+/, '$&/elder')]));
const shelf = inBothModes(pages);
const lists = ['/zh-hans', '/en', '/ja/news', `/en${periodicals}`, '/zh-hans/about', '/sitemap.xml', '/en/feed.atom', '/ja/corrections/feed.json'];
const ofWeekly = [...lists, ...files('weekly'), ...['', '/2024', '/2024-01-05', '/2024-01-12'].map((rest) => `/en${periodicals}/weekly${rest}`), `/ja${periodicals}/weekly/2024-01-05/offline.json`];
const ofFirstIssue = [...ofWeekly, `/zh-hant${periodicals}/weekly/2024-01-05/one`, `/ja${periodicals}/weekly/2024-01-05/two`, `/ja${periodicals}/weekly/2024-01-05/two/en`, `/en${periodicals}/weekly/2024-01-05/one/cite.bib`, `/en${periodicals}/weekly/2024-01-05/print`, `/en${periodicals}/weekly/2024-01-05/print.css`];

const cases: readonly (readonly [why: string, changes: readonly Change[], stale: readonly string[]])[] = [
  ['nothing', [], []],
  ['the site', [{ kind: 'site' }], shelf],
  ['a standing page, because footers name it', [{ kind: 'page', slug: 'about' }], shelf],
  ['a periodical, because mastheads name it', [{ kind: 'periodical', periodical: 'weekly' }], shelf],
  ['an issue', [{ kind: 'issue', periodical: 'weekly', issue: '2024-01-05' }], ofFirstIssue],
  ['an article', [{ kind: 'article', periodical: 'weekly', issue: '2024-01-05', slug: 'one' }], [...ofFirstIssue, ...copies('one')]],
  ['where old addresses lead', [{ kind: 'redirects' }], []],
  ['the first article of a new issue', [{ kind: 'article', periodical: 'weekly', issue: '2024-01-19', slug: 'one' }], ofWeekly],
  [
    'articles of two issues',
    [
      { kind: 'article', periodical: 'weekly', issue: '2024-01-05', slug: 'one' },
      { kind: 'article', periodical: 'weekly', issue: '2024-01-12', slug: 'one' },
    ],
    pages.filter((path) => /\/weekly\b/.test(path) || lists.includes(path) || copies('one').includes(path)),
  ],
];

for (const [why, changes, stale] of cases) {
  test(`a change of ${why} is shown by these pages and no others`, () => {
    const isStale = stalePages(changes);
    assert.deepEqual(shelf.filter(isStale), shelf.filter((path) => inBothModes(stale).includes(path)));
  });
}
