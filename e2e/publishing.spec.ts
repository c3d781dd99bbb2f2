/** An editor at work on a running portal: a file dropped in, changed, broken, mended, removed, scheduled. Each on a portal of its own. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { writeArchive } from '@/lib/archive/archive';
import { root } from '@/lib/root.mjs';
import { openPortal, startPress, type Portal } from './portal';
import { articlePath } from './places';
import { expect, locales, test } from './reader';

const expected = JSON.parse(readFileSync(path.join(root, 'e2e/broken/expected.json'), 'utf8')) as readonly Readonly<Record<string, unknown>>[];
const place = { periodical: 'zhoukan', issue: '2025-04-04', slug: 'dropped-in' } as const;
const here = articlePath('zh-hans', place);
/** A second is promised; machines under test are slow. */
const soon = { timeout: 10_000 };

interface Words {
  readonly title?: string;
  readonly published?: string;
  readonly body?: string;
}

function articleText({ title = '刚刚放进来的文章', published = '2025-04-04 09:00', body = '这篇文章刚刚放进文件夹。' }: Words = {}): string {
  return `---\ntitle: ${title}\npublished: ${published}\ncolumn: 今示例\n---\n\n${body}\n`;
}

function fileOf(portal: Portal, name: string = `${place.slug}.md`): string {
  return path.join(portal.content, 'news/periodicals', place.periodical, place.issue, name);
}

/** As editors' programs save: beside the file, then moved over it. */
async function save(file: string, text: string): Promise<void> {
  await fs.mkdir(path.dirname(file), { recursive: true });
  await fs.writeFile(`${file}.tmp`, text);
  await fs.rename(`${file}.tmp`, file);
}

/** When a page was there for the first time; NaN when it never was. */
async function firstSeen(address: string, deadline: number): Promise<number> {
  while (Date.now() < deadline) {
    const answer = await fetch(address).catch(() => undefined);
    if (answer?.status === 200) return Date.now();
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  return NaN;
}

test.describe('An editor', () => {
  test.describe.configure({ mode: 'serial' });
  let portal: Portal;
  let scheduled: { readonly due: number; readonly seen: Promise<number> };
  test.beforeAll(async () => {
    portal = await openPortal('e2e/content');
  });
  test.afterAll(async () => {
    expect(await portal.stop(), 'SIGTERM ends the press in good order').toBe(0);
  });

  test('schedules an article: nobody sees it yet', async ({ request }) => {
    const later = { periodical: 'kejibao', issue: '2025-04-12', slug: 'in-a-minute' };
    const address = `${portal.origin}${articlePath('zh-hans', later)}`;
    // The next full minute in China that leaves time to look. What editors do next fills the time until then.
    const due = Math.ceil((Date.now() + 5_000) / 60_000) * 60_000;
    const published = new Date(due + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
    await save(path.join(portal.content, 'news/periodicals', later.periodical, later.issue, `${later.slug}.md`), articleText({ title: '到点才出现', published }).replace('今示例', '观察'));
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect((await request.get(address)).status()).toBe(404);
    expect(await (await request.get(`${portal.origin}/zh-hans`)).text()).not.toContain('到点才出现');
    scheduled = { due, seen: firstSeen(address, due + 75_000) };
  });

  test('drops a file in: readers have it after a reload, in every language and every list', async ({ page, quiet }) => {
    quiet.tolerate(/404|foreign/);
    const at = (way: string): string => `${portal.origin}${way}`;
    await page.goto(at('/zh-hans'));
    await expect(page.getByRole('main')).not.toContainText('刚刚放进来的文章');
    expect((await page.goto(at(here)))?.status()).toBe(404);
    await save(fileOf(portal), articleText());
    await expect(async () => {
      await page.reload();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('刚刚放进来的文章', { timeout: 100 });
    }).toPass(soon);
    for (const locale of locales) {
      expect((await page.goto(at(articlePath(locale, place))))?.status(), locale).toBe(200);
      for (const list of [`/${locale}`, `/${locale}/news`, `/${locale}/news/periodicals/zhoukan/${place.issue}`]) {
        await page.goto(at(list));
        await expect.soft(page.locator(`a[href="${articlePath(locale, place)}"]`).first(), list).toBeVisible();
      }
      await page.goto(at(`/${locale}/news/periodicals/zhoukan`));
      await expect.soft(page.locator(`a[href="/${locale}/news/periodicals/zhoukan/${place.issue}"]`).first(), locale).toBeVisible();
      await page.goto(at(`/${locale}/news/periodicals/zhoukan/2025-03-14`));
      await expect.soft(page.locator(`a[href="/${locale}/news/periodicals/zhoukan/${place.issue}"]`).first(), 'the issue before knows the later one').toBeVisible();
    }
  });

  test('adds a translation: the notice goes, the claim comes', async ({ page, quiet }) => {
    quiet.tolerate(/404|foreign/);
    const english = `${portal.origin}${articlePath('en', place)}`;
    await page.goto(english);
    await expect(page.locator('link[hreflang]')).toHaveCount(0);
    await save(fileOf(portal, `${place.slug}.en.md`), '---\ntitle: An article dropped in just now\n---\n\nThis article was dropped in just now.\n');
    await expect(async () => {
      await page.reload();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('An article dropped in just now', { timeout: 100 });
    }).toPass(soon);
    await page.goto(`${portal.origin}${here}`);
    await expect(page.locator('link[hreflang="en"]')).toHaveAttribute('href', english);
  });

  test('breaks the file: the last good version stays, and the log says which file and why', async ({ request }) => {
    const read = async (): Promise<string> => (await request.get(`${portal.origin}${here}`)).text();
    await save(fileOf(portal), articleText({ title: '[没有写完' }));
    await expect.poll(() => portal.log(), soon).toMatch(/dropped-in\.md/);
    expect(await read()).toContain('刚刚放进来的文章');
    // Half-written, as a slow copy leaves it for a moment.
    await fs.writeFile(fileOf(portal), articleText({ title: '写到一半' }).slice(0, 30));
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(await read()).toContain('刚刚放进来的文章');
    await save(fileOf(portal), articleText({ title: '改好以后的标题' }));
    await expect.poll(read, soon).toContain('改好以后的标题');
    expect((await request.get(`${portal.origin}/zh-hans`)).status()).toBe(200);
    await expect.poll(async () => (await request.get(`${portal.origin}/zh-hans`)).text(), soon).toContain('改好以后的标题');
  });

  test('makes it a draft, publishes it again, removes it: readers see it exactly while it is published', async ({ request }) => {
    const status = async (): Promise<number> => (await request.get(`${portal.origin}${here}`)).status();
    await save(fileOf(portal), articleText().replace('column:', 'status: draft\ncolumn:'));
    await expect.poll(status, soon).toBe(404);
    expect(await (await request.get(`${portal.origin}/zh-hans`)).text()).not.toContain('刚刚放进来的文章');
    await save(fileOf(portal), articleText());
    await expect.poll(status, soon).toBe(200);
    await fs.rm(path.dirname(fileOf(portal)), { recursive: true });
    await expect.poll(status, soon).toBe(404);
    expect((await request.get(`${portal.origin}/zh-hans/news/periodicals/zhoukan/${place.issue}`)).status()).toBe(404);
    await expect.poll(async () => (await request.get(`${portal.origin}/zh-hans`)).text(), soon).not.toContain('刚刚放进来的文章');
  });

  test('copies a hundred files in at once: all of them are there', async ({ request }) => {
    const folder = path.join(portal.content, 'news/periodicals/kejibao/2025-04-11');
    await fs.mkdir(folder);
    await Promise.all(Array.from({ length: 100 }, (_, at) => fs.writeFile(path.join(folder, `many-${at}.md`), `---\ntitle: 百篇之${at}\npublished: 2025-04-11 08:00\ncolumn: 观察\n---\n\n第${at}篇。\n`)));
    await expect.poll(async () => (await (await request.get(`${portal.origin}/zh-hans/news/periodicals/kejibao/2025-04-11`)).text()).match(/>百篇之\d+</g)?.length, soon).toBe(100);
  });

  test('finds the scheduled article where it belongs: it has appeared by itself when its time came, not before', async ({ request }) => {
    test.slow();
    const { due, seen } = scheduled;
    expect(await seen).toBeGreaterThanOrEqual(due);
    await expect.poll(async () => (await request.get(`${portal.origin}/zh-hans`)).text(), soon).toContain('到点才出现');
  });
});

test('ten broken files are ten Problems, each on its line, and every good page is served all the same', async ({ request }) => {
  const portal = await openPortal('e2e/content', 'e2e/broken/content');
  try {
    const { code, output } = await checkByDesk(portal);
    expect(code, 'findings').toBe(1);
    const found: unknown = JSON.parse(output);
    const anyNumber: unknown = expect.any(Number);
    const bothTongues: unknown = expect.stringMatching(/\p{Script=Han}.*[a-z]{3}/su);
    // Warnings are the proofreader's: an article of 2099 that other tests need is one.
    const errors: unknown = Array.isArray(found) ? found.filter((problem: unknown) => JSON.stringify(problem).includes('"level":"error"')) : found;
    expect(errors).toEqual(expected.map((problem) => ({ ...problem, column: anyNumber, level: 'error', message: bothTongues, remedy: bothTongues })));
    for (const locale of locales) {
      for (const way of ['', '/news', '/news/periodicals/zhoukan', '/news/periodicals/zhoukan/2025-03-14', '/news/periodicals/zhoukan/2025-03-07/compost', '/about']) {
        const answer = await request.get(`${portal.origin}/${locale}${way}`);
        expect.soft([answer.status(), /破损标记|破損標記|Broken marker/.test(await answer.text())], `/${locale}${way}`).toEqual([200, false]);
      }
      expect((await request.get(`${portal.origin}/${locale}/news/periodicals/zhoukan/2025-03-21`)).status()).toBe(404);
    }
  } finally {
    await portal.stop();
  }
});

/** `npm run desk -- check --format json` on the portal's content. */
function checkByDesk(portal: Portal): Promise<{ readonly code: number | null; readonly output: string }> {
  return new Promise((resolve, reject) => {
    const desk = spawn(process.execPath, ['lib/desk/start.mjs', 'check', '--format', 'json'], {
      cwd: root,
      env: { ...process.env, PORTAL_CONTENT: portal.content, PORTAL_DATA: path.join(portal.data, 'desk') },
    });
    let output = '';
    desk.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
    desk.on('error', reject).on('close', (code) => resolve({ code, output }));
  });
}

test('what was changed and withdrawn while the portal stood still is so from its first page on', async ({ request }) => {
  test.slow();
  const portal = await openPortal('e2e/content');
  await portal.kill();
  const { content, data } = portal;
  // So many that it takes a while to find what is new.
  await writeArchive(content, { articles: 6_000, seed: 'stood still', newest: '2025-03-21' }, () => undefined);
  const before = await startPress({ content, data });
  const status = (await request.get(before.origin + here)).status();
  await before.kill();
  expect(status).toBe(404);
  const withdrawn = { periodical: 'zhoukan', issue: '2025-03-07', slug: 'compost' } as const;
  const file = path.join(content, 'news/periodicals/zhoukan/2025-03-07/compost.md');
  await save(file, (await fs.readFile(file, 'utf8')).replace(/^title: /m, 'status: withdrawn\nwithdrawal:\n  reason: 数字有误\n  date: 2025-04-01\n$&'));
  await save(path.join(content, 'news/periodicals', place.periodical, place.issue, `${place.slug}.md`), articleText());
  const again = await startPress({ content, data });
  try {
    expect(await (await request.get(again.origin + articlePath('zh-hans', withdrawn))).text()).toContain('数字有误');
    expect(await (await request.get(again.origin + here)).text()).toContain('刚刚放进来的文章');
    expect(await (await request.get(`${again.origin}/zh-hans`)).text(), 'in the lists as well').toContain('刚刚放进来的文章');
  } finally {
    await again.stop();
    await portal.stop();
  }
});
