/** Old addresses in the browser: an article is renamed by hand, readers of the old address arrive at the new one. */
import { spawn } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { root } from '@/lib/root.mjs';
import { openPortal, type Portal } from './portal';
import { articlePath, articles } from './places';
import { expect, locales, test, words } from './reader';

const now = { ...articles.everything, slug: 'lakeside' } as const;
/** A second is promised; machines under test are slow. */
const soon = { timeout: 10_000 };
const shared = (place: Parameters<typeof articlePath>[1]): string => articlePath('en', place).slice('/en'.length);

test.describe('An address that was published', () => {
  test.describe.configure({ mode: 'serial' });
  let portal: Portal;
  test.beforeAll(async () => {
    portal = await openPortal('e2e/content');
  });
  test.afterAll(async () => {
    await portal.stop();
  });
  const redirects = (text: string): Promise<void> => fs.writeFile(path.join(portal.content, 'redirects.txt'), text);

  test('leads to the new one in every language, without another step for what moved twice', async ({ page, quiet, request }) => {
    quiet.tolerate(/404|foreign/);
    const folder = path.join(portal.content, 'news/periodicals', now.periodical, now.issue);
    await request.post(`${portal.origin}/api/views${shared(articles.everything).replace('/news/periodicals', '')}`, { headers: { 'user-agent': 'Mozilla/5.0 (a telephone)' } });
    for (const ending of ['.md', '.en.md', '.ja.md']) await fs.rename(path.join(folder, `${articles.everything.slug}${ending}`), path.join(folder, `${now.slug}${ending}`));
    const old = (locale: (typeof locales)[number], slug: string = articles.everything.slug): string => `${portal.origin}${articlePath(locale, { ...now, slug })}`;
    await expect.poll(async () => (await request.get(old('en'))).status(), soon).toBe(404);
    await redirects(`# moved twice\n${shared({ ...now, slug: 'first-name' })} ${shared(articles.everything)}\n${shared(articles.everything)} ${shared(now)}\n`);
    await expect.poll(async () => (await request.get(old('en'))).status(), soon).toBe(200);
    for (const locale of locales) {
      for (const slug of ['first-name', articles.everything.slug]) {
        const { status, headers } = await fetch(old(locale, slug), { redirect: 'manual' });
        expect([status, headers.get('location')]).toEqual([301, articlePath(locale, now)]);
      }
      await page.goto(old(locale));
      await expect(page).toHaveURL(`${portal.origin}${articlePath(locale, now)}`);
      await expect(page.locator('html')).toHaveAttribute('lang', { 'zh-hans': 'zh-Hans', 'zh-hant': 'zh-Hant', en: 'en', ja: 'ja' }[locale]);
      await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', new RegExp(`/${now.slug}$`));
    }
    expect((await fetch(`${old('ja')}/qr.svg`, { redirect: 'manual' })).headers.get('location')).toBe(`${articlePath('ja', now)}/qr.svg`);
    expect(await (await request.get(`${old('en')}/cite.ris`)).text()).toContain(`/${now.slug}`);
    await expect.poll(async () => (await request.get(`${portal.origin}/sitemaps/${now.periodical}/${now.issue.slice(0, 7)}.xml`)).text(), soon).not.toContain(`/${articles.everything.slug}<`);
  });

  test('takes the views of the article along', async ({ page, quiet }) => {
    quiet.tolerate(/foreign/);
    await page.goto(`${portal.origin}${articlePath('en', now)}`);
    // One reader at the old address, and this browser at the new one.
    for (const slug of [now.slug, articles.everything.slug]) {
      const count = (): Promise<string> => page.evaluate(async (address) => (await fetch(address)).text(), `/api/views/${now.periodical}/${now.issue}/${slug}`);
      await expect.poll(count).toBe('{"views":2}');
    }
  });

  test('shows what stands there, and the page for what is missing where nothing does, whatever a redirect says', async ({ page, quiet, request }) => {
    quiet.tolerate(/404|foreign/);
    await redirects([`${shared(articles.untranslated)} /about`, `${shared(articles.draft)} ${shared(articles.scheduled)}`, '/guanyu /about'].join('\n'));
    await expect.poll(async () => (await request.get(`${portal.origin}/ja/guanyu`)).url(), soon).toBe(`${portal.origin}/ja/about`);
    expect((await fetch(`${portal.origin}${articlePath('en', articles.untranslated)}`, { redirect: 'manual' })).status).toBe(200);
    expect((await page.goto(`${portal.origin}${articlePath('en', articles.draft)}`))?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('en').missing.title);
  });

  test('goes on as before while the list of redirects has a broken line', async ({ request }) => {
    await redirects('/guanyu https://evil.example/\n/women /about\n');
    await expect.poll(() => portal.log(), soon).toContain('redirect-syntax');
    expect((await request.get(`${portal.origin}/ja/guanyu`)).url()).toBe(`${portal.origin}/ja/about`);
    expect((await request.get(`${portal.origin}/ja/women`)).status()).toBe(404);
  });
});

test('an issue that desk move redates never stops answering, and every old address leads to the new one', async ({ page, quiet }) => {
  quiet.tolerate(/foreign/);
  const portal = await openPortal('e2e/content');
  try {
    const old = articlePath('en', articles.everything);
    const [from, to] = [`${now.periodical}/${now.issue}`, old.replace(now.issue, '2025-03-15')];
    const answers: number[] = [];
    const watch = new AbortController();
    const asking = (async () => {
      while (!watch.signal.aborted) answers.push((await fetch(`${portal.origin}${old}`)).status);
    })();
    const desk = spawn(process.execPath, ['lib/desk/start.mjs', 'move', from, '2025-03-15'], { cwd: root, env: { ...process.env, PORTAL_CONTENT: portal.content, PORTAL_DATA: `${portal.data}-desk` }, stdio: 'ignore' });
    expect(await new Promise((resolve, reject) => desk.on('error', reject).on('close', resolve))).toBe(0);
    await expect.poll(async () => (await fetch(`${portal.origin}${old}`, { redirect: 'manual' })).headers.get('location'), soon).toBe(to);
    watch.abort();
    await asking;
    expect([...new Set(answers)]).toEqual([200]);
    await page.goto(`${portal.origin}${old}`);
    await expect(page).toHaveURL(`${portal.origin}${to}`);
    await expect(page.getByRole('main').getByRole('img').first()).toBeVisible();
    const broken = await page.getByRole('main').getByRole('img').evaluateAll(async (images) => Promise.all(images.map(async (image) => (await fetch(image.getAttribute('src') ?? '')).status)));
    expect([...new Set(broken)]).toEqual([200]);
    await page.goto(`${portal.origin}${old.slice(0, old.lastIndexOf('/'))}`);
    await expect(page).toHaveURL(`${portal.origin}${to.slice(0, to.lastIndexOf('/'))}`);
  } finally {
    await portal.stop();
  }
});

test('plain files lead on too, by a rule of the host and by a page', async ({ page, quiet }) => {
  test.setTimeout(240_000);
  quiet.tolerate(/plain\.example/);
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'redirects-'));
  const [content, site] = [path.join(folder, 'content'), path.join(folder, 'site')];
  const runExport = (): Promise<number | null> => {
    const env = { ...process.env, PORTAL_ORIGIN: 'http://plain.example', PORTAL_CONTENT: content, PORTAL_DATA: path.join(folder, 'data') };
    const desk = spawn(process.execPath, ['lib/desk/start.mjs', 'export', site], { cwd: root, env, stdio: 'ignore' });
    return new Promise((resolve, reject) => desk.on('error', reject).on('close', resolve));
  };
  try {
    await fs.cp(path.join(root, 'content'), content, { recursive: true });
    await fs.writeFile(path.join(content, 'redirects.txt'), '/guanyu /about\n');
    expect(await runExport()).toBe(0);
    expect(await fs.readFile(path.join(site, '_redirects'), 'utf8')).toBe(`${['/ /zh-hans 302', ...locales.map((locale) => `/${locale}/guanyu /${locale}/about 301`)].join('\n')}\n`);
    // A host that knows nothing but files: the page itself leads on.
    await page.route('http://plain.example/**', (route) => {
      const { pathname } = new URL(route.request().url());
      return /\.\w+$/.test(pathname) ? route.abort() : route.fulfill({ contentType: 'text/html', path: path.join(site, pathname, 'index.html') });
    });
    await page.goto('http://plain.example/ja/guanyu');
    await expect(page).toHaveURL('http://plain.example/ja/about');
    // Once nothing leads there any more, the page goes.
    await fs.rm(path.join(content, 'redirects.txt'));
    expect(await runExport()).toBe(0);
    await expect(fs.access(path.join(site, 'ja/guanyu'))).rejects.toThrow();
    expect(await fs.readFile(path.join(site, '_redirects'), 'utf8')).toBe('/ /zh-hans 302\n');
  } finally {
    await fs.rm(folder, { recursive: true, force: true });
  }
});
