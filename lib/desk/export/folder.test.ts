import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { readEnvironment } from '@/lib/environment';
import type { Entry } from './entry';
import { copyWhole, fileOf, isThere, removeFile, writeWhole } from './folder';
import { findPictures } from './picture-paths';
import { requireTarget } from './target';

const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'export-folder-'));
after(() => fs.rm(folder, { recursive: true }));
const at = (name: string): string => path.join(folder, name);

test('an address has one place in the folder, and never one outside it', () => {
  const cases: readonly (readonly [Entry['kind'], address: string, file: string])[] = [
    ['page', '/zh-hans', 'zh-hans/index.html'],
    ['page', '/en/news/periodicals/a/2023-02-03/b', 'en/news/periodicals/a/2023-02-03/b/index.html'],
    ['spare', '/en/404.html', 'en/404.html'],
    ['host', '/_headers', '_headers'],
    ['picture', '/media/a/2023-02-03/0123abcd/%E6%B9%96%20(1).jpg.480.webp', 'media/a/2023-02-03/0123abcd/湖 (1).jpg.480.webp'],
  ];
  for (const [kind, address, file] of cases) assert.equal(fileOf({ kind, path: address }), file);
  for (const address of ['/', '/../x', '/a/%2e%2e/x', '/a//b', '/a%2fb', '/a%5cb', '/a%00']) assert.throws(() => fileOf({ kind: 'file', path: address }), address);
});

test('a file is replaced whole, and leaves nothing beside it', async () => {
  await writeWhole(at('deep/a.html'), 'one');
  await writeWhole(at('deep/a.html'), Buffer.from('two'));
  await copyWhole(at('deep/a.html'), at('deep/b.html'));
  assert.deepEqual([await fs.readFile(at('deep/b.html'), 'utf8'), await fs.readdir(at('deep'))], ['two', ['a.html', 'b.html']]);
  await assert.rejects(copyWhole(at('nothing'), at('deep/c.html')));
  assert.deepEqual(await fs.readdir(at('deep')), ['a.html', 'b.html']);
});

test('a file goes with its copies and its empty folders, and no further', async () => {
  for (const name of ['x/y/index.html', 'x/y/index.html.br', 'x/y/index.html.gz', 'x/kept.txt']) await writeWhole(at(name), '');
  await removeFile(folder, 'x/y/index.html');
  assert.deepEqual([await isThere(at('x/y')), await fs.readdir(at('x'))], [false, ['kept.txt']]);
});

test('a folder of somebody else is not exported to unless forced, one of ours never', async () => {
  const environment = readEnvironment({ PORTAL_CONTENT: at('content'), PORTAL_DATA: at('data') });
  await writeWhole(at('full/notes.txt'), '');
  await writeWhole(at('file'), '');
  await writeWhole(at('site/.portal-export.jsonl'), '');
  await fs.mkdir(at('empty'));
  const cases: readonly (readonly [name: string, isForced: boolean, isWelcome: boolean])[] = [
    ['new', false, true],
    ['empty', false, true],
    ['site', false, true],
    ['full', false, false],
    ['full', true, true],
    ['file', true, false],
    ['content', true, false],
    ['content/pages', true, false],
    ['data/site', true, false],
    ['contents', false, true],
  ];
  for (const [name, isForced, isWelcome] of cases) {
    const required = requireTarget(at(name), environment, isForced);
    if (isWelcome) await required;
    else await assert.rejects(required, (error: Error) => error.message.startsWith(at(name)), `${name} ${isForced}`);
  }
});

test('the pictures and recordings of a page are found in its attributes, and nowhere else', () => {
  const page = [
    '<img src="/media/a/2023-02-03/0123abcd/lake.jpg" srcSet="/media/a/2023-02-03/0123abcd/lake.jpg.480.webp 480w, /media/a/2023-02-03/0123abcd/lake.jpg 900w">',
    '<meta property="og:image" content="https://news.example.cn/media/a/2023-02-03/89abcdef/it&#x27;s%20%26.png">',
    '<audio controls="" src="/recordings/a/2023-02-03/0123abcd/er.mp3"></audio><a href="/recordings/a/2023-02-03/0123abcd/er.mp3">',
    '<p>/media/a/2023-02-03/0123abcd/words.jpg &lt;img src="/media/a/2023-02-03/0123abcd/words.jpg"></p><a href="/media/elsewhere">',
  ].join('');
  assert.deepEqual(findPictures(page), ['/media/a/2023-02-03/0123abcd/lake.jpg', '/media/a/2023-02-03/0123abcd/lake.jpg.480.webp', "/media/a/2023-02-03/89abcdef/it's%20%26.png", '/recordings/a/2023-02-03/0123abcd/er.mp3']);
});
