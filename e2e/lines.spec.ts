/**
 * Lines as a typographer breaks them: over the whole sample archive, at six widths, no line begins with a mark that must follow its word
 * and none ends with one that must precede it (GB/T 15834-2011 5.1.10; JLREQ 3.1.7 and 3.1.8). The same look sees that no page is wider
 * than its window.
 */
import type { APIRequestContext } from 'playwright/test';
import { everyPage } from './places';
import { expect, locales, test, type Locale, type Page } from './reader';
import { stickingOut } from './sideways';

const widths = [320, 375, 430, 768, 1024, 1280] as const;
const neverFirst = '、。，．：；？！）］｝〕〉》」』】〗”’…—～・·％‰℃°々ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶー,.;:?!)]}%';
const neverLast = '（［｛〔〈《「『【〖“‘([{￥＄';

interface Break {
  readonly line: string;
  readonly next: string;
}

function wrongAmong(breaks: readonly Break[]): readonly string[] {
  return breaks.filter(({ line, next }) => neverLast.includes(line.at(-1) ?? ' ') || neverFirst.includes(next.charAt(0))).map(({ line, next }) => `${line} / ${next}`);
}

interface Look {
  /** Every place in the text of the page where a line ends and the text goes on in the next: what stands before it and after it. */
  readonly breaks: readonly Break[];
  /** Whether the page is wider than its window; `stickingOut` says by what. */
  readonly isTooWide: boolean;
}

function lookAt(page: Page): Promise<Look> {
  return page.evaluate(() => {
    const found: { line: string; next: string }[] = [];
    const range = document.createRange();
    for (const block of document.querySelectorAll('main :is(h1, h2, h3, h4, p, li, dt, dd, td, th, figcaption, caption, blockquote)')) {
      let before = '';
      let bottom = Number.NaN;
      const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        const parent = text.parentElement;
        // A block within the block is looked at for itself.
        if (!parent || parent.closest('h1, h2, h3, h4, p, li, dt, dd, td, th, figcaption, caption, blockquote') !== block || parent.closest('pre, [hidden]')) continue;
        const isCode = parent.closest('code') !== null;
        const words = text.nodeValue ?? '';
        // In a text that stands in one line only its first character can begin one.
        range.selectNodeContents(text);
        const isOneLine = range.getClientRects().length === 1;
        // Blanks, and marks where a word may be broken, have no box.
        const places = [...words.matchAll(/[^\s\u00ad\u200b\u2060]/g)].map(({ index }) => index);
        const boxAt = (place: number): DOMRect => {
          range.setStart(text, place);
          range.setEnd(text, place + 1);
          return range.getBoundingClientRect();
        };
        const [first] = places;
        if (first === undefined || boxAt(first).height === 0) continue;
        // Lines follow each other, so what lies between two characters of one line is in it too.
        const begin = (from: number, to: number): readonly number[] => {
          const [one, other] = [boxAt(places[from] ?? 0), boxAt(places[to] ?? 0)];
          if (isOneLine || from === to || other.top < one.bottom - 1) return [];
          if (to - from === 1) return [to];
          const middle = (from + to) >> 1;
          return [...begin(from, middle), ...begin(middle, to)];
        };
        // What stands higher by less than itself is a note's number, not a line.
        const breaks = [...(before !== '' && boxAt(first).top >= bottom - 1 ? [0] : []), ...begin(0, places.length - 1)];
        for (const number of breaks) {
          const place = places[number] ?? 0;
          const line = (before + words.slice(first, place)).trimEnd();
          // Code, and a word that is longer than a line, are broken where they must be.
          if (!isCode && !/[\x21-\x7e]{20}$/.test(line)) found.push({ line: line.slice(-12), next: words.slice(place, place + 12) });
        }
        before += words.slice(first);
        bottom = boxAt(places.at(-1) ?? first).bottom;
      }
    }
    return { breaks: found, isTooWide: document.documentElement.scrollWidth > document.documentElement.clientWidth };
  });
}

/** Every page that a reader can come to from the front page, but for those of elder mode. */
async function pagesOf(locale: Locale, request: APIRequestContext): Promise<readonly string[]> {
  const seen = new Set([`/${locale}`]);
  for (const path of seen) {
    const html = await (await request.get(path)).text();
    for (const [, target = ''] of html.matchAll(/ href="([^"#?]*)"/g)) {
      if (target.startsWith(`/${locale}/`) && !target.startsWith(`/${locale}/elder`) && !/\.\w+$/.test(target)) seen.add(target);
    }
  }
  return [...seen];
}

test('a line that begins wrongly is seen, and so is a page wider than its window', async ({ page }) => {
  await page.goto('/zh-hans');
  await page.locator('main').evaluate((main) => {
    const wrong = document.createElement('p');
    wrong.append('今天', document.createElement('br'), '，明天（', document.createElement('br'), '后天）');
    main.append(wrong);
  });
  const { breaks, isTooWide } = await lookAt(page);
  expect(wrongAmong(breaks)).toEqual(['今天 / ，明天（', '今天，明天（ / 后天）']);
  expect([isTooWide, await stickingOut(page)]).toEqual([false, []]);
  await page.locator('main p').last().evaluate((wrong) => (wrong.style.inlineSize = '3000px'));
  expect((await lookAt(page)).isTooWide).toBe(true);
  expect((await stickingOut(page)).join()).toMatch(/> 1280.*\bP\./);
});

for (const locale of locales) {
  test(`no line begins or ends with a mark that must not, and no page scrolls sideways: ${locale}`, async ({ page, request, quiet }) => {
    test.setTimeout(240_000);
    quiet.tolerate(/404.*\/nothing\/here/);
    const reached = await pagesOf(locale, request);
    expect(reached.length).toBeGreaterThan(50);
    const paths = new Set([...reached, ...everyPage(locale).map(({ path }) => path)]);
    const browser = await page.context().newCDPSession(page);
    let seen = 0;
    let window: number | undefined;
    // A page is first looked at in the window that the one before has left behind.
    let order: readonly number[] = widths;
    for (const path of paths) {
      await page.goto(path);
      // What only lines are asked of is laid out and not drawn.
      await page.evaluate(() => (document.documentElement.style.visibility = 'hidden'));
      for (const width of order) {
        if (width !== window) await browser.send('Emulation.setDeviceMetricsOverride', { width, height: 900, deviceScaleFactor: 1, mobile: false });
        window = width;
        const { breaks, isTooWide } = await lookAt(page);
        seen += breaks.length;
        expect.soft([...wrongAmong(breaks), ...(isTooWide ? await stickingOut(page) : [])], `${path} at ${width} px`).toEqual([]);
      }
      order = [...order].reverse();
    }
    expect(seen, 'lines were looked at').toBeGreaterThan(5_000);
  });
}
