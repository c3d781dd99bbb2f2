/** Without JavaScript: every page complete, nothing dead on it, sharing still there. */
import { decodePixels } from './scan';
import { articlePath, articles, pageKinds } from './places';
import { expect, locales, test, words } from './reader';

test.use({ javaScriptEnabled: false });

for (const locale of locales) {
  test(`every page is complete, and no control on it is dead: ${locale}`, async ({ page }) => {
    for (const { name, path } of pageKinds(locale)) {
      await page.goto(path);
      const { text, ...found } = await page.evaluate((label) => {
        const seen = (selector: string): number => [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility({ visibilityProperty: true })).length;
        return {
          headlines: [document.querySelectorAll('h1').length, seen('h1')],
          text: document.querySelector('main')?.innerText.length ?? 0,
          // A button of a form that asks the server works without a script; any other does not.
          dead: seen('button:not(form[action] button)'),
          forScripts: seen('[hidden], noscript'),
          languages: seen(`nav[aria-label="${label}"] a[href]`),
        };
      }, words(locale).languages.label);
      expect.soft(found, name).toEqual({ headlines: [1, 1], dead: 0, forScripts: 0, languages: 3 });
      expect.soft(text, name).toBeGreaterThan(20);
    }
  });
}

test('sharing works: the panel opens, the code scans, the address stands there to copy', async ({ page, baseURL }) => {
  const { share } = words('zh-hans');
  const path = articlePath('zh-hans', articles.everything);
  await page.goto(path);
  await page.locator('summary').filter({ hasText: share.label }).click();
  const code = page.getByRole('img', { name: share.qrCode });
  await expect(code).toBeVisible();
  await expect.poll(async () => decodePixels(await code.screenshot()).catch(String)).toBe(`${baseURL ?? ''}${path}`);
  await expect(page.getByRole('link', { name: new RegExp(`^${share.weibo}`) })).toBeVisible();
  await expect(page.getByRole('textbox', { name: share.address })).toHaveValue(`${baseURL ?? ''}${path}`);
  for (const dead of [share.copy, share.device, words('zh-hans').tools.print, words('zh-hans').tools.close]) await expect(page.getByRole('button', { name: dead })).toBeHidden();
});
