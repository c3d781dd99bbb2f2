import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { bundleAsset, bundleReader, bundleWorker } from './bundle.mjs';

const folder = await mkdtemp(path.join(os.tmpdir(), 'reader-bundle-'));
after(() => rm(folder, { recursive: true }));

async function entryOf(source: string): Promise<string> {
  const entry = path.join(folder, 'entry.ts');
  await writeFile(entry, source);
  return entry;
}

test('the script is one plain file under the hash of its bytes, the same each time, also when many ask at once; what it may fetch lies beside it', async () => {
  const assets = path.join(folder, 'many');
  const addresses = await Promise.all(Array.from({ length: 4 }, () => bundleReader(assets)));
  assert.equal(new Set(addresses).size, 1);
  assert.match(addresses[0] ?? '', /^\/assets\/reader-[0-9a-f]{12}\.js$/);
  const files = await readdir(assets);
  assert.deepEqual(files.map((file) => file.replace(/-[0-9a-f]{12}\./, '.')).sort(), ['aids.css', 'aids.js', 'elder.css', 'offline.css', 'offline.js', 'reader.js']);
  const script = await readFile(path.join(assets, path.basename(addresses[0] ?? '')), 'utf8');
  for (const file of files.filter((name) => /^aids-|^offline-\w+\.js/.test(name))) assert.ok(script.includes(`"/assets/${file}"`), file);
  assert.doesNotMatch(script.replace(/\bimport\(\w+\.script\)/g, ''), /\b(import|export)\b/);
  for (const file of files) assert.doesNotMatch(await readFile(path.join(assets, file), 'utf8'), /innerHTML|insertAdjacentHTML|document\.write|https?:/);
});

test('the worker is one plain file at its own address, whatever its bytes', async () => {
  const file = path.join(folder, 'offline.js');
  await bundleWorker(file);
  await bundleWorker(file);
  const worker = await readFile(file, 'utf8');
  assert.doesNotMatch(worker, /\b(?:import|export|eval)\b|importScripts|https?:/);
});

test('a new bundle takes the place of older ones and of nothing else', async () => {
  const assets = path.join(folder, 'older');
  const older = await bundleAsset({ entry: await entryOf('console.log(1)'), name: 'reader', folder: assets });
  await writeFile(path.join(assets, 'reader-notes.txt'), '');
  const newer = await bundleAsset({ entry: await entryOf('console.log(2)'), name: 'reader', folder: assets });
  assert.notEqual(newer, older);
  assert.deepEqual((await readdir(assets)).sort(), [path.basename(newer), 'reader-notes.txt'].sort());
});

test('a script beyond 5 KB gzipped is refused, and the one in use stays', async () => {
  const assets = path.join(folder, 'heavy');
  const kept = await bundleAsset({ entry: await entryOf('console.log(1)'), name: 'reader', folder: assets });
  const noise = Array.from({ length: 2000 }, (_, n) => Math.imul(n + 1, 2654435761) >>> 0).join(' ');
  await assert.rejects(bundleAsset({ entry: await entryOf(`console.log('${noise}')`), name: 'reader', folder: assets }), /limit is 5120/);
  assert.deepEqual(await readdir(assets), [path.basename(kept)]);
});

test('what does not compile is an error', async () => {
  await assert.rejects(bundleAsset({ entry: await entryOf('const = 1'), name: 'reader', folder }), /entry\.ts/);
});
