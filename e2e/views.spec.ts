/** Views in the browser: asked for once a tab, shown when there is a number, silent about trouble, and not counted before they are seen. */
import { articlePath, articles } from './places';
import { expect, test, words, type Page } from './reader';

const path = articlePath('en', articles.everything);
const { periodical, issue, slug } = articles.everything;
const views = (page: Page) => page.getByText(words('en').article.views, { exact: true });

/** Counts that say what the test wants. Gives the requests they have had. */
async function count(page: Page, answer: { status: number; body: string }): Promise<string[]> {
  const requests: string[] = [];
  await page.route('**/api/views/**', async (route) => {
    requests.push(`${route.request().method()} ${new URL(route.request().url()).pathname}`);
    await route.fulfill({ ...answer, contentType: 'application/json' });
  });
  return requests;
}

const address = `/api/views/${periodical}/${issue}/${slug}`;

test('a visit counts once; the number is in the reader’s digits', async ({ page }) => {
  const requests = await count(page, { status: 200, body: '{"views":1234567}' });
  await page.goto(path);
  await expect(views(page)).toBeVisible();
  await expect(page.getByText('1,234,567')).toBeVisible();
  await page.reload();
  await expect(page.getByText('1,234,567')).toBeVisible();
  expect(requests).toEqual([`POST ${address}`, `GET ${address}`]);
});

for (const [trouble, answer] of [
  ['the store is down', { status: 503, body: '{"views":1}' }],
  ['the answer is no JSON', { status: 200, body: '<html>' }],
  ['the answer has no number', { status: 200, body: '{"views":"many"}' }],
] as const) {
  test(`nothing is shown when ${trouble}`, async ({ page, quiet }) => {
    quiet.tolerate(/503/);
    const requests = await count(page, answer);
    await page.goto(path);
    await expect.poll(() => requests.length).toBe(1);
    await page.waitForLoadState('networkidle');
    await expect(views(page)).toBeHidden();
  });
}

test('a page drawn ahead of the click is counted when it is shown', async ({ page }) => {
  const requests = await count(page, { status: 200, body: '{"views":7}' });
  await page.addInitScript(() => Object.defineProperty(document, 'prerendering', { value: true, configurable: true }));
  await page.goto(path);
  await page.waitForLoadState('networkidle');
  expect(requests).toEqual([]);
  await page.evaluate(() => {
    Object.defineProperty(document, 'prerendering', { value: false });
    document.dispatchEvent(new Event('prerenderingchange'));
  });
  await expect(views(page)).toBeVisible();
  expect(requests).toEqual([`POST ${address}`]);
});

test('the press counts a reader once, and another reader once more', async ({ page, browser, baseURL }) => {
  // An article of its own: other tests read the others.
  const counted = articlePath('zh-hans', articles.least);
  const shown = page.locator('[data-views-number]');
  await page.goto(counted);
  await expect(shown).toBeVisible();
  const first = Number(await shown.innerText());
  await page.reload();
  await expect(shown).toHaveText(String(first));
  const other = await browser.newContext({ userAgent: `Mozilla/5.0 (X11; Linux x86_64) Reader/${process.pid}`, ...(baseURL !== undefined && { baseURL }) });
  const otherPage = await other.newPage();
  await otherPage.goto(counted);
  await expect(otherPage.locator('[data-views-number]')).toBeVisible();
  expect(Number(await otherPage.locator('[data-views-number]').innerText())).toBeGreaterThan(first);
  await other.close();
});
