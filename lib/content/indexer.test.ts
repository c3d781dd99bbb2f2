import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { openSqlite } from '@/lib/sqlite';
import { openCatalogue } from './catalogue';
import type { Change } from './change';
import { articleText, issueFolder, makeContent, sampleFiles, tinyPicture, writeFiles, type Files } from './fixtures/sample-content';
import { silentMp3 } from './fixtures/sample-recordings';
import { openIndexer } from './indexer';

const article = (slug: string, issue = '2023-02-03'): Change => ({ kind: 'article', periodical: 'zhoukan', issue, slug });
const issueChange = (issue = '2023-02-03'): Change => ({ kind: 'issue', periodical: 'zhoukan', issue });

async function openFilled(context: TestContext, files: Files = sampleFiles) {
  const environment = await makeContent(context, files);
  const indexer = openIndexer(environment);
  context.after(() => indexer.close());
  await indexer.refresh();
  const catalogue = openCatalogue(environment, { now: () => new Date('2023-06-01T00:00:00Z') });
  context.after(() => catalogue.close());
  const change = async (changed: Files): Promise<readonly Change[]> => {
    await writeFiles(environment.content, changed);
    return indexer.refresh({ paths: Object.keys(changed) });
  };
  const titleOf = (slug: string): string | undefined => catalogue.findArticle('zh-hans', { periodical: 'zhoukan', issue: '2023-02-03', slug })?.title;
  const rules = (): readonly string[] => indexer.problems().map(({ rule }) => rule);
  return { environment, indexer, catalogue, change, titleOf, rules };
}

test('a first refresh takes everything in, a second finds nothing new', async (context) => {
  const { indexer, titleOf, rules, environment } = await openFilled(context);
  assert.equal(titleOf('yi'), '第一篇');
  assert.deepEqual(rules(), []);
  const read = new Set<number>();
  await indexer.refresh({ progress: (done) => read.add(done) });
  assert.ok(read.size > 0, 'a file just written is read again: it may change within the resolution of the clock');
  read.clear();
  await pause(2100);
  await indexer.refresh();
  assert.deepEqual(await indexer.refresh({ progress: (done) => read.add(done) }), []);
  assert.equal(read.size, 0);
  indexer.close();
  const again = openIndexer(environment);
  context.after(() => again.close());
  assert.deepEqual(await again.refresh({ progress: (done) => read.add(done) }), []);
  assert.equal(read.size, 0, 'nor is anything read after a restart');
});

test('progress counts the files that are read', async (context) => {
  const environment = await makeContent(context);
  const indexer = openIndexer(environment);
  context.after(() => indexer.close());
  const seen: (readonly [number, number])[] = [];
  await indexer.refresh({ progress: (done, total) => seen.push([done, total]) });
  const total = Object.keys(sampleFiles).length;
  assert.deepEqual(seen, Array.from({ length: total }, (_, done) => [done + 1, total]));
});

test('each change names what readers see differently', async (context) => {
  const { change } = await openFilled(context);
  const cases: readonly (readonly [Files, readonly Change[]])[] = [
    [{ 'site.md': sampleFiles['site.md']?.toString().replace('示例园区\n', '示例新区\n') }, [{ kind: 'site' }]],
    [{ 'site.ja.md': '---\nname: ニュース\norganisation: 示例\nplace: 示例\n---\n' }, [{ kind: 'site' }]],
    [{ 'pages/about.en.md': '---\ntitle: About\n---\n\nText.\n' }, [{ kind: 'page', slug: 'about' }]],
    [{ 'news/periodicals/zhoukan/index.en.md': '---\ntitle: Weekly\n---\n' }, [{ kind: 'periodical', periodical: 'zhoukan' }]],
    [{ [`${issueFolder}/index.md`]: '---\nnumber: 5\n---\n' }, [issueChange()]],
    [{ [`${issueFolder}/er.md`]: articleText({ title: '第二篇', order: '1' }) }, [article('er'), issueChange()]],
    [{ [`${issueFolder}/er.en.md`]: '---\ntitle: Two\n---\n\nText.\n' }, [article('er'), issueChange()]],
    [{ [`${issueFolder}/er.md`]: articleText({ title: '第二篇', order: '1' }) }, []],
    [{ [`${issueFolder}/er.md`]: `${articleText({ title: '第二篇', order: '1' }, '')}\n\n又一段。\n` }, [article('er'), issueChange()]],
    [{ [`${issueFolder}/er.md`]: undefined }, [article('er'), issueChange()]],
    [{ [`${issueFolder}/mei.txt`]: '一' }, []],
  ];
  for (const [files, changes] of cases) assert.deepEqual(await change(files), changes, Object.keys(files).join());
});

test('a picture that changes is a change of the articles that show it', async (context) => {
  const { change, catalogue } = await openFilled(context, {
    ...sampleFiles,
    [`${issueFolder}/er.md`]: articleText({ cover: '\n  image: tu.png\n  alt: 图' }),
    [`${issueFolder}/san.md`]: articleText({}, '![图](tu.png)\n'),
  });
  const cover = () => catalogue.findArticle('zh-hans', { periodical: 'zhoukan', issue: '2023-02-03', slug: 'er' })?.cover?.path;
  const before = cover();
  const larger = Buffer.concat([tinyPicture, Buffer.from('more')]);
  assert.deepEqual(await change({ [`${issueFolder}/tu.png`]: larger }), [article('er'), article('san'), issueChange()]);
  assert.notEqual(cover(), before);
});

test('a recording that changes is a change of the articles that name it, and one that breaks leaves them', async (context) => {
  const { change, catalogue, rules } = await openFilled(context, { ...sampleFiles, [`${issueFolder}/er.md`]: articleText({ title: '第二篇', audio: 'er.mp3' }), [`${issueFolder}/er.mp3`]: silentMp3() });
  const find = () => catalogue.findArticle('zh-hans', { periodical: 'zhoukan', issue: '2023-02-03', slug: 'er' });
  const before = find()?.recording;
  assert.deepEqual(await change({ [`${issueFolder}/er.mp3`]: silentMp3({ frames: 200 }) }), [article('er'), issueChange()]);
  assert.notEqual(find()?.recording?.path, before?.path);
  assert.deepEqual([before?.seconds, find()?.recording?.seconds], [4, 7]);
  assert.deepEqual(await change({ [`${issueFolder}/er.mp3`]: Buffer.from('nothing to hear') }), [article('er'), issueChange()]);
  assert.deepEqual([find()?.title, find()?.recording, rules()], ['第二篇', undefined, ['audio-broken', 'audio-broken']]);
  assert.deepEqual(await change({ [`${issueFolder}/er.mp3`]: undefined }), [issueChange()]);
  assert.deepEqual([find()?.title, find()?.recording, rules()], ['第二篇', undefined, ['audio-missing']]);
  await change({ [`${issueFolder}/er.mp3`]: silentMp3() });
  assert.deepEqual([find()?.recording, rules()], [before, []]);
});

test('a file with an error keeps its last good version, and none is shown that never had one', async (context) => {
  const { change, titleOf, rules } = await openFilled(context);
  assert.deepEqual(await change({ [`${issueFolder}/yi.md`]: articleText({ title: '改', published: '2023-02-30 10:20' }) }), []);
  assert.equal(titleOf('yi'), '第一篇');
  await change({ [`${issueFolder}/er.md`]: articleText({ titel: '二' }) });
  assert.equal(titleOf('er'), undefined);
  assert.deepEqual(rules(), ['unknown-key', 'impossible-date']);
  await change({ [`${issueFolder}/yi.md`]: articleText({ title: '改好' }), [`${issueFolder}/er.md`]: articleText({ title: '二' }) });
  assert.deepEqual([titleOf('yi'), titleOf('er'), rules()], ['改好', '二', []]);
});

test('a warning publishes all the same', async (context) => {
  const { change, titleOf, rules } = await openFilled(context);
  await change({ [`${issueFolder}/er.md`]: articleText({ title: '二' }, '') });
  assert.deepEqual([titleOf('er'), rules()], ['二', ['empty-body']]);
});

test('what one file lacks, another brings', async (context) => {
  const { change, titleOf, rules, catalogue } = await openFilled(context);
  await change({ [`${issueFolder}/er.md`]: articleText({ title: '二', cover: '\n  image: hou.png\n  alt: 图' }) });
  assert.deepEqual([titleOf('er'), rules()], [undefined, ['image-missing']]);
  assert.deepEqual(await change({ [`${issueFolder}/hou.png`]: tinyPicture }), [article('er'), issueChange()]);
  assert.deepEqual([titleOf('er'), rules()], ['二', []]);

  await change({ [`${issueFolder}/san.md`]: articleText({ title: '三', column: '公告' }) });
  assert.deepEqual([titleOf('san'), rules()], [undefined, ['unknown-column']]);
  const index = '---\ntitle: 示例周刊\ncolumns:\n  - { slug: gonggao, name: 公告 }\n  - { slug: yaowen, name: 要闻 }\n---\n';
  const changes = await change({ 'news/periodicals/zhoukan/index.md': index });
  assert.deepEqual(changes, [{ kind: 'periodical', periodical: 'zhoukan' }, article('san'), issueChange()]);
  assert.equal(titleOf('san'), '三');
  const order = catalogue.findIssue('zh-hans', 'zhoukan', '2023-02-03')?.contents.map(({ column }) => column.name);
  assert.deepEqual(order, ['公告', '要闻'], 'the order of the columns is the new one');

  await change({ [`${issueFolder}/si.en.md`]: '---\ntitle: Four\n---\n\nText.\n' });
  assert.deepEqual(rules(), ['translation-without-original']);
  await change({ [`${issueFolder}/si.md`]: articleText({ title: '四' }) });
  assert.deepEqual(rules(), []);
  assert.equal(catalogue.findArticle('en', { periodical: 'zhoukan', issue: '2023-02-03', slug: 'si' })?.title, 'Four');

  await change({ 'pages/about.md': undefined });
  assert.deepEqual(rules(), ['unknown-page']);
  await change({ 'pages/about.md': sampleFiles['pages/about.md'] });
  assert.deepEqual(rules(), []);
});

test('what another file takes away is a Problem, and readers keep the good version', async (context) => {
  const { change, titleOf, rules } = await openFilled(context, { ...sampleFiles, [`${issueFolder}/er.md`]: articleText({ title: '二', column: '副刊', cover: '\n  image: tu.png\n  alt: 图' }) });
  await change({ [`${issueFolder}/tu.png`]: undefined });
  assert.deepEqual([titleOf('er'), rules()], ['二', ['image-missing']]);
  await change({ [`${issueFolder}/tu.png`]: tinyPicture });
  await change({ 'news/periodicals/zhoukan/index.md': '---\ntitle: 示例周刊\ncolumns: [{ slug: yaowen, name: 要闻 }]\n---\n' });
  assert.deepEqual([titleOf('er'), rules()], ['二', ['unknown-column']]);
});

test('a whole folder comes and goes, and the issue with it', async (context) => {
  const { change, catalogue, indexer, environment } = await openFilled(context);
  const folder = 'news/periodicals/zhoukan/2023-02-10';
  await writeFiles(environment.content, { [`${folder}/a.md`]: articleText({ title: '甲' }), [`${folder}/b.md`]: articleText({ title: '乙' }) });
  assert.deepEqual(await indexer.refresh({ paths: [path.join(environment.content, folder)] }), [article('a', '2023-02-10'), article('b', '2023-02-10'), issueChange('2023-02-10')]);
  assert.deepEqual(catalogue.listNewestIssues('zh-hans', { limit: 5 }).map(({ date, articleCount }) => [date, articleCount]), [['2023-02-10', 2], ['2023-02-03', 1]]);
  await change({ [folder]: undefined });
  assert.deepEqual(catalogue.listNewestIssues('zh-hans', { limit: 5 }).map(({ date }) => date), ['2023-02-03']);
  await change({ 'news/periodicals/zhoukan': undefined });
  assert.deepEqual(catalogue.listPeriodicals('zh-hans'), []);
  assert.deepEqual(indexer.problems(), []);
});

test('a full refresh finds what no one told about, even under an old time and size', async (context) => {
  const { environment, indexer, titleOf } = await openFilled(context);
  const file = path.join(environment.content, issueFolder, 'yi.md');
  const time = new Date('2023-02-03T00:00:00Z');
  await fs.utimes(file, time, time);
  await pause(2100);
  await indexer.refresh();
  await fs.writeFile(file, articleText({ title: '第二篇' }));
  await fs.utimes(file, time, time);
  await pause(2100);
  await indexer.refresh();
  assert.equal(titleOf('yi'), '第二篇');
  await fs.rm(file);
  assert.deepEqual(await indexer.refresh(), [article('yi'), issueChange()]);
  assert.equal(titleOf('yi'), undefined);
});

test('a look that has begun already is taken for the whole; one that failed is made up for', async (context) => {
  const { environment, indexer, titleOf } = await openFilled(context);
  await writeFiles(environment.content, { [`${issueFolder}/yi.md`]: articleText({ title: '改过' }), 'pages/about.md': '---\ntitle: 关于\n---\n' });
  assert.deepEqual(await indexer.refresh({ ahead: Promise.resolve(['pages/about.md']) }), [{ kind: 'page', slug: 'about' }]);
  assert.equal(titleOf('yi'), '第一篇');
  const failed = Promise.reject(new Error('no index'));
  failed.catch(() => undefined);
  await indexer.refresh({ ahead: failed });
  assert.equal(titleOf('yi'), '改过');
});

test('paths outside the content folder are nobody of ours', async (context) => {
  const { indexer } = await openFilled(context);
  assert.deepEqual(await indexer.refresh({ paths: ['../x.md', '/etc/hosts', 'news/../../x'] }), []);
});

test('refreshes wait for one another', async (context) => {
  const { environment, indexer, titleOf } = await openFilled(context);
  await writeFiles(environment.content, { [`${issueFolder}/er.md`]: articleText({ title: '二' }), [`${issueFolder}/san.md`]: articleText({ title: '三' }) });
  await Promise.all([indexer.refresh({ paths: [`${issueFolder}/er.md`] }), indexer.refresh({ paths: [`${issueFolder}/san.md`] }), indexer.refresh()]);
  assert.deepEqual([titleOf('er'), titleOf('san')], ['二', '三']);
});

test('the time table: what is due next, and what has come due', async (context) => {
  const scheduled = (published: string, status?: string): string => articleText({ published, status, withdrawal: status === 'withdrawn' ? '{ date: 2023-07-01, reason: 误 }' : undefined });
  const { indexer } = await openFilled(context, {
    ...sampleFiles,
    [`${issueFolder}/er.md`]: scheduled('2023-07-01 08:00'),
    [`${issueFolder}/san.md`]: scheduled('2023-07-01 09:00'),
    [`${issueFolder}/si.md`]: scheduled('2023-07-01 07:00', 'draft'),
    [`${issueFolder}/wu.md`]: scheduled('2023-07-02 07:00', 'withdrawn'),
  });
  const at = (time: string): Date => new Date(`${time.replace(' ', 'T')}+08:00`);
  assert.deepEqual(indexer.nextDue(at('2023-06-30 12:00')), at('2023-07-01 08:00'));
  assert.deepEqual(indexer.nextDue(at('2023-07-01 08:00')), at('2023-07-01 09:00'));
  assert.deepEqual(indexer.nextDue(at('2023-07-01 09:00')), at('2023-07-02 07:00'));
  assert.equal(indexer.nextDue(at('2023-07-02 07:00')), undefined);
  assert.deepEqual(indexer.dueBetween(at('2023-06-30 12:00'), at('2023-07-01 08:00')), [article('er'), issueChange()]);
  assert.deepEqual(indexer.dueBetween(at('2023-07-01 08:00'), at('2023-07-01 08:59')), []);
  assert.deepEqual(indexer.dueBetween(at('2023-07-01 07:59'), at('2023-07-01 09:00')), [article('er'), issueChange(), article('san')]);
});

test('a missing content folder stops the refresh and empties nothing', async (context) => {
  const { environment, indexer, titleOf } = await openFilled(context);
  await fs.rename(environment.content, `${environment.content}-away`);
  await assert.rejects(indexer.refresh(), (error: Error) => error.message.includes(environment.content));
  assert.equal(titleOf('yi'), '第一篇');
  await fs.rename(`${environment.content}-away`, environment.content);
  await indexer.refresh();
  assert.equal(titleOf('yi'), '第一篇');
});

test('the index may be deleted, or be no database: it is made anew', async (context) => {
  const { environment, indexer, catalogue } = await openFilled(context);
  catalogue.close();
  indexer.close();
  const file = path.join(environment.data, 'index.sqlite');
  for (const spoil of [() => fs.rm(environment.data, { recursive: true }), () => fs.writeFile(file, 'no database '.repeat(1000))]) {
    await spoil();
    const next = openIndexer(environment);
    await next.refresh();
    const reader = openCatalogue(environment);
    assert.equal(reader.listNewestArticles('zh-hans', { limit: 9 }).length, 1);
    reader.close();
    next.close();
  }
});

test('an index of another version is rebuilt under its readers, who never see half of it', async (context) => {
  const { environment, indexer, catalogue } = await openFilled(context);
  indexer.close();
  await writeFiles(environment.content, { [`${issueFolder}/er.md`]: articleText({ title: '二' }) });
  const file = path.join(environment.data, 'index.sqlite');
  const database = openSqlite(file, 'write');
  database.exec('PRAGMA user_version = 999; CREATE TABLE left_over (a)');
  database.close();
  const next = openIndexer(environment);
  context.after(() => next.close());
  const count = (): number => catalogue.listNewestArticles('zh-hans', { limit: 9 }).length;
  assert.equal(count(), 1, 'before');
  const counts = new Set<number>();
  await next.refresh({ progress: () => counts.add(count()) });
  assert.deepEqual([...counts], [1], 'meanwhile');
  assert.equal(count(), 2, 'after');
  assert.equal(catalogue.findSite('zh-hans').name, '新闻中心');
  assert.deepEqual(next.problems(), []);
});

test('a writer that stops halfway through a rebuild leaves nothing half done', async (context) => {
  const environment = await makeContent(context);
  const halted = openIndexer(environment);
  halted.close();
  assert.throws(() => openCatalogue(environment), /index\.sqlite/);
  const indexer = openIndexer(environment);
  context.after(() => indexer.close());
  await indexer.refresh();
  const catalogue = openCatalogue(environment);
  context.after(() => catalogue.close());
  assert.equal(catalogue.listNewestArticles('zh-hans', { limit: 9 }).length, 1);
});

test('the event loop is given back during a large refresh', async (context) => {
  const files: Record<string, string> = {};
  for (let place = 0; place < 600; place++) files[`${issueFolder}/pian-${place}.md`] = articleText({ title: `第${place}篇` }, '正文一段。\n\n'.repeat(40));
  const environment = await makeContent(context, { ...sampleFiles, ...files });
  const indexer = openIndexer(environment);
  context.after(() => indexer.close());
  let turns = 0;
  const timer = setInterval(() => turns++, 1);
  await indexer.refresh();
  clearInterval(timer);
  assert.ok(turns > 5, `${turns} turns`);
});
