import assert from 'node:assert/strict';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import type { Hindrance } from '@/lib/content/hindrance';
import { openIndexer } from '@/lib/content/indexer';
import { articleText, issueFolder, makeContent, sampleFiles } from '@/lib/content/fixtures/sample-content';
import type { Desk } from '@/lib/desk/command';
import { runDesk } from '@/lib/desk/desk';
import { readEnvironment } from '@/lib/environment';
import type { Problem } from '@/lib/problem';
import type { Address } from '@/lib/routes';
import { openChanges } from './changes';
import { openPageProblems } from './page-problems';
import { previewCommand } from './preview';
import { problemPanel } from './problem-panel';
import { markUnpublished } from './ribbon';

const issue = { periodical: 'zhoukan', issue: '2023-02-03' } as const;
const hindrances: Readonly<Record<string, Hindrance>> = { cao: { kind: 'draft' }, ding: { kind: 'scheduled', until: '2030-01-04 09:00' } };
const catalogue = { findHindrance: ({ slug }: { readonly slug: string }) => hindrances[slug], findIssue: () => undefined };
const linkTo = (slug: string): string => `<a class="x" href="/en/news/periodicals/zhoukan/2023-02-03/${slug}#notes">x</a>`;

test('links to unpublished articles are marked in the reader’s language, within the page’s own part alone', () => {
  const html = `<body>${linkTo('cao')}<main>${linkTo('cao')}${linkTo('ding')}${linkTo('yi')}<a href="https://example.com/">x</a></main>${linkTo('ding')}</body>`;
  const marked = markUnpublished(html, { kind: 'issue', locale: 'en', ...issue }, catalogue);
  assert.deepEqual([...marked.html.matchAll(/<a data-preview="([^"]*)" class="x" href="[^"]*\/(\w+)#/g)].map(([, mark, slug]) => [slug, mark]), [['cao', 'Draft'], ['ding', 'Scheduled for January 4, 2030, 09:00']]);
  assert.match(marked.ribbon.html, /aria-label="Preview"/);
});

const ribbons: readonly (readonly [why: string, address: Address, links: readonly string[], told: RegExp])[] = [
  ['a draft', { kind: 'article', locale: 'ja', ...issue, slug: 'cao' }, ['cao'], /<strong>下書き<\/strong> 読者にはまだ表示されません。/],
  ['a scheduled article', { kind: 'article', locale: 'zh-hant', ...issue, slug: 'ding' }, [], /<strong>定時發布 2030-01-04 09:00<\/strong>/],
  ['a published article', { kind: 'article', locale: 'zh-hans', ...issue, slug: 'yi' }, ['yi'], /^$/],
  ['a published article with a draft beside it', { kind: 'article', locale: 'zh-hans', ...issue, slug: 'yi' }, ['cao'], /标题旁有注明/],
  ['a list of what is out', { kind: 'front', locale: 'zh-hans' }, ['yi'], /^$/],
];

for (const [why, address, links, told] of ribbons) {
  test(`the ribbon of ${why}`, () => assert.match(markUnpublished(`<main>${links.map(linkTo).join('')}</main>`, address, catalogue).ribbon.html, told));
}

const problem: Problem = { file: 'site.md', line: 3, column: 7, rule: 'wrong-type', level: 'error', message: { zh: '<b>不对', en: 'Wrong & bad' }, remedy: { zh: '改成“名称”', en: 'Write "a name"' } };

test('a Problem is shown with its place and remedy, escaped; none is nothing', () => {
  const { html } = problemPanel([problem], true);
  for (const words of ['site.md:3:7', '错误 error', 'wrong-type', '&#60;b&#62;不对', 'Wrong &#38; bad', '→ 改成“名称”', 'Write &#34;a name&#34;', '上一个正确的版本']) assert.ok(html.includes(words), words);
  assert.match(problemPanel([problem], false).html, /还不能显示/);
  assert.doesNotMatch(problemPanel([{ ...problem, level: 'warning' }], true).html, /上一个正确的版本/);
  assert.equal(problemPanel([], true).html, '');
  assert.match(problemPanel(Array.from({ length: 60 }, () => problem), true).html, /另有 10 处/);
});

test('a page tells of its own files: what the schema says, and what the proofreader says', async (context) => {
  const environment = await makeContent(context, {
    ...sampleFiles,
    [`${issueFolder}/er.md`]: articleText({ titel: '错' }, '正文,正文。\n'),
    [`${issueFolder}/yi.en.md`]: '---\ntitle: One\ncolumn: 要闻\n---\n\nText.\n',
    'news/periodicals/zhoukan/Bad Name/x.md': articleText(),
    'pages/about.md': '---\ntitle: 关于\nreviewed: 2023-02-30\n---\n\n说明。\n',
  });
  const indexer = openIndexer(environment);
  context.after(() => indexer.close());
  await indexer.refresh();
  const find = openPageProblems(indexer);
  const rulesOf = async (address: Address, isShown = true): Promise<readonly string[]> => (await find(address, isShown)).map(({ file, rule }) => `${file.replace(/^.*\//, '')} ${rule}`);
  const er = ['er.md unknown-key', 'er.md half-width'];
  assert.deepEqual(await rulesOf({ kind: 'article', locale: 'zh-hans', ...issue, slug: 'er' }, false), er);
  assert.deepEqual(await rulesOf({ kind: 'article', locale: 'zh-hans', ...issue, slug: 'yi' }), []);
  assert.deepEqual(await rulesOf({ kind: 'article', locale: 'en', ...issue, slug: 'yi' }), ['yi.en.md fact-in-translation']);
  assert.deepEqual(await rulesOf({ kind: 'issue', locale: 'en', ...issue }), [...er, 'yi.en.md fact-in-translation']);
  assert.deepEqual(await rulesOf({ kind: 'periodical', locale: 'en', periodical: 'zhoukan' }), ['Bad Name issue-folder-not-a-date']);
  assert.deepEqual(await rulesOf({ kind: 'page', locale: 'en', slug: 'about' }, false), ['about.md impossible-date']);
  assert.deepEqual(await rulesOf({ kind: 'front', locale: 'en' }), ['er.md unknown-key', 'yi.en.md fact-in-translation', 'Bad Name issue-folder-not-a-date', 'about.md impossible-date']);
});

test('an open page hears of a change once it is another, also of one that it missed on its way', async (context) => {
  const versions = new Map([['/a', '1'], ['/b', '1']]);
  const changes = openChanges({ versionAt: async (path) => versions.get(path), headers: ['Cache-Control', 'no-store'] });
  const server = http.createServer((request, response) => void changes.answer(request, response, (request.url ?? '').split('?')[0] ?? ''));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  context.after(() => server.close());
  const { port } = server.address() as AddressInfo;
  const heard: string[] = [];
  const ears = ['/a', '/b', '/none'].map(async (page, place) => {
    const answer = await fetch(`http://127.0.0.1:${port}/preview/changes?page=${encodeURIComponent(page)}&version=${place === 1 ? 'old' : '1'}`);
    assert.equal(answer.headers.get('content-type'), 'text/event-stream; charset=utf-8');
    for await (const chunk of answer.body ?? []) if (Buffer.from(chunk as Uint8Array).includes('event: change')) heard.push(page);
  });
  const until = async (count: number): Promise<void> => {
    while (heard.length < count) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  await until(1);
  assert.deepEqual(heard, ['/b'], 'saved while the page was on its way');
  versions.set('/a', '2');
  changes.tell();
  await until(2);
  assert.equal(heard.filter((page) => page === '/a').length, 1);
  changes.close();
  await Promise.all(ears);
  assert.ok(!heard.includes('/none'));
});

const refused: readonly (readonly [line: readonly string[], told: RegExp])[] = [
  [['--host', '0.0.0.0'], /--host 0\.0\.0\.0：写本机的一个 IP 地址.* \/ --host 0\.0\.0\.0: write one IP address of this machine/],
  [['--host', 'news.example.cn'], /一个 IP 地址/],
  [['--port', '70000'], /1 到 65535/],
];

for (const [line, told] of refused) {
  test(`desk preview ${line.join(' ')} is refused`, async () => {
    let said = '';
    const desk: Desk = { environment: readEnvironment({}), folder: '.', out: () => undefined, err: (text) => (said += text), isColoured: { out: false, err: false }, readStandardInput: async () => Buffer.alloc(0) };
    assert.equal(await runDesk(['preview', ...line], [previewCommand], desk), 2);
    assert.match(said, told);
  });
}
