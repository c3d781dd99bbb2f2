/**
 * Readers who change how pages look: enlarged to 400 % (WCAG 1.4.10), letters alone to 200 % (1.4.4), letters and lines set apart (1.4.12), colours
 * forced by the system, less motion, less data. Nothing is lost or stands on something else, and nothing scrolls in two directions.
 */
import { articlePath, articles, elderPath, everyPage } from './places';
import { expect, locales, test, words, type Page } from './reader';
import { giveVoice } from './voice';

const isFull = process.env['ACCESS'] === 'full';

/** What a reader would not get: text cut off, text upon text, a page wider than its window. */
async function lossesOn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const losses: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) losses.push(`scrolls sideways: ${scrollWidth} > ${clientWidth}`);
    const lines: { readonly box: DOMRect; readonly text: Text }[] = [];
    const range = document.createRange();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text instanceof Text; text = texts.nextNode()) {
      const parent = text.parentElement;
      if (!parent || !text.data.trim() || !parent.checkVisibility({ visibilityProperty: true }) || parent.closest('.visually-hidden, .skip-link, .print-imprint, select')) continue;
      range.selectNodeContents(text);
      for (const box of range.getClientRects()) if (box.width > 1) lines.push({ box, text });
    }
    const say = ({ data }: Text): string => `“${data.trim().slice(0, 20)}”`;
    for (const { box, text } of lines) {
      for (let around = text.parentElement; around && around !== document.body; around = around.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(around);
        const edge = around.getBoundingClientRect();
        const isCutAcross = /hidden|clip/.test(overflowX) && (box.right > edge.right + 1 || box.left < edge.left - 1);
        // The box of a letter is higher than its ink.
        const isCutAlong = /hidden|clip/.test(overflowY) && (box.bottom - box.height * 0.2 > edge.bottom || box.top + box.height * 0.2 < edge.top);
        if (isCutAcross || isCutAlong) losses.push(`${say(text)} is cut off by .${around.className}`);
        if (/auto|scroll/.test(overflowX)) break;
      }
    }
    const byTop = lines.toSorted((one, other) => one.box.top - other.box.top);
    byTop.forEach((line, at) => {
      for (const other of byTop.slice(at + 1)) {
        if (other.box.top > line.box.bottom) break;
        if (other.text === line.text) continue;
        const across = Math.min(line.box.right, other.box.right) - Math.max(line.box.left, other.box.left);
        const along = Math.min(line.box.bottom, other.box.bottom) - Math.max(line.box.top, other.box.top);
        if (across > 2 && along > 0.4 * Math.min(line.box.height, other.box.height)) losses.push(`${say(line.text)} stands on ${say(other.text)}`);
      }
    });
    return [...new Set(losses)];
  });
}

/** The least that text must bear, by a sheet over ours. */
async function setApart(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }');
    document.adoptedStyleSheets = [sheet];
  });
}

const ways = {
  '400 %': { sizes: [[320, 256]], letters: 16, isApart: false },
  'letters of 200 %': { sizes: [[1280, 1024], [768, 1024]], letters: 32, isApart: false },
  'letters and lines apart': { sizes: [[1280, 1024], [320, 640]], letters: 16, isApart: true },
} as const;

for (const [turn, [way, { sizes, letters, isApart }]] of Object.entries(ways).entries()) {
  test(`nothing is lost: ${way}`, async ({ page, quiet }) => {
    test.setTimeout(isFull ? 900_000 : 120_000);
    quiet.tolerate(/404/);
    const browser = await page.context().newCDPSession(page);
    await browser.send('Page.setFontSizes', { fontSizes: { standard: letters, fixed: (letters * 13) / 16 } });
    for (const [half, locale] of locales.entries()) {
      for (const [number, { name, path }] of everyPage(locale).entries()) {
        for (const [mode, address] of [path, elderPath(path)].entries()) {
          if (!isFull && ((number + 2 * mode) % locales.length !== half || (number + mode) % 3 !== turn)) continue;
          await page.goto(address);
          if (isApart) await setApart(page);
          for (const [width, height] of sizes) {
            await page.setViewportSize({ width, height });
            expect.soft(await lossesOn(page), `${address === path ? name : `${name}, elder`}, ${locale}, ${width} px`).toEqual([]);
          }
        }
      }
    }
  });
}

test('the loss of a line would be seen', async ({ page }) => {
  await page.goto('/zh-hans/about');
  expect(await lossesOn(page)).toEqual([]);
  await page.locator('main').evaluate((main) => {
    const cut = document.createElement('div');
    cut.className = 'cut';
    cut.style.cssText = 'block-size: 1em; overflow: hidden; line-height: 2';
    cut.append('第一行', document.createElement('br'), '第二行');
    const over = document.createElement('p');
    over.style.cssText = 'margin-block-start: -1.5em';
    over.textContent = '压在上面';
    main.prepend(cut, over);
  });
  expect((await lossesOn(page)).join()).toMatch(/第二行” is cut off by \.cut.*stands on/);
});

test('the bar that reads aloud leaves half of the smallest window to what it reads', async ({ page }) => {
  await giveVoice(page, ['zh-CN'], 'waiting');
  for (const path of [articlePath('zh-hans', articles.everything), elderPath(articlePath('zh-hans', articles.everything))]) {
    await page.setViewportSize({ width: 320, height: 256 });
    await page.goto(path);
    await page.getByRole('button', { name: words('zh-hans').tools.aloud, exact: true }).click();
    const bar = page.getByRole('region', { name: words('zh-hans').aloud.label });
    await expect.poll(async () => (await bar.boundingBox())?.height ?? 0).toBeGreaterThan(40);
    expect.soft((await bar.boundingBox())?.height ?? 0, path).toBeLessThanOrEqual(128);
    await bar.getByRole('button', { name: words('zh-hans').aloud.stop }).click();
    await expect(bar).toHaveCount(0);
  }
});

test('in colours that the system forces, controls have an edge, and what is current or chosen is told from the rest without colour', async ({ page, quiet }) => {
  quiet.tolerate(/404/);
  await page.emulateMedia({ forcedColors: 'active' });
  for (const [number, { name, path }] of everyPage('zh-hans').entries()) {
    await page.goto(number % 4 === 0 ? path : elderPath(path));
    const faults = await page.evaluate(() => {
      const isSeen = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });
      const say = (element: Element): string => `${element.tagName.toLowerCase()}.${element.className} “${element.textContent.trim().slice(0, 20)}”`;
      const bare = [...document.querySelectorAll('button, select, input:not([type=radio]), summary')].filter((element) => {
        const { borderBlockStartStyle, borderBlockStartWidth, borderBlockStartColor } = getComputedStyle(element);
        return isSeen(element) && (borderBlockStartStyle === 'none' || Number.parseFloat(borderBlockStartWidth) < 1 || /^rgba\(.*, 0\)$/.test(borderBlockStartColor));
      });
      const markOf = (element: Element): string => {
        const { fontWeight, textDecorationLine, backgroundColor, boxShadow, outlineStyle } = getComputedStyle(element);
        return [fontWeight, textDecorationLine, backgroundColor, boxShadow, outlineStyle, element.tagName].join();
      };
      const alike = [...document.querySelectorAll('[aria-current]:not([aria-current=false]), [aria-pressed=true]')].filter((element) => {
        const list = element.closest('ul, ol, [role=group]');
        const other = [...(list?.querySelectorAll('a, button') ?? [])].find((one) => one !== element && !one.matches('[aria-current], [aria-pressed=true]') && isSeen(one));
        return isSeen(element) && other !== undefined && markOf(other) === markOf(element);
      });
      return [...bare.map((element) => `no edge: ${say(element)}`), ...alike.map((element) => `like the others: ${say(element)}`)];
    });
    expect.soft([...new Set(faults)], name).toEqual([]);
  }
});

test('pages change without motion where the system asks for less', async ({ page }) => {
  await page.addInitScript(() => {
    // Not in every browser's types yet.
    addEventListener('pagereveal', (event) => Object.assign(window, { hasTransition: 'viewTransition' in event && event.viewTransition !== null }));
  });
  const hasTransition = async (reducedMotion: 'no-preference' | 'reduce'): Promise<boolean | undefined> => {
    await page.emulateMedia({ reducedMotion });
    await page.goto('/zh-hans');
    await page.getByRole('link', { name: words('zh-hans').place.news, exact: true }).first().click();
    await page.waitForURL('**/zh-hans/news');
    // A page is loaded before it is drawn.
    const revealed = await page.waitForFunction(() => ('hasTransition' in window ? { is: window.hasTransition === true } : undefined));
    return (await revealed.jsonValue())?.is;
  };
  // A browser may leave it out where a page is slow to come.
  await expect.poll(() => hasTransition('no-preference'), { timeout: 30_000 }).toBe(true);
  expect(await hasTransition('reduce')).toBe(false);
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});

test('a reader who saves data is sent no page before he asks for it', async ({ page, request }) => {
  const path = '/zh-hans/news/periodicals/zhoukan/2025-03-14';
  const asked: string[] = [];
  page.context().on('request', (one) => asked.push(new URL(one.url()).pathname));
  const isFetchedAhead = async (): Promise<boolean> => {
    await page.goto(path);
    const link = page.getByRole('main').getByRole('heading', { level: 3 }).getByRole('link').first();
    const target = (await link.getAttribute('href')) ?? '';
    asked.length = 0;
    await link.hover();
    await page.waitForTimeout(700);
    return asked.includes(target);
  };
  await page.setExtraHTTPHeaders({ 'Save-Data': 'on' });
  expect(await isFetchedAhead(), 'saving').toBe(false);
  const rules = await request.get('/speculation-rules.json', { headers: { 'Save-Data': 'on' } });
  expect([await rules.json(), rules.headers()['vary']]).toEqual([{ prefetch: [] }, expect.stringMatching(/save-data/i)]);
});

test('any other reader is sent the article that he is about to open', async ({ page }) => {
  const asked: string[] = [];
  page.context().on('request', (one) => asked.push(new URL(one.url()).pathname));
  await page.goto('/zh-hans/news/periodicals/zhoukan/2025-03-14');
  const link = page.getByRole('main').getByRole('heading', { level: 3 }).getByRole('link').first();
  await link.hover();
  await expect.poll(async () => asked.includes((await link.getAttribute('href')) ?? '')).toBe(true);
});
