/** The register of addresses, through the commands that editors run. */
import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { checkContent } from '@/lib/content/check';
import { articleText, issueFolder, makeContent, sampleFiles, writeFiles, type Files } from '@/lib/content/fixtures/sample-content';
import { openDeskLine } from '@/lib/desk/fixtures/desk-line';
import type { PlainProblem } from '@/lib/problem';

const issue = '/news/periodicals/zhoukan/2023-02-03';
const ofSample = ['/about', '/news/periodicals/zhoukan', issue, `${issue}/yi`];
const withdrawal = { status: 'withdrawn', withdrawal: '{ date: 2023-03-01, reason: 需要核实 }' };

async function openDesk(context: TestContext, files: Files = {}) {
  const { content, data } = await makeContent(context, { ...sampleFiles, ...files });
  const desk = openDeskLine({ content, data });
  const check = async (): Promise<readonly PlainProblem[]> => JSON.parse((await desk('check', '--format', 'json')).out) as PlainProblem[];
  const addresses = async (): Promise<readonly string[]> => (await fs.readFile(path.join(content, 'addresses.txt'), 'utf8')).split('\n').filter((line) => line.startsWith('/'));
  return { content, desk, check, addresses, write: (changed: Files) => writeFiles(content, changed) };
}

const rulesOf = (problems: readonly PlainProblem[]): readonly string[] => problems.map(({ file, line, rule, level }) => `${file}:${line} ${rule} ${level}`);

test('a portal without a register hears nothing of it; recording begins it, and twice is the same as once', async (context) => {
  const { desk, check, addresses, content } = await openDesk(context);
  assert.deepEqual(await check(), []);
  assert.match((await desk('record', '--dry-run')).out, /4 to record; no file was written/);
  await assert.rejects(addresses());
  assert.deepEqual([(await desk('record')).code, await addresses()], [0, ofSample]);
  const before = await fs.readFile(path.join(content, 'addresses.txt'), 'utf8');
  assert.match(before, /^# .*网址登记簿[^]*\n# .*register[^]*\n\/about\n/);
  assert.match((await desk('record')).out, /Recorded 0\./);
  assert.equal(await fs.readFile(path.join(content, 'addresses.txt'), 'utf8'), before);
  assert.deepEqual(await check(), []);
});

test('what is published and not recorded is one finding that says what to run; what no reader can open is not recorded', async (context) => {
  const { desk, check, addresses, write } = await openDesk(context);
  await desk('record');
  const later = 'news/periodicals/zhoukan/2099-01-02';
  await write({
    [`${issueFolder}/er.md`]: articleText(),
    [`${issueFolder}/er.en.md`]: '---\ntitle: Two\n---\n\nText.\n',
    [`${issueFolder}/gao.md`]: articleText({ status: 'draft' }),
    [`${issueFolder}/huai.md`]: articleText({ published: 'soon' }),
    [`${issueFolder}/che.md`]: articleText(withdrawal),
    [`${later}/yi.md`]: articleText({ published: '2099-01-02 08:00' }),
    'pages/new.md': '---\ntitle: 新页\n---\n\n说明。\n',
  });
  const found = (await check()).filter(({ file }) => file === 'addresses.txt');
  assert.deepEqual(rulesOf(found), ['addresses.txt:1 address-unrecorded warning']);
  assert.match(found[0]?.message ?? '', /3 published addresses are not recorded: \/new, .*\/che, .*\/er/);
  assert.match(found[0]?.remedy ?? '', /npm run desk -- record/);
  await desk('record');
  assert.deepEqual(await addresses(), ['/about', '/new', '/news/periodicals/zhoukan', issue, `${issue}/che`, `${issue}/er`, `${issue}/yi`]);
  assert.deepEqual((await check()).filter(({ file }) => file === 'addresses.txt'), []);
});

test('a lost address fails the check on its line, until it is withdrawn, led elsewhere or back', async (context) => {
  const { desk, check, write } = await openDesk(context, { [`${issueFolder}/er.md`]: articleText() });
  await desk('record');
  const lost = async (): Promise<readonly string[]> => rulesOf((await check()).filter(({ rule }) => rule !== 'doubtful-date'));
  await write({ [`${issueFolder}/er.md`]: undefined });
  const [problem] = await check();
  assert.deepEqual(rulesOf(problem ? [problem] : []), ['addresses.txt:6 address-lost error']);
  assert.ok(problem?.message.includes(`${issue}/er`) && problem.remedy.includes('status: withdrawn') && problem.remedy.includes('redirects.txt'));
  assert.match((await desk('check')).out, /addresses\.txt:6:1[^]*6 │ \/news\/periodicals\/zhoukan\/2023-02-03\/er/);
  await write({ [`${issueFolder}/er.md`]: articleText(withdrawal) });
  assert.deepEqual(await lost(), []);
  await write({ [`${issueFolder}/er.md`]: articleText({ status: 'draft' }) });
  assert.deepEqual(await lost(), ['addresses.txt:6 address-lost error']);
  await write({ [`${issueFolder}/er.md`]: articleText({ published: '2099-01-01 08:00' }) });
  assert.deepEqual(await lost(), ['addresses.txt:6 address-lost error']);
  await write({ [`${issueFolder}/er.md`]: '---\ntitle: 写到一半' });
  assert.deepEqual(await lost(), [`${issueFolder}/er.md:1 front-matter-missing error`], 'a file that cannot be read is not gone');
  await write({ [`${issueFolder}/er.md`]: undefined, 'redirects.txt': `${issue}/er ${issue}/yi\n` });
  assert.deepEqual(await lost(), []);
  // With its last article an issue is gone too.
  await write({ [`${issueFolder}/yi.md`]: undefined, 'redirects.txt': undefined });
  assert.deepEqual(await lost(), ['addresses.txt:5 address-lost error', 'addresses.txt:6 address-lost error', 'addresses.txt:7 address-lost error']);
});

test('a redirect that does nothing is a finding: something stands there, or nothing where it leads', async (context) => {
  const { check, write } = await openDesk(context, { [`${issueFolder}/gao.md`]: articleText({ status: 'draft' }) });
  const redirects = async (...lines: readonly string[]): Promise<readonly string[]> => {
    await write({ 'redirects.txt': lines.join('\n') });
    return rulesOf(await check());
  };
  assert.deepEqual(await redirects(`${issue}/a ${issue}/b`, `${issue}/b ${issue}/yi`, '/guanyu /about', '/old /', '/older /corrections', '/oldest /news/periodicals/zhoukan/2023'), []);
  assert.deepEqual(await redirects('# a note', `${issue}/yi /about`), ['redirects.txt:2 redirect-idle warning']);
  assert.deepEqual(await redirects(`${issue}/a ${issue}/b`, `${issue}/b ${issue}/c`), ['redirects.txt:1 redirect-lost warning', 'redirects.txt:2 redirect-lost warning']);
  assert.deepEqual(await redirects(`${issue}/a ${issue}/gao`, '/old /news/periodicals/zhoukan/2020', '/older /nobody'), ['redirects.txt:1 redirect-lost warning', 'redirects.txt:2 redirect-lost warning', 'redirects.txt:3 redirect-lost warning']);
  assert.deepEqual(await redirects('/a /b', '/b /a'), ['redirects.txt:1 redirect-loop error']);
});

test('a line of the register that is no address of ours is a finding, and nothing is recorded over it; notes at the top stay', async (context) => {
  const { desk, check, addresses, content } = await openDesk(context, { 'addresses.txt': '# 我们的登记簿\n\n/about\n/zh-hans/about\n/search\n' });
  assert.deepEqual(rulesOf(await check()), ['addresses.txt:1 address-unrecorded warning', 'addresses.txt:4 register-syntax error', 'addresses.txt:5 register-syntax error']);
  const refused = await desk('record');
  assert.deepEqual([refused.code, /addresses\.txt:4/.test(refused.err)], [1, true]);
  // Two branches were merged.
  await writeFiles(content, { 'addresses.txt': `# 我们的登记簿\n${issue}/yi\n${issue}/yi\n/about\n` });
  assert.deepEqual([(await desk('record')).code, await addresses()], [0, ofSample]);
  assert.equal((await fs.readFile(path.join(content, 'addresses.txt'), 'utf8')).split('\n')[0], '# 我们的登记簿');
});

for (const content of ['content', 'e2e/content']) {
  test(`every published address of ${content} is recorded, and none is lost`, async () => {
    await fs.access(path.join(content, 'addresses.txt'));
    assert.deepEqual((await checkContent(content)).filter(({ file }) => file.endsWith('.txt')), []);
  });
}
