/** Text size: four steps, for the whole page and every page, remembered, right before the first paint. */
import { articlePath, articles } from './places';
import { expect, locales, test, words, type Page } from './reader';

async function rootSize(page: Page): Promise<number> {
  return page.locator('html').evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
}

test('the chosen size holds for every part of the page, on every page, after a reload, and in other windows', async ({ page, context, quiet }) => {
  const { tools } = words('zh-hans');
  await page.goto(articlePath('zh-hans', articles.everything));
  const steps = page.getByRole('group', { name: tools.textSize }).getByRole('button');
  await expect(steps).toHaveText(Object.values(tools.textSizes));
  const usual = await rootSize(page);
  const sizes: number[] = [];
  for (const [place, name] of Object.values(tools.textSizes).entries()) {
    await page.getByRole('button', { name, exact: true }).click();
    await expect(steps.nth(place)).toHaveAttribute('aria-pressed', 'true');
    await expect(page.locator('button[aria-pressed="true"]')).toHaveCount(1);
    sizes.push(await rootSize(page));
  }
  expect(sizes[0]).toBe(usual);
  expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
  expect(new Set(sizes).size).toBe(4);
  const largest = sizes.at(-1) ?? 0;
  const footer = await page.getByRole('contentinfo').evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
  await page.reload();
  expect(await rootSize(page)).toBe(largest);
  await page.goto('/en');
  expect(await rootSize(page)).toBe(largest);
  const other = await context.newPage();
  quiet.listenTo(other);
  await other.goto('/ja/news');
  expect(await rootSize(other)).toBe(largest);
  await page.goto(articlePath('zh-hans', articles.everything));
  await page.getByRole('button', { name: tools.textSizes['1'], exact: true }).click();
  await expect.poll(() => rootSize(other)).toBe(usual);
  expect(await page.getByRole('contentinfo').evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize))).toBeLessThan(footer);
});

test('the remembered size is there before the first paint', async ({ page }) => {
  await page.goto(articlePath('zh-hans', articles.everything));
  await page.getByRole('button', { name: words('zh-hans').tools.textSizes['4'], exact: true }).click();
  const largest = await rootSize(page);
  // Watches from the very start of the document: every size that a frame was drawn with.
  await page.addInitScript(() => {
    const seen: number[] = [];
    Object.assign(window, { seenSizes: seen });
    const look = (): void => {
      if (document.querySelector('body')) seen.push(Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.reload();
  await page.waitForTimeout(300);
  const seen = await page.evaluate(() => ('seenSizes' in window && Array.isArray(window.seenSizes) ? window.seenSizes.map(Number) : []));
  expect(seen.length).toBeGreaterThan(0);
  expect(new Set(seen)).toEqual(new Set([largest]));
});

test('the steps work with the keyboard alone and are said aloud, in each language', async ({ page }) => {
  for (const locale of locales) {
    const { tools, joint } = words(locale);
    await page.goto(articlePath(locale, articles.everything));
    await page.getByRole('button', { name: tools.textSizes['3'], exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('status').filter({ hasText: tools.textSize + joint.colon + tools.textSizes['3'] })).toHaveCount(1);
    await expect(page.locator('html')).toHaveAttribute('data-text-size', '3');
  }
});
