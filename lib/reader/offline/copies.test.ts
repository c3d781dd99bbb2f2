import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytesOf, cacheNameOf, chooseFiles, isHashed, keyOf, readCacheName } from './copies';

const path = '/zh-hans/news/periodicals/jinyuanqu/2023-02-03';

test('a cache is named by the issue and the moment, and read back; other caches are left alone', () => {
  const at = new Date('2026-01-02T03:04:05.678Z');
  const name = cacheNameOf(path, at);
  assert.equal(name, `issue ${path} 2026-01-02T03:04:05.678Z`);
  assert.deepEqual(readCacheName(name), { path, at });
  for (const other of ['', 'issue', `issue ${path}`, `issue ${path} later`, `${path} 2026-01-02T03:04:05.678Z`, 'issue news 2026-01-02T03:04:05.678Z', 'workbox-precache']) assert.equal(readCacheName(other), undefined, other);
});

test('of a picture the smallest copy that is wide enough is fetched, else the widest', () => {
  const file = (name: string, bytes: number, width = 0) => ({ path: name, bytes, version: 'v', width });
  const list = { title: '', pages: [file('/page', 1)], files: [file('/style', 10)], pictures: [[file('/480', 100, 480), file('/960', 200, 960), file('/1600', 400, 1600)], [file('/gif', 1000)]] };
  for (const [wish, copy, bytes] of [[320, '/480', 1111], [480, '/480', 1111], [481, '/960', 1211], [5000, '/1600', 1411]] as const) {
    const chosen = chooseFiles(list, wish);
    assert.deepEqual([chosen.map((one) => one.path), bytesOf(chosen)], [['/page', '/style', copy, '/gif'], bytes], String(wish));
  }
});

test('a page has one key, with or without a slash at its end; what a hash names never changes', () => {
  assert.deepEqual(['/en/', '/en', '/', `${path}/`].map(keyOf), ['/en', '/en', '/', path]);
  assert.deepEqual(['/assets/a.js', '/_next/static/a.css', '/media/a/b/c/d.jpg', '/favicon.svg', '/en/media', '/offline.js'].map(isHashed), [true, true, true, false, false, false]);
});
