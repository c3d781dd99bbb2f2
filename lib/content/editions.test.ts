/** The ledger of editions, and what of it readers are offered. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { openCatalogue, type Catalogue } from './catalogue';
import { editionsFolderOf, readLedger, writeLedger, type EditionRecord } from './editions';
import { articleText, issueFolder, makeContent, sampleFiles, writeFiles, type Files } from './fixtures/sample-content';
import { openIndexer, type Change } from './indexer';

const place = { periodical: 'zhoukan', issue: '2023-02-03' };
const address = { ...place, locale: 'zh-hans', format: 'txt' } as const;

interface Opened {
  readonly catalogue: Catalogue;
  readonly content: string;
  change(files: Files): Promise<readonly Change[]>;
}

async function open(context: TestContext): Promise<Opened> {
  const folders = await makeContent(context, { ...sampleFiles, [`${issueFolder}/first.md`]: articleText({ title: '第一篇' }) });
  const indexer = openIndexer(folders);
  context.after(() => indexer.close());
  await indexer.refresh();
  const catalogue = openCatalogue(folders, { now: () => new Date('2023-03-01T00:00:00Z') });
  context.after(() => catalogue.close());
  return {
    catalogue,
    content: folders.content,
    async change(files) {
      await writeFiles(folders.content, files);
      return indexer.refresh();
    },
  };
}

function record(catalogue: Catalogue, articles: readonly string[]): EditionRecord {
  return { locale: 'zh-hans', format: 'txt', size: 5, hash: 'a'.repeat(64), stamp: catalogue.stampOf('zh-hans', place), articles: [...articles] };
}

const textFile = `${issueFolder}/editions/zhoukan-2023-02-03.zh-hans.txt`;
const ledgerFile = `${issueFolder}/editions/editions.json`;

test('what the ledger lists is offered, and a new ledger is a change of the issue', async (context) => {
  const { catalogue, content, change } = await open(context);
  assert.deepEqual(catalogue.listEditions('zh-hans', place), []);
  const changes = await change({ [ledgerFile]: writeLedger([record(catalogue, ['first'])]), [textFile]: 'text\n' });
  assert.ok(changes.some((one) => one.kind === 'issue' && one.issue === place.issue), JSON.stringify(changes));
  assert.deepEqual(catalogue.listEditions('zh-hans', place), [{ format: 'txt', path: '/zh-hans/news/periodicals/zhoukan/2023-02-03/zhoukan-2023-02-03.zh-hans.txt', size: 5, isCurrent: true }]);
  assert.equal(catalogue.findEditionFile(address)?.file, path.join(editionsFolderOf(content, place), 'zhoukan-2023-02-03.zh-hans.txt'));
  assert.deepEqual(catalogue.listEditions('en', place), []);
  assert.equal(catalogue.findEditionFile({ ...address, format: 'pdf' }), undefined);
  await change({ [textFile]: 'tex' });
  assert.deepEqual(catalogue.listEditions('zh-hans', place), [], 'a file cut short');
});

test('a change of a text makes it out of date; one of another language does not', async (context) => {
  const { catalogue, change } = await open(context);
  await change({ [ledgerFile]: writeLedger([record(catalogue, ['first'])]), [textFile]: 'text\n' });
  const before = catalogue.stampOf('zh-hans', place);
  await change({ [`${issueFolder}/first.en.md`]: '---\ntitle: First\n---\n\nWords.\n' });
  assert.equal(catalogue.stampOf('zh-hans', place), before);
  await change({ [`${issueFolder}/first.md`]: articleText({ title: '改了' }) });
  assert.equal(catalogue.listEditions('zh-hans', place)[0]?.isCurrent, false);
});

test('an edition that holds an article readers may not see is not offered', async (context) => {
  const { catalogue, change } = await open(context);
  await change({ [ledgerFile]: writeLedger([record(catalogue, ['first', 'gone'])]), [textFile]: 'text\n' });
  assert.deepEqual(catalogue.listEditions('zh-hans', place), []);
  assert.equal(catalogue.findEditionFile(address), undefined);
});

test('a ledger that is none of ours lists nothing', async (context) => {
  const { content, change } = await open(context);
  for (const text of ['', '{', '{"version":2,"editions":[]}', '{"version":1,"editions":[{"locale":"zh-hans","format":"../x"}]}']) {
    await change({ [ledgerFile]: text });
    assert.deepEqual(readLedger(content, place), [], text);
  }
});
