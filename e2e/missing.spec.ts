/** Addresses that lead nowhere: status 404 and a whole page in the reader's language, with ways on. */
import { localeFacts } from '@/lib/locale/locales';
import { expect, locales, test, words } from './reader';

for (const locale of locales) {
  test(`an address that leads nowhere says so, and offers ways on: ${locale}`, async ({ page, quiet }) => {
    quiet.tolerate(/404/);
    const { missing, place, navigation } = words(locale);
    const nowhere = ['nothing', 'nothing/here', 'news/periodicals/nobody', 'news/periodicals/zhoukan/1999', 'news/periodicals/zhoukan/2025-03-15', 'news/periodicals/zhoukan/2025-02-30', 'news/periodicals/zhoukan/2025-03-14/nobody', 'news/periodicals/zhoukan/2025-03-14/lake-path/more', '.env', 'news/periodicals/zhoukan/2025-03-14/%3Cscript%3E'];
    for (const path of nowhere) {
      const answer = await page.goto(`/${locale}/${path}`);
      expect.soft(answer?.status(), path).toBe(404);
      await expect.soft(page.locator('html'), path).toHaveAttribute('lang', localeFacts[locale].tag);
      await expect.soft(page.getByRole('heading', { level: 1 }), path).toHaveText(missing.title);
    }
    await expect(page.getByText(missing.text)).toBeVisible();
    await expect(page.locator('link[rel="canonical"], link[hreflang]')).toHaveCount(0);
    await expect(page.locator('meta[name="robots"]').first()).toHaveAttribute('content', /noindex/);
    await page.getByRole('navigation', { name: navigation.label }).getByRole('link', { name: place.news, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: place.news })).toBeVisible();
  });
}

test('outside every language the answer is 404 too, in the language of the browser or the Original’s', async ({ request }) => {
  for (const path of ['/nothing', '/fr', '/fr/news', '/zh', '/favicon.png.bak', '/_next/nothing.js', '/media/nothing.jpg', '/assets/nothing.js', '/zh-hans/news/', '/%00', '/%E0%A4%A']) {
    const answer = await request.get(path, { maxRedirects: 0 });
    expect.soft([301, 308, 400, 404], path).toContain(answer.status());
    expect.soft(/\/_next\/[^"]*\.js|at .*\.js:\d+|Error:/.exec(await answer.text())?.[0], path).toBeUndefined();
  }
});
