import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { openLoader, type Loader, type WantedFile } from './loader';

const issue = 'news/periodicals/weekly/2025-06-12';
const original = `---\ntitle: 敢为敢闯\ncolumn: 头版\npublished: 2025-06-12 09:00\n---\n第一句话。\n`;
const options = { isSearched: true };
/** Few are loaded in place, many by another thread. */
const [few, many] = [1, 100_000];

function folder(t: TestContext, files: Readonly<Record<string, string>>): (name: string) => WantedFile {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'loader-'));
  t.after(() => {
    fs.rmSync(home, { recursive: true, force: true });
  });
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(home, name), text);
  return (name) => ({ path: `${issue}/${name}`, disk: path.join(home, name), size: 100 });
}

function open(t: TestContext, files: number): Loader {
  const loader = openLoader(files, options);
  t.after(() => {
    loader.close();
  });
  return loader;
}

test('another thread reads every file as this one does, and in the order asked for', async (t) => {
  const find = folder(t, { 'bold.md': original, 'bold.en.md': '---\ntitle: Dare\n---\nA sentence.\n', 'broken.md': '---\ntitle: [\n---\n', 'Misnamed File.md': original, 'photo.jpg': 'no picture' });
  const wanted = ['bold.md', 'bold.en.md', 'broken.md', 'Misnamed File.md', 'photo.jpg', 'gone.md'].map(find);
  const here = await open(t, few).load(wanted);
  const aside = open(t, many);
  const answers = await Promise.all([aside.load(wanted), aside.load([...wanted].reverse())]);
  assert.deepEqual(answers, [here, [...here].reverse()]);
  assert.deepEqual(here.map((file) => file?.reading?.problems.length), [0, 0, 1, 1, 1, undefined]);
  assert.equal(here[0]?.extract, '第一句话。');
  assert.match(here[0].tokens?.title ?? '', /敢为 为敢 敢闯/);
  assert.ok(aside.foldersAhead > 0, 'so that the other thread always has work');
});

test('a file whose bytes are known is not read again', async (t) => {
  const file = folder(t, { 'bold.md': original })('bold.md');
  const loader = open(t, many);
  const [first] = await loader.load([file]);
  assert.deepEqual(await loader.load([{ ...file, ...(first && { knownHash: first.hash }) }]), [{ hash: first?.hash }]);
});

test('trouble with the disk, and the end of the thread, come to whoever waits', async (t) => {
  const find = folder(t, { 'bold.md': original });
  const loader = open(t, many);
  await assert.rejects(loader.load([{ ...find('bold.md'), disk: os.tmpdir() }]), /EISDIR/);
  assert.equal((await loader.load([find('bold.md')])).length, 1, 'it goes on afterwards');
  const late = loader.load([find('bold.md')]);
  loader.close();
  await assert.rejects(late, /thread/);
  await assert.rejects(loader.load([find('bold.md')]), /thread/);
});
