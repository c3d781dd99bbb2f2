/**
 * Axe with every rule it has for WCAG 2.2 A, AA and AAA and its best practices, on every kind of page. Four languages, four themes and elder
 * mode, three widths make some eighteen hundred pages: a run takes a cover of them in which every kind meets every look, language and width.
 * A theme that has other colours and nothing else is asked for its colours there. `AXE=full npx playwright test e2e/axe.spec.ts` asks all of
 * all, `AXE=full AXE_LOCALE=ja` of those in one language.
 */
import fs from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { articlePath, articles, elderPath, everyPage } from './places';
import { expect, locales, test, words, type Page } from './reader';

const axeSource = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const everyRule = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] } as const;
const ofColours = { type: 'rule', values: ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block'] } as const;
const looks = { light: everyRule, elder: everyRule, dark: ofColours, sepia: ofColours, contrast: ofColours } as const;
const widths = [320, 768, 1280] as const;
const isFull = process.env['AXE'] === 'full';
const onlyLocale = process.env['AXE_LOCALE'];

/** Its source is in the page already. Only what is wrong comes back: what is right would be ten times as much. */
function violationsOn(page: Page, rules: typeof everyRule | typeof ofColours): Promise<readonly string[]> {
  return page.evaluate(async (runOnly) => {
    const { axe } = window as unknown as { axe: { run: (place: Document, options: object) => Promise<Pick<AxeResults, 'violations'>> } };
    const { violations } = await axe.run(document, { resultTypes: ['violations'], runOnly });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`));
  }, isFull ? everyRule : rules);
}

for (const [at, [look, rules]] of Object.entries(looks).entries()) {
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
          expect.soft(await violationsOn(page, rules), `${name}, ${locale}, ${width} px`).toEqual([]);
        }
      }
    }
    const locale = locales[at % locales.length] ?? 'zh-hans';
    const article = articlePath(locale, articles.everything);
    await page.goto(look === 'elder' ? elderPath(article) : article);
    await page.locator('summary').filter({ hasText: words(locale).share.label }).click();
    expect.soft(await violationsOn(page, rules), 'share panel').toEqual([]);
    if (isFull) console.log(`${look}: ${pages} pages`);
  });
}
