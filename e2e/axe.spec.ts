/**
 * Axe with every rule it has for WCAG 2.2 A, AA and AAA and its best practices, on every kind of page. Four languages, four themes and elder
 * mode, three widths make some eighteen hundred pages: a run takes a cover of them in which every two of kind, look, language and width meet;
 * `AXE=full npx playwright test e2e/axe.spec.ts` takes all, `AXE=full AXE_LOCALE=ja` those of one language.
 */
import fs from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { articlePath, articles, elderPath, everyPage } from './places';
import { expect, locales, test, words, type Page } from './reader';

const axeSource = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const looks = ['light', 'dark', 'sepia', 'contrast', 'elder'] as const;
const widths = [320, 768, 1280] as const;
const isFull = process.env['AXE'] === 'full';
const onlyLocale = process.env['AXE_LOCALE'];

/** Its source is in the page already. Only what is wrong comes back: what is right would be ten times as much. */
function violationsOn(page: Page): Promise<readonly string[]> {
  return page.evaluate(async (runOnly) => {
    const { axe } = window as unknown as { axe: { run: (place: Document, options: object) => Promise<Pick<AxeResults, 'violations'>> } };
    const { violations } = await axe.run(document, { resultTypes: ['violations'], runOnly });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`));
  }, tags);
}

for (const [at, look] of looks.entries()) {
  test(`axe finds nothing, AAA and best practices included: ${look}`, async ({ page, quiet }) => {
    test.setTimeout(isFull ? 1_800_000 : 180_000);
    quiet.tolerate(/404/);
    let pages = 0;
    await page.addInitScript(axeSource);
    await page.addInitScript((theme) => localStorage.setItem('theme', theme), look === 'elder' ? 'system' : look);
    for (const [number, { name }] of everyPage('zh-hans').entries()) {
      for (const [place, locale] of locales.entries()) {
        for (const [step, width] of widths.entries()) {
          if (!isFull && (place !== (number + at) % locales.length || step !== (number + at) % widths.length)) continue;
          if (onlyLocale !== undefined && onlyLocale !== locale) continue;
          const path = everyPage(locale)[number]?.path ?? '';
          await page.setViewportSize({ width, height: 900 });
          await page.goto(look === 'elder' ? elderPath(path) : path);
          pages += 1;
          expect.soft(await violationsOn(page), `${name}, ${locale}, ${width} px`).toEqual([]);
        }
      }
    }
    const locale = locales[at % locales.length] ?? 'zh-hans';
    const article = articlePath(locale, articles.everything);
    await page.goto(look === 'elder' ? elderPath(article) : article);
    await page.locator('summary').filter({ hasText: words(locale).share.label }).click();
    expect.soft(await violationsOn(page), 'share panel').toEqual([]);
    if (isFull) console.log(`${look}: ${pages} pages`);
  });
}
