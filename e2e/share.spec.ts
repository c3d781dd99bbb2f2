/** Sharing: links and the code without any script; copying, the device's sheet and Escape with it. */
import decodeQr from 'qr/decode.js';
import sharp from 'sharp';
import { articlePath, articles } from './places';
import { expect, locales, test, words, type Page } from './reader';

const path = articlePath('en', articles.everything);
const { share } = words('en');
/** As the services read it: the page's own address, absolute. */
const addressIn = (baseURL: string | undefined): string => `${baseURL ?? ''}${path}`;

const toggle = (page: Page) => page.locator('summary', { hasText: share.label });
const isOpen = (page: Page): Promise<boolean> => page.locator('details', { has: toggle(page) }).evaluate((details) => details.hasAttribute('open'));

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the panel opens; every service is a link that carries the address; nothing dead is shown', async ({ page, baseURL }) => {
    await page.goto(path);
    await toggle(page).click();
    for (const service of ['weibo', 'qq', 'qzone', 'x', 'facebook', 'line'] as const) {
      const link = page.getByRole('link', { name: share[service] + share.newTab, exact: true });
      await expect(link).toBeVisible();
      await expect(link).toHaveAttribute('target', '_blank');
      await expect(link).toHaveAttribute('rel', 'noopener noreferrer');
      const fields = [...new URL((await link.getAttribute('href')) ?? '').searchParams.values()];
      expect(fields).toContain(addressIn(baseURL));
    }
    const mail = new URL((await page.getByRole('link', { name: share.email, exact: true }).getAttribute('href')) ?? '');
    expect(mail.protocol).toBe('mailto:');
    expect(mail.searchParams.get('body')).toContain(addressIn(baseURL));
    await expect(page.getByRole('textbox', { name: share.address })).toHaveValue(addressIn(baseURL));
    await expect(page.getByRole('article').getByRole('button').filter({ visible: true })).toHaveCount(0);
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a scanner reads the page's address from the screen, ${colorScheme}`, async ({ page, baseURL }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(path);
    await toggle(page).click();
    const picture = await page.getByRole('img', { name: share.qrCode }).screenshot();
    const { data, info } = await sharp(picture).resize({ width: 600, kernel: 'nearest' }).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
    expect(decodeQr({ width: info.width, height: info.height, data })).toBe(addressIn(baseURL));
  });
}

test('copying puts the address into the clipboard and says so', async ({ page, context, baseURL }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(path);
  await toggle(page).click();
  await page.getByRole('button', { name: share.copy }).click();
  await expect(page.getByRole('status').filter({ hasText: share.copied })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(addressIn(baseURL));
});

test('on plain http, where there is no clipboard, the address is copied all the same', async ({ page, context, baseURL }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true }));
  await page.goto(path);
  await toggle(page).click();
  await page.getByRole('button', { name: share.copy }).click();
  await expect(page.getByRole('status').filter({ hasText: share.copied })).toBeVisible();
  await expect(page.getByRole('button', { name: share.copy })).toBeFocused();
  // The reader pastes it somewhere.
  await page.evaluate(() => document.querySelector('main')?.append(document.createElement('textarea')));
  await page.locator('main textarea').focus();
  await page.keyboard.press('ControlOrMeta+v');
  await expect(page.locator('main textarea')).toHaveValue(addressIn(baseURL));
});

test('when the browser refuses to copy, the address is left selected and the reader is told', async ({ page, baseURL }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
    Object.defineProperty(document, 'execCommand', { value: () => false });
  });
  await page.goto(path);
  await toggle(page).click();
  await page.getByRole('button', { name: share.copy }).click();
  await expect(page.getByRole('status').filter({ hasText: share.copyFailed })).toBeVisible();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(addressIn(baseURL));
});

test('the device’s own sheet is offered where there is one, and only there', async ({ page, baseURL }) => {
  await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'share'));
  await page.goto(path);
  await toggle(page).click();
  await expect(page.getByRole('button', { name: share.copy })).toBeVisible();
  await expect(page.getByRole('button', { name: share.device })).toBeHidden();

  await page.addInitScript(() =>
    Object.defineProperty(Navigator.prototype, 'share', {
      configurable: true,
      value: (shared: ShareData) => {
        document.documentElement.dataset['shared'] = shared.url;
        return Promise.reject(new DOMException('', document.documentElement.dataset['refusal'] ?? 'AbortError'));
      },
    }),
  );
  await page.goto(path);
  await toggle(page).click();
  await page.getByRole('button', { name: share.device }).click();
  await expect(page.locator('html')).toHaveAttribute('data-shared', addressIn(baseURL));
  await expect(page.getByRole('status').filter({ hasText: share.deviceFailed })).toHaveCount(0);
  await page.locator('html').evaluate((html) => html.setAttribute('data-refusal', 'NotAllowedError'));
  await page.getByRole('button', { name: share.device }).click();
  await expect(page.getByRole('status').filter({ hasText: share.deviceFailed })).toBeVisible();
});

test('Escape, a press elsewhere and moving on close the panel; a press inside does not', async ({ page }) => {
  await page.goto(path);
  await toggle(page).click();
  await page.getByRole('link', { name: share.line }).focus();
  await page.keyboard.press('Escape');
  expect(await isOpen(page)).toBe(false);
  await expect(toggle(page)).toBeFocused();

  await page.keyboard.press('Enter');
  expect(await isOpen(page)).toBe(true);
  await page.getByText(share.wechatHint).click();
  expect(await isOpen(page)).toBe(true);
  await page.getByRole('heading', { level: 1 }).click();
  expect(await isOpen(page)).toBe(false);

  await toggle(page).click();
  await page.getByRole('textbox', { name: share.address }).focus();
  for (let presses = 0; presses < 4 && (await isOpen(page)); presses += 1) await page.keyboard.press('Tab');
  expect(await isOpen(page)).toBe(false);
});

for (const locale of locales) {
  test(`every control is large enough to touch and on the screen: ${locale}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 900 });
    await page.goto(articlePath(locale, articles.everything));
    const tools = page.getByRole('group', { name: words(locale).tools.label });
    await page.locator('summary', { hasText: words(locale).share.label }).click();
    for (const control of await tools.locator('a, button, summary, input').filter({ visible: true }).all()) {
      const box = await control.boundingBox();
      const name = (await control.textContent()) ?? '';
      expect(Math.min(box?.width ?? 0, box?.height ?? 0), name).toBeGreaterThanOrEqual(44);
      expect(box?.x ?? -1, name).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0), name).toBeLessThanOrEqual(320);
    }
  });
}
