/**
 * An editor's day through the commands alone, each step seen as readers see it: an issue is begun, two articles are imported and one is
 * written, five mistakes are found, the preview shows the draft; it is published, corrected, moved, and withdrawn.
 */
import { execFile, spawn } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { root } from '@/lib/root.mjs';
import { articlePath } from './places';
import { findFreePort, openPortal, type Portal } from './portal';
import { expect, test, words } from './reader';

const issue = { periodical: 'zhoukan', issue: '2025-03-21' } as const;
const place = `${issue.periodical}/${issue.issue}`;
const imported = { ...issue, slug: 'yin-xing-da-dao-kai-fang-ye-jian-bu-xing' } as const;
const pasted = { ...issue, slug: 'canteen' } as const;
const written = { ...issue, slug: 'reading-corner' } as const;
const moved = { ...issue, slug: 'reading-corner-late' } as const;
/** A second is promised; machines under test are slow. */
const soon = { timeout: 10_000 };

/** A page as a hijacker left it, in the encoding of its time, with the tools of the page around the article. */
const savedPage = `<!DOCTYPE html><html><head><meta charset="utf-16"><title>银杏大道开放夜间步行_示例网</title>
<meta name="ArticleTitle" content="银杏大道开放夜间步行"><meta name="PubDate" content="2025-03-20 10:20"><meta name="ContentSource" content="示例园区管理处"></head>
<body><div class="nav"><a href="/">首页</a> &gt; <a href="/zk">示例园区周刊</a></div><h1>银杏大道开放夜间步行</h1>
<div class="info">发布时间：2025-03-20 10:20　来源：示例园区管理处　字号：大 中 小　浏览：321</div>
<div class="TRS_Editor"><p>　　银杏大道从本周起开放夜间步行，每晚六时至九时禁止机动车通行。</p>
<p>　　示例园区管理处在沿路新装了四十盏路灯，并<span id="k93jd" style="display:none">太阳城开户送彩金</span>设了三处歇脚的长椅。</p>
<p>　　管理处办(ban)公室提醒居民，雨天路面湿滑，请慢行。</p></div><div class="share">分享到：</div></body></html>`;
const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(savedPage, 'utf16le')]);

const pastedText = '社区食堂添了夜宵\n2025-03-20 16:00　来源：示例园区管理处\n\n　　第三社区食堂从周一起供应夜宵，晚九时半收摊。\n　　食堂负责人李示例说，夜宵以粥和馄饨为主，每份不超过十元。\n';

/** What the editor writes under the facts, with a mistake on five of its lines. */
const draftBody = [
  '第三社区图书角从本周末起延时一小时,晚八时半闭馆。',
  '',
  '## 为什么延时',
  '',
  '居民王示例说，下班以后再来，坐了了十分钟。',
  '',
  '#### 哪几天开放',
  '',
  '开放的日子见[日历](no-such-article)。',
  '',
  '![](missing.jpg)',
];
const mendedBody = [
  '第三社区图书角从本周末起延时一小时，晚八时半闭馆。',
  '',
  '## 为什么延时',
  '',
  '居民王示例说，下班以后再来，只能坐十分钟。',
  '',
  '### 哪几天开放',
  '',
  '开放的日子见[食堂的新闻](canteen)。',
];

interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

test('An editor’s day', async ({ page, quiet, request }) => {
  test.setTimeout(240_000);
  quiet.tolerate(/404|^foreign: http:\/\/(?:127\.0\.0\.1|localhost)/);
  const portal: Portal = await openPortal('e2e/content');
  const fileOf = ({ slug }: { readonly slug: string }): string => path.join(portal.content, 'news/periodicals', place, `${slug}.md`);
  const at = (article: Parameters<typeof articlePath>[1]): string => `${portal.origin}${articlePath('zh-hans', article)}`;
  const issueAt = `${portal.origin}/zh-hans/news/periodicals/${place}`;
  const settings = { ...process.env, PORTAL_CONTENT: portal.content, PORTAL_DATA: `${portal.data}-desk`, PORTAL_ORIGIN: portal.origin };
  const desk = (parameters: readonly string[], input: string | Buffer = ''): Promise<Said> =>
    new Promise((resolve) => {
      const child = execFile(process.execPath, ['lib/desk/start.mjs', ...parameters], { cwd: root, env: settings }, (error, out, err) => resolve({ code: error ? Number(error.code) : 0, out, err }));
      child.stdin?.end(input);
    });
  const edit = async (article: { readonly slug: string }, change: (text: string) => string): Promise<void> => fs.writeFile(fileOf(article), change(await fs.readFile(fileOf(article), 'utf8')));
  const statusOf = async (address: string): Promise<number> => (await request.get(address)).status();
  const check = (): Promise<Said> => desk(['check', `news/periodicals/${place}`]);

  try {
    await test.step('the issue is begun, and readers do not see it yet', async () => {
      expect(await desk(['new', 'issue', issue.periodical, issue.issue, '--number', '12', '--title', '春分'])).toMatchObject({ code: 0 });
      expect(await statusOf(issueAt)).toBe(404);
    });

    await test.step('a saved page goes in dirty and comes out clean', async () => {
      const saved = path.join(portal.data, 'saved.html');
      await fs.writeFile(saved, utf16);
      const { code, err } = await desk(['import', saved, '--into', place, '--column', '今示例']);
      expect(code).toBe(0);
      expect(err, 'what was dropped is said').toContain('太阳城开户送彩金');
      expect(err).toContain('分享到');
      await expect.poll(() => statusOf(at(imported)), soon).toBe(200);
      await page.goto(at(imported));
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('银杏大道开放夜间步行');
      await expect(page.locator('.prose')).toContainText('并设了三处歇脚的长椅');
      await expect(page.locator('.prose')).toContainText('管理处办公室提醒居民');
      await expect(page.locator('body')).not.toContainText(/太阳城|分享到：|ban/);
    });

    await test.step('pasted text becomes an article', async () => {
      expect(await desk(['import', '-', '--into', place, '--column', '民生', '--slug', pasted.slug], pastedText)).toMatchObject({ code: 0 });
      await expect.poll(async () => (await request.get(issueAt)).text(), soon).toContain('社区食堂添了夜宵');
      await page.goto(at(pasted));
      await expect(page.locator('.prose p')).toHaveCount(2);
    });

    await test.step('one is written, and check names the line of each of its five mistakes', async () => {
      expect(await desk(['new', 'article', place, '图书角周末延时', '--column', '民生', '--published', '2025-03-21 09:00', '--slug', written.slug])).toMatchObject({ code: 0 });
      await edit(written, (text) => `${text}\n${draftBody.join('\n')}\n`);
      const lines = (await fs.readFile(fileOf(written), 'utf8')).split('\n');
      const { code, out } = await check();
      expect(code).toBe(1);
      const lineOf = (part: string): string => `${written.slug}.md:${lines.findIndex((line) => line.includes(part)) + 1}:`;
      for (const [part, rule] of [['一小时,', 'half-width'], ['坐了了', 'doubled'], ['#### 哪', 'heading'], ['no-such-article', 'broken-link'], ['missing.jpg', 'image-missing']] as const) {
        expect(out, part).toMatch(new RegExp(`${lineOf(part).replaceAll('.', '\\.')}[^]{0,400}${rule}`));
      }
      expect(out).not.toContain(`${imported.slug}.md`);
      await edit(written, (text) => `${text.slice(0, text.lastIndexOf('---') + 4)}\n${mendedBody.join('\n')}\n`);
      expect(await check()).toMatchObject({ code: 0 });
    });

    await test.step('the preview shows the draft, the portal does not', async () => {
      const port = await findFreePort();
      const preview = spawn(process.execPath, ['lib/desk/start.mjs', 'preview', '--port', String(port)], { cwd: root, env: settings, stdio: 'ignore' });
      const seen = at(written).replace(portal.origin, `http://localhost:${port}`);
      await expect.poll(() => statusOf(seen).catch(() => 0), { timeout: 60_000 }).toBe(200);
      await page.goto(seen);
      await expect(page.getByRole('complementary', { name: words('zh-hans').preview.label })).toContainText(words('zh-hans').preview.draft);
      await expect(page.locator('.prose')).toContainText('只能坐十分钟');
      const ended = new Promise((resolve) => preview.once('exit', resolve));
      preview.kill('SIGTERM');
      await ended;
      expect(await statusOf(at(written))).toBe(404);
    });

    await test.step('it is published by taking one line out', async () => {
      await edit(written, (text) => text.replace(/^# 草稿.*\nstatus: draft\n/m, ''));
      await expect.poll(() => statusOf(at(written)), soon).toBe(200);
      await page.goto(issueAt);
      await expect(page.locator('main')).toContainText('图书角周末延时');
      await expect(page.locator('main')).toContainText('春分');
      expect(await desk(['record']), 'its address is kept for good').toMatchObject({ code: 0 });
      expect(await fs.readFile(path.join(portal.content, 'addresses.txt'), 'utf8')).toContain(`${place}/${written.slug}`);
      await page.getByRole('link', { name: '图书角周末延时' }).first().click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('图书角周末延时');
    });

    await test.step('a correction stands on the page and among the corrections', async () => {
      await edit(written, (text) => text.replace('晚八时半闭馆', '晚九时闭馆').replace(/\n---\n\n/, '\ncorrections:\n  - date: 2025-03-22\n    wrong: 晚八时半闭馆\n    right: 晚九时闭馆\n---\n\n'));
      expect(await check()).toMatchObject({ code: 0 });
      await expect.poll(async () => (await request.get(at(written))).text(), soon).toContain('晚九时闭馆');
      for (const address of [at(written), `${portal.origin}/zh-hans/corrections`]) {
        await page.goto(address);
        await expect(page.locator('main')).toContainText('晚八时半闭馆');
        await expect(page.locator('main')).toContainText('晚九时闭馆');
      }
    });

    await test.step('moved, it is found at its old address', async () => {
      expect(await desk(['move', `/news/periodicals/${place}/${written.slug}`, `/news/periodicals/${place}/${moved.slug}`])).toMatchObject({ code: 0 });
      await expect.poll(() => statusOf(at(moved)), soon).toBe(200);
      await page.goto(at(written));
      await expect(page).toHaveURL(at(moved));
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('图书角周末延时');
      expect(await check()).toMatchObject({ code: 0 });
    });

    await test.step('withdrawn, its address says when and why, and lists no longer have it', async () => {
      await edit(moved, (text) => text.replace(/\ncorrections:/, '\nstatus: withdrawn\nwithdrawal:\n  date: 2025-03-23\n  reason: 闭馆的时间仍需核实。\ncorrections:'));
      await expect.poll(async () => (await request.get(issueAt)).text(), soon).not.toContain('图书角周末延时');
      await page.goto(at(moved));
      await expect(page.locator('main')).toContainText('闭馆的时间仍需核实。');
      await expect(page.locator('main')).not.toContainText('只能坐十分钟');
      expect(await check()).toMatchObject({ code: 0 });
    });
  } finally {
    await portal.stop();
    await fs.rm(settings.PORTAL_DATA, { recursive: true, force: true });
  }
});
