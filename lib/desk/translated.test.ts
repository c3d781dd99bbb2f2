import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { articleText, issueFolder, makeContent, writeFiles } from '@/lib/content/fixtures/sample-content';
import { readEnvironment } from '@/lib/environment';
import { findProblems } from './check/find-problems';
import { commands } from './commands';
import type { ExitCode } from './command';
import { runDesk } from './desk';

const original = `${issueFolder}/yi.md`;
const translation = `${issueFolder}/yi.en.md`;
const english = '---\ntitle: One\nsummary: About it\n---\n\nThe first.\n\nThe second.\n';
const chinese = (body: string): string => articleText({ title: '第一篇', kicker: '引题', summary: '摘要' }, body);

interface Work { readonly content: string; readonly desk: (...line: string[]) => Promise<ExitCode>; readonly stale: () => Promise<readonly (readonly [file: string, line: number, zh: string])[]> }

async function open(context: TestContext): Promise<Work> {
  const { content, data } = await makeContent(context);
  await writeFiles(content, { [original]: chinese('第一段。\n\n第二段。\n'), [translation]: english });
  const desk = (...line: string[]): Promise<ExitCode> =>
    runDesk(line, commands, { environment: readEnvironment({ PORTAL_CONTENT: content, PORTAL_DATA: data }), folder: content, out: () => undefined, err: () => undefined, isColoured: { out: false, err: false }, readStandardInput: () => Promise.resolve(Buffer.alloc(0)) });
  const stale = async () => (await findProblems(content, { data })).filter(({ rule }) => rule === 'translation-stale').map(({ file, line, message }) => [path.basename(file), line, message.zh] as const);
  return { content, desk, stale };
}

test('the paragraph of the Original that was changed, put in or taken out afterwards is named', async (context) => {
  const { content, desk, stale } = await open(context);
  assert.deepEqual(await stale(), []);
  assert.equal(await desk('translated', translation), 0);
  assert.deepEqual(await stale(), []);
  const cases: readonly (readonly [body: string, ...found: (readonly [line: number, zh: RegExp])[]])[] = [
    ['第一段。\n\n第二段，改了。\n', [9, /yi\.md:11 这一段译后改过（[0-9a-f]{6}）：“第二段，改了。”/]],
    ['第一段。\n\n又一段。\n\n第二段。\n', [7, /yi\.md:11 多了一段（[0-9a-f]{6}）：“又一段。”/]],
    ['第二段。\n', [7, /删去了一段（[0-9a-f]{6}），原在 .*yi\.md:9 之前/]],
    ['第一段。\n', [9, /末尾删去了一段（[0-9a-f]{6}）/]],
    ['又一段。\n\n第一段。\n\n第二段。\n', [7, /yi\.md:9 多了一段/]],
    ['第一段。\n\n第二段。\n'],
  ];
  for (const [body, ...wanted] of cases) {
    await writeFiles(content, { [original]: chinese(body) });
    const found = await stale();
    assert.deepEqual(found.map(([file, line]) => [file, line]), wanted.map(([line]) => ['yi.en.md', line]), body);
    for (const [at, [, zh]] of wanted.entries()) assert.match(found[at]?.[2] ?? '', zh);
  }
  await writeFiles(content, { [original]: chinese('第一段。\n\n第二段，改了。\n') });
  assert.equal(await desk('translated', translation), 0);
  assert.deepEqual(await stale(), []);
});

test('only the marks are written, in the place of those before', async (context) => {
  const { content, desk } = await open(context);
  const file = path.join(content, translation);
  await desk('translated', original);
  const marked = await fs.readFile(file, 'utf8');
  assert.equal(marked.replace(/^original: [0-9a-f ]+\n/m, ''), english);
  const long = Array.from({ length: 30 }, (_, at) => `第 ${at} 段。`).join('\n\n');
  await writeFiles(content, { [original]: chinese(`${long}\n`), [translation]: marked.replace('---\n\n', 'translation: machine\n---\n\n') });
  for (let time = 0; time < 2; time++) {
    await desk('translated', issueFolder);
    const text = await fs.readFile(file, 'utf8');
    assert.match(text, /\noriginal: (?:[0-9a-f]{6} ?){12}\n {2}(?:[0-9a-f]{6} ?){12}\n {2}(?:[0-9a-f]{6} ?){9}\ntranslation: machine\n---\n\nThe first\.\n/);
    assert.equal((await findProblems(content)).length, 0);
  }
});

test('what is no translation is told', async (context) => {
  const { content, desk } = await open(context);
  assert.equal(await desk('translated', 'pages'), 2);
  assert.equal(await desk('translated', 'pages/mei.md'), 2);
  await writeFiles(content, { [original]: '没有资料\n' });
  assert.equal(await desk('translated', translation), 1);
  await writeFiles(content, { [original]: chinese('段。\n'), [translation]: english.replace('summary', 'original: 谁\nsummary') });
  assert.deepEqual((await findProblems(content, { only: translation })).map(({ line, rule }) => [line, rule]), [[3, 'wrong-type']]);
});
