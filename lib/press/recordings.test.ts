import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { openRecordings, type FindRecording } from './recordings';

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-recordings-'));
test.after(() => fs.rmSync(root, { recursive: true }));

/** A recording of a content folder, as the catalogue knows it. */
function sample(name: string): { readonly find: FindRecording; readonly file: string; readonly target: string; readonly hash: string } {
  const bytes = Buffer.alloc(1_000, name);
  const file = path.join(root, name);
  fs.writeFileSync(file, bytes);
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  const find: FindRecording = (folder, asked, askedHash) => (folder === 'weekly/2024-01-05' && asked === name && askedHash === hash ? { file, type: 'audio/mpeg', size: 1_000 } : undefined);
  return { find, file, hash, target: `/recordings/weekly/2024-01-05/${hash}/${encodeURIComponent(name)}` };
}

test('a recording is found at its address alone', async () => {
  const { find, file, hash, target } = sample('朗读 1.mp3');
  const recordings = openRecordings(find);
  assert.deepEqual(await recordings.find(target), { file, type: 'audio/mpeg', size: 1_000, etag: `"${hash}"` });
  for (const other of [target.replace('/recordings/', '/media/'), target.replace(hash, '0'.repeat(16)), target.replace('01-05', '01-06'), `${target}/`, `/en${target}`, target.replace(/[^/]+$/, '..%2f..%2fsite.md'), target.replace(/[^/]+$/, '%ff'), '/recordings/']) {
    assert.equal(await recordings.find(other), undefined, other);
  }
});

test('bytes that are no longer those of the address are not sent, of another size or of the same', async () => {
  const { find, file, target } = sample('b.mp3');
  const recordings = openRecordings(find);
  assert.ok(await recordings.find(target));
  fs.writeFileSync(file, 'half');
  assert.equal(await recordings.find(target), undefined);
  fs.writeFileSync(file, Buffer.alloc(1_000, 'x'));
  assert.equal(await recordings.find(target), undefined);
  fs.rmSync(file);
  assert.equal(await recordings.find(target), undefined);
});
