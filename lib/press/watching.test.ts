import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { openIndexer } from '@/lib/content/indexer';
import { readEnvironment } from '@/lib/environment';
import type { Stale } from './publishing';
import { watchForReaders } from './watching';

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-watching-'));
test.after(() => fs.rmSync(root, { recursive: true, force: true }));
const periodical = 'news/periodicals/weekly';
const page = '/zh-hans/news/periodicals/weekly/2024-01-05/one';
let rooms = 0;

function articleText(title: string, published = '2024-01-05 09:00'): string {
  return `---\ntitle: ${title}\npublished: ${published}\ncolumn: 要闻\n---\n\n正文。\n`;
}

interface Room {
  write(name: string, text: string): void;
  readonly published: readonly Stale[];
  readonly told: readonly string[];
  readonly said: readonly string[];
}

async function openRoom(now?: () => Date): Promise<Room> {
  const folder = path.join(root, String((rooms += 1)));
  const [content, data] = [path.join(folder, 'content'), path.join(folder, 'data')];
  const write = (name: string, text: string): void => {
    fs.mkdirSync(path.dirname(path.join(content, name)), { recursive: true });
    fs.writeFileSync(path.join(content, `${name}.tmp`), text);
    fs.renameSync(path.join(content, `${name}.tmp`), path.join(content, name));
  };
  write('site.md', '---\nname: 新闻中心\norganisation: 示例园区管理委员会\nplace: 示例园区\n---\n');
  write(`${periodical}/index.md`, '---\ntitle: 示例周刊\ncolumns:\n  - slug: news\n    name: 要闻\n---\n');
  write(`${periodical}/2024-01-05/one.md`, articleText('甲'));
  write(`${periodical}/2024-01-05/late.md`, articleText('丙', '2024-06-01 09:30'));
  const indexer = openIndexer(readEnvironment({ PORTAL_CONTENT: content, PORTAL_DATA: data }));
  await indexer.refresh();
  const [published, told, said]: [Stale[], string[], string[]] = [[], [], []];
  const watching = watchForReaders({
    indexer,
    printing: { publish: (isStale) => published.push(isStale) },
    log: { say: (_, event) => said.push(event), problem: ({ file, rule }) => told.push(`${file} ${rule}`) },
    ...(now && { now }),
  });
  test.after(() => {
    watching.close();
    indexer.close();
  });
  return { write, published, told, said };
}

async function until(isSo: () => boolean, limit = 5_000): Promise<void> {
  const end = performance.now() + limit;
  while (!isSo() && performance.now() < end) await wait(10);
  assert.ok(isSo(), 'it did not happen in time');
}

test('a saved file is published, and only the pages that show it', async () => {
  const room = await openRoom();
  await wait(200);
  assert.equal(room.published.length, 0, 'what was there at the start is no change');
  room.write(`${periodical}/2024-01-05/one.md`, articleText('乙'));
  await until(() => room.published.length === 1);
  const [isStale = () => false] = room.published;
  assert.deepEqual([page, '/en', '/zh-hans/news/periodicals/weekly/2023-12-29/one'].map(isStale), [true, true, false]);
  assert.deepEqual(room.said, ['published']);
});

test('a broken file publishes nothing and is told once; mended and broken again, it is told again', async () => {
  const room = await openRoom();
  await wait(200);
  const file = `${periodical}/2024-01-05/one.md`;
  room.write(file, '---\ntitle: 甲\n---\n');
  await until(() => room.told.length > 0);
  const first = [...room.told];
  assert.ok(first.includes(`${file} missing-fact`), first.join(', '));
  assert.equal(room.published.length, 0, 'readers keep the last good version');
  room.write(`${periodical}/2024-01-05/two.md`, articleText('丁'));
  await until(() => room.published.length === 1);
  assert.deepEqual(room.told, first, 'not told twice');
  room.write(file, articleText('戊'));
  await until(() => room.published.length === 2);
  room.write(file, '---\ntitle: 甲\n---\n');
  await until(() => room.told.length === 2 * first.length);
});

test('a scheduled article is published by itself when its time has come', async () => {
  // A clock that stands half a second before the article's time when it is first looked at.
  let offset: number | undefined;
  const room = await openRoom(() => new Date(Date.now() + (offset ??= new Date('2024-06-01T09:29:59.500+08:00').getTime() - Date.now())));
  await until(() => room.published.length === 1);
  const [isStale = () => false] = room.published;
  assert.equal(isStale('/zh-hans/news/periodicals/weekly/2024-01-05/late'), true);
  await wait(200);
  assert.equal(room.published.length, 1, 'once');
});
