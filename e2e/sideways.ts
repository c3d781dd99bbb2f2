/** Whether a page is wider than its window, and by what. */
import type { Page } from './reader';

/** What makes the page scroll sideways: elements beyond its edge that no scroll container of their own holds. Empty when it does not. */
export function stickingOut(page: Page): Promise<readonly string[]> {
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
