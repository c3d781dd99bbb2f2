/** Moving articles and issues, through the command that editors run. */
import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { articleText, makeContent, sampleFiles, tinyPicture, writeFiles, type Files } from '@/lib/content/fixtures/sample-content';
import { silentMp3, silentMp4 } from '@/lib/content/fixtures/sample-recordings';
import { openDeskLine } from '@/lib/desk/fixtures/desk-line';

const first = 'news/periodicals/zhoukan/2023-02-03';
const second = 'news/periodicals/zhoukan/2023-02-10';
const other = Buffer.concat([tinyPicture, Buffer.from('x')]);

/** Two issues; `er` is translated, shows one picture alone and one together with `yi`, and is linked to from everywhere. */
const files: Files = {
  ...sampleFiles,
  [`${first}/yi.md`]: articleText({ title: '第一篇' }, '见[第二篇](er "说明")、[同一篇](/zh-hans/news/periodicals/zhoukan/2023-02-03/er#user-content-二)、[英文](/en/news/periodicals/zhoukan/2023-02-03/er?a=1)和`[代码](er2)`、[别处](https://example.com/er)、[另一篇](er-shi)。\n\n![图](gong.png)\n\n[注]: er\n'),
  [`${first}/er-shi.md`]: articleText({}, '别的文章。\n'),
  [`${first}/er.md`]: articleText({ title: '第二篇', cover: '{ image: zi.png, alt: 图 }' }, '见[第一篇](yi)、[这一期](../2023-02-03)、[自己](er)、[下面](#二)、[首页](/zh-hans)。\n\n![图](gong.png)\n\n## 二\n\n完。\n'),
  [`${first}/er.en.md`]: '---\ntitle: Two\n---\n\nSee [one](yi).\n\n![one](gong.png)\n',
  [`${first}/gong.png`]: tinyPicture,
  [`${first}/zi.png`]: tinyPicture,
  [`${second}/index.md`]: '---\nnumber: 2\n---\n\n上期有[第二篇](2023-02-03/er)。\n',
  [`${second}/san.md`]: articleText({ published: '2023-02-10 08:00' }, '见[第二篇](../2023-02-03/er)。\n'),
  'pages/about.md': '---\ntitle: 关于本站\n---\n\n例如[一篇](news/periodicals/zhoukan/2023-02-03/er)。\r\n\r\n[再一篇](<news/periodicals/zhoukan/2023-02-03/er>)。\r\n',
};

async function openDesk(context: TestContext, more: Files = {}) {
  const { content, data } = await makeContent(context, { ...files, ...more });
  const desk = openDeskLine({ content, data });
  const read = (file: string): Promise<string> => fs.readFile(path.join(content, file), 'utf8');
  const snapshot = async (): Promise<Readonly<Record<string, string>>> => {
    const names = (await fs.readdir(content, { recursive: true })).map((name) => path.join(content, name)).filter((name) => statSync(name).isFile());
    return Object.fromEntries(await Promise.all(names.sort().map(async (name): Promise<[string, string]> => [path.relative(content, name), (await fs.readFile(name)).toString('base64')])));
  };
  /** Lines of redirects.txt or addresses.txt. */
  const lines = async (file: string): Promise<readonly string[]> => (await read(file)).split('\n').filter((line) => line.startsWith('/'));
  const addressProblems = async (): Promise<string> => (await desk('check')).out.split('\n').filter((line) => /address|redirect|register|broken-link|image-missing|audio-missing/.test(line)).join('\n');
  return { content, desk, read, snapshot, lines, addressProblems };
}

const address = (folder: string, slug: string): string => `/${folder}/${slug}`;

test('an article is renamed: translations follow, every link leads to it, the old address leads on', async (context) => {
  const { desk, read, snapshot, lines, addressProblems } = await openDesk(context);
  await desk('record');
  const before = await snapshot();
  const { code, out, err } = await desk('move', 'zhoukan/2023-02-03/er', 'di-er-pian');
  assert.equal(code, 0, err);
  assert.match(out, /er\.en\.md → .*di-er-pian\.en\.md/);
  const after = await snapshot();
  assert.deepEqual(
    Object.keys(after),
    [...Object.keys(before).map((name) => name.replace(/\/er(?=\.)/, '/di-er-pian')), 'redirects.txt'].sort((a, b) => (a < b ? -1 : 1)),
  );
  const yi = await read(`${first}/yi.md`);
  assert.ok(yi.includes('[注]: di-er-pian\n') && yi.includes('[第二篇](di-er-pian "说明")、[同一篇](/zh-hans/news/periodicals/zhoukan/2023-02-03/di-er-pian#user-content-二)、[英文](/en/news/periodicals/zhoukan/2023-02-03/di-er-pian?a=1)和`[代码](er2)`、[别处](https://example.com/er)、[另一篇](er-shi)'), yi);
  assert.ok((await read(`${first}/di-er-pian.md`)).includes('[第一篇](yi)、[这一期](../2023-02-03)、[自己](di-er-pian)、[下面](#二)、[首页](/zh-hans)'));
  assert.ok((await read(`${second}/san.md`)).includes('(../2023-02-03/di-er-pian)'));
  assert.ok((await read(`${second}/index.md`)).includes('(2023-02-03/di-er-pian)'));
  assert.equal((await read('pages/about.md')).split('\n---\n')[1], '\n例如[一篇](news/periodicals/zhoukan/2023-02-03/di-er-pian)。\r\n\r\n[再一篇](<news/periodicals/zhoukan/2023-02-03/di-er-pian>)。\r\n');
  assert.deepEqual(await lines('redirects.txt'), [`${address(first, 'er')} ${address(first, 'di-er-pian')}`]);
  assert.ok((await lines('addresses.txt')).includes(address(first, 'di-er-pian')));
  assert.ok((await lines('addresses.txt')).includes(address(first, 'er')), 'what was published stays recorded');
  assert.equal(await addressProblems(), '');
});

test('links to an article in two languages side by side follow it, and keep both languages', async (context) => {
  const { desk, read, addressProblems } = await openDesk(context, {
    [`${first}/san.md`]: articleText({}, '见[中英对照](er/en)、[英中对照](/en/news/periodicals/zhoukan/2023-02-03/er/zh-hans#a)。\n'),
    [`${second}/san.md`]: articleText({ published: '2023-02-10 08:00' }, '见[中英对照](../2023-02-03/er/en)。\n'),
  });
  await desk('record');
  const { code, err } = await desk('move', 'zhoukan/2023-02-03/er', 'zhoukan/2023-02-10/er-b');
  assert.equal(code, 0, err);
  assert.ok((await read(`${first}/san.md`)).includes('[中英对照](../2023-02-10/er-b/en)、[英中对照](/en/news/periodicals/zhoukan/2023-02-10/er-b/zh-hans#a)'), await read(`${first}/san.md`));
  assert.ok((await read(`${second}/san.md`)).includes('[中英对照](er-b/en)'), await read(`${second}/san.md`));
  assert.equal(await addressProblems(), '');
});

test('links to an issue for printing follow the issue', async (context) => {
  const { desk, read, addressProblems } = await openDesk(context, { [`${second}/san.md`]: articleText({ published: '2023-02-10 08:00' }, '见[打印版](../2023-02-03/print)、[英文打印版](/en/news/periodicals/zhoukan/2023-02-03/print)。\n') });
  await desk('record');
  const { code, err } = await desk('move', 'zhoukan/2023-02-03', '2023-02-17');
  assert.equal(code, 0, err);
  assert.ok((await read(`${second}/san.md`)).includes('[打印版](../2023-02-17/print)、[英文打印版](/en/news/periodicals/zhoukan/2023-02-17/print)'), await read(`${second}/san.md`));
  assert.equal(await addressProblems(), '');
});

test('an article goes to another issue with the pictures that it alone shows, and its own links hold', async (context) => {
  const { desk, read, snapshot, addressProblems } = await openDesk(context);
  await desk('record');
  assert.equal((await desk('move', `/en/${first}/er`, 'zhoukan/2023-02-10')).code, 0);
  const names = Object.keys(await snapshot());
  for (const name of ['er.md', 'er.en.md', 'zi.png', 'gong.png']) assert.ok(names.includes(`${second}/${name}`), name);
  assert.deepEqual(names.filter((name) => name.startsWith(first)).map((name) => path.basename(name)).sort(), ['er-shi.md', 'gong.png', 'tu.png', 'yi.md']);
  assert.ok((await read(`${second}/er.md`)).includes('[第一篇](../2023-02-03/yi)、[这一期](../2023-02-03)、[自己](er)'));
  assert.ok((await read(`${second}/er.en.md`)).includes('[one](../2023-02-03/yi)'));
  assert.ok((await read(`${first}/yi.md`)).includes('[第二篇](../2023-02-10/er "说明")'));
  assert.ok((await read(`${second}/san.md`)).includes('[第二篇](er)'));
  assert.equal(await addressProblems(), '');
});

test('recordings go with the texts that name them', async (context) => {
  const { desk, snapshot, addressProblems } = await openDesk(context, {
    [`${first}/yi.md`]: articleText({ title: '第一篇', audio: 'gong.mp3' }),
    [`${first}/er.md`]: articleText({ title: '第二篇', audio: 'gong.mp3' }),
    [`${first}/er.en.md`]: '---\ntitle: Two\naudio: er.en.m4a\n---\n\nBody.\n',
    [`${first}/gong.mp3`]: silentMp3(),
    [`${first}/er.en.m4a`]: silentMp4(),
  });
  const recordings = async (): Promise<readonly string[]> => Object.keys(await snapshot()).filter((name) => /\.m/.test(name) && !name.endsWith('.md'));
  assert.equal((await desk('move', 'zhoukan/2023-02-03/er', 'zhoukan/2023-02-10')).code, 0);
  assert.deepEqual(await recordings(), [`${first}/gong.mp3`, `${second}/er.en.m4a`, `${second}/gong.mp3`]);
  assert.equal((await desk('move', 'zhoukan/2023-02-10', '2023-02-17')).code, 0);
  assert.deepEqual(await recordings(), [`${first}/gong.mp3`, ...['er.en.m4a', 'gong.mp3'].map((name) => `${second.replace('10', '17')}/${name}`)]);
  assert.equal(await addressProblems(), '');
});

test('an issue gets another date: all of it goes, and every address of it leads on', async (context) => {
  const { content, desk, read, lines, addressProblems } = await openDesk(context, { [`${first}/gao.md`]: articleText({ status: 'draft' }) });
  await desk('record');
  const third = first.replace('2023-02-03', '2023-02-04');
  assert.equal((await desk('move', 'zhoukan/2023-02-03', '2023-02-04')).code, 0);
  await assert.rejects(fs.stat(path.join(content, first)), 'the folder is gone');
  assert.deepEqual((await fs.readdir(path.join(content, third))).sort(), ['er-shi.md', 'er.en.md', 'er.md', 'gao.md', 'gong.png', 'tu.png', 'yi.md', 'zi.png']);
  assert.deepEqual([...(await lines('redirects.txt'))].sort(), [`/${first} /${third}`, ...['er', 'er-shi', 'yi'].map((slug) => `${address(first, slug)} ${address(third, slug)}`)].sort());
  assert.ok((await read(`${third}/er.md`)).includes('[第一篇](yi)、[这一期](../2023-02-04)'));
  assert.ok((await read(`${second}/san.md`)).includes('(../2023-02-04/er)'));
  assert.ok(!(await lines('addresses.txt')).includes(address(third, 'gao')), 'a draft has no address');
  assert.equal(await addressProblems(), '');
});

test('moved again, older lines lead straight on; moved back, nothing leads in a circle', async (context) => {
  const { desk, read, lines, snapshot, addressProblems } = await openDesk(context, { 'redirects.txt': `# 老的\n${address(first, 'zui-lao')} ${address(first, 'er')}  # 2020\n/guanyu /about\n` });
  await desk('record');
  const before = await snapshot();
  await desk('move', 'zhoukan/2023-02-03/er', 'er-b');
  await desk('move', 'zhoukan/2023-02-03/er-b', 'er-c');
  assert.equal(await read('redirects.txt'), [`# 老的`, `${address(first, 'zui-lao')} ${address(first, 'er-c')}  # 2020`, '/guanyu /about', `${address(first, 'er')} ${address(first, 'er-c')}`, `${address(first, 'er-b')} ${address(first, 'er-c')}`, ''].join('\n'));
  assert.equal((await desk('move', 'zhoukan/2023-02-03/er-c', 'er')).code, 0);
  assert.deepEqual(await lines('redirects.txt'), [`${address(first, 'zui-lao')} ${address(first, 'er')}  # 2020`, '/guanyu /about', `${address(first, 'er-b')} ${address(first, 'er')}`, `${address(first, 'er-c')} ${address(first, 'er')}`]);
  assert.equal(await addressProblems(), '');
  const isArticle = ([name]: readonly [string, string]): boolean => name.endsWith('.md');
  assert.deepEqual(Object.entries(await snapshot()).filter(isArticle), Object.entries(before).filter(isArticle), 'every text is as it was');
});

test('a dry run says everything and touches nothing; without a register none is begun; a draft needs no redirect', async (context) => {
  const { desk, snapshot } = await openDesk(context, { [`${first}/gao.md`]: articleText({ status: 'draft' }) });
  const before = await snapshot();
  const { code, out } = await desk('move', 'zhoukan/2023-02-03/er', 'zhoukan/2023-02-10/er-b', '--dry-run');
  assert.equal(code, 0);
  for (const part of ['zi.png → ', 'gong.png → ', `跳转 / redirect  ${address(first, 'er')} → ${address(second, 'er-b')}`, `改链接 / links   ${first}/yi.md（4）`, '改写 / writes    redirects.txt', 'No file was touched']) assert.ok(out.includes(part), `${part}\n${out}`);
  assert.deepEqual(await snapshot(), before);
  assert.equal((await desk('move', 'zhoukan/2023-02-03/gao', 'xin-gao')).code, 0);
  assert.deepEqual(Object.keys(await snapshot()).filter((name) => name.endsWith('.txt')), []);
});

const refusals: readonly (readonly [why: RegExp, from: string, to: string, more?: Files])[] = [
  [/neither an article nor an issue/, 'pages/about', 'x'],
  [/neither an article nor an issue/, 'zhoukan/2023-02-30/er', 'x'],
  [/neither an article nor an issue/, 'zhoukan/2023-02-03/index', 'x'],
  [/cannot be its new address/, 'zhoukan/2023-02-03/er', 'Er_2'],
  [/cannot be its new address/, 'zhoukan/2023-02-03/er', 'index'],
  [/cannot be its new address/, 'zhoukan/2023-02-03/er', 'print'],
  [/cannot be its new address/, 'zhoukan/2023-02-03', 'zhoukan/2023-02-10/er'],
  [/cannot be its new address/, 'zhoukan/2023-02-03/er', '../../../../etc/passwd'],
  [/There is no .*wu\.md/, 'zhoukan/2023-02-03/wu', 'x'],
  [/There is no .*2021-01-01/, 'zhoukan/2021-01-01', '2021-01-08'],
  [/is the old one/, 'zhoukan/2023-02-03/er', 'er'],
  [/There is no periodical yuekan/, 'zhoukan/2023-02-03/er', 'yuekan/2023-02-10'],
  [/There is no issue .*begin it first/, 'zhoukan/2023-02-03/er', '2023-02-17'],
  [/yi\.md exists and differs/, 'zhoukan/2023-02-03/er', 'yi'],
  [/xin\.ja\.md exists/, 'zhoukan/2023-02-03/er', 'xin', { [`${first}/xin.ja.md`]: '---\ntitle: x\n---\n\nx\n' }],
  [/zi\.png exists and differs/, 'zhoukan/2023-02-03/er', '2023-02-10', { [`${second}/zi.png`]: other }],
  [/2023-02-10\/.* exists/, 'zhoukan/2023-02-03', '2023-02-10'],
  [/does not belong to the issue/, 'zhoukan/2023-02-03', '2023-02-04', { [`${first}/notes.docx`]: 'x' }],
  [/was published before and leads to \/about/, 'zhoukan/2023-02-03/er', 'lao', { 'redirects.txt': `${address(first, 'lao')} /about\n` }],
  [/redirects\.txt:2 has an error/, 'zhoukan/2023-02-03/er', 'xin', { 'redirects.txt': '# x\n/a\n' }],
];

for (const [why, from, to, more] of refusals) {
  test(`${from} to ${to}: ${why.source}`, async (context) => {
    const { desk, snapshot } = await openDesk(context, more);
    const before = await snapshot();
    const { code, err } = await desk('move', from, to);
    assert.match(err, why);
    assert.equal(code, 2);
    assert.deepEqual(await snapshot(), before, 'nothing was touched');
  });
}

test('broken off after any step, nothing is lost, and the same command brings it to its end', async (context) => {
  const whole = await openDesk(context);
  await whole.desk('record');
  const start = await whole.snapshot();
  await whole.desk('move', 'zhoukan/2023-02-03/er', 'zhoukan/2023-02-10/er-b');
  const end = await whole.snapshot();
  const texts = Object.entries(start).filter(([name]) => /\/er(?:\.en)?\.md$/.test(name));
  for (let steps = 1; steps < 30; steps++) {
    const broken = await openDesk(context);
    await broken.desk('record');
    let left = steps;
    let hasEnded = true;
    // The power goes after so many files have been written or removed.
    const [rename, rm] = [fs.rename, fs.rm];
    const cut = <Arguments extends readonly unknown[], Result>(work: (...given: Arguments) => Promise<Result>) => async (...given: Arguments): Promise<Result> => {
      if (left === 0) throw new Error('the power went');
      left -= 1;
      return work(...given);
    };
    Object.assign(fs, { rename: cut(rename), rm: cut(rm) });
    try {
      hasEnded = (await broken.desk('move', 'zhoukan/2023-02-03/er', 'zhoukan/2023-02-10/er-b')).code === 0;
    } finally {
      Object.assign(fs, { rename, rm });
    }
    const halfway = await broken.snapshot();
    for (const [name] of texts) assert.ok(name in halfway || name.replace('2023-02-03/er', '2023-02-10/er-b') in halfway, `${name} after ${steps}`);
    if (!hasEnded) assert.equal((await broken.desk('move', 'zhoukan/2023-02-03/er', 'zhoukan/2023-02-10/er-b')).code === 0 || !('news/periodicals/zhoukan/2023-02-03/er.md' in halfway), true, `after ${steps}`);
    const drafts = Object.keys(await broken.snapshot()).filter((name) => path.basename(name).startsWith('.'));
    assert.deepEqual(drafts, []);
    if (`${first}/er.md` in halfway) assert.deepEqual(await broken.snapshot(), end, `after ${steps}`);
    if (hasEnded) return assert.ok(steps > 8, `${steps} steps were cut`);
  }
  assert.fail('the move never came to its end');
});

test('an issue whose move was broken off is brought to its end as well', async (context) => {
  const { content, desk, snapshot } = await openDesk(context);
  await desk('record');
  const third = first.replace('2023-02-03', '2023-02-04');
  await fs.cp(path.join(content, first), path.join(content, 'copy'), { recursive: true });
  await desk('move', 'zhoukan/2023-02-03', '2023-02-04');
  const end = await snapshot();
  // As it was after all had been written and one article removed.
  await fs.rename(path.join(content, 'copy'), path.join(content, first));
  await writeFiles(content, { [`${first}/er.md`]: undefined, [`${first}/er.en.md`]: undefined, [`${third}/zi.png`]: tinyPicture });
  const { code, err } = await desk('move', 'zhoukan/2023-02-03', '2023-02-04');
  assert.equal(code, 0, err);
  const after = Object.entries(await snapshot());
  assert.deepEqual(after, Object.entries(end).filter(([name]) => !name.startsWith('copy/')));
});
