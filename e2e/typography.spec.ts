/** Type: the characters drawn as their language draws them, emphasis and readings as it prints them. */
import { localeFacts } from '@/lib/locale/locales';
import { pathOf } from '@/lib/routes';
import { articlePath, articles } from './places';
import { expect, locales, test, words, type Locale, type Page } from './reader';

const lastIssueOf2022 = { periodical: 'zhoukan', issue: '2022-12-30' } as const;
/** Chinese, with an English Translation; emphasis in both, readings in the Original. */
const slowLane = { ...lastIssueOf2022, slug: 'slow-lane' } as const;
/** With a Japanese Translation, which has emphasis and a reading. */
const footbridge = { ...lastIssueOf2022, slug: 'footbridge' } as const;

/** How the families of one design say for whom they are drawn: Noto Sans CJK TC, Source Han Serif SC, PingFang TC. */
const drawnFor: Readonly<Record<Exclude<Locale, 'en'>, RegExp>> = {
  'zh-hans': /(?:CJK| )SC$|^STSong|^SimSun|YaHei/,
  'zh-hant': /(?:CJK| )TC$|MingLiU|JhengHei/,
  ja: /(?:CJK| )JP$|^Hiragino|^Yu |^Meiryo/,
};

/** The families that the browser really takes for the characters of an element. */
async function familiesOf(page: Page, selector: string): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector });
  const families = new Set<string>();
  for (const nodeId of nodeIds) {
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    for (const { familyName } of fonts) families.add(familyName);
  }
  await session.detach();
  return [...families];
}

for (const locale of ['zh-hans', 'zh-hant', 'ja'] as const) {
  test(`every character is drawn for its language, in headlines, text and tools: ${locale}`, async ({ page }) => {
    for (const path of [articlePath(locale, articles.everything), pathOf({ kind: 'front', locale }), pathOf({ kind: 'issue', locale, periodical: 'zhoukan', issue: '2025-03-14' })]) {
      await page.goto(path);
      // An element is asked with all that stands in it.
      const others = locales.filter((other) => other !== locale).map((other) => `:not(:lang(${localeFacts[other].tag}))`).join('');
      const families = await familiesOf(page, `body :is(h1, h2, h3, p, a, dt, dd, button, figcaption, strong)${others}:not(:has([lang]))`);
      expect.soft(families.length, path).toBeGreaterThan(0);
      for (const family of families) expect.soft(family, path).toMatch(drawnFor[locale]);
    }
  });
}

test('an Original on a page in another language is drawn for its own, and the languages’ names each for theirs', async ({ page }) => {
  for (const locale of ['en', 'ja'] as const) {
    await page.goto(articlePath(locale, articles.untranslated));
    for (const family of await familiesOf(page, 'article h1, .prose h2, .prose > p, .prose td')) expect.soft(family, locale).toMatch(/ SC$|Liberation|Mono/);
    for (const other of ['zh-hans', 'zh-hant'] as const) expect.soft((await familiesOf(page, `.language-links [lang="${localeFacts[other].tag}"] a`))[0], locale).toMatch(drawnFor[other]);
  }
});

test('the same code points are other drawings in each language', async ({ page }) => {
  const drawings = new Map<string, Locale>();
  for (const locale of ['zh-hans', 'zh-hant', 'ja'] as const) {
    await page.goto(pathOf({ kind: 'settings', locale }));
    const heading = page.getByRole('heading', { level: 1 });
    await heading.evaluate((element) => element.replaceChildren('直骨角'));
    const drawing = (await heading.screenshot()).toString('base64');
    expect(drawings.get(drawing), `${locale} looks like`).toBeUndefined();
    drawings.set(drawing, locale);
  }
});

test('emphasis is dots below Chinese, dots above Japanese, and leans in English', async ({ page }) => {
  const looks: readonly (readonly [string, string, 'dots below' | 'dots above' | 'leaning'])[] = [
    [articlePath('zh-hans', slowLane), '无词歌曲', 'dots below'],
    [articlePath('zh-hant', slowLane), '無詞歌曲', 'dots below'],
    [articlePath('ja', slowLane), '无词歌曲', 'dots below'],
    [articlePath('ja', footbridge), '説明書', 'dots above'],
    [articlePath('en', slowLane), 'merely', 'leaning'],
  ];
  for (const [path, text, look] of looks) {
    await page.goto(path);
    const style = await page.locator('em').evaluate((element) => {
      const { fontStyle, textEmphasisStyle, textEmphasisPosition } = getComputedStyle(element);
      return { text: element.textContent, isLeaning: fontStyle === 'italic', dots: textEmphasisStyle, position: textEmphasisPosition };
    });
    expect.soft(style.text, path).toBe(text);
    expect.soft(style.isLeaning, path).toBe(look === 'leaning');
    expect.soft(style.dots, path).toBe(look === 'leaning' ? 'none' : 'dot');
    if (look !== 'leaning') expect.soft(style.position.startsWith(look === 'dots below' ? 'under' : 'over'), path).toBe(true);
  }
});

test('a reading stands above its own characters, smaller; the copied, the searched and the spoken text has the words', async ({ page }) => {
  for (const [path, base, reading] of [
    [articlePath('zh-hans', slowLane), '测试', 'cè shì'],
    [articlePath('ja', footbridge), '無名博物館', 'むめいはくぶつかん'],
  ] as const) {
    await page.goto(path);
    const [word, above] = await page.locator('ruby').first().evaluate((ruby) => {
      const range = document.createRange();
      range.selectNodeContents(ruby.firstChild ?? ruby);
      return [range.getBoundingClientRect(), ruby.querySelector('rt')?.getBoundingClientRect()].map((box) => ({ top: box?.top ?? 0, bottom: box?.bottom ?? 0, left: box?.left ?? 0, right: box?.right ?? 0 }));
    });
    expect(above?.bottom).toBeLessThanOrEqual((word?.top ?? 0) + 6);
    expect(Math.abs(((above?.left ?? 0) + (above?.right ?? 0)) / 2 - ((word?.left ?? 0) + (word?.right ?? 0)) / 2)).toBeLessThan(4);
    await expect(page.locator('ruby').first()).toHaveText(`${base}（${reading}）`);
    await expect(page.locator('rp').first()).toBeHidden();
  }
  const one = await page.locator('ruby').count();
  expect(one).toBe(1);
  await page.goto(`${pathOf({ kind: 'search', locale: 'zh-hans' })}?q=${encodeURIComponent('测试大道养护队为')}`);
  await expect(page.getByRole('main')).toContainText(words('zh-hans').search.title);
  await expect(page.locator(`main a[href="${articlePath('zh-hans', slowLane)}"]`)).toHaveCount(1);
});

test('a name that runs down a cover has its number in the room of one character and its letters one below the other', async ({ page }) => {
  await page.goto(pathOf({ kind: 'periodical', locale: 'zh-hans', periodical: 'shequ' }));
  const name = page.locator('.issue-cover__slip strong').first();
  await expect(name).toHaveText('社区12号AI');
  const [size, box, number, letters] = [
    await name.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize)),
    await name.boundingBox(),
    await name.getByText('12', { exact: true }).boundingBox(),
    await name.getByText('AI', { exact: true }).boundingBox(),
  ];
  expect(box?.height).toBeGreaterThan(6 * size);
  // Lying on its side it would be longer than a character by a fifth.
  expect(Math.abs((number?.height ?? 0) - size)).toBeLessThan(1);
  expect(letters?.height).toBeGreaterThan(1.7 * size);
});
