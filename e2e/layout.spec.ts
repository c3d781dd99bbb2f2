/** From 320 px to 1920 px: nothing sticks out sideways, nothing is too small for a finger. */
import { articlePath, articles, everyPage } from './places';
import { expect, locales, test, words, type Page } from './reader';

const widths = [320, 375, 768, 1280, 1920];

/** What makes the page scroll sideways: elements beyond its edge that no scroll container of their own holds. */
async function stickingOut(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const isHeld = (element: Element): boolean => {
      for (let parent = element.parentElement; parent && parent !== document.body; parent = parent.parentElement) {
        if (getComputedStyle(parent).overflowX !== 'visible') return true;
      }
      return false;
    };
    const culprits = [...document.body.querySelectorAll('*')].filter((element) => element.getBoundingClientRect().right > root.clientWidth + 1 && !isHeld(element));
    return [`${root.scrollWidth} > ${root.clientWidth}`, ...culprits.slice(0, 4).map((element) => `${element.tagName}.${element.className}`)];
  });
}

for (const locale of locales) {
  test(`no page scrolls sideways at any width: ${locale}`, async ({ page, quiet }) => {
    test.slow();
    quiet.tolerate(/404/);
    for (const { name, path } of everyPage(locale)) {
      await page.goto(path);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 });
        expect.soft(await stickingOut(page), `${name} at ${width}`).toEqual([]);
      }
    }
  });
}

test('nor with the largest letters on the smallest screen, nor with the share panel open', async ({ page, quiet }) => {
    quiet.tolerate(/404/);
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto('/zh-hans');
  await page.evaluate(() => localStorage.setItem('text-size', '4'));
  for (const locale of locales) {
    for (const { name, path } of everyPage(locale)) {
      await page.goto(path);
      expect.soft(await stickingOut(page), `${name}, ${locale}`).toEqual([]);
    }
    await page.goto(articlePath(locale, articles.everything));
    await page.locator('summary').filter({ hasText: words(locale).share.label }).click();
    expect.soft(await stickingOut(page), `share panel, ${locale}`).toEqual([]);
  }
});

/**
 * Links and controls a finger could miss: less than 44 px wide or high, measured by what a touch there would hit.
 * Links within running text are as high as their line; WCAG 2.5.8 excepts them, and so does this.
 */
async function smallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const reach = 21;
    const isInText = (element: Element): boolean => {
      const block = element.closest('p, dd, figcaption, .prose li, .prose td, small');
      return block !== null && block !== element && (block.textContent.trim().length > element.textContent.trim().length || block.closest('.prose') !== null);
    };
    const found: string[] = [];
    for (const element of document.querySelectorAll('a[href], button, summary, input:not([type=hidden])')) {
      // The skip link comes into view under the keyboard alone.
      if (!element.checkVisibility({ visibilityProperty: true }) || isInText(element) || element.matches('.skip-link')) continue;
      element.scrollIntoView({ block: 'center' });
      const box = [...element.getClientRects()].find(({ width }) => width > 1);
      if (!box || box.bottom < 0) continue;
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      const hits = (dx: number, dy: number): boolean => {
        const [px, py] = [x + dx, y + dy];
        if (px < 0 || px >= innerWidth || py < 0 || py >= innerHeight) return true;
        const hit = document.elementFromPoint(px, py);
        return hit === element || element.contains(hit) || hit?.closest('a, button, summary, label') === element || (hit?.closest('label')?.contains(element) ?? false);
      };
      const misses = [[0, -reach], [0, reach], [-reach, 0], [reach, 0]].filter(([dx = 0, dy = 0]) => !hits(dx, dy));
      if (misses.length > 0) found.push(`${element.tagName} “${element.textContent.trim().slice(0, 20)}” ${Math.round(box.width)}x${Math.round(box.height)}`);
    }
    return found;
  });
}

for (const locale of locales) {
  test(`everything to press is large enough for a finger: ${locale}`, async ({ page, quiet }) => {
    quiet.tolerate(/404/);
    await page.setViewportSize({ width: 375, height: 800 });
    for (const { name, path } of everyPage(locale)) {
      await page.goto(path);
      expect.soft(await smallTargets(page), name).toEqual([]);
    }
    await page.goto(articlePath(locale, articles.everything));
    await page.locator('summary').filter({ hasText: words(locale).share.label }).click();
    expect.soft(await smallTargets(page), 'share panel').toEqual([]);
  });
}
