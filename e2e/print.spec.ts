/** On paper: the whole article, nothing of the screen around it, no blank sheet, fonts that any printer can draw. */
import { shortCodeOf } from '@/lib/short-code';
import { readPaper, squeeze } from './paper';
import { articlePath, articles, type ArticlePlace } from './places';
import { expect, locales, test, words, type Locale, type Page } from './reader';

/** What a reader gets who prints: A4 unless the page says otherwise. */
async function print(page: Page): Promise<Awaited<ReturnType<typeof readPaper>>> {
  return readPaper(await page.pdf({ format: 'A4', preferCSSPageSize: true }));
}

/** Words of the screen that have no meaning on paper. */
function screenWords(locale: Locale): readonly string[] {
  const { skip, breadcrumb, share, tools, place, article, languages } = words(locale);
  return [skip, breadcrumb.label, share.label, share.copy, share.weibo, tools.print, tools.close, tools.textSize, place.periodicals, article.previous, article.next, languages.label, 'English|日本語'].flatMap((text) => text.split('|')).map(squeeze);
}

for (const locale of locales) {
  test(`an article prints whole and clean: ${locale}`, async ({ page, baseURL }) => {
    const path = articlePath(locale, articles.everything);
    await page.goto(path);
    const article = page.getByRole('main').getByRole('article').first();
    const headline = await article.getByRole('heading', { level: 1 }).innerText();
    const paragraphs = await article.locator('.prose > p').allInnerTexts();
    const { sheets, fonts, missingFonts } = await print(page);
    const text = sheets.map((sheet) => sheet.text).join('');
    expect(text).toContain(squeeze(headline));
    expect(paragraphs.length).toBeGreaterThan(4);
    for (const paragraph of paragraphs) expect.soft(text, 'every paragraph is on paper').toContain(squeeze(paragraph).slice(0, 24));
    expect(text).toContain(squeeze(paragraphs.at(-1) ?? '').slice(-24));
    expect(text).toContain(squeeze(`${words(locale).print.check}${words(locale).joint.colon}${baseURL ?? ''}/s/${shortCodeOf(articles.everything)}`));
    expect(text).toContain(squeeze(`${words(locale).print.date}${words(locale).joint.colon}`));
    expect(text, 'the date of printing is this year').toContain(String(new Date().getFullYear()));
    for (const word of screenWords(locale)) expect.soft(text, 'words of the screen').not.toContain(word);
    expect(missingFonts).toEqual([]);
    expect(fonts.length).toBeGreaterThan(0);
    expect(sheets.length).toBeLessThanOrEqual(5);
    for (const { text: onSheet, baselines, width, height } of sheets) {
      expect([Math.round(width), Math.round(height)], 'A4').toEqual([595, 842]);
      expect(onSheet.length, 'no blank sheet').toBeGreaterThan(10);
      expect(Math.min(...baselines), 'no line cut at the foot').toBeGreaterThan(20);
      expect(Math.max(...baselines), 'no line cut at the head').toBeLessThan(height - 20);
    }
  });
}

const others: readonly (readonly [string, ArticlePlace])[] = [
  ['every field', articles.everything],
  ['tables and footnotes', articles.untranslated],
  ['a long headline', articles.longHeadline],
  ['pictures', articles.pictures],
  ['scripts', articles.scripts],
  ['one sentence', articles.least],
  ['withdrawn', articles.withdrawn],
];

test('articles of every shape print without loss', async ({ page }) => {
  for (const [name, place] of others) {
    await page.goto(articlePath('zh-hans', place));
    const article = page.getByRole('main').getByRole('article').first();
    const parts = await article.locator('h1, .prose p, .prose td, .prose li, .prose pre, figcaption').allInnerTexts();
    const pictures = await article.locator('figure img[src^="/media/"]').count();
    const { sheets, missingFonts } = await print(page);
    expect.soft(sheets.reduce((sum, sheet) => sum + sheet.pictures, 0), `${name}: every picture, whether the reader had scrolled to it or not`).toBe(pictures);
    const text = sheets.map((sheet) => sheet.text).join('');
    for (const part of parts) expect.soft(text, name).toContain(squeeze(part).slice(0, 16));
    expect.soft(missingFonts, name).toEqual([]);
    expect.soft(sheets.map((sheet) => sheet.text.length).filter((length) => length < 5), name).toEqual([]);
  }
});

test('the size on paper does not follow the size on screen, nor the night', async ({ page }) => {
  await page.goto(articlePath('zh-hans', articles.everything));
  const before = await print(page);
  await page.getByRole('button', { name: words('zh-hans').tools.textSizes['4'], exact: true }).click();
  await page.emulateMedia({ colorScheme: 'dark' });
  const after = await print(page);
  expect(after.sheets.length).toBe(before.sheets.length);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const ink = await page.getByRole('main').evaluate((element) => getComputedStyle(element).color);
  const luminance = (ink.match(/\d+/g) ?? []).slice(0, 3).reduce((sum, part) => sum + Number(part), 0);
  expect(luminance, `dark ink on paper, not ${ink}`).toBeLessThan(200);
});

test('the print button prints', async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => void Object.assign(window, { printed: true });
  });
  await page.goto(articlePath('en', articles.everything));
  await page.getByRole('button', { name: words('en').tools.print }).click();
  expect(await page.evaluate(() => 'printed' in window)).toBe(true);
});
