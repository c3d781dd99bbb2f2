import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { openCatalogue } from '@/lib/content/catalogue';
import { openIndexer } from '@/lib/content/indexer';
import { readEnvironment } from '@/lib/environment';
import { root } from '@/lib/root.mjs';
import { composeSavingList, versionOf, type Sent } from './saving-list';

const issue = { kind: 'issue', locale: 'en', periodical: 'zhoukan', issue: '2025-03-14' } as const;
const home = '/en/news/periodicals/zhoukan/2025-03-14';
const media = '/media/zhoukan/2025-03-14/0123abcd';
const html = [
  '<link rel="stylesheet" href="/_next/static/chunks/site.css"><link rel="icon" href="/favicon.svg"><link rel="canonical" href="https://news.example.cn/en"><link rel="alternate" href="/en/feed.atom">',
  '<script src="/assets/reader-0123456789ab.js"></script><script type="application/ld+json">{"image":"/media/x.jpg"}</script>',
  `<img src="${media}/it&#x27;s.jpg" srcset="${media}/it&#x27;s.jpg 900w, ${media}/it&#x27;s.jpg.480.webp 480w" sizes="100vw"><img src="${home}/lake-path/qr.svg" alt=""><img src="${media}/small.gif">`,
].join('');
const assets = ['/assets/aids-0123456789ab.js', '/assets/aids-0123456789ab.css', '/assets/offline-0123456789ab.js', '/assets/search-0123456789ab.js', '/robots.txt', '/offline.js'];

const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'saving-list-'));
const environment = readEnvironment({ PORTAL_CONTENT: path.join(root, 'e2e/content'), PORTAL_DATA: folder });
const indexer = openIndexer(environment, { isSearched: false });
await indexer.refresh();
indexer.close();
const catalogue = openCatalogue(environment, { now: () => new Date('2026-01-01T00:00:00Z') });
after(async () => {
  catalogue.close();
  await fs.rm(folder, { recursive: true });
});

/** Everything is there, 100 bytes large, but what a test says is gone. */
function sentBut(...gone: readonly string[]) {
  return async (file: string): Promise<Sent | undefined> => (gone.includes(file) ? undefined : { bytes: 100, version: `v${file.length}`, ...(file.startsWith('/en') && !file.includes('.') && { html }) });
}

test('an issue is its page, its articles as readers see them, the page that stands for others, and what these show', async () => {
  const list = await composeSavingList({ issue, isElder: false }, catalogue, assets, sentBut());
  assert.ok(list);
  assert.equal(list.title, 'Example Park Weekly, Friday, March 14, 2025');
  const paths = list.pages.map((page) => page.path);
  assert.deepEqual([paths[0], paths.at(-1)], [home, '/en/offline']);
  assert.ok(paths.includes(`${home}/lake-path`) && paths.includes(`${home}/tables-and-notes`), 'a Fallback is read too');
  for (const hidden of ['draft-plan', 'next-century']) assert.ok(!paths.includes(`${home}/${hidden}`), hidden);
  assert.deepEqual(
    list.files.map((file) => file.path),
    ['/_next/static/chunks/site.css', '/assets/aids-0123456789ab.css', '/assets/aids-0123456789ab.js', '/assets/offline-0123456789ab.js', '/assets/reader-0123456789ab.js', `${home}/lake-path/qr.svg`, '/favicon.svg'],
  );
  assert.deepEqual(
    list.pictures.map((copies) => copies.map(({ path: file, width }) => [file, width])),
    [[[`${media}/it's.jpg.480.webp`, 480], [`${media}/it's.jpg`, 900]], [[`${media}/small.gif`, 0]]],
  );
  for (const file of [...list.pages, ...list.files, ...list.pictures.flat()]) assert.deepEqual([file.bytes, file.version], [100, `v${file.path.length}`]);
});

test('in elder mode the pages are those of the mode', async () => {
  const list = await composeSavingList({ issue, isElder: true }, catalogue, assets, sentBut());
  assert.equal(list?.pages[0]?.path, '/en/elder/news/periodicals/zhoukan/2025-03-14');
  assert.ok(list.pages.every((page) => page.path.startsWith('/en/elder/')));
});

test('what cannot be had is not in the list; without one of its pages there is no list, nor of an issue that is not there', async () => {
  const list = await composeSavingList({ issue, isElder: false }, catalogue, assets, sentBut(`${media}/small.gif`, `${media}/it's.jpg`, '/favicon.svg'));
  assert.deepEqual(list?.pictures.map((copies) => copies.map((copy) => copy.path)), [[`${media}/it's.jpg.480.webp`]]);
  assert.ok(list.files.every((file) => file.path !== '/favicon.svg'));
  assert.equal(await composeSavingList({ issue, isElder: false }, catalogue, assets, sentBut(`${home}/lake-path`)), undefined);
  for (const date of ['2025-03-15', '2099-01-02']) assert.equal(await composeSavingList({ issue: { ...issue, issue: date }, isElder: false }, catalogue, assets, sentBut()), undefined);
});

test('a version is what an ETag says, weak or not', () => {
  assert.deepEqual(['W/"abc_-1"', '"0123.480"'].map(versionOf), ['abc_-1', '0123.480']);
});
