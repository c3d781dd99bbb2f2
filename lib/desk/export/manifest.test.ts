import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import type { Entry } from './entry';
import { manifestName, openManifest } from './manifest';

const folders = await fs.mkdtemp(path.join(os.tmpdir(), 'export-manifest-'));
after(() => fs.rm(folders, { recursive: true }));

const entry = (address: string, more: Partial<Entry> = {}): Entry => ({ kind: 'page', path: address, hash: `W/"${address}"`, isCompressed: true, headers: 'none', pictures: [], ...more });
const look = { edition: 'one', asOf: '2026-01-02T03:04:05.000Z' };
const everything = (): boolean => true;
const newFolder = (): Promise<string> => fs.mkdtemp(path.join(folders, 'site-'));

test('a new folder gets a manifest whose id stays', async () => {
  const folder = await newFolder();
  const first = await openManifest(path.join(folder, 'deep/site'));
  assert.deepEqual([first.entries.size, first.look, first.isComplete, first.isStale('/en')], [0, undefined, false, true]);
  await first.finish(true);
  const again = await openManifest(path.join(folder, 'deep/site'));
  assert.deepEqual([again.id, again.isComplete], [first.id, true]);
});

test('what was recorded is known again, whether the export came to its end or was killed', async () => {
  const folder = await newFolder();
  const manifest = await openManifest(folder);
  await manifest.recordIntent();
  await manifest.recordLook(look, everything);
  const headers = await manifest.recordHeaders(['Cache-Control', 'public']);
  await manifest.recordEntry(entry('/en', { headers, pictures: ['/media/a'] }));
  await manifest.recordEntry(entry('/ja', { headers }));
  await manifest.recordRemoval('/ja');
  const killed = await openManifest(folder);
  assert.deepEqual([killed.look, killed.isComplete, [...killed.entries.keys()], killed.isStale('/en'), killed.isStale('/ja')], [look, false, ['/en'], false, true]);
  assert.deepEqual([killed.entries.get('/en')?.pictures, killed.headersOf(headers)], [['/media/a'], ['Cache-Control', 'public']]);
  await killed.finish(true);
  const ended = await openManifest(folder);
  assert.deepEqual([ended.look, ended.isComplete, ended.isStale('/en'), ended.headersOf(headers)], [look, true, false, ['Cache-Control', 'public']]);
});

test('a look makes stale what it says, until it is printed, over any number of breaks', async () => {
  const folder = await newFolder();
  const manifest = await openManifest(folder);
  await manifest.recordLook(look, everything);
  for (const address of ['/en', '/en/a', '/en/b']) await manifest.recordEntry(entry(address));
  await manifest.finish(true);
  const second = await openManifest(folder);
  await second.recordIntent();
  await second.recordLook({ ...look, asOf: '2026-01-03T00:00:00.000Z' }, (address) => address !== '/en/b');
  await second.recordEntry(entry('/en'));
  const third = await openManifest(folder);
  assert.deepEqual(['/en', '/en/a', '/en/b'].map((address) => third.isStale(address)), [false, true, false]);
  await third.finish(false);
  const fourth = await openManifest(folder);
  assert.deepEqual([fourth.isStale('/en/a'), fourth.isStale('/en/b'), fourth.isComplete], [true, false, false]);
});

test('a look that broke off makes every page stale', async () => {
  const folder = await newFolder();
  const manifest = await openManifest(folder);
  await manifest.recordLook(look, everything);
  await manifest.recordEntry(entry('/en'));
  await manifest.recordIntent();
  const killed = await openManifest(folder);
  assert.deepEqual([killed.look, killed.isStale('/en'), killed.entries.has('/en')], [undefined, true, true]);
});

test('a torn last line is cut off, and what follows is whole', async () => {
  const folder = await newFolder();
  const manifest = await openManifest(folder);
  await manifest.recordLook(look, everything);
  await manifest.recordEntry(entry('/en'));
  await fs.appendFile(path.join(folder, manifestName), '{"line":"entry","kind":"page","path":"/j');
  const torn = await openManifest(folder);
  assert.deepEqual([...torn.entries.keys()], ['/en']);
  await torn.recordEntry(entry('/ja'));
  assert.deepEqual([...(await openManifest(folder)).entries.keys()], ['/en', '/ja']);
});

test('another file of the same name, or of another version, is refused with its name', async () => {
  const folder = await newFolder();
  for (const text of ['not JSON\n', '"words"\n', '{"line":"export","version":99,"id":"x"}\n']) {
    await fs.writeFile(path.join(folder, manifestName), text);
    await assert.rejects(openManifest(folder), (error: Error) => error.message.includes(manifestName), text);
  }
});
