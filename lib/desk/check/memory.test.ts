import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { articleText, issueFolder, makeContent, writeFiles, type Files } from '@/lib/content/fixtures/sample-content';
import type { Problem } from '@/lib/problem';
import { findProblems } from './find-problems';

const now = new Date('2026-01-01T00:00:00Z');
const file = `${issueFolder}/a.md`;
const told = (problems: readonly Problem[]): readonly string[] => problems.map((problem) => `${path.basename(problem.file)}:${problem.line} ${problem.rule}`);

test('a second check says the same as one that remembers nothing, whatever has changed meanwhile', async (context) => {
  const { content, data } = await makeContent(context);
  const linked = articleText({}, '见[前文](er)、[小标题](er#user-content-时间)和[说明](/zh-hans/about)。今天,会议。\n');
  const steps: readonly (readonly [name: string, files: Files, ...found: string[]])[] = [
    ['everything is new', { [file]: linked, [`${issueFolder}/er.md`]: articleText({}, '## 时间\n\n段。\n') }, 'a.md:7 half-width'],
    ['nothing', {}, 'a.md:7 half-width'],
    ['the heading that is linked', { [`${issueFolder}/er.md`]: articleText({}, '## 地点\n\n段。\n') }, 'a.md:7 missing-anchor', 'a.md:7 half-width'],
    ['the status of what is linked', { [`${issueFolder}/er.md`]: articleText({ status: 'draft' }, '## 时间\n\n段。\n') }, 'a.md:7 broken-link', 'a.md:7 broken-link', 'a.md:7 half-width'],
    ['it is gone', { [`${issueFolder}/er.md`]: undefined, 'pages/about.md': undefined }, 'a.md:7 broken-link', 'a.md:7 broken-link', 'a.md:7 broken-link', 'a.md:7 half-width', 'site.md:6 unknown-page'],
    ['all is there again', { [`${issueFolder}/er.md`]: articleText({}, '## 时间\n\n段。\n'), 'pages/about.md': '---\ntitle: 关于本站\n---\n\n说明。\n' }, 'a.md:7 half-width'],
    ['the columns', { 'news/periodicals/zhoukan/index.md': '---\ntitle: 示例周刊\ncolumns:\n  - slug: fukan\n    name: 副刊\n---\n' }, 'a.md:4 unknown-column', 'a.md:7 half-width', 'er.md:4 unknown-column', 'yi.md:4 unknown-column', 'index.en.md:4 unknown-column'],
    ['the columns again', { 'news/periodicals/zhoukan/index.md': '---\ntitle: 示例周刊\ncolumns:\n  - slug: yaowen\n    name: 要闻\n---\n' }, 'a.md:7 half-width'],
    ['the list of misprints', { 'misprints.txt': '会议 汇议\n' }, 'a.md:7 half-width', 'a.md:7 misprint'],
    ['the list of spellings', { 'misprints.txt': undefined, 'spellings.txt': '前文 上文\n' }, 'a.md:7 spelling', 'a.md:7 half-width'],
    ['the text itself', { 'spellings.txt': undefined, [file]: linked.replace('今天,', '今天，') }],
  ];
  for (const [name, files, ...found] of steps) {
    await writeFiles(content, files);
    const remembering = await findProblems(content, { data, now });
    assert.deepEqual(told(remembering), found, name);
    assert.deepEqual(remembering, await findProblems(content, { now }), name);
  }
});

test('time alone changes what is doubtful', async (context) => {
  const { content, data } = await makeContent(context);
  await writeFiles(content, { 'news/periodicals/zhoukan/2026-02-06/a.md': articleText({ published: '2026-02-07 09:00' }) });
  assert.deepEqual(await findProblems(content, { data, now }), []);
  assert.deepEqual(told(await findProblems(content, { data, now: new Date('2026-02-06T20:00:00Z') })), ['a.md:3 doubtful-date']);
});

test('what is remembered is used until the bytes change, and forgotten when the rules are others', async (context) => {
  const { content, data } = await makeContent(context);
  await writeFiles(content, { [file]: articleText({}, '今天,会议。\n') });
  await findProblems(content, { data, now });
  const kept = path.join(data, 'check.jsonl');
  const change = async (edit: (text: string) => string): Promise<void> => fs.writeFile(kept, edit(await fs.readFile(kept, 'utf8')));
  const messages = async (): Promise<readonly string[]> => (await findProblems(content, { data, now })).map(({ message }) => message.zh);
  await change((text) => text.replace('中文里用了半角标点', '还记得'));
  assert.deepEqual(await messages(), ['还记得 ,']);
  // Another time, the same bytes; then other bytes.
  await fs.utimes(path.join(content, file), new Date(0), new Date(0));
  assert.deepEqual(await messages(), ['还记得 ,']);
  await writeFiles(content, { [file]: articleText({}, '昨天,会议。\n') });
  assert.deepEqual(await messages(), ['中文里用了半角标点 ,']);
  await change((text) => text.replace('中文里用了半角标点', '还记得').replace(/^"/, '"other rules '));
  assert.deepEqual(await messages(), ['中文里用了半角标点 ,']);
  for (const broken of ['', '"', 'x\n\n[1]\n']) {
    await fs.writeFile(kept, broken);
    assert.deepEqual(await messages(), ['中文里用了半角标点 ,']);
  }
  await change((text) => `${text.split('\n', 1)[0] ?? ''}\n["${file}"`);
  assert.deepEqual(await messages(), ['中文里用了半角标点 ,']);
});

test('a check of a part keeps what is known of the rest, one of the whole forgets what is gone', async (context) => {
  const { content, data } = await makeContent(context);
  await writeFiles(content, { [file]: articleText({}, '段。\n'), 'news/periodicals/zhoukan/2023-02-10/b.md': articleText() });
  const names = async (): Promise<readonly string[]> => (await fs.readFile(path.join(data, 'check.jsonl'), 'utf8')).split('\n').slice(1, -1).map((line) => String((JSON.parse(line) as unknown[])[0])).sort();
  await findProblems(content, { data, now });
  const all = await names();
  assert.ok(all.includes(file) && all.includes('site.en.md'));
  await writeFiles(content, { [file]: articleText({}, '今天,会议。\n') });
  assert.deepEqual(told(await findProblems(content, { only: file, data, now })), ['a.md:7 half-width']);
  assert.deepEqual(await names(), all);
  await writeFiles(content, { [file]: undefined });
  await findProblems(content, { data, now });
  assert.deepEqual(await names(), all.filter((name) => name !== file));
});
