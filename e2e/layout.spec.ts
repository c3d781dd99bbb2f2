/**
 * Nothing sticks out sideways with the largest letters on the smallest screen nor on the widest, and nothing is too small for a finger. That
 * nothing does between them, on any page of the archive, is seen in lines.spec; that the letters are as large as a reader chose, in
 * text-size.spec.
 */
import { articlePath, articles, everyPage } from './places';
import { expect, locales, test, words, type Page } from './reader';
import { stickingOut } from './sideways';

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
  test(`everything to press is large enough for a finger; no page is wider than the widest screen, nor with the largest letters than the smallest: ${locale}`, async ({ page, quiet }) => {
    quiet.tolerate(/404/);
    const look = async (name: string): Promise<void> => {
      await page.setViewportSize({ width: 375, height: 800 });
      expect.soft(await smallTargets(page), name).toEqual([]);
      await page.setViewportSize({ width: 320, height: 640 });
      await page.evaluate(() => (document.documentElement.dataset['textSize'] = '4'));
      expect.soft(await stickingOut(page), `${name}, largest letters`).toEqual([]);
    };
    for (const { name, path } of everyPage(locale)) {
      await page.setViewportSize({ width: 1920, height: 800 });
      await page.goto(path);
      expect.soft(await stickingOut(page), name).toEqual([]);
      await look(name);
    }
    await page.goto(articlePath(locale, articles.everything));
    await page.locator('summary').filter({ hasText: words(locale).share.label }).click();
    await look('share panel');
  });
}
