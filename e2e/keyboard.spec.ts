/**
 * Readers with a keyboard alone. Tab and Shift+Tab go through every kind of page, as a finger would press them: to everything that can be
 * pressed, once, in the order of reading, each time to a place that can be seen, and out of the page at its end. Every kind is walked through
 * in one language and one look, so that all languages and looks come by; `ACCESS=full npx playwright test e2e/keyboard.spec.ts` takes each in all.
 */
import { loadSharp } from '@/lib/sharp';
import { articlePath, articles, elderPath, everyPage } from './places';
import { expect, locales, test, words, type Page } from './reader';
import { giveVoice } from './voice';

const sharp = loadSharp();

const isFull = process.env['ACCESS'] === 'full';
/** Kinds that another kind stands for, with other words in the same places. */
const alike = ['periodical without translation', 'issue of one article', 'article with a long headline', 'article of pictures', 'article about scripts', 'withdrawn article', 'copy of a withdrawn article', 'standing page without translation', 'search without results'];

/** More stops than any browser's player has. */
const mostInPlayer = 12;

/** One press of the key, and what had the focus after it. */
interface Stop {
  /** Its place among what can be pressed; -1 for anything else, the page itself among it. */
  readonly at: number;
  readonly said: string;
  /** What is wrong with how it is seen (WCAG 2.4.7, 2.4.11 to 2.4.13). */
  readonly faults: readonly string[];
}

/** What can be pressed, in the order of the document: as many stops as a round must make. From then on the page writes down every press of Tab. */
async function watchFocus(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const isStop = (element: Element): boolean => {
      if (!(element instanceof HTMLElement) || element.tabIndex < 0 || element.matches(':disabled') || !element.checkVisibility({ visibilityProperty: true })) return false;
      // Of a group of radio buttons Tab reaches the chosen one; the arrows reach the others.
      return !(element instanceof HTMLInputElement && element.type === 'radio' && !element.checked);
    };
    const stops = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, audio[controls], [tabindex]')].filter(isStop);
    const say = (element: Element): string => `${element.tagName.toLowerCase()} “${(element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 24)}”`;
    const luminanceOf = (color: string): number => {
      const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map((part) => {
        const level = Number(part) / 255;
        return level <= 0.04045 ? level / 12.92 : ((level + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const paperUnder = (element: Element | null): string => {
      const { backgroundColor } = getComputedStyle(element ?? document.documentElement);
      return element && /^rgba\(.*, 0\)$/.test(backgroundColor) ? paperUnder(element.parentElement) : backgroundColor;
    };
    const faultsOf = (element: Element): string[] => {
      const box = [...element.getClientRects()].find(({ width, height }) => width > 1 && height > 1);
      if (!box) return ['has no box'];
      const faults: string[] = [];
      if (box.top < -0.5 || (box.bottom > innerHeight + 0.5 && box.height < innerHeight)) faults.push(`is not in the window: ${Math.round(box.top)} to ${Math.round(box.bottom)}`);
      const hit = document.elementFromPoint(box.left + box.width / 2, Math.min(box.top + box.height / 2, innerHeight - 1));
      if (hit !== element && !element.contains(hit) && !hit?.closest('label')?.contains(element)) faults.push(`is covered by ${hit?.tagName ?? 'nothing'}.${hit?.className ?? ''}`);
      const ring = getComputedStyle(element).outlineStyle === 'none' ? (element.closest('label') ?? element) : element;
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(ring);
      if (outlineStyle !== 'solid' || Number.parseFloat(outlineWidth) < 2) faults.push(`has no ring: ${outlineStyle} ${outlineWidth}`);
      // Where the ring is drawn: at the side of the element, or what lies around it when that side is the edge of the window.
      const beside = document.elementFromPoint(ring.getBoundingClientRect().left - 4, Math.min(box.top + box.height / 2, innerHeight - 1));
      const [light = 0, dark = 0] = [luminanceOf(outlineColor), luminanceOf(paperUnder(beside ?? ring.parentElement))].sort((one, other) => other - one);
      const contrast = (light + 0.05) / (dark + 0.05);
      if (contrast < 3) faults.push(`has a ring of ${contrast.toFixed(1)}:1`);
      return faults;
    };
    const walked: Stop[] = [];
    Object.assign(window, { walked });
    // The browser has scrolled to what it has focused before the key comes up again.
    document.addEventListener('keyup', ({ key }) => {
      const focused = document.activeElement ?? document.body;
      if (key !== 'Tab') return;
      const at = stops.indexOf(focused);
      // What is in the browser's own player is the browser's: all of it is one stop.
      if (focused instanceof HTMLMediaElement && walked.at(-1)?.at === at) return;
      walked.push({ at, said: say(focused), faults: at === -1 ? [] : faultsOf(focused).map((fault) => `${say(focused)} ${fault}`) });
    });
    Object.assign(window, { stops });
    return stops.map(say);
  });
}

/** Puts the focus where a walk begins. */
async function startFrom(page: Page, number: number): Promise<void> {
  await page.evaluate((at) => (window as unknown as { stops: HTMLElement[] }).stops[at]?.focus(), number);
}

async function press(page: Page, key: string, times: number): Promise<readonly Stop[]> {
  for (let time = 0; time < times; time++) await page.keyboard.press(key);
  const missing = (): Promise<number> => page.evaluate((all) => all - (window as unknown as { walked: Stop[] }).walked.length, times);
  // Presses that went on within a player.
  for (let left = await missing(), tries = 0; left > 0 && tries < mostInPlayer; left = await missing(), tries++) await page.keyboard.press(key);
  return page.evaluate(() => (window as unknown as { walked: Stop[] }).walked.splice(0));
}

/** A round is whole when every stop was made once and in order, and the key then led out of the page, or by way of the browser to its beginning. */
async function walkThrough(page: Page, name: string): Promise<void> {
  const offer = page.locator('[data-save-issue]');
  // It comes when the script has asked the browser.
  if ((await offer.count()) > 0) await expect(offer).toBeVisible();
  const stops = await watchFocus(page);
  await startFrom(page, 0);
  const there = await press(page, 'Tab', stops.length);
  const inOrder = stops.map((_, at) => at);
  expect.soft(there.slice(0, -1).map(({ at, said }) => (at === -1 ? said : stops[at])), `${name}: what Tab reaches`).toEqual(stops.slice(1));
  expect.soft(there.slice(0, -1).map(({ at }) => at), `${name}: each once`).toEqual(inOrder.slice(1));
  expect.soft([-1, 0], `${name}: and then it leaves`).toContain(there.at(-1)?.at);
  await startFrom(page, stops.length - 1);
  const back = await press(page, 'Shift+Tab', stops.length - 1);
  expect.soft(back.map(({ at }) => at), `${name}: the way back`).toEqual(inOrder.slice(0, -1).reverse());
  expect.soft([...new Set([...there, ...back].flatMap(({ faults }) => faults))], `${name}: the focus is seen`).toEqual([]);
  expect.soft(await jumpsOf(page), `${name}: the order of reading`).toEqual([]);
  await page.locator('.skip-link').focus();
  expect.soft(await page.locator('a[href], button, input').first().getAttribute('class'), `${name}: the first of all`).toBe('skip-link');
  await page.keyboard.press('Enter');
  await expect.soft(page.getByRole('main'), `${name}: the first link skips to the content`).toBeFocused();
}

/** Where what comes next in the document stands before it on the screen: higher up, and not in a column further on. */
async function jumpsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    let before: { readonly box: DOMRect; readonly text: string } | undefined;
    for (const element of document.querySelectorAll('a[href]:not(.skip-link), button, input, select, summary, h1, h2, h3, h4, h5, p, dt, dd, td, th, caption, figcaption')) {
      if (!element.checkVisibility({ visibilityProperty: true }) || element.closest('.visually-hidden, .print-imprint')) continue;
      const [box] = element.getClientRects();
      if (!box || box.width < 2 || box.height < 2) continue;
      const text = `${element.tagName.toLowerCase()} “${element.textContent.trim().slice(0, 20)}”`;
      if (before && box.bottom <= before.box.top + 1 && box.left < before.box.right - 1) found.push(`${before.text} before ${text}`);
      before = { box, text };
    }
    return found;
  });
}

for (const [half, locale] of locales.entries()) {
  test(`Tab reaches everything once, in order, where it can be seen, and leaves: ${locale}`, async ({ page, quiet }) => {
    test.setTimeout(isFull ? 900_000 : 120_000);
    quiet.tolerate(/404/);
    for (const [number, { name, path }] of everyPage(locale).entries()) {
      for (const [mode, address] of [path, elderPath(path)].entries()) {
        if (!isFull && alike.includes(name)) continue;
        // Elder mode leaves out and adds nothing: a third of its pages will do.
        if (!isFull && ((number + 2 * mode) % locales.length !== half || (mode === 1 && number % 3 > 0))) continue;
        await page.setViewportSize({ width: number % 2 === mode ? 375 : 1280, height: 700 });
        await page.goto(address);
        await walkThrough(page, address === path ? name : `${name}, elder`);
      }
    }
  });
}

test('no page has a place of its own in the order of Tab', async ({ request }) => {
  for (const locale of isFull ? locales : locales.slice(0, 1)) {
    for (const { name, path } of everyPage(locale)) expect.soft((await (await request.get(path)).text()).match(/ tabindex="[^"0-]/g), name).toBeNull();
  }
});

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

/** Letters, digits and marks that a keyboard writes with one press. */
const characters = Array.from('abcdefghijklmnopqrstuvwxyz0123456789/?.,;[]-=');

test('a character does something only when the settings list it, and nothing once the reader has switched the keys off', async ({ page }) => {
  test.slow();
  const { shortcuts } = words('en').display;
  await page.goto('/en/settings');
  const listed = await page.getByRole('table').getByRole('rowheader').allInnerTexts();
  expect(listed.sort()).toEqual(['/', '?', 'n', 'p', 'r']);
  const path = articlePath('en', articles.untranslated);
  const leadsOn = async (character: string): Promise<boolean> => {
    await page.goto(path);
    await page.keyboard.press(character);
    return page.waitForURL((url) => url.pathname !== path, { timeout: 5_000 }).then(() => true, () => false);
  };
  for (const character of listed.filter((one) => one !== 'r')) expect.soft(await leadsOn(character), character).toBe(true);
  await page.goto(path);
  for (const character of characters.filter((one) => !listed.includes(one))) await page.keyboard.press(character);
  await page.waitForTimeout(300);
  expect([new URL(page.url()).pathname, await page.evaluate(() => document.activeElement?.tagName)]).toEqual([path, 'BODY']);
  await page.goto('/en/settings');
  await page.getByRole('group', { name: shortcuts.label }).getByRole('radio', { name: shortcuts.off }).check();
  await page.goto(path);
  for (const character of listed) await page.keyboard.press(character);
  await page.waitForTimeout(300);
  expect(new URL(page.url()).pathname, 'switched off').toBe(path);
});

test('the share panel is walked through where it stands, and gives the focus back on Escape', async ({ page }) => {
  const { share } = words('zh-hans');
  await page.setViewportSize({ width: 375, height: 600 });
  await page.goto(articlePath('zh-hans', articles.everything));
  const opener = page.locator('summary').filter({ hasText: share.label });
  await opener.focus();
  await page.keyboard.press('Enter');
  const inside = await page.locator('details[open]').locator('a, button:visible, input').count();
  expect(inside).toBeGreaterThan(8);
  await watchFocus(page);
  const stops = await press(page, 'Tab', inside);
  expect(stops.map(({ at }) => at)).toEqual(stops.map((_, step) => (stops[0]?.at ?? 0) + step));
  expect(stops.flatMap(({ faults }) => faults)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(opener).toBeFocused();
  await expect(page.locator('details[open]')).toHaveCount(0);
  await page.keyboard.press('Enter');
  await press(page, 'Tab', inside + 1);
  await expect(page.locator('details[open]'), 'it does not stay open behind the reader').toHaveCount(0);
});

test('the bar that reads aloud hides nothing that has the focus, and gives the focus back', async ({ page }) => {
  await giveVoice(page, ['zh-CN'], 'waiting');
  for (const look of [articlePath('zh-hans', articles.everything), elderPath(articlePath('zh-hans', articles.everything))]) {
    await page.setViewportSize({ width: 375, height: 700 });
    await page.goto(look);
    const opener = page.getByRole('button', { name: words('zh-hans').tools.aloud, exact: true });
    await opener.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('region', { name: words('zh-hans').aloud.label })).toBeVisible();
    const stops = await watchFocus(page);
    // The bar has the focus, and stands last.
    await press(page, 'Shift+Tab', 1);
    const back = await press(page, 'Shift+Tab', stops.length - 6);
    const there = await press(page, 'Tab', stops.length - 6);
    expect.soft([...new Set([...back, ...there].flatMap(({ faults }) => faults))], look).toEqual([]);
    await page.getByRole('button', { name: words('zh-hans').aloud.stop }).focus();
    await page.keyboard.press('Escape');
    await expect(opener).toBeFocused();
  }
});

/** How a ring is seen: the points that change by 3:1 or more when the focus comes, against a line of 2 px around the element (WCAG 2.4.13). */
async function ringOf(page: Page, number: number): Promise<{ readonly seen: number; readonly needed: number }> {
  const stop = page.locator('[data-stop]').nth(number);
  const box = await stop.evaluate((element) => {
    element.scrollIntoView({ block: 'center' });
    const { left, top, width, height } = (element.getClientRects()[0] ?? new DOMRect());
    return { left, top, width, height };
  });
  const room = 9;
  const clip = { x: Math.max(0, box.left - room), y: Math.max(0, box.top - room), width: box.width + 2 * room, height: box.height + 2 * room };
  const before = await page.screenshot({ clip, animations: 'disabled', caret: 'hide' });
  await stop.evaluate((element: HTMLElement) => element.focus({ preventScroll: true }));
  const after = await page.screenshot({ clip, animations: 'disabled', caret: 'hide' });
  await stop.evaluate((element: HTMLElement) => element.blur());
  return { seen: await changedPoints(before, after), needed: 2 * 2 * (box.width + box.height) };
}

async function changedPoints(before: Uint8Array, after: Uint8Array): Promise<number> {
  const [one, other] = await Promise.all([before, after].map((picture) => sharp(picture).removeAlpha().raw().toBuffer()));
  if (!one || !other) return 0;
  const luminance = (points: Buffer, at: number): number => {
    const [red = 0, green = 0, blue = 0] = [0, 1, 2].map((part) => {
      const level = (points[at + part] ?? 0) / 255;
      return level <= 0.04045 ? level / 12.92 : ((level + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  let count = 0;
  for (let at = 0; at < one.length; at += 3) {
    const [light = 0, dark = 0] = [luminance(one, at), luminance(other, at)].sort((a, b) => b - a);
    if ((light + 0.05) / (dark + 0.05) >= 3) count += 1;
  }
  return count;
}

for (const [turn, look] of (['light', 'dark', 'sepia', 'contrast', 'elder', 'forced colours'] as const).entries()) {
  test(`the ring around what has the focus is as thick and as clear as WCAG 2.4.13 asks: ${look}`, async ({ page }) => {
    // The ring takes the text's colour, whose contrast axe.spec measures in every theme; dark and contrast cost another half minute of each run.
    test.skip(!isFull && ['dark', 'contrast'].includes(look), 'looked at with ACCESS=full, to spare every run half a minute');
    test.slow();
    await page.addInitScript((theme) => localStorage.setItem('theme', theme), ['elder', 'forced colours'].includes(look) ? 'system' : look);
    if (look === 'forced colours') await page.emulateMedia({ forcedColors: 'active' });
    await page.setViewportSize({ width: 1280, height: 800 });
    const paths = [articlePath('zh-hans', articles.everything), '/zh-hans/search?q=湖', '/zh-hans/news/periodicals/zhoukan', '/zh-hans/settings'];
    for (const [number, path] of paths.entries()) {
      if (!isFull && number !== turn % paths.length) continue;
      await page.goto(look === 'elder' ? elderPath(path) : path);
      const names = await page.evaluate(() => {
        const kinds = new Set<string>();
        return [...document.querySelectorAll('a[href]:not(.skip-link), button, input:not([type=radio]), select, summary')].flatMap((element) => {
          const kind = `${element.tagName}.${element.className} in ${element.parentElement?.className ?? ''} of ${element.closest('header, footer, main, nav')?.className ?? ''}`;
          if (!element.checkVisibility({ visibilityProperty: true }) || kinds.has(kind)) return [];
          kinds.add(kind);
          element.setAttribute('data-stop', '');
          return [kind];
        });
      });
      for (const [number, name] of names.entries()) {
        const { seen, needed } = await ringOf(page, number);
        expect.soft(seen, `${path}: ${name}`).toBeGreaterThanOrEqual(needed);
      }
    }
  });
}
