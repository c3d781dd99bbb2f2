/** Two texts of one article side by side: what stands beside what, on every width, without a script, on paper, and after a change. */
import fs from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { AxeResults } from 'axe-core';
import { elderPathOf, pathOf, type Address } from '@/lib/routes';
import { readPaper, squeeze } from './paper';
import { articlePath, articles } from './places';
import { openPortal } from './portal';
import { expect, locales, test, words, type Locale, type Page } from './reader';

type Parallel = Extract<Address, { readonly kind: 'parallel' }>;
const lake = (locale: Locale, beside: Locale): Parallel => ({ kind: 'parallel', locale, ...articles.everything, beside });

/** Each row as the words of its cells; a picture that stands for both is one cell. */
function rowsOf(page: Page): Promise<readonly (readonly string[])[]> {
  return page.locator('.parallel-view > table > tbody > tr').evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent.trim())));
}

test('every block stands beside its translation, in order, each side in its language', async ({ page }) => {
  await page.goto(articlePath('zh-hans', articles.everything));
  const blocks = await page.locator('.prose > :is(p, h2, blockquote), .prose li').allTextContents();
  const { languages, parallel } = words('zh-hans');
  await page.getByRole('link', { name: parallel.link.replace('{language}', languages.names.en) }).click();
  await page.waitForURL((url) => url.pathname === pathOf(lake('zh-hans', 'en')));
  const rows = await rowsOf(page);
  const texts = rows.slice(1, -2).filter((row) => row.length === 2);
  expect(texts.map(([original = '']) => original)).toEqual(blocks.map((block) => block.trim()));
  const beside = new Map(texts.map(([original = '', translation = '']) => [original.slice(0, 4), translation]));
  for (const [original, translation] of [['三月十四', 'The path around'], ['怎样到达', 'How to get there'], ['西门，设', 'the west gate'], ['路修好以', 'Now that the path'], ['到记者离', 'When our reporter']]) {
    expect(beside.get(original ?? ''), original).toMatch(new RegExp(`^${translation}`));
  }
  const [head] = rows;
  expect(head?.[0]).toMatch(/示例园区一周纪事.*范例湖步道本周全线开放.*2025-03-14 10:20/);
  expect(head?.[1]).toMatch(/A week in Example Park.*Specimen Lake path now open.*March 14, 2025, 10:20.*Li Xiaowen.*unofficial/);
  const bench = page.getByRole('figure').filter({ hasText: '四十张长椅中的一张' });
  await expect(bench).toHaveCount(1);
  await expect(bench.getByRole('img')).toHaveCount(1);
  await expect(bench.locator('[lang=en]')).toHaveText('One of forty benches / Li Xiaowen');
  const langs = await page.locator('.parallel-view__side').evaluateAll((cells) => cells.map((cell) => cell.getAttribute('lang')));
  expect(langs).toEqual(langs.map((_, place) => (place % 2 === 0 ? 'zh-Hans' : 'en')));
  await expect(page.getByRole('columnheader')).toHaveText([languages.names['zh-hans'], languages.names.en]);
  const fonts = await page.locator('.parallel-view__side .prose > p').evaluateAll((texts) => texts.slice(0, 2).map((text) => getComputedStyle(text).fontFamily));
  expect(fonts[0]).not.toBe(fonts[1]);
});

test('texts of other shapes lose nothing', async ({ page }) => {
  await page.goto(articlePath('ja', articles.everything));
  const japanese = await page.locator('.prose > :is(p, h2)').allTextContents();
  await page.goto(pathOf(lake('ja', 'en')));
  const texts = (await rowsOf(page)).slice(1, -2).filter((row) => row.length === 2);
  expect(texts.map(([own = '']) => own).filter(Boolean)).toEqual(japanese);
  expect(texts.find(([own]) => own === '行き方')?.[1]).toBe('How to get there');
  expect(texts.filter(([, english]) => /^the (?:east|west|small north) gate/.test(english ?? ''))).toHaveLength(3);
});

test('the Original goes first, and each language leads to its own pair or to the article', async ({ page }) => {
  await page.goto(pathOf(lake('en', 'zh-hans')));
  const sides = page.locator('.parallel-view__headline');
  expect(await sides.evaluateAll((headlines) => headlines.map(({ tagName }) => tagName))).toEqual(['P', 'H1']);
  await expect(sides.first()).toHaveText('范例湖步道本周全线开放');
  const ways = page.getByRole('navigation', { name: words('en').languages.label }).getByRole('link');
  expect(await ways.evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual([pathOf(lake('zh-hans', 'en')), articlePath('zh-hant', articles.everything), pathOf(lake('ja', 'zh-hans'))]);
  await page.goto(pathOf(lake('zh-hant', 'en')));
  await expect(page.locator('h1')).toHaveText('範例湖步道本週全線開放');
});

test('there are pairs of real texts alone', async ({ request, page }) => {
  const status = async (address: Omit<Parallel, 'kind'>): Promise<number> => (await request.get(pathOf({ kind: 'parallel', ...address }))).status();
  for (const [locale, beside, answer] of [['zh-hans', 'en', 200], ['zh-hans', 'zh-hant', 404], ['zh-hant', 'zh-hans', 404], ['en', 'zh-hant', 404], ['ja', 'en', 200], ['en', 'en', 404]] as const) {
    expect(await status({ ...lake(locale, beside) }), `${locale} beside ${beside}`).toBe(answer);
  }
  expect(await status({ locale: 'zh-hans', ...articles.override, beside: 'zh-hant' }), 'an editor wrote the Traditional text').toBe(200);
  expect(await status({ locale: 'en', ...articles.untranslated, beside: 'zh-hans' })).toBe(404);
  expect(await status({ locale: 'zh-hans', ...articles.withdrawn, beside: 'en' })).toBe(404);
  expect((await request.get(`${articlePath('zh-hans', articles.everything)}/de`)).status()).toBe(404);
  await page.goto(articlePath('zh-hans', articles.untranslated));
  await expect(page.locator('a[href$="/en"]').and(page.locator('main a'))).toHaveCount(0);
});

test('search engines are led to the article, and the style sheet weighs on no other page', async ({ page, request }) => {
  await page.goto(pathOf(lake('en', 'zh-hans')));
  await expect(page.locator('meta[name="robots"]')).toHaveCount(0);
  expect(new URL((await page.locator('link[rel="canonical"]').getAttribute('href')) ?? '').pathname).toBe(articlePath('en', articles.everything));
  expect(await page.locator('link[hreflang]').count()).toBe(0);
  const sheetsOf = async (path: string): Promise<number> => (await (await request.get(path)).text()).match(/<link rel="stylesheet"/g)?.length ?? 0;
  expect(await sheetsOf(pathOf(lake('en', 'zh-hans')))).toBe((await sheetsOf(articlePath('en', articles.everything))) + 1);
});

for (const isElder of [false, true]) {
  test(`two columns where there is room, one below the other where there is not${isElder ? ', in elder mode' : ''}`, async ({ page }) => {
    await page.goto((isElder ? elderPathOf : pathOf)(lake('zh-hans', 'en')));
    for (const [width, isBeside] of [[320, false], [375, false], [768, !isElder], [1280, true]] as const) {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${width} px`).toBeLessThanOrEqual(width);
      const boxes = await page.locator('.parallel-view__side:has(.prose)').evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect()).map(({ top, bottom, left }) => ({ top, bottom, left })));
      for (let place = 0; place + 1 < boxes.length; place += 2) {
        const [one, other] = [boxes[place], boxes[place + 1]];
        if (!one || !other) continue;
        if (isBeside) expect([other.top, other.left > one.left], `${width} px: aligned`).toEqual([one.top, true]);
        else expect(other.top, `${width} px: below`).toBeGreaterThanOrEqual(one.bottom);
      }
    }
  });
}

test('axe finds nothing, AAA and best practices included', async ({ page }) => {
  const axe = await fs.readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  for (const [width, scheme] of [[375, 'light'], [1280, 'dark']] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto(pathOf(lake('zh-hans', 'en')));
    await page.evaluate(axe);
    const { violations }: Pick<AxeResults, 'violations'> = await page.evaluate("axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })");
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`)), `${width} px`).toEqual([]);
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  for (const locale of locales) {
    test(`a reader finds the two texts: ${locale}`, async ({ page }) => {
      await page.goto(articlePath(locale, articles.everything));
      const beside = locale === 'en' ? 'zh-hans' : 'en';
      await page.getByRole('main').locator(`a[href="${pathOf(lake(locale, beside))}"]`).click();
      await expect(page.getByRole('columnheader')).toHaveCount(2);
      await expect(page.getByText('seven water birds')).toBeVisible();
    });
  }
});

test('on paper: two columns with their names on every sheet, rows whole, nothing of the screen', async ({ page }) => {
  await page.goto(pathOf(lake('zh-hans', 'en')));
  const rows = (await rowsOf(page)).filter((row) => row.length === 2);
  const { sheets, missingFonts } = await readPaper(await page.pdf({ format: 'A4', preferCSSPageSize: true }));
  expect(missingFonts).toEqual([]);
  const { languages, tools, parallel } = words('zh-hans');
  for (const { text } of sheets) {
    expect(text).toContain(squeeze(`${languages.names['zh-hans']}${languages.names.en}`));
    for (const word of [tools.print, tools.textSize, parallel.label, '日文对照']) expect(text).not.toContain(squeeze(word));
  }
  for (const [original = '', translation = ''] of rows.slice(1, -2)) {
    const [one, other] = [original, translation].map(squeeze);
    const isWhole = sheets.some(({ text }) => text.includes(one?.slice(0, 12) ?? '') && text.includes(one?.slice(-8) ?? '') && text.includes(other?.slice(0, 20) ?? ''));
    expect(isWhole, `${original.slice(0, 12)} and its translation are on one sheet`).toBe(true);
  }
  expect(sheets.reduce((sum, { pictures }) => sum + pictures, 0), 'two pictures and the code').toBeGreaterThanOrEqual(2);
});

test('a change of the translation, and a new one, are on the page at once', async ({ page, quiet }) => {
  const portal = await openPortal('e2e/content');
  try {
    const { periodical, issue } = articles.everything;
    const file = (name: string): string => path.join(portal.content, 'news/periodicals', periodical, issue, name);
    const address = portal.origin + pathOf(lake('zh-hans', 'en'));
    quiet.tolerate(/^foreign: /);
    await page.goto(address);
    await expect(page.getByText('seven water birds')).toBeVisible();
    await fs.writeFile(file('lake-path.en.md'), (await fs.readFile(file('lake-path.en.md'), 'utf8')).replace('seven water birds', 'eight water birds'));
    await expect.poll(async () => (await fetch(address)).text(), { timeout: 10_000 }).toContain('eight water birds');
    const untranslated = portal.origin + pathOf({ ...lake('zh-hans', 'en'), ...articles.untranslated });
    expect((await fetch(untranslated)).status).toBe(404);
    await fs.writeFile(file(`${articles.untranslated.slug}.en.md`), '---\ntitle: Tables\ntranslation: machine\n---\n\nOne sentence.\n');
    await expect.poll(async () => (await fetch(untranslated)).status, { timeout: 10_000 }).toBe(200);
    await fs.rm(file('lake-path.en.md'));
    await expect.poll(async () => (await fetch(address)).status, { timeout: 10_000 }).toBe(404);
  } finally {
    await portal.stop();
  }
});
