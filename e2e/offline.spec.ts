/**
 * Reading without a connection, on a portal of its own: what is saved and what it costs, what is shown when the network or the portal is
 * away, that no correction is hidden, and that nothing is left behind.
 */
import fs from 'node:fs/promises';
import path from 'node:path';
import { sizeOf } from '@/lib/reader/offline/words';
import { elderPathOf, inLocale, parsePath, pathOf } from '@/lib/routes';
import { articlePath, articles, fullIssue } from './places';
import { openPortal, type Portal } from './portal';
import { expect, locales, test as base, words, type BrowserContext, type Locale, type Page } from './reader';

const test = base.extend<{ away: undefined }>({
  // Every test here asks for what cannot be had, at a portal that is not the usual one.
  away: [
    async ({ quiet }, use) => {
      quiet.tolerate(/^foreign|ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED|ERR_FAILED|answer: (?:404|503)|status of (?:404|503)/);
      await use(undefined);
    },
    { auto: true },
  ],
});

let portal: Portal;
test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  portal = await openPortal('e2e/content');
});
test.afterAll(async () => {
  await portal.stop();
});

const at = (way: string): string => portal.origin + way;
const issuePath = (locale: Locale): string => pathOf({ kind: 'issue', locale, ...fullIssue });
const article = articlePath('en', articles.everything);
/** Worker and caches take their time on a machine under test. */
const soon = { timeout: 15_000 };

/** Opens an issue and saves it, as a reader does. */
async function save(page: Page, way: string, locale: Locale): Promise<void> {
  const { offer, start, saved } = words(locale).offline;
  await page.goto(at(way));
  await page.getByRole('button', { name: offer }).click();
  await page.getByRole('button', { name: patternOf(start) }).click();
  await expect(page.locator('[data-save-issue] [role=status]')).toHaveText(patternOf(saved), soon);
}

/** Words with their {placeholders} standing for anything. */
function patternOf(template: string): RegExp {
  return new RegExp(template.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.+'));
}

interface Kept {
  readonly caches: readonly string[];
  readonly workers: number;
}

function keptBy(page: Page): Promise<Kept> {
  return page.evaluate(async () => ({ caches: await caches.keys(), workers: (await navigator.serviceWorker.getRegistrations()).length }));
}

const nothing: Kept = { caches: [], workers: 0 };

/** The text of a saved page, whatever the network says. */
function savedText(page: Page, way: string): Promise<string> {
  return page.evaluate(async (key) => (await (await caches.match(key))?.text()) ?? '', way);
}

const noticeOn = (page: Page) => page.locator('.offline-notice[role=status]');

function fileOf(slug: string, ending = '.md'): string {
  return path.join(portal.content, 'news/periodicals', fullIssue.periodical, fullIssue.issue, slug + ending);
}

async function replaceIn(file: string, from: string, to: string): Promise<void> {
  const before = await fs.readFile(file, 'utf8');
  expect(before).toContain(from);
  await fs.writeFile(`${file}.tmp`, before.replace(from, to));
  await fs.rename(`${file}.tmp`, file);
}

test('the offer says how much there is before anything is fetched, and registers nothing; the sizes are those sent', async ({ page, request }) => {
  const { offer, start, priced } = words('en').offline;
  const asked: string[] = [];
  page.on('request', (one) => asked.push(new URL(one.url()).pathname));
  await page.goto(at(issuePath('en')));
  await page.getByRole('button', { name: offer }).click();
  const status = page.locator('[data-save-issue] [role=status]');
  await expect(status).toHaveText(patternOf(priced));
  expect(asked.filter((one) => one.startsWith(`${issuePath('en')}/`))).toEqual([`${issuePath('en')}/offline.json`]);
  expect(await keptBy(page)).toEqual(nothing);

  const list = (await (await request.get(at(`${issuePath('en')}/offline.json`))).json()) as { pages: Listed[]; files: Listed[]; pictures: (Listed & { width: number })[][] };
  for (const { path: one, bytes } of [...list.pages, ...list.files, ...list.pictures.flat()]) {
    const answer = await request.head(at(one), { headers: { 'accept-encoding': 'br' } });
    expect.soft([answer.status(), Number(answer.headers()['content-length'])], one).toEqual([200, bytes]);
  }
  // The window is 1280 wide at one pixel a pixel: text and pictures are 720 at most.
  const chosen = [...list.pages, ...list.files, ...list.pictures.map((copies) => copies.find(({ width }) => width >= 720) ?? copies.at(-1))];
  const size = sizeOf(chosen.reduce((sum, one) => sum + (one?.bytes ?? 0), 0), 'en');
  await expect(status).toContainText(size);
  await expect(page.getByRole('button', { name: start.replace('{size}', size) })).toBeVisible();
});

interface Listed {
  readonly path: string;
  readonly bytes: number;
}

test('a saved issue is read without a connection, its articles and pictures too, under a line that says so; other pages give the list', async ({ page, context }) => {
  await save(page, issuePath('en'), 'en');
  expect(await keptBy(page)).toEqual({ caches: [expect.stringContaining(issuePath('en'))], workers: 1 });
  await context.setOffline(true);
  const { copy, without, missing } = words('en').offlineNotice;
  for (const way of [issuePath('en'), article, articlePath('en', articles.untranslated)]) {
    await page.goto(at(way));
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(noticeOn(page)).toHaveText(new RegExp(`${patternOf(copy).source}.*${patternOf(without).source}`));
    await expect(noticeOn(page)).toContainText(String(new Date().getFullYear()));
    expect(await page.locator('main').evaluate((main) => getComputedStyle(main).display), 'the style sheet is there').not.toBe('inline');
  }
  await page.goto(at(article));
  const pictures = page.locator('main img[src^="/media/"]');
  expect(await pictures.count()).toBeGreaterThan(2);
  for (const picture of await pictures.all()) {
    await picture.scrollIntoViewIfNeeded();
    await expect.poll(() => picture.evaluate((one) => one instanceof HTMLImageElement && one.complete && one.naturalWidth > 0)).toBe(true);
  }
  expect((await page.goto(at('/en/about')))?.status()).toBe(503);
  await expect(page.getByRole('heading', { level: 1, name: words('en').offline.title })).toBeVisible();
  await expect(noticeOn(page)).toContainText(missing);
  // Not by a click: what Chromium fetches ahead of one does not know that this browser is cut off.
  await expect(page.locator('.saved-issues').getByRole('link')).toHaveAttribute('href', issuePath('en'));
  await page.goto(at(issuePath('en')));
  await context.setOffline(false);
  await expect(noticeOn(page)).toContainText(words('en').offlineNotice.back);
  await noticeOn(page).getByRole('link', { name: words('en').offlineNotice.reload }).click();
  await expect(noticeOn(page)).toHaveCount(0);
});

test('each language has its words, and elder mode its pages', async ({ page, context }) => {
  for (const locale of locales) await save(page, issuePath(locale), locale);
  const elder = elderPathOf({ kind: 'issue', locale: 'ja', ...fullIssue });
  await save(page, elder, 'ja');
  await context.setOffline(true);
  for (const locale of locales) {
    await page.goto(at(articlePath(locale, articles.everything)));
    await expect.soft(noticeOn(page), locale).toHaveText(patternOf(words(locale).offlineNotice.copy));
    await page.goto(at(`/${locale}/news`));
    await expect.soft(page.getByRole('heading', { level: 1 }), locale).toHaveText(words(locale).offline.title);
    await expect.soft(page.locator('html'), locale).toHaveAttribute('lang', /./);
  }
  const address = parsePath(articlePath('ja', articles.everything));
  await page.goto(at(address ? elderPathOf(inLocale(address, 'ja')) : ''));
  await expect(page.locator('html')).toHaveAttribute('data-mode', 'elder');
  await expect(noticeOn(page)).toHaveText(patternOf(words('ja').offlineNotice.copy));
  await page.goto(at('/ja/elder/news'));
  await expect(page.locator('html')).toHaveAttribute('data-mode', 'elder');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('ja').offline.title);
});

test('a page that is open says when the connection goes and comes', async ({ page, context }) => {
  const { without, back } = words('en').offlineNotice;
  await page.goto(at(issuePath('en')));
  await context.setOffline(true);
  await expect(noticeOn(page)).toContainText(without);
  await context.setOffline(false);
  await expect(noticeOn(page)).toHaveText(back);
  // An article carries no such script; with a saved issue the browser has it at hand.
  await save(page, issuePath('en'), 'en');
  await page.goto(at(article));
  await context.setOffline(true);
  await expect(noticeOn(page)).toContainText(without);
});

test('a correction is not hidden by a saved copy: it is shown when there is a connection, and saved, read or not', async ({ page, context }) => {
  await save(page, issuePath('en'), 'en');
  await replaceIn(fileOf('lake-path', '.en.md'), 'now open all the way round', 'open at last');
  await expect(async () => {
    await page.goto(at(article));
    await expect(page.getByRole('heading', { level: 1 })).toContainText('open at last', { timeout: 500 });
  }).toPass(soon);
  await expect(noticeOn(page)).toHaveCount(0);
  await context.setOffline(true);
  await page.goto(at(article));
  await expect(page.getByRole('heading', { level: 1 })).toContainText('open at last');
  await expect(noticeOn(page)).toBeVisible();

  // Of two more, one is corrected and one is withdrawn while the reader looks at other pages.
  await context.setOffline(false);
  const [corrected, gone] = [articlePath('en', articles.scripts), articlePath('en', articles.untranslated)];
  await replaceIn(fileOf('about-script-tags', '.en.md'), 'How to write about', 'How we write about');
  await fs.rm(fileOf('tables-and-notes'));
  await expect.poll(async () => (await page.request.get(at(gone))).status(), soon).toBe(404);
  await page.goto(at(article));
  await expect.poll(() => savedText(page, corrected), soon).toContain('How we write about');
  await expect.poll(() => savedText(page, gone), soon).toBe('');
  expect((await keptBy(page)).caches).toHaveLength(1);
  await context.setOffline(true);
  await page.goto(at(corrected));
  await expect(page.getByRole('heading', { level: 1 })).toContainText('How we write about');
  await page.goto(at(gone));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('en').offline.title);
});

test('a page that is no longer there is no longer saved', async ({ page, context }) => {
  const gone = articlePath('en', articles.pictures);
  await save(page, issuePath('en'), 'en');
  await fs.rm(fileOf('pictures'));
  await expect.poll(async () => (await page.request.get(at(gone))).status(), soon).toBe(404);
  expect((await page.goto(at(gone)))?.status()).toBe(404);
  await expect.poll(() => savedText(page, gone), soon).toBe('');
  await context.setOffline(true);
  await page.goto(at(gone));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('en').offline.title);
});

test('settings list what is saved, and removing really removes: the caches, and with the last of them the worker', async ({ page }) => {
  const { saved, none, removeOne, removeAll, removed, remove } = words('ja').offline;
  for (const locale of ['en', 'ja'] as const) await save(page, issuePath(locale), locale);
  await page.goto(at('/ja/settings'));
  const items = page.locator('.saved-issues li');
  await expect(items).toHaveCount(2);
  for (const place of [0, 1]) await expect(items.nth(place)).toContainText(patternOf(saved));
  const title = (await items.first().getByRole('link').textContent()) ?? '';
  await items.first().getByRole('button', { name: removeOne.replace('{title}', title) }).click();
  await expect(items).toHaveCount(1);
  await expect(page.locator('.saved-issues [role=status]')).toHaveText(removed);
  await expect(page.locator('.saved-issues h2')).toBeFocused();
  expect(await keptBy(page)).toEqual({ caches: [expect.stringContaining(fullIssue.issue)], workers: 1 });
  await page.reload();
  await items.first().getByRole('button').click();
  await expect(items).toHaveCount(0);
  await expect.poll(() => keptBy(page)).toEqual(nothing);
  await page.reload();
  await expect(page.locator('.saved-issues [role=status]')).toHaveText(none);

  for (const locale of ['en', 'ja'] as const) await save(page, issuePath(locale), locale);
  await page.goto(at('/ja/settings'));
  await page.getByRole('button', { name: removeAll }).click();
  await expect.poll(() => keptBy(page)).toEqual(nothing);

  await save(page, issuePath('ja'), 'ja');
  await page.getByRole('button', { name: remove }).press('Enter');
  await expect.poll(() => keptBy(page)).toEqual(nothing);
});

test('what is broken off or fails leaves nothing, and says so', async ({ page, context }) => {
  const { offer, start, cancel, cancelled, failed, full } = words('en').offline;
  const status = page.locator('[data-save-issue] [role=status]');
  const begin = async (): Promise<void> => {
    await page.getByRole('button', { name: offer }).click();
    await page.getByRole('button', { name: patternOf(start) }).click();
  };
  await page.goto(at(issuePath('en')));
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(`**${article}`, async (route) => {
    await held;
    await route.continue().catch(() => undefined);
  });
  await begin();
  await expect(page.getByRole('progressbar')).toBeVisible();
  await expect.poll(() => page.getByRole('progressbar').evaluate((one) => one instanceof HTMLProgressElement && one.value > 0)).toBe(true);
  await page.getByRole('button', { name: cancel }).click();
  await expect(status).toHaveText(cancelled);
  release();
  await expect(page.getByRole('button', { name: offer })).toBeFocused();
  expect(await keptBy(page)).toEqual(nothing);

  await page.unroute(`**${article}`);
  await page.route(`**${article}`, (route) => route.abort());
  await begin();
  await expect(status).toHaveText(failed);
  expect(await keptBy(page)).toEqual(nothing);
  await page.unroute(`**${article}`);

  await page.evaluate(() => {
    Cache.prototype.put = () => Promise.reject(new DOMException('', 'QuotaExceededError'));
  });
  await begin();
  await expect(status).toHaveText(full);
  expect(await keptBy(page)).toEqual(nothing);

  await context.setOffline(true);
  await page.getByRole('button', { name: offer }).click();
  await expect(status).toHaveText(failed);
});

for (const [why, script] of [
  ['has no worker', "delete Navigator.prototype.serviceWorker"],
  ['refuses to keep anything', "CacheStorage.prototype.keys = () => Promise.reject(new DOMException('', 'SecurityError'))"],
] as const) {
  test(`a browser that ${why} is offered nothing, and settings say why`, async ({ page }) => {
    await page.addInitScript(script);
    await page.goto(at('/en/settings'));
    await expect(page.locator('.saved-issues [role=status]')).toHaveText(words('en').offline.unable);
    await page.goto(at(issuePath('en')));
    await expect(page.locator('[data-save-issue]')).toBeHidden();
  });
}

test('without JavaScript an issue offers nothing that does not work, and settings say what saving needs', async ({ browser }) => {
  const context: BrowserContext = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(at(issuePath('en')));
  await expect(page.locator('[data-save-issue]')).toBeHidden();
  await page.goto(at('/en/settings'));
  await expect(page.getByText(words('en').offline.withoutScript)).toBeVisible();
  await context.close();
});

test('the worker is served to be looked at each time, and rules the whole portal', async ({ request }) => {
  const answer = await request.get(at('/offline.js'));
  expect([answer.status(), answer.headers()['cache-control'], answer.headers()['content-type']]).toEqual([200, 'no-cache', 'text/javascript; charset=utf-8']);
  expect(answer.headers()['content-security-policy']).toMatch(/worker-src 'self';.*trusted-types offline-worker$/);
});

test('when the portal is slow a saved page is shown, and says when there is a newer one; when it is gone, all the same', async ({ page }) => {
  const { copy, unreachable, back, reload } = words('en').offlineNotice;
  await save(page, issuePath('en'), 'en');
  process.kill(portal.pid, 'SIGSTOP');
  try {
    await page.goto(at(article));
    await expect(noticeOn(page)).toHaveText(new RegExp(`${patternOf(copy).source}.*${patternOf(unreachable).source}`));
  } finally {
    process.kill(portal.pid, 'SIGCONT');
  }
  await expect(noticeOn(page)).toContainText(back, soon);
  await expect(noticeOn(page).getByRole('link', { name: reload })).toBeVisible();

  await portal.stop();
  await page.goto(at(article));
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Specimen Lake path');
  await expect(noticeOn(page)).toHaveText(new RegExp(`${patternOf(copy).source}.*${patternOf(unreachable).source}`));
  await page.goto(at('/en/about'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('en').offline.title);
});
