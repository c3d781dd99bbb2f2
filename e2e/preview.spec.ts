/** An editor's preview: what readers must not see yet, under a ribbon; pages that follow the files; Problems on top. And nothing of it in the portal. */
import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { root } from '@/lib/root.mjs';
import { articlePath, articles } from './places';
import { findFreePort } from './portal';
import { expect, locales, test, words, type Locale } from './reader';

interface Preview {
  readonly origin: string;
  readonly content: string;
  /** What it has said on the terminal. */
  said(): string;
  stop(): Promise<void>;
}

/** `npm run desk -- preview` on a copy of the fictional archive with these files, without npm between. */
async function openPreview(files: Readonly<Record<string, string>> = {}): Promise<Preview> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'preview-'));
  const content = path.join(folder, 'content');
  await fs.cp(path.join(root, 'e2e/content'), content, { recursive: true });
  for (const [name, words] of Object.entries(files)) await fs.writeFile(path.join(content, name), words);
  const port = await findFreePort();
  const desk = spawn(process.execPath, ['lib/desk/start.mjs', 'preview', '--port', String(port)], {
    cwd: root,
    env: { ...process.env, PORTAL_CONTENT: content, PORTAL_DATA: path.join(folder, 'data') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const stop = async (): Promise<void> => {
    await end(desk);
    await expect.poll(() => fetch(`http://127.0.0.1:${port}/`).then(() => 'answers', () => 'silent'), 'the preview ends with its command').toBe('silent');
    await fs.rm(folder, { recursive: true, force: true });
  };
  await new Promise<void>((resolve, reject) => {
    for (const stream of [desk.stdout, desk.stderr]) stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.includes('Ctrl+C')) resolve();
    });
    desk.once('exit', (code) => reject(new Error(`The preview ended with code ${code}: ${said}`)));
  });
  const [, origin = ''] = /预览：(\S+)\//.exec(said) ?? [];
  return { origin, content, said: () => said, stop };
}

async function end(desk: ChildProcess): Promise<void> {
  if (desk.exitCode !== null || desk.signalCode !== null) return;
  const ended = new Promise((resolve) => desk.once('exit', resolve));
  desk.kill('SIGTERM');
  await ended;
}

/** As editors' programs save: beside the file, then moved over it. */
async function save(file: string, text: string): Promise<void> {
  await fs.mkdir(path.dirname(file), { recursive: true });
  await fs.writeFile(`${file}.tmp`, text);
  await fs.rename(`${file}.tmp`, file);
}

const soon = { timeout: 10_000 };
const fresh = { periodical: 'zhoukan', issue: '2099-05-01', slug: 'unheard-of' } as const;
const text = (body: string, facts = 'published: 2099-05-01 09:00'): string => `---\ntitle: 还没有人听说过的事\n${facts}\ncolumn: 今示例\nstatus: draft\n---\n\n${body}\n`;

test.describe('A preview', () => {
  test.describe.configure({ mode: 'serial' });
  let preview: Preview;
  const at = (way: string): string => `${preview.origin}${way}`;
  const fileOf = (place: { readonly periodical: string; readonly issue: string; readonly slug: string }): string => path.join(preview.content, 'news/periodicals', place.periodical, place.issue, `${place.slug}.md`);
  const ribbonIn = (locale: Locale) => ({ name: words(locale).preview.label });

  test.beforeAll(async () => {
    preview = await openPreview();
  });
  test.afterAll(() => preview.stop());
  test.beforeEach(({ quiet }) => quiet.tolerate(/^foreign: http:\/\/localhost/));

  test('shows drafts and scheduled articles under a ribbon in the language of the reader, and marks them in lists', async ({ page }) => {
    for (const locale of locales) {
      const { draft, hidden, listed } = words(locale).preview;
      await page.goto(at(articlePath(locale, articles.draft)));
      const ribbon = page.getByRole('complementary', ribbonIn(locale));
      await expect(ribbon).toContainText(draft);
      await expect(ribbon).toContainText(hidden);
      await page.goto(at(articlePath(locale, articles.scheduled)));
      await expect(ribbon).toContainText('2099');
      await expect(ribbon).toContainText(hidden);
      await page.goto(at(`/${locale}/news/periodicals/zhoukan/2025-03-14`));
      await expect(ribbon).toContainText(listed);
      await expect(page.locator(`main a[href="${articlePath(locale, articles.draft)}"]`).first()).toHaveAttribute('data-preview', draft);
      await expect(page.locator(`main a[href="${articlePath(locale, articles.everything)}"]`).first()).not.toHaveAttribute('data-preview');
      await page.goto(at(`/${locale}/news/periodicals/zhoukan/2099-01-02`));
      await expect(ribbon).toContainText(words(locale).preview.issue);
      await page.goto(at(`/${locale}`));
      await expect(page.locator('main [data-preview]').first()).toBeVisible();
      await page.goto(at(articlePath(locale, articles.least)));
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(ribbon, 'what readers see has none').toHaveCount(0);
    }
  });

  test('loads a page again when its file is saved, where the reader was, and no other page', async ({ page, context, quiet }) => {
    const here = articlePath('zh-hans', fresh);
    const paragraphs = (last: string): string => [...Array.from({ length: 60 }, (_, number) => `第${number}段，为了让网页长一些。`), last].join('\n\n');
    await save(fileOf(fresh), text(paragraphs('最后一段。')));
    await expect.poll(async () => (await page.request.get(at(here))).status(), soon).toBe(200);
    await page.goto(at(here));
    await expect(page.getByRole('complementary', ribbonIn('zh-hans'))).toContainText('草稿');
    const other = await context.newPage();
    quiet.listenTo(other);
    await other.goto(at(articlePath('zh-hans', articles.least)));
    await other.evaluate(() => Object.assign(window, { isSame: true }));
    await page.bringToFront();
    await page.evaluate(() => scrollTo(0, 900));
    await save(fileOf(fresh), text(paragraphs('改过的最后一段。')));
    await expect(page.locator('.prose')).toContainText('改过的最后一段。', soon);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(800);
    expect(await other.evaluate(() => 'isSame' in window)).toBe(true);
    await other.close();
  });

  test('tells a mistake with its line and remedy over the last good version, and takes it away when mended', async ({ page }) => {
    await page.goto(at(articlePath('zh-hans', fresh)));
    const panel = page.getByRole('complementary', { name: '稿件问题' });
    await expect(panel).toHaveCount(0);
    await save(fileOf(fresh), text('出了错的正文。', 'published: 2099-05-01 29:00'));
    await expect(panel).toContainText('news/periodicals/zhoukan/2099-05-01/unheard-of.md:3:12', soon);
    await expect(panel).toContainText('bad-time');
    await expect(panel).toContainText('2023-02-03 10:20');
    await expect(page.locator('.prose')).toContainText('改过的最后一段。');
    await save(fileOf(fresh), text('改好了。'));
    await expect(page.locator('.prose')).toContainText('改好了。', soon);
    await expect(panel).toHaveCount(0);
  });

  test('shows a file that never was right as its Problems, escaped, and the page when it is mended', async ({ page }) => {
    const place = { ...fresh, slug: 'never-right' };
    await save(fileOf(place), text('正文。').replace('title: 还没有人听说过的事', 'titel: <img src=x onerror=alert(1)>').replace('column: 今示例', 'column: <b>无此栏目</b>'));
    await expect.poll(async () => (await page.request.get(at(articlePath('en', place)))).status(), soon).toBe(200);
    await page.goto(at(articlePath('en', place)));
    const panel = page.getByRole('complementary', { name: '稿件问题' });
    await expect(panel).toContainText('never-right.md:2:1');
    await expect(panel).toContainText('<b>无此栏目</b>');
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(0);
    await save(fileOf(place), text('正文终于对了。'));
    await expect(page.locator('.prose')).toContainText('正文终于对了。', soon);
  });

  test('outlives a broken site.md', async ({ page }) => {
    const file = path.join(preview.content, 'site.md');
    const good = await fs.readFile(file, 'utf8');
    await page.goto(at('/zh-hans/about'));
    await save(file, good.replace('name:', 'nmae:'));
    await page.goto(at('/zh-hans'));
    await expect(page.getByRole('complementary', { name: '稿件问题' })).toContainText('site.md', soon);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await save(file, good);
    await expect(page.getByRole('complementary', { name: '稿件问题' })).toHaveCount(0, soon);
  });

  test('is for nobody else: no cache, no robot, no count, no other name, no other site', async ({ request }) => {
    const draft = articlePath('zh-hans', articles.draft);
    const full = await (await request.get(at(articlePath('zh-hans', articles.everything)))).text();
    const [picture = ''] = /\/media\/[^" ]+\.jpg/.exec(full) ?? [];
    const [short = ''] = /\/s\/\w+/.exec(full) ?? [];
    expect((await request.get(at(short))).url(), 'a short address leads on').toContain('/s/');
    for (const way of [draft, picture, '/zh-hans', '/zh-hans/feed.atom', `${draft}/cite.txt`, '/zh-hans/nothing', '/preview/reload.js', '/robots.txt']) {
      const headers = (await request.get(at(way))).headers();
      expect.soft(headers['cache-control'], way).toBe('no-store');
      expect.soft(headers['x-robots-tag'], way).toContain('noindex');
      expect.soft(headers['strict-transport-security'], way).toBeUndefined();
      expect.soft(headers['access-control-allow-origin'], way).toBeUndefined();
      expect.soft(headers['cross-origin-resource-policy'], way).toBe('same-origin');
      expect.soft(headers['content-security-policy'], way).toContain("script-src 'self';");
    }
    expect(await (await request.get(at(draft))).text()).toContain('<meta name="robots" content="noindex, nofollow">');
    expect(await (await request.get(at('/robots.txt'))).text()).toBe('User-agent: *\nDisallow: /\n');
    const views = `/api/views/${articles.draft.periodical}/${articles.draft.issue}/${articles.draft.slug}`;
    for (let time = 0; time < 2; time++) expect(await (await request.post(at(views))).json()).toEqual({ views: 0 });
    expect((await request.get(at(draft), { headers: { host: 'news.example.cn' } })).status(), 'another name of this machine').toBe(421);
    const port = Number(new URL(preview.origin).port);
    const outside = Object.values(os.networkInterfaces()).flatMap((network) => network ?? []).find(({ internal, family }) => !internal && family === 'IPv4');
    if (outside) await expect(fetch(`http://${outside.address}:${port}/`), 'the network').rejects.toThrow();
  });
});

test('a preview without a site tells why, and its pages are whole without script', async ({ browser }) => {
  const preview = await openPreview({ 'site.md': '---\nnmae: 示例新闻中心\n---\n' });
  const context = await browser.newContext({ javaScriptEnabled: false });
  try {
    const page = await context.newPage();
    const here = preview.origin + articlePath('en', articles.draft);
    await page.goto(here);
    await expect(page.getByRole('complementary', { name: '稿件问题' })).toContainText('site.md:2:1');
    await save(path.join(preview.content, 'site.md'), await fs.readFile(path.join(root, 'e2e/content/site.md'), 'utf8'));
    await expect(async () => {
      await page.goto(here);
      await expect(page.getByRole('complementary', { name: words('en').preview.label })).toContainText(words('en').preview.draft, { timeout: 100 });
    }).toPass(soon);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  } finally {
    await context.close();
    await preview.stop();
  }
});

test('the portal has none of it', async ({ request }) => {
  for (const way of ['/preview/changes', '/preview/reload.js', '/preview/preview.css', articlePath('zh-hans', articles.draft), articlePath('zh-hans', articles.scheduled), '/zh-hans/news/periodicals/zhoukan/2099-01-02']) {
    expect.soft((await request.get(way)).status(), way).toBe(404);
  }
  const html = await (await request.get(articlePath('zh-hans', articles.everything))).text();
  const styles = [...html.matchAll(/href="(\/_next\/[^"]+\.css)"/g)].map(([, address = '']) => address);
  const scripts = [...html.matchAll(/src="(\/assets\/[^"]+\.js)"/g)].map(([, address = '']) => address);
  expect(styles.length * scripts.length).toBeGreaterThan(0);
  for (const address of [...styles, ...scripts]) expect(await (await request.get(address)).text(), address).not.toMatch(/preview|EventSource/i);
  expect(html).not.toMatch(/data-preview|preview-|\/preview\//);
});

test('a portal and the desk refuse the settings of a preview', async () => {
  for (const [command, code] of [[['lib/press/start.mjs'], 1], [['lib/desk/start.mjs', 'export', 'site'], 2]] as const) {
    const child = spawn(process.execPath, command, { cwd: root, env: { ...process.env, PORT: '0', PORTAL_PREVIEW: 'yes', PORTAL_DATA: path.join(os.tmpdir(), 'never-opened') }, stdio: ['ignore', 'ignore', 'pipe'], timeout: 30_000 });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(code);
    expect(said).toContain('PORTAL_PREVIEW');
  }
});
