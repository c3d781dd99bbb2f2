import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { commands } from '@/lib/desk/commands';
import { runDesk } from '@/lib/desk/desk';
import { readEnvironment } from '@/lib/environment';

const issue = 'news/periodicals/yuekan/2031-05-02';

const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'desk-new-'));
await fs.mkdir(path.join(folder, 'news/periodicals/yuekan'), { recursive: true });
await fs.writeFile(path.join(folder, 'site.md'), '---\nname: 示例新闻\norganisation: 示例园区管理处\nplace: 示例园区\n---\n');
await fs.writeFile(path.join(folder, 'news/periodicals/yuekan/index.md'), '---\ntitle: 示例月刊\ncolumns:\n  - slug: yaowen\n    name: 要闻\n  - slug: minsheng\n    name: 民生\n---\n');
after(() => fs.rm(folder, { recursive: true }));

/** @param answers What is typed at the terminal; without them there is none. */
async function desk(line: readonly string[], answers?: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const code = await runDesk(line, commands, {
    environment: readEnvironment({ PORTAL_CONTENT: folder, PORTAL_DATA: folder }),
    folder,
    out: (text) => { out += text; },
    err: (text) => { err += text; },
    isColoured: { out: false, err: false },
    readStandardInput: () => Promise.resolve(Buffer.alloc(0)),
    ...(answers && { ask: () => Promise.resolve(answers.shift() ?? '') }),
  });
  return { code, out, err };
}
const read = (file: string): Promise<string> => fs.readFile(path.join(folder, issue, file), 'utf8');

test('a new issue asks for its facts and passes the check', async () => {
  const { code, err } = await desk(['new', 'issue', 'yuekan', '2031-05-02', '--number', '9', '--title', "Spring: it's here # 1"]);
  assert.equal(code, 0, err);
  const text = await read('index.md');
  assert.match(text, /\nnumber: 9\n/);
  assert.match(text, /\ntotal:\n/);
  assert.deepEqual([(await desk(['check'])).out.includes('index.md'), (await desk(['check', issue])).code], [false, 0]);
});

test('a new article is a draft with every key of the manual, and only its body is missing', async () => {
  const title = "Open day: 'A' # 1";
  const { code, err } = await desk(['new', 'article', 'yuekan/2031-05-02', title, '--column', '民生', '--published', '2031-05-02 09:00', '--slug', 'open-day']);
  assert.deepEqual([code, err.includes('open-day.md')], [0, true], err);
  const text = await read('open-day.md');
  for (const key of ['title', 'kicker', 'published', 'column', 'order', 'summary', 'authors', 'source', 'newspaper', 'keywords', 'cover', 'figures', 'audio', 'status']) assert.match(text, new RegExp(`^${key}:`, 'm'));
  assert.match(text, /^status: draft$/m);
  const { out } = await desk(['check', `${issue}/open-day.md`]);
  assert.match(out, /empty-body[^]*1 found: 0 errors, 1 warnings/);
});

test('the address comes from the headline; what is not given is left empty and named', async () => {
  const { code, err } = await desk(['new', 'article', 'yuekan/2031-05-02', '春天来了']);
  assert.deepEqual([code, /Still to fill in: published、column/.test(err)], [0, true], err);
  assert.match(await read('chun-tian-lai-le.md'), /^published:$/m);
  assert.match((await desk(['check', `${issue}/chun-tian-lai-le.md`])).out, /missing-fact/);
});

test('on a terminal the editor is asked', async () => {
  const { code, err } = await desk(['new', 'article', 'yuekan/2031-05-02', '夏天来了'], ['要闻', '2031-05-02 10:00']);
  assert.deepEqual([code, err.includes('Still to fill in')], [0, false], err);
  assert.match(await read('xia-tian-lai-le.md'), /^published: 2031-05-02 10:00$/m);
  assert.match(await read('xia-tian-lai-le.md'), /^column: 要闻$/m);
});

test('nothing is overwritten unasked', async () => {
  await fs.writeFile(path.join(folder, issue, 'index.md'), '---\nnumber: 1\n---\n');
  assert.equal((await desk(['new', 'issue', 'yuekan', '2031-05-02'])).code, 1);
  assert.equal(await read('index.md'), '---\nnumber: 1\n---\n');
  assert.equal((await desk(['new', 'issue', 'yuekan', '2031-05-02', '--force'])).code, 0);
  assert.match(await read('index.md'), /^number:$/m);
});

const refused: readonly (readonly [line: readonly string[], words: RegExp])[] = [
  [['new', 'page', 'yuekan', '2031-05-02'], /issue 或 article/],
  [['new', 'issue', 'yuekan', '2031-02-30'], /2023-02-03/],
  [['new', 'issue', 'zhoukan', '2031-05-02'], /示例月刊 \(yuekan\)/],
  [['new', 'issue', 'yuekan', '2031-05-02', '--number', 'nine'], /whole number/],
  [['new', 'article', 'yuekan/2031-05-02', '？！'], /--slug/],
  [['new', 'article', 'yuekan/2031-05-02', '秋天', '--slug', '../x'], /--slug/],
  [['new', 'article', 'yuekan/2031-05-02', '秋天', '--slug', 'index', '--force'], /other than index/],
  [['new', 'article', 'yuekan/2031-05-02', 'Index', '--force'], /other than index/],
  [['new', 'article', 'yuekan/2031-05-02', '秋天', '--slug', 'autumn', '--column', '体育'], /要闻、民生/],
  [['new', 'article', 'yuekan/2031-05-02', '秋天', '--slug', 'autumn', '--column', '要闻', '--published', '2031-05-02'], /10:20/],
  [['new', 'article', 'yuekan/2031-05-02'], /missing/],
];

for (const [line, words] of refused) {
  test(`refused: ${line.join(' ')}`, async () => {
    const before = await fs.readdir(path.join(folder, 'news'), { recursive: true });
    const { code, err } = await desk(line);
    assert.equal(code, 2);
    assert.match(err, words);
    assert.deepEqual(await fs.readdir(path.join(folder, 'news'), { recursive: true }), before);
  });
}
