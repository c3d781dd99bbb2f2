/** Readers with a screen reader or a keyboard: axe finds nothing on any kind of page, in any language. The looks of pages are axe.spec's. */
import fs from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { articlePath, articles, pageKinds } from './places';
import { expect, locales, test, words, type Page } from './reader';

const axeSource = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function violationsOn(page: Page): Promise<readonly string[]> {
  await page.evaluate(axeSource);
  const { violations }: Pick<AxeResults, 'violations'> = await page.evaluate(`axe.run(document, ${JSON.stringify({ resultTypes: ['violations'] })})`);
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`));
}

for (const locale of locales) {
  test(`axe finds nothing on any page: ${locale}`, async ({ page, quiet }) => {
    test.slow();
    quiet.tolerate(/404/);
    for (const { name, path } of [...pageKinds(locale), { name: 'missing', path: `/${locale}/nothing/here` }]) {
      await page.goto(path);
      expect.soft(await violationsOn(page), name).toEqual([]);
    }
    await page.goto(articlePath(locale, articles.everything));
    await page.locator('summary').filter({ hasText: words(locale).share.label }).click();
    expect.soft(await violationsOn(page), 'share panel').toEqual([]);
  });
}

test('the first key leads past the head of the page to its content, and the focus can be seen', async ({ page }) => {
  for (const locale of locales) {
    await page.goto(articlePath(locale, articles.everything));
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: words(locale).skip });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main')).toBeFocused();
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(() => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(document.activeElement ?? document.body);
      return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
    });
    expect(outline).toBe(true);
  }
});
