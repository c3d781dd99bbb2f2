import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Address } from '@/lib/routes';
import { shortCodeOf } from '@/lib/short-code';
import { openCatalogue } from './catalogue';
import { checkContent } from './check';
import { articleText, issueFolder, makeContent, sampleFiles, writeFiles } from './fixtures/sample-content';
import { openIndexer } from './indexer';
import { parseRedirects } from './redirects';

const issue = '/news/periodicals/zhoukan/2023-02-03';

test('a line is an old address and a new one; notes, empty lines and Chinese spaces are welcome', () => {
  const { redirects, problems } = parseRedirects(`\uFEFF# 跳转表\r\n\r\n${issue}/er\u3000${issue}/yi   # 改名\r\n/guanyu /about\n/gone /\n`);
  assert.deepEqual(problems, []);
  assert.deepEqual(redirects.map(({ from, to, at, atTarget }) => [from, to, at.line, atTarget.column]), [
    [`${issue}/er`, `${issue}/yi`, 3, issue.length + 5],
    ['/guanyu', '/about', 4, 9],
    ['/gone', '/', 5, 7],
  ]);
});

const wrong: readonly (readonly [line: string, rule: string, column: number, remedy: RegExp])[] = [
  [`${issue}/er`, 'redirect-syntax', 1, /旧网址 新网址/],
  [`/a /b /c`, 'redirect-syntax', 1, /旧网址 新网址/],
  ['/zh-hans/guanyu /about', 'redirect-syntax', 1, /：\/guanyu$/],
  ['/guanyu https://news.example.cn/en/about', 'redirect-syntax', 9, /：\/about$/],
  ['/guanyu about', 'redirect-syntax', 9, /如 \/news/],
  [`${issue}/er.md /about`, 'redirect-syntax', 1, new RegExp(`：${issue}/er$`)],
  ['/guanyu https://evil.example/about%', 'redirect-syntax', 9, /如 \/news/],
  ['/guanyu //evil.example/about', 'redirect-syntax', 9, /如 \/news/],
  ['/guanyu /about?x=1', 'redirect-syntax', 9, /如 \/news/],
  ['/guanyu /en', 'redirect-syntax', 9, /：\/$/],
  ['/guanyu /../about', 'redirect-syntax', 9, /如 \/news/],
  ['/news /about', 'redirect-syntax', 1, /./],
  ['/search /about', 'redirect-syntax', 1, /./],
];

for (const [line, rule, column, remedy] of wrong) {
  test(`"${line}" is a Problem that says what to write`, () => {
    const { redirects, problems } = parseRedirects(`# 跳转表\n${line}\n`);
    assert.deepEqual(redirects, []);
    assert.deepEqual(problems.map(({ file, line: at, column: from, rule: name, level }) => [file, at, from, name, level]), [['redirects.txt', 2, column, rule, 'error']]);
    assert.match(problems[0]?.remedy.zh ?? '', remedy);
    assert.ok(problems[0]?.message.en && problems[0].remedy.en);
  });
}

test('an address leads to one place, and to no circle', () => {
  const { problems } = parseRedirects('/a /b\n/a /b\n/a /c\n/b /d\n/d /b\n/e /e\n/f /a\n');
  assert.deepEqual(problems.map(({ rule, line }) => [rule, line]), [
    ['redirect-twice', 3],
    ['redirect-loop', 4],
    ['redirect-loop', 6],
  ]);
  assert.match(problems[1]?.message.zh ?? '', /\/b → \/d → \/b/);
});

async function openMoved(context: TestContext, redirects: string) {
  const environment = await makeContent(context, { ...sampleFiles, [`${issueFolder}/xia.md`]: articleText({ published: '2024-01-01 08:00' }), [`${issueFolder}/yi.en.md`]: '---\ntitle: One\n---\n\nText.\n', 'redirects.txt': redirects });
  const indexer = openIndexer(environment);
  context.after(() => indexer.close());
  await indexer.refresh();
  const catalogue = openCatalogue(environment, { now: () => new Date('2023-06-01T00:00:00Z') });
  context.after(() => catalogue.close());
  const put = async (text: string | undefined) => {
    await writeFiles(environment.content, { 'redirects.txt': text });
    return indexer.refresh({ paths: ['redirects.txt'] });
  };
  const whither = (slug: string): Address | undefined => catalogue.findRedirect({ kind: 'article', locale: 'ja', periodical: 'zhoukan', issue: '2023-02-03', slug });
  return { environment, indexer, catalogue, put, whither };
}

const yi: Address = { kind: 'article', locale: 'ja', periodical: 'zhoukan', issue: '2023-02-03', slug: 'yi' };

test('readers are led to the first address on the way that exists, in their language', async (context) => {
  const { catalogue, whither } = await openMoved(context, [`${issue}/a ${issue}/b`, `${issue}/b ${issue}/yi`, `${issue}/yi /about`, `${issue}/c ${issue}/nowhere`, `${issue}/d ${issue}/xia`, '/news/periodicals/old /news/periodicals/zhoukan', '/news/periodicals/zhoukan/2020-01-03 /', `/news/periodicals/zhoukan/2022-01-07 ${issue}`].join('\n'));
  assert.deepEqual(whither('a'), yi);
  assert.deepEqual(whither('b'), yi);
  assert.equal(whither('yi'), undefined, 'what exists leads nowhere');
  assert.equal(whither('c'), undefined, 'nobody is sent to what is missing');
  assert.equal(whither('d'), undefined, 'nor to what is not published yet');
  assert.equal(whither('e'), undefined);
  assert.deepEqual(catalogue.findRedirect({ kind: 'year', locale: 'en', periodical: 'old', year: '2023' }), { kind: 'year', locale: 'en', periodical: 'zhoukan', year: '2023' });
  assert.equal(catalogue.findRedirect({ kind: 'year', locale: 'en', periodical: 'old', year: '2020' }), undefined);
  assert.deepEqual(catalogue.findRedirect({ kind: 'issue', locale: 'en', periodical: 'zhoukan', issue: '2020-01-03' }), { kind: 'front', locale: 'en' });
  assert.deepEqual(catalogue.findRedirect({ kind: 'issue-print', locale: 'en', periodical: 'zhoukan', issue: '2022-01-07' }), { kind: 'issue-print', locale: 'en', periodical: 'zhoukan', issue: '2023-02-03' });
  assert.equal(catalogue.findRedirect({ kind: 'issue-print', locale: 'en', periodical: 'zhoukan', issue: '2020-01-03' }), undefined);
  const id = { periodical: 'zhoukan', issue: '2023-02-03' };
  const inTwo = (slug: string): Address => ({ kind: 'parallel', locale: 'en', ...id, slug, beside: 'zh-hans' });
  assert.deepEqual(catalogue.findRedirect(inTwo('a')), inTwo('yi'));
  assert.equal(catalogue.findRedirect({ ...inTwo('a'), locale: 'ja' }), undefined, 'there is no such text');
  const copyOf = (slug: string): Address => ({ kind: 'copy', locale: 'ja', code: shortCodeOf({ ...id, slug }) });
  assert.deepEqual(catalogue.findRedirect(copyOf('a')), copyOf('yi'), 'what stands on paper');
  assert.equal(catalogue.findRedirect(copyOf('yi')), undefined);
  assert.equal(catalogue.findRedirect(copyOf('c')), undefined);
  assert.deepEqual(catalogue.listFormerIds({ ...id, slug: 'yi' }), [{ ...id, slug: 'b' }, { ...id, slug: 'a' }]);
  assert.deepEqual(catalogue.listRedirected().map(({ kind }) => kind), ['periodical', 'issue', 'issue', 'article', 'copy', 'article', 'copy']);
});

test('a broken line is a Problem, and the last good version goes on; without the file nothing leads anywhere', async (context) => {
  const { indexer, put, whither, environment } = await openMoved(context, `${issue}/a ${issue}/yi\n`);
  assert.deepEqual(whither('a'), yi);
  assert.deepEqual(await put(`${issue}/a\n${issue}/b ${issue}/yi\n`), []);
  assert.deepEqual(indexer.problems().map(({ file, line, rule }) => [file, line, rule]), [['redirects.txt', 1, 'redirect-syntax']]);
  assert.deepEqual((await checkContent(environment.content)).map(({ rule }) => rule), ['redirect-syntax']);
  assert.deepEqual(whither('a'), yi);
  assert.equal(whither('b'), undefined);
  assert.deepEqual(await put(`${issue}/b ${issue}/yi\n`), [{ kind: 'redirects' }]);
  assert.deepEqual([indexer.problems(), whither('a'), whither('b')], [[], undefined, yi]);
  assert.deepEqual(await put(`# 改了说明\n${issue}/b ${issue}/yi\n`), [], 'the same for readers');
  assert.deepEqual(await put(undefined), [{ kind: 'redirects' }]);
  assert.equal(whither('b'), undefined);
});
