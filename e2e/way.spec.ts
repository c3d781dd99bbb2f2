/** The way from the front door to an article, by clicking alone, in each language; in the fictional archive and in the real content. */
import fs from 'node:fs';
import path from 'node:path';
import { root } from '@/lib/root.mjs';
import { pathOf } from '@/lib/routes';
import { articlePath, articles } from './places';
import { expect, follow, locales, realOrigin, test, words, type Locale, type Page } from './reader';

const browserLocales: Readonly<Record<Locale, string>> = { 'zh-hans': 'zh-CN', 'zh-hant': 'zh-TW', en: 'en-GB', ja: 'ja-JP' };
const firstWeekly = { periodical: 'jinyuanqu', issue: '2023-02-03' };

/** From `/` through news centre, periodicals, periodical and issue to the article, one click each. */
async function walkTo(page: Page, locale: Locale, place: { readonly periodical: string; readonly issue: string; readonly slug: string }): Promise<void> {
  const { navigation, place: places } = words(locale);
  await page.goto('/');
  await expect(page).toHaveURL(new RegExp(`/${locale}$`));
  const sections = page.getByRole('navigation', { name: navigation.label });
  await sections.getByRole('link', { name: places.news, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: places.news })).toBeVisible();
  await sections.getByRole('link', { name: places.periodicals, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: places.periodicals })).toBeVisible();
  await follow(page, pathOf({ kind: 'periodical', locale, periodical: place.periodical }));
  await follow(page, pathOf({ kind: 'issue', locale, periodical: place.periodical, issue: place.issue }));
  await follow(page, articlePath(locale, place));
}

/** The headline as the editors' file has it. */
function headlineIn(file: string): string {
  const found = /^title: *["']?(.+?)["']?$/m.exec(fs.readFileSync(path.join(root, file), 'utf8'))?.[1];
  if (!found) throw new Error(`${file} has no title.`);
  return found;
}

for (const locale of locales) {
  test.describe(`A reader of ${locale}`, () => {
    test.use({ locale: browserLocales[locale] });

    test('walks from the front door to an article of the fictional weekly', async ({ page }) => {
      await walkTo(page, locale, articles.everything);
      const headlines: Readonly<Record<Locale, string>> = { 'zh-hans': '范例湖步道本周全线开放', 'zh-hant': '範例湖步道本週全線開放', en: 'Specimen Lake path now open all the way round', ja: '範例湖の歩道が今週全線開通' };
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(headlines[locale]);
      // And straight from the front page, where the newest article leads.
      await page.goto(`/${locale}`);
      await follow(page, articlePath(locale, articles.everything));
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(headlines[locale]);
    });

    test.describe('in the real content', () => {
      test.use({ baseURL: realOrigin });

      test('walks to the article of the first weekly, clean of what the hijackers left', async ({ page }) => {
        const folder = `content/news/periodicals/${firstWeekly.periodical}/${firstWeekly.issue}`;
        const slug = fs.readdirSync(path.join(root, folder)).find((name) => /^[a-z-]+\.md$/.test(name) && name !== 'index.md')?.replace('.md', '') ?? '';
        await walkTo(page, locale, { ...firstWeekly, slug });
        const headline = page.getByRole('heading', { level: 1 });
        if (locale === 'zh-hans') await expect(headline).toHaveText('敢为、敢闯、敢干、敢首创');
        if (locale === 'zh-hant') await expect(headline).toHaveText('敢為、敢闖、敢幹、敢首創');
        if (locale === 'en' || locale === 'ja') await expect(headline).toHaveText(headlineIn(`${folder}/${slug}.${locale}.md`));
        const article = page.getByRole('main').getByRole('article').first();
        const text = await article.innerText();
        expect(text).not.toMatch(/365|\bbet\b|娱乐平台|娛樂平臺/i);
        expect(await article.locator('delect, menuitem, [id="h4sia"]').count()).toBe(0);
        if (locale === 'zh-hans') {
          expect(text).toContain('1月31日，苏州工业园区召开落实“敢为、敢闯、敢干、敢首创”精神动员会暨作风效能建设大会');
          expect(text).toContain('《苏州日报》2023年02月03日B01版');
          expect(text).not.toContain('扞卫');
        }
      });
    });
  });
}
