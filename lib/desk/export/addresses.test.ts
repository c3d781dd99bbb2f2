import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { openCatalogue } from '@/lib/content/catalogue';
import { openIndexer } from '@/lib/content/indexer';
import { readEnvironment } from '@/lib/environment';
import { root } from '@/lib/root.mjs';
import { parsePath } from '@/lib/routes';
import { shortCodeOf } from '@/lib/short-code';
import { codesOf, listPaths, listSavingPaths, listWirePaths, partsOf } from './addresses';

const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'export-addresses-'));
const environment = readEnvironment({ PORTAL_CONTENT: path.join(root, 'e2e/content'), PORTAL_DATA: folder });
const indexer = openIndexer(environment, { isSearched: false });
await indexer.refresh();
const catalogue = openCatalogue(environment, { now: () => new Date('2026-01-01T00:00:00Z') });
const paths = listPaths(environment.content, catalogue);
const wirePaths = listWirePaths(catalogue, codesOf(paths));
catalogue.close();
indexer.close();
after(() => fs.rm(folder, { recursive: true }));

test('what readers may ask for is listed, in every language, once', () => {
  const there = ['', '/corrections', '/news', '/news/periodicals', '/about', '/news/periodicals/zhoukan', '/news/periodicals/zhoukan/2025', '/news/periodicals/zhoukan/2025-03-14', '/news/periodicals/zhoukan/2025-03-14/lake-path', '/news/periodicals/zhoukan/2024-12-27/withdrawn-count'];
  for (const locale of ['zh-hans', 'zh-hant', 'en', 'ja']) for (const rest of there) assert.ok(paths.includes(`/${locale}${rest}`), `/${locale}${rest}`);
  assert.equal(new Set(paths).size, paths.length);
});

test('each article has its short address, and nobody else', () => {
  const codes = codesOf(paths);
  assert.deepEqual([...codes].sort(), [...new Set(paths.flatMap((one) => { const address = parsePath(one); return address?.kind === 'article' ? [shortCodeOf(address)] : []; }))].sort());
  assert.ok(codes.length > 5);
  for (const code of codes) {
    for (const locale of ['zh-hans', 'zh-hant', 'en', 'ja']) assert.ok(paths.includes(`/${locale}/s/${code}`));
    assert.ok(wirePaths.includes(`/s/${code}/qr.svg`));
  }
});

test('drafts and what is not due are not, nor years and issues of nothing else', () => {
  const absent = ['zhoukan/2025-03-14/draft-plan', 'zhoukan/2025-03-14/next-century', 'zhoukan/2099-01-02/far-future', 'zhoukan/2099-01-02', 'zhoukan/2099', 'shequ/2024-03-01'];
  for (const rest of absent) assert.ok(!paths.includes(`/zh-hans/news/periodicals/${rest}`), rest);
  assert.ok(!paths.some((one) => /\/(?:missing|failed|search)$/.test(one)));
});

test('what is linked comes before what links to it', () => {
  const order = ['/en/news/periodicals/zhoukan/2025-03-14/lake-path', '/en/news/periodicals/zhoukan/2025-03-14', '/en/news/periodicals/zhoukan/2025', '/en/news/periodicals/zhoukan', '/en/news/periodicals', '/en/news', '/en'];
  assert.deepEqual(paths.filter((one) => order.includes(one)), order);
});

test('files for programs are listed in every language, form and column; the list of site maps names the rest', () => {
  for (const path of ['/robots.txt', '/sitemap.xml', '/sitemaps/pages.xml', '/sitemaps/news.xml']) assert.ok(wirePaths.includes(path), path);
  for (const locale of ['zh-hans', 'zh-hant', 'en', 'ja']) {
    for (const rest of ['feed.atom', 'feed.json', 'corrections/feed.atom', 'news/periodicals/zhoukan/feed.json', 'news/periodicals/zhoukan/issues.ics']) assert.ok(wirePaths.includes(`/${locale}/${rest}`), rest);
    assert.ok(wirePaths.some((path) => path.startsWith(`/${locale}/news/periodicals/zhoukan/columns/`)));
  }
  const cited = '/news/periodicals/zhoukan/2025-03-14/lake-path/cite.';
  for (const locale of ['zh-hans', 'zh-hant', 'en', 'ja']) for (const format of ['txt', 'bib', 'ris']) assert.ok(wirePaths.includes(`/${locale}${cited}${format}`), format);
  assert.ok(!wirePaths.includes('/en/news/periodicals/zhoukan/2025-03-14/tables-and-notes/cite.txt'), 'a Fallback is cited as the Original');
  assert.ok(!wirePaths.some((path) => /(?:draft-plan|next-century|withdrawn-count)\/cite/.test(path)));
  const list = '<sitemap><loc>https://news.example.cn/sitemaps/a/2023-02.xml</loc></sitemap><sitemap><loc>https://elsewhere.example/sitemap.xml</loc></sitemap>';
  assert.deepEqual(partsOf(list, 'https://news.example.cn'), ['/sitemaps/a/2023-02.xml']);
});

test('every issue that has articles to show says what to save of it, in every language and mode', () => {
  const lists = listSavingPaths(paths);
  for (const locale of ['zh-hans', 'zh-hant', 'en', 'ja']) for (const mode of ['', '/elder']) assert.ok(lists.includes(`/${locale}${mode}/news/periodicals/zhoukan/2025-03-14/offline.json`));
  assert.equal(lists.length, paths.filter((one) => one.endsWith('/print')).length);
  assert.ok(!lists.some((one) => one.includes('2099-01-02')));
});
