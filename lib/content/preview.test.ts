import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import { test, type TestContext } from 'node:test';
import { openCatalogue } from './catalogue';
import { articleText, issueFolder, makeContent, sampleFiles, writeFiles } from './fixtures/sample-content';
import { openIndexer } from './indexer';

const id = (slug: string, issue = '2023-02-03') => ({ periodical: 'zhoukan', issue, slug });
const files = {
  ...sampleFiles,
  [`${issueFolder}/cao.md`]: articleText({ title: '草稿', status: 'draft' }),
  [`${issueFolder}/che.md`]: articleText({ title: '撤回', status: 'withdrawn', withdrawal: '{ date: 2023-02-04, reason: 需要核实 }' }),
  [`${issueFolder}/ding.md`]: articleText({ title: '定时', published: '2023-06-01 12:01' }),
  'news/periodicals/zhoukan/2030-01-04/xin.md': articleText({ title: '新的草稿', published: '2030-01-04 09:00', status: 'draft' }),
};

async function open(context: TestContext, isPreview: boolean) {
  const environment = { ...(await makeContent(context, files)), ...(isPreview && { isPreview: true as const }) };
  const indexer = openIndexer(environment);
  await indexer.refresh();
  const catalogue = openCatalogue(environment, { now: () => new Date('2023-06-01T12:00:00+08:00') });
  context.after(() => {
    catalogue.close();
    indexer.close();
  });
  return { environment, indexer, catalogue };
}

const cases: readonly (readonly [why: string, isPreview: boolean, newest: readonly string[], slugs: readonly string[], issues: readonly string[]])[] = [
  ['readers get what is out', false, ['yi'], ['yi'], ['2023-02-03']],
  ['a preview shows drafts and what is to come, in their issues and lists', true, ['xin', 'ding', 'cao', 'yi'], ['cao', 'yi', 'ding'], ['2030-01-04', '2023-02-03']],
];

for (const [why, isPreview, newest, slugs, issues] of cases) {
  test(why, async (context) => {
    const { catalogue } = await open(context, isPreview);
    assert.deepEqual(catalogue.listNewestArticles('zh-hans', { limit: 9 }).map((entry) => entry.id.slug), newest);
    assert.deepEqual(catalogue.findIssue('zh-hans', 'zhoukan', '2023-02-03')?.contents.flatMap(({ articles }) => articles.map((entry) => entry.id.slug)), slugs);
    assert.deepEqual(catalogue.listNewestIssues('en', { limit: 9 }).map(({ date }) => date), issues);
    assert.equal(catalogue.has({ kind: 'article', locale: 'en', ...id('cao') }), isPreview);
    assert.equal(catalogue.has({ kind: 'issue', locale: 'en', ...id('', '2030-01-04') }), isPreview);
    assert.equal(catalogue.has({ kind: 'issue', locale: 'en', ...id('', '2024-01-05') }), false, 'there is no such issue');
    assert.equal(catalogue.findArticle('zh-hans', id('che'))?.status, 'withdrawn');
  });
}

test('what keeps an article from readers', async (context) => {
  const { catalogue } = await open(context, true);
  assert.deepEqual(['cao', 'ding', 'yi', 'che', 'none'].map((slug) => catalogue.findHindrance(id(slug))), [{ kind: 'draft' }, { kind: 'scheduled', until: '2023-06-01 12:01' }, undefined, undefined, undefined]);
});

test('a draft that is published is no draft any more, and the other way round', async (context) => {
  const { environment, indexer, catalogue } = await open(context, true);
  await writeFiles(environment.content, { [`${issueFolder}/cao.md`]: articleText({ title: '草稿' }), [`${issueFolder}/yi.md`]: articleText({ title: '第一篇', status: 'draft' }) });
  assert.notDeepEqual(await indexer.refresh(), []);
  assert.deepEqual(['cao', 'yi'].map((slug) => catalogue.findHindrance(id(slug))), [undefined, { kind: 'draft' }]);
});

test('the index of a preview is never taken for the portal’s', async (context) => {
  const { environment } = await open(context, true);
  assert.deepEqual((await fs.readdir(environment.data)).filter((name) => name.endsWith('.sqlite')), ['preview.sqlite']);
  assert.throws(() => openCatalogue({ content: environment.content, data: environment.data }), /index\.sqlite/);
});
