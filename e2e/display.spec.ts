/** Display settings: each changes what is read, on every page, remembered, before the first paint; keys that can be switched off. */
import { articlePath, articles } from './places';
import { expect, locales, test, words, type Page } from './reader';

const path = articlePath('zh-hans', articles.everything);
const { display, tools } = words('zh-hans');

/** What a reader sees of the running text. */
async function lookOf(page: Page): Promise<{ readonly paper: string; readonly ink: string; readonly leading: number; readonly face: string }> {
  return page.locator('.prose').first().evaluate((prose) => {
    const { lineHeight, fontSize, fontFamily, color } = getComputedStyle(prose);
    return { paper: getComputedStyle(document.documentElement).backgroundColor, ink: color, leading: Number.parseFloat(lineHeight) / Number.parseFloat(fontSize), face: fontFamily };
  });
}

async function choose(page: Page, group: string, option: string): Promise<void> {
  await page.getByRole('group', { name: group }).getByRole('radio', { name: option, exact: true }).check();
}

test('a theme chosen on the page of settings holds on every page, by day and by night', async ({ page }) => {
  const papers = { light: 'rgb(251, 250, 245)', dark: 'rgb(18, 22, 21)', sepia: 'rgb(243, 234, 214)', contrast: 'rgb(0, 0, 0)' } as const;
  for (const theme of ['light', 'dark', 'sepia', 'contrast'] as const) {
    await page.goto('/zh-hans/settings');
    await choose(page, display.theme.label, display.theme[theme]);
    await expect(page.getByRole('status').filter({ hasText: display.theme[theme] })).toHaveCount(1);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto(path);
      expect.soft((await lookOf(page)).paper, `${theme} in a ${colorScheme} system`).toBe(papers[theme]);
    }
  }
  await page.goto('/zh-hans/settings');
  await page.getByRole('button', { name: display.reset }).click();
  await expect(page.getByRole('radio', { name: display.theme.system })).toBeChecked();
  await page.goto(path);
  expect((await lookOf(page)).paper).toBe(papers.dark);
});

test('line spacing, typeface and text size change the text, the sample at once and the articles after', async ({ page }) => {
  await page.goto('/zh-hans/settings');
  const before = await lookOf(page);
  await choose(page, display.leading.label, display.leading['3']);
  await choose(page, display.face.label, display.face.serif);
  await choose(page, tools.textSize, tools.textSizes['3']);
  const sample = await lookOf(page);
  expect(sample.leading).toBeGreaterThan(before.leading + 0.5);
  expect(sample.face).not.toBe(before.face);
  await page.goto(path);
  const article = await lookOf(page);
  expect([article.leading, article.face]).toEqual([sample.leading, sample.face]);
  await expect(page.getByRole('button', { name: tools.textSizes['3'], exact: true })).toHaveAttribute('aria-pressed', 'true');
  await page.goto('/en/settings');
  await expect(page.getByRole('radio', { name: words('en').display.leading['3'] })).toBeChecked();
});

test('the chosen theme is there before the first paint', async ({ page }) => {
  await page.goto(path);
  await page.evaluate(() => localStorage.setItem('theme', 'sepia'));
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { seenPapers: seen });
    const look = (): void => {
      if (document.querySelector('body')) seen.push(getComputedStyle(document.documentElement).backgroundColor);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.reload();
  await page.waitForTimeout(300);
  const seen = await page.evaluate(() => ('seenPapers' in window && Array.isArray(window.seenPapers) ? window.seenPapers.map(String) : []));
  expect(seen.length).toBeGreaterThan(0);
  expect([...new Set(seen)]).toEqual(['rgb(243, 234, 214)']);
});

test('the ruler line follows the pointer and the keyboard, and takes no press', async ({ page }) => {
  await page.goto('/zh-hans/settings');
  const ruler = page.locator('[data-reading-ruler]');
  await expect(ruler).toHaveCount(0);
  await choose(page, display.ruler.label, display.ruler.on);
  await expect(ruler).toBeVisible();
  await page.goto(path);
  await expect(ruler).toBeVisible();
  const middle = async (): Promise<number> => ruler.evaluate((element) => element.getBoundingClientRect().top + element.getBoundingClientRect().height / 2);
  await page.mouse.move(300, 420);
  await expect.poll(async () => Math.abs((await middle()) - 420)).toBeLessThan(3);
  const link = page.getByRole('navigation', { name: words('zh-hans').breadcrumb.label }).getByRole('link').first();
  await page.locator('.masthead a').last().focus();
  await page.keyboard.press('Tab');
  await expect(link).toBeFocused();
  const box = await link.boundingBox();
  await expect.poll(async () => Math.abs((await middle()) - ((box?.y ?? 0) + (box?.height ?? 0) / 2))).toBeLessThan(3);
  await page.mouse.move((box?.x ?? 0) + 5, (box?.y ?? 0) + 5);
  await page.mouse.down();
  await page.mouse.up();
  await page.waitForURL((url) => url.pathname === '/zh-hans');
});

test('one key goes on, back and to the settings, until the reader switches the keys off', async ({ page }) => {
  const next = await page.goto(path).then(() => page.locator('a[rel=next]').first().getAttribute('href'));
  await page.keyboard.press('n');
  await page.waitForURL((url) => url.pathname === next);
  await page.keyboard.press('p');
  await page.waitForURL((url) => url.pathname === path);
  await page.keyboard.press('?');
  await page.waitForURL((url) => url.pathname === '/zh-hans/settings');
  await choose(page, display.shortcuts.label, display.shortcuts.off);
  await page.goto(path);
  await page.keyboard.press('n');
  await page.keyboard.press('?');
  await page.waitForTimeout(300);
  expect(new URL(page.url()).pathname).toBe(path);
});

test('every page links the settings, which explain themselves without JavaScript', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
  const page = await context.newPage();
  for (const locale of locales) {
    const { display: said } = words(locale);
    await page.goto(articlePath(locale, articles.least));
    await page.getByRole('link', { name: said.title }).click();
    await page.waitForURL((url) => url.pathname === `/${locale}/settings`);
    await expect(page.getByText(said.withoutScript.zoom)).toBeVisible();
    await expect(page.getByRole('radio')).toHaveCount(0);
    await page.getByRole('link', { name: said.openElder }).click();
    await page.waitForURL((url) => url.pathname === `/${locale}/elder`);
  }
  await context.close();
});
