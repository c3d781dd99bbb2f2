/** Without JavaScript: every page complete, nothing dead on it, sharing still there. */
import { decodePixels } from './scan';
import { articlePath, articles, pageKinds } from './places';
import { expect, locales, test, words } from './reader';

test.use({ javaScriptEnabled: false });

for (const locale of locales) {
  test(`every page is complete, and no control on it is dead: ${locale}`, async ({ page }) => {
    for (const { name, path } of pageKinds(locale)) {
      await page.goto(path);
      await expect.soft(page.getByRole('heading', { level: 1 }), name).toHaveCount(1);
      await expect.soft(page.getByRole('heading', { level: 1 }), name).toBeVisible();
      expect.soft((await page.getByRole('main').innerText()).length, name).toBeGreaterThan(20);
      // A button of a form that asks the server works without a script; any other does not.
      await expect.soft(page.locator('button:visible:not(form[action] button)'), name).toHaveCount(0);
      await expect.soft(page.locator('[hidden]:visible, noscript:visible'), name).toHaveCount(0);
      await expect.soft(page.getByRole('navigation', { name: words(locale).languages.label }).getByRole('link'), name).toHaveCount(3);
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
