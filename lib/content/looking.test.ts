import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { openIndexer } from './indexer';
import { indexFileOf, openIndexForReading } from './index-file';
import { articleText, issueFolder, makeContent, sampleFiles, writeFiles } from './fixtures/sample-content';
import { openKnownFiles, type KnownFiles } from './known-files';
import { lookAhead, lookAside, lookAtAll } from './looking';

async function openIndexed(context: TestContext): Promise<{ readonly content: string; readonly indexFile: string; readonly known: KnownFiles }> {
  const environment = await makeContent(context, { ...sampleFiles, [`${issueFolder}/er.md`]: articleText({ title: '第二篇' }) });
  const indexer = openIndexer(environment);
  await indexer.refresh();
  // A file just written may change within the resolution of the clock, and is news until it has lain for a while.
  await pause(2100);
  await indexer.refresh();
  indexer.close();
  const indexFile = indexFileOf(environment);
  const index = openIndexForReading(indexFile);
  context.after(() => {
    index.close();
  });
  return { content: environment.content, indexFile, known: openKnownFiles(index) };
}

test('another thread finds the news that this one finds: files that changed, came and went', async (context) => {
  const portal = await openIndexed(context);
  assert.deepEqual(await lookAside(portal), []);
  await writeFiles(portal.content, { 'pages/about.md': '---\ntitle: 关于\n---\n', [`${issueFolder}/san.md`]: articleText(), [`${issueFolder}/yi.md`]: undefined });
  const here = await lookAtAll(portal);
  assert.deepEqual([...here].sort(), [`${issueFolder}/san.md`, `${issueFolder}/yi.md`, 'pages/about.md'].sort());
  assert.deepEqual(await lookAside(portal), here);
});

test('many files are looked at by another thread', async (context) => {
  const { content, indexFile, known } = await openIndexed(context);
  const asked: number[] = [];
  const many: KnownFiles = {
    ...known,
    knowsMoreThan: (count) => asked.push(count) > 0,
    knownFiles: () => assert.fail('this thread looked'),
  };
  await fs.appendFile(path.join(content, 'site.md'), '\n');
  assert.deepEqual(await lookAtAll({ content, indexFile, known: many }), ['site.md']);
  assert.deepEqual(asked, [5000]);
  const count = Object.keys(sampleFiles).length + 1;
  assert.deepEqual([known.knowsMoreThan(count - 1), known.knowsMoreThan(count)], [true, false]);
});

test('trouble on the other thread comes to whoever waits', async (context) => {
  const { content } = await openIndexed(context);
  await assert.rejects(lookAside({ content, indexFile: path.join(content, 'none.sqlite') }), /none\.sqlite/);
});

test('no look begins ahead of an index that is small, or not there', async (context) => {
  const portal = await openIndexed(context);
  assert.equal(lookAhead(portal, Promise.resolve()), undefined);
  assert.equal(lookAhead({ ...portal, indexFile: path.join(portal.content, 'none.sqlite') }, Promise.resolve()), undefined);
});
