/** Sharing: a code that scans to this page, links that carry it, the address to copy. */
import { decodePixels } from './scan';
import { articlePath, articles } from './places';
import { expect, locales, test, words, type Locator, type Page } from './reader';

async function openPanel(page: Page, name: string): Promise<Locator> {
  await page.locator('summary').filter({ hasText: name }).click();
  const panel = page.locator('details[open]').filter({ has: page.locator('summary', { hasText: name }) });
  await expect(panel).toBeVisible();
  return panel;
}

for (const locale of locales) {
  test(`the code scans to this very page, and every link carries its address and headline: ${locale}`, async ({ page, baseURL }) => {
    const { share } = words(locale);
    const path = articlePath(locale, articles.scripts);
    const address = `${baseURL ?? ''}${path}`;
    await page.goto(path);
    const headline = await page.getByRole('heading', { level: 1 }).innerText();
    const panel = await openPanel(page, share.label);
    const code = panel.getByRole('img', { name: share.qrCode });
    // It is fetched when the panel opens.
    await expect.poll(async () => decodePixels(await code.screenshot({ scale: 'device' })).catch(String)).toBe(address);
    const services = { [share.weibo]: 'service.weibo.com', [share.qq]: 'connect.qq.com', [share.qzone]: 'sns.qzone.qq.com', X: 'x.com', Facebook: 'www.facebook.com', LINE: 'social-plugins.line.me' };
    for (const [name, host] of Object.entries(services)) {
      const link = panel.getByRole('link', { name: new RegExp(`^${name}(?!\\p{Letter})`, 'u') });
      const href = new URL((await link.getAttribute('href')) ?? '');
      expect.soft([href.protocol, href.host], name).toEqual(['https:', host]);
      expect.soft([...href.searchParams.values()], name).toContain(address);
      if (host !== 'www.facebook.com') expect.soft([...href.searchParams.values()], name).toContain(headline);
      await expect.soft(link, name).toHaveAttribute('rel', /noopener/);
    }
    const letter = new URL((await panel.getByRole('link', { name: share.email }).getAttribute('href')) ?? '');
    expect([letter.protocol, letter.searchParams.get('subject')]).toEqual(['mailto:', headline]);
    expect(letter.searchParams.get('body')).toContain(address);
    expect(letter.href).not.toContain('+');
  });
}

test('copy link puts the address on the clipboard and says so; Escape closes the panel and gives the focus back', async ({ page, context, baseURL }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { share } = words('zh-hans');
  const path = articlePath('zh-hans', articles.everything);
  await page.goto(path);
  const panel = await openPanel(page, share.label);
  await panel.getByRole('button', { name: share.copy }).click();
  await expect(panel.getByRole('status')).toHaveText(share.copied);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${baseURL ?? ''}${path}`);
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect(page.locator('summary').filter({ hasText: share.label })).toBeFocused();
});

test('where the browser refuses the clipboard, the address is copied or at least selected', async ({ page, baseURL }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
    Object.defineProperty(document, 'execCommand', { value: () => false });
  });
  const { share } = words('en');
  const path = articlePath('en', articles.everything);
  await page.goto(path);
  const panel = await openPanel(page, share.label);
  await panel.getByRole('button', { name: share.copy }).click();
  await expect(panel.getByRole('status')).toHaveText(share.copyFailed);
  const field = panel.getByRole('textbox', { name: share.address });
  expect(await field.evaluate((input) => (input instanceof HTMLInputElement ? input.value.slice(input.selectionStart ?? 0, input.selectionEnd ?? 0) : ''))).toBe(`${baseURL ?? ''}${path}`);
});

test('the device’s own sheet is offered where there is one, with this page in it', async ({ page, baseURL }) => {
  const { share } = words('zh-hans');
  const path = articlePath('zh-hans', articles.everything);
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'share', { configurable: true, value: (data: unknown) => Promise.resolve(Object.assign(window, { shared: data })) });
  });
  await page.goto(path);
  await (await openPanel(page, share.label)).getByRole('button', { name: share.device }).click();
  expect(await page.evaluate(() => ('shared' in window ? window.shared : undefined))).toMatchObject({ url: `${baseURL ?? ''}${path}`, title: '范例湖步道本周全线开放' });
});

test('close window is offered only where the browser allows it, and then closes', async ({ page, context, quiet }) => {
  const { tools } = words('zh-hans');
  await page.goto('/zh-hans');
  await page.goto(articlePath('zh-hans', articles.everything));
  await expect(page.getByRole('button', { name: tools.print })).toBeVisible();
  await expect(page.getByRole('button', { name: tools.close })).toBeHidden();
  const opened = context.waitForEvent('page');
  await page.evaluate((path) => void window.open(path), articlePath('zh-hans', articles.everything));
  const popup = await opened;
  quiet.listenTo(popup);
  await popup.waitForLoadState();
  await Promise.all([popup.waitForEvent('close'), popup.getByRole('button', { name: tools.close }).click()]);
});
