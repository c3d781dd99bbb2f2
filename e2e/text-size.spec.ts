/** The reader's text size: chosen, remembered, there before the page is painted, the same in every tab. */
import { articlePath, articles } from './places';
import { expect, test, words, type Page } from './reader';

const path = articlePath('en', articles.everything);
const { tools, joint } = words('en');

const step = (page: Page, size: keyof typeof tools.textSizes) =>
  page.getByRole('group', { name: tools.textSize }).getByRole('button', { name: tools.textSizes[size], exact: true });
const textHeight = (page: Page): Promise<number> =>
  page.getByRole('article').locator('p').last().evaluate((paragraph) => parseFloat(getComputedStyle(paragraph).fontSize));

test('each of four steps is larger, is marked, and is announced', async ({ page }) => {
  await page.goto(path);
  await expect(step(page, '1')).toHaveAttribute('aria-pressed', 'true');
  const heights = [await textHeight(page)];
  for (const size of ['2', '3', '4'] as const) {
    await step(page, size).click();
    await expect(step(page, size)).toHaveAttribute('aria-pressed', 'true');
    await expect(page.getByRole('button', { pressed: true })).toHaveCount(1);
    await expect(page.getByRole('status').filter({ hasText: tools.textSize + joint.colon + tools.textSizes[size] })).toBeAttached();
    heights.push(await textHeight(page));
  }
  expect(heights).toEqual([...heights].sort((a, b) => a - b));
  expect(new Set(heights).size).toBe(4);
});

test('the choice is there before the next page has a body, in every language', async ({ page }) => {
  await page.goto(path);
  await step(page, '3').click();
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector('body')) return;
      observer.disconnect();
      sessionStorage.setItem('size-at-first-body', document.documentElement.dataset['textSize'] ?? '');
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(articlePath('ja', articles.everything));
  expect(await page.evaluate(() => sessionStorage.getItem('size-at-first-body'))).toBe('3');
  await expect(page.getByRole('button', { name: words('ja').tools.textSizes[3], pressed: true })).toBeVisible();
});

test('two tabs keep in step, and a word that is no size is the usual one', async ({ page, context, quiet }) => {
  await page.goto(path);
  const other = await context.newPage();
  quiet.listenTo(other);
  await other.goto(path);
  await step(other, '4').click();
  await expect(step(page, '4')).toHaveAttribute('aria-pressed', 'true');
  await other.evaluate(() => localStorage.setItem('text-size', 'huge'));
  await expect(step(page, '1')).toHaveAttribute('aria-pressed', 'true');
});

test('where storage is denied, the choice holds for the page', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await page.goto(path);
  const before = await textHeight(page);
  await step(page, '4').click();
  expect(await textHeight(page)).toBeGreaterThan(before);
});

test('the largest text fits the narrowest screen', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(path);
  await step(page, '4').click();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});
