import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { loadSharp } from '@/lib/sharp';
import { openPictures, type FindPicture } from './pictures';

const sharp = loadSharp();

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-pictures-'));
test.after(() => fs.rmSync(root, { recursive: true }));

interface Sample {
  readonly find: FindPicture;
  readonly hash: string;
  readonly file: string;
}

/** A picture of 1200 × 900 in a content folder, as the catalogue knows it. */
async function samplePicture(name: string): Promise<Sample> {
  const bytes = await sharp({ create: { width: 1200, height: 900, channels: 3, background: '#0b463c' } }).jpeg().toBuffer();
  const file = path.join(root, name);
  fs.writeFileSync(file, bytes);
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  return { hash, file, find: (folder, asked, askedHash) => (folder === 'weekly/2024-01-05' && asked === name && askedHash === hash ? { file, type: 'image/jpeg', width: 1200 } : undefined) };
}

function copiesIn(folder: string): string[] {
  return fs.readdirSync(folder).sort();
}

test('the file itself is found under its hash', async () => {
  const { find, hash, file } = await samplePicture('会场 1.jpg');
  const pictures = await openPictures(path.join(root, 'one'), find);
  const found = await pictures.find(`/media/weekly/2024-01-05/${hash}/${encodeURIComponent('会场 1.jpg')}`);
  assert.deepEqual(found, { file, type: 'image/jpeg', size: fs.statSync(file).size, etag: `"${hash}"` });
});

test('a copy is made once however many ask, and found again after a restart', async () => {
  const { find, hash, file } = await samplePicture('b.jpg');
  const folder = path.join(root, 'two');
  const target = `/media/weekly/2024-01-05/${hash}/b.jpg.480.webp`;
  const pictures = await openPictures(folder, find);
  const found = await Promise.all(Array.from({ length: 20 }, () => pictures.find(target)));
  const [first] = found;
  assert.ok(first && first.type === 'image/webp' && first.size === fs.statSync(first.file).size);
  for (const other of found) assert.deepEqual(other, first);
  assert.deepEqual(copiesIn(folder), [`${hash}.480.webp`]);
  const { width, height, format } = await sharp(first.file).metadata();
  assert.deepEqual([width, height, format], [480, 360, 'webp']);

  fs.rmSync(file);
  const again = await openPictures(folder, find);
  assert.deepEqual(await again.find(target), first, 'nothing was read or made');
});

test('what no page names is not found', async () => {
  const { find, hash } = await samplePicture('c.jpg');
  const folder = path.join(root, 'three');
  const pictures = await openPictures(folder, find);
  const base = `/media/weekly/2024-01-05/${hash}`;
  for (const target of [
    `${base}/d.jpg`,
    `${base}/c.jpg.479.webp`,
    `${base}/c.jpg.1600.webp`,
    `${base}/c.jpg.480.avif`,
    `${base}/c.jpg.480.webp.480.webp`,
    `${base}/..%2f..%2fsite.md`,
    `${base}/%2e%2e/c.jpg`,
    `${base}/%ff`,
    `${base}/`,
    `/media/weekly/2024-01-05/0000000000000000/c.jpg`,
    `/media/weekly/2024-01-06/${hash}/c.jpg`,
    `/media/../2024-01-05/${hash}/c.jpg`,
    `/media/weekly/x/${hash}/c.jpg`,
    '/media/',
  ])
    assert.equal(await pictures.find(target), undefined, target);
  assert.deepEqual(copiesIn(folder), []);
});

test('bytes that are no longer those of the hash are not sent', async () => {
  const { find, hash, file } = await samplePicture('e.jpg');
  const pictures = await openPictures(path.join(root, 'four'), find);
  const target = `/media/weekly/2024-01-05/${hash}/e.jpg`;
  assert.ok(await pictures.find(target));
  fs.writeFileSync(file, 'another picture');
  assert.equal(await pictures.find(target), undefined);
  assert.equal(await pictures.find(`${target}.480.webp`), undefined);
});

test('a picture that cannot be made smaller fails for those who ask now, and is tried again', async () => {
  const file = path.join(root, 'f.jpg');
  fs.writeFileSync(file, 'no picture');
  const hash = createHash('sha256').update('no picture').digest('hex').slice(0, 16);
  const folder = path.join(root, 'five');
  const pictures = await openPictures(folder, () => ({ file, type: 'image/jpeg', width: 1200 }));
  // The name is taken for a whole picture first: only names the catalogue does not know are copies.
  const found = await openPictures(folder, (_, name) => (name === 'f.jpg' ? { file, type: 'image/jpeg', width: 1200 } : undefined));
  assert.ok(await pictures.find(`/media/weekly/2024-01-05/${hash}/f.jpg.480.webp`));
  for (let time = 0; time < 3; time++) await assert.rejects(found.find(`/media/weekly/2024-01-05/${hash}/f.jpg.480.webp`));
  assert.deepEqual(copiesIn(folder), []);
});

test('copies take bounded space: the least recently shown go first', async () => {
  const names = ['g1.jpg', 'g2.jpg', 'g3.jpg'];
  const samples = await Promise.all(names.map(samplePicture));
  // Equal bytes would be one picture: make them differ.
  for (const [place, sample] of samples.entries()) fs.appendFileSync(sample.file, String(place));
  const hashes = samples.map(({ file }) => createHash('sha256').update(fs.readFileSync(file)).digest('hex').slice(0, 16));
  const find: FindPicture = (_, name, hash) => (hashes.includes(hash) && names.includes(name) ? { file: path.join(root, name), type: 'image/jpeg', width: 1200 } : undefined);
  const folder = path.join(root, 'six');
  const targets = names.map((name, place) => `/media/weekly/2024-01-05/${hashes[place]}/${name}.480.webp`);
  const size = (await (await openPictures(folder, find)).find(targets[0] ?? ''))?.size ?? 0;
  const pictures = await openPictures(folder, find, size * 2 + 10);
  for (const target of targets.slice(0, 2)) await pictures.find(target);
  await pictures.find(targets[0] ?? '');
  await pictures.find(targets[2] ?? '');
  assert.deepEqual(copiesIn(folder), [`${hashes[0]}.480.webp`, `${hashes[2]}.480.webp`].sort());
});
