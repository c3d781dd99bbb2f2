import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { commands } from '@/lib/desk/commands';
import type { ExitCode } from '@/lib/desk/command';
import { runDesk } from '@/lib/desk/desk';
import { readEnvironment } from '@/lib/environment';
import { root } from '@/lib/root.mjs';
import { loadSharp } from '@/lib/sharp';

const sharp = loadSharp();

const seed = path.join(root, 'lib/desk/fixtures/000_316e3a1ecc6d5811.txt');
const article = 'news/periodicals/jinyuanqu/2023-02-03/gan-wei-gan-chuang.md';

const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'desk-import-'));
for (const file of ['site.md', 'misprints.txt', 'news/periodicals/jinyuanqu/index.md']) {
  await fs.mkdir(path.dirname(path.join(folder, file)), { recursive: true });
  await fs.copyFile(path.join(root, 'content', file), path.join(folder, file));
}
after(() => fs.rm(folder, { recursive: true }));

interface Outcome { readonly code: ExitCode; readonly out: string; readonly err: string }

async function desk(line: readonly string[], input: Buffer = Buffer.alloc(0)): Promise<Outcome> {
  let [out, err] = ['', ''];
  const code = await runDesk(line, commands, {
    environment: readEnvironment({ PORTAL_CONTENT: folder, PORTAL_DATA: folder }),
    folder,
    out: (text) => { out += text; },
    err: (text) => { err += text; },
    isColoured: { out: false, err: false },
    readStandardInput: () => Promise.resolve(input),
  });
  return { code, out, err };
}
const page = (lines: readonly string[]): Buffer => Buffer.from(['当前位置：首页 > 今园区周刊 > 23年02月10日 > 今园区', '春天来了', '时间：2023-02-10 09:00', ...lines].join('\n'));
const exists = (file: string): Promise<boolean> => fs.access(path.join(folder, file)).then(() => true, () => false);

test('the seed becomes the committed article, byte for byte, with nothing but its name given', async () => {
  const { code, out, err } = await desk(['import', seed]);
  assert.equal(code, 0, err);
  assert.equal(out, '');
  const written = await fs.readFile(path.join(folder, article), 'utf8');
  assert.equal(written, await fs.readFile(path.join(root, 'content', article), 'utf8'));
  assert.ok(written.includes('\n\n1月31日，苏州工业园区召开落实“敢为、敢闯、敢干、敢首创”精神动员会暨作风效能建设大会，'));
  assert.doesNotMatch(written, /365|bet|h4sia|[<>]|扞|[\u4e00-\u9fff”],|分享|打印|浏览/);
  for (const told of ['苏州工业园区', '扞卫', 'h4sia', '打印此页|关闭窗口', '返回管委会首页', '第 38 行']) assert.ok(err.includes(told), told);
});

test('the same again changes nothing; a different file is not overwritten unless forced', async () => {
  const file = path.join(folder, article);
  const first = await fs.stat(file);
  const again = await desk(['import', seed]);
  assert.deepEqual([again.code, (await fs.stat(file)).mtimeMs], [0, first.mtimeMs]);
  await fs.appendFile(file, '编者加的一段。\n');
  assert.equal((await desk(['import', seed])).code, 1);
  assert.ok((await fs.readFile(file, 'utf8')).endsWith('编者加的一段。\n'));
  assert.equal((await desk(['import', seed, '--force'])).code, 0);
  assert.equal(await fs.readFile(file, 'utf8'), await fs.readFile(path.join(root, 'content', article), 'utf8'));
  assert.deepEqual((await fs.readdir(path.dirname(file))).filter((name) => name.startsWith('.')), [], 'no draft is left behind');
});

test('a dry run shows the article and writes nothing', async () => {
  const { code, out, err } = await desk(['import', '-', '--dry-run'], page(['正文一段。']));
  assert.equal(code, 0);
  assert.equal(out, '---\ntitle: 春天来了\npublished: 2023-02-10 09:00\ncolumn: 今园区\n---\n\n正文一段。\n');
  assert.match(err, /首页 > 今园区周刊/);
  assert.equal(await exists('news/periodicals/jinyuanqu/2023-02-10'), false);
});

test('what cannot be told is asked for, and a flag answers', async () => {
  const bare = Buffer.from('春天来了\n\n正文一段。\n');
  const refused = await desk(['import', '-'], bare);
  assert.equal(refused.code, 1);
  for (const flag of ['--into', '--published']) assert.ok(refused.err.includes(flag), flag);
  const misnamed = await desk(['import', '-', '--into', 'jinyuanqu/2023-02-17', '--published', '2023-02-17 08:00', '--slug', 'index', '--title', '春', '--force'], bare);
  assert.deepEqual([misnamed.code, await exists('news/periodicals/jinyuanqu/2023-02-17/index.md')], [1, false], 'the issue has a file of its own');
  const given = await desk(['import', '-', '--into', 'content/news/periodicals/jinyuanqu/2023-02-17/', '--published', '2023-02-17 08:00', '--slug', 'spring', '--title', '春'], bare);
  assert.equal(given.code, 0, given.err);
  assert.match(await fs.readFile(path.join(folder, 'news/periodicals/jinyuanqu/2023-02-17/spring.md'), 'utf8'), /^---\ntitle: 春\npublished: 2023-02-17 08:00\n/);
});

test('a hijacked page whose words cannot be restored is refused with the spot', async () => {
  const { code, err } = await desk(['import', '-'], page(['我们的365现金官网_365bet平台网投很好。']));
  assert.equal(code, 1);
  assert.match(err, /第 4 行.*▶365现金官网_365bet平台网投◀/);
  assert.equal(await exists('news/periodicals/jinyuanqu/2023-02-10'), false);
});

test('a saved page becomes an article with its pictures; a picture that is not there is asked for', async () => {
  const site = path.join(folder, 'saved');
  const pages = path.join(root, 'lib/desk/fixtures/pages');
  await fs.mkdir(path.join(site, 'json-ld_files'), { recursive: true });
  await fs.copyFile(path.join(pages, 'json-ld.html'), path.join(site, 'json-ld.html'));
  const target = 'news/periodicals/jinyuanqu/2023-03-17';
  const without = await desk(['import', 'saved/json-ld.html']);
  assert.equal(without.code, 1);
  assert.match(without.err, /image-missing/);
  await fs.writeFile(path.join(site, 'json-ld_files/center.jpg'), await sharp({ create: { width: 80, height: 60, channels: 3, background: '#a33' } }).jpeg().toBuffer());
  const { code, err } = await desk(['import', 'saved/json-ld.html', '--force']);
  assert.equal(code, 0, err);
  const written = await fs.readFile(path.join(folder, target, 'ji-cheng-dian-lu-chan-ye-chuang-xin-zhong-xin.md'), 'utf8');
  assert.match(written, /\n!\[创新中心外景\]\(ji-cheng-dian-lu-chan-ye-chuang-xin-zhong-xin-1\.jpg "图为启用当天的创新中心。何静 摄"\)\n\n## 一站式服务\n/);
  assert.ok(await exists(`${target}/ji-cheng-dian-lu-chan-ye-chuang-xin-zhong-xin-1.jpg`));
  assert.equal((await desk(['import', 'saved/json-ld.html'])).code, 0);
});

test('an advertisement is refused whole', async () => {
  const loud = '亚博体育官网为您提供优质投注体验，注册送彩金888元。立即下载亚博体育app，真人荷官在线发牌。百家乐、老虎机应有尽有，提款秒到。欢迎广大玩家登录官网。';
  const { code, err } = await desk(['import', '-'], page([loud, loud]));
  assert.equal(code, 1);
  assert.match(err, /advertisement/);
});

test('what cannot run says so', async () => {
  const cases: readonly (readonly [line: readonly string[], told: RegExp])[] = [
    [['import', 'nowhere.html'], /nowhere\.html/],
    [['import'], /<file\|->/],
    [['import', '-', '--published', '2023-02-30 10:00'], /--published/],
    [['import', '-', '--forse'], /--force/],
  ];
  for (const [line, told] of cases) {
    const { code, err } = await desk(line, page(['正文。']));
    assert.equal(code, 2, line.join(' '));
    assert.match(err, told);
  }
});

test('check tells people and programs the same', async () => {
  await fs.writeFile(path.join(folder, path.dirname(article), 'broken.md'), '---\ntitle: 坏\npublished: 2023-02-30 10:20\ncolumn: 今园区\nautor: 谁\n---\n\n文。\n');
  const people = await desk(['check', path.dirname(article)]);
  const json = await desk(['check', path.dirname(article), '--format', 'json']);
  assert.deepEqual([people.code, json.code], [1, 1]);
  const problems = JSON.parse(json.out) as { file: string; line: number; rule: string; remedy: string }[];
  assert.deepEqual(problems.map(({ file, line, rule }) => `${path.basename(file)}:${line} ${rule}`), ['broken.md:3 impossible-date', 'broken.md:5 unknown-key']);
  for (const { rule, remedy } of problems) assert.ok(people.out.includes(rule) && people.out.includes(remedy), rule);
  const clean = await desk(['check', article]);
  assert.deepEqual([clean.code, clean.out], [0, '没有问题。 / No problems.\n']);
  assert.equal((await desk(['check', '../elsewhere.md'])).code, 2);
});

test('help is there for all and for each', async () => {
  const all = await desk(['--help']);
  assert.equal(all.code, 0);
  for (const { name, flags } of commands) {
    assert.match(all.out, new RegExp(`\n  ${name}(?: |\n)`), name);
    const { code, out } = await desk([name, '--help']);
    assert.equal(code, 0);
    for (const flag of Object.keys(flags)) assert.ok(out.includes(`--${flag}`), flag);
  }
  assert.equal((await desk([])).code, 2);
});
