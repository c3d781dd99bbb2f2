/** A whole issue on paper: every article whole, in its column, under its running header; sheets numbered; A4 and A3; in four languages. */
import { pathOf } from '@/lib/routes';
import { readPaper, squeeze, type Paper } from './paper';
import { articlePath, articles, fullIssue } from './places';
import { expect, locales, realOrigin, test, words, type Page } from './reader';

const issuePath = (locale: (typeof locales)[number]): string => pathOf({ kind: 'issue', locale, ...fullIssue });
const printPath = (locale: (typeof locales)[number]): string => pathOf({ kind: 'issue-print', locale, ...fullIssue });

async function print(page: Page, format: 'A4' | 'A3'): Promise<Paper> {
  return readPaper(await page.pdf({ format, preferCSSPageSize: true }));
}

interface Told {
  readonly column: string;
  readonly articles: readonly { readonly title: string; readonly first: string; readonly last: string }[];
}

/** What the page shows, column by column. */
function tellColumns(page: Page): Promise<readonly Told[]> {
  return page.locator('.issue-print__column').evaluateAll((columns) =>
    columns.map((column) => ({
      column: column.querySelector('h2')?.textContent ?? '',
      articles: [...column.querySelectorAll('article')].map((article) => {
        const paragraphs = [...article.querySelectorAll('.prose > p')].map((paragraph) => paragraph.textContent);
        return { title: article.querySelector('h3')?.textContent ?? '', first: paragraphs[0] ?? '', last: paragraphs.at(-1) ?? '' };
      }),
    })),
  );
}

for (const locale of locales) {
  for (const format of ['A4', 'A3'] as const) {
    test(`an issue prints whole: ${locale}, ${format}`, async ({ page }) => {
      await page.goto(issuePath(locale));
      await page.getByRole('link', { name: words(locale).issuePrint.link }).click();
      await page.waitForURL((url) => url.pathname === printPath(locale));
      const columns = await tellColumns(page);
      expect(columns.length).toBe(4);
      const pictures = await page.locator('.issue-print img[src^="/media/"]').count();
      const name = await page.locator('h1').innerText();
      const { sheets, missingFonts } = await print(page, format);
      expect(missingFonts).toEqual([]);
      expect(sheets.reduce((sum, sheet) => sum + sheet.pictures, 0), 'every picture').toBe(pictures);
      const sizes = { A4: [595, 842], A3: [842, 1191] };
      for (const [place, { text, baselines, pictures: shown, width, height }] of sheets.entries()) {
        expect([Math.abs(width - (sizes[format][0] ?? 0)) < 2, Math.abs(height - (sizes[format][1] ?? 0)) < 2], 'the paper that was asked for').toEqual([true, true]);
        expect(Math.min(...baselines), 'no line cut at the foot').toBeGreaterThan(20);
        expect(Math.max(...baselines), 'no line cut at the head').toBeLessThan(height - 20);
        const number = `${place + 1}/${sheets.length}`;
        expect(text.includes(number), `sheet ${number}`).toBe(place > 0);
        // Beside the running header and the number there is something on every sheet.
        expect(shown > 0 || text.length > squeeze(name).length + 40, `sheet ${number} is not blank`).toBe(true);
      }
      expect(sheets[0]?.text).toContain(squeeze(name));
      expect(sheets[1]?.text).toContain(squeeze(words(locale).issue.contents));
      let from = 2;
      for (const { column, articles: told } of columns) {
        const isOf = (sheet: (typeof sheets)[number] | undefined): boolean => sheet?.text.slice(0, 120).includes(squeeze(column)) ?? false;
        const until = sheets.findIndex((sheet, place) => place >= from && !isOf(sheet));
        const text = sheets.slice(from, until).map((sheet) => sheet.text).join('');
        for (const { title, first, last } of told) {
          for (const part of [squeeze(title), squeeze(first).slice(0, 24), squeeze(last).slice(-12)]) expect.soft(text, `${column}: under its running header`).toContain(part);
        }
        from = until;
      }
      expect(from, 'the colophon is the last sheet').toBe(sheets.length - 1);
      expect(sheets.at(-1)?.text).toContain(squeeze(words(locale).issuePrint.address));
      for (const word of [words(locale).skip, words(locale).breadcrumb.label, words(locale).issuePrint.back]) expect(sheets.map((sheet) => sheet.text).join('')).not.toContain(squeeze(word));
    });
  }
}

test('on A3 the text runs in two columns', async ({ page }) => {
  await page.goto(printPath('zh-hans'));
  await page.emulateMedia({ media: 'print' });
  for (const [width, count] of [[630, 'auto'], [960, '2']] as const) {
    await page.setViewportSize({ width, height: 1300 });
    expect(await page.locator('.article-view__text').first().evaluate((text) => getComputedStyle(text).columnCount)).toBe(count);
  }
});

test('the contents name no page that nobody knows, and the notes of one article are not those of another', async ({ page }) => {
  await page.goto(printPath('zh-hans'));
  const marks = page.locator('[data-page-of]');
  expect(await marks.count()).toBe(5);
  expect((await marks.allTextContents()).join('')).toBe('');
  const ids = await page.locator('[id]').evaluateAll((elements) => elements.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
  const dead = await page.locator('.issue-print a[href^="#"]').evaluateAll((links) => links.flatMap((link) => (document.getElementById(decodeURIComponent(link.getAttribute('href') ?? '').slice(1)) ? [] : [link.getAttribute('href')])));
  expect(dead).toEqual([]);
  const levels = await page.locator('main :is(h1, h2, h3, h4, h5, h6)').evaluateAll((headings) => headings.map(({ tagName }) => Number(tagName.slice(1))));
  expect(levels.filter((level, place) => level > (levels[place - 1] ?? 0) + 1), 'no heading skips a level').toEqual([]);
});

test('search engines are led to the issue, and the style sheet weighs on no other page', async ({ page, request }) => {
  await page.goto(printPath('en'));
  await expect(page.locator('meta[name="robots"]')).toHaveCount(0);
  expect(new URL((await page.locator('link[rel="canonical"]').getAttribute('href')) ?? '').pathname).toBe(issuePath('en'));
  expect(await page.locator('link[hreflang]').count()).toBe(0);
  const sheetsOf = async (path: string): Promise<number> => (await (await request.get(path)).text()).match(/<link rel="stylesheet"/g)?.length ?? 0;
  expect(await sheetsOf(printPath('en'))).toBe(3);
  expect(await sheetsOf(articlePath('en', articles.everything))).toBe(1);
  expect((await request.get(pathOf({ kind: 'issue-print', locale: 'en', periodical: 'shequ', issue: '2024-02-02' }))).status(), 'an issue of nothing to print').toBe(404);
});

test.describe('The portal’s own issue', () => {
  test.use({ baseURL: realOrigin });

  test('where a text stood in a newspaper is not left alone on a sheet', async ({ page }) => {
    for (const locale of locales) {
      await page.goto(pathOf({ kind: 'issue-print', locale, periodical: 'jinyuanqu', issue: '2023-02-03' }));
      const reference = squeeze(await page.locator('.printed-article__newspaper').innerText());
      const { sheets } = await print(page, 'A4');
      const [sheet] = sheets.filter(({ text }) => text.includes(reference));
      // The running header, the number of the sheet, the reference, and a line before it at least.
      expect.soft(new Set(sheet?.baselines.map(Math.round)).size, locale).toBeGreaterThanOrEqual(4);
    }
  });
});
