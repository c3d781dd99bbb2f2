/** The reader's script where a browser is in its way: storage or clipboard denied, a share sheet that fails, a window that stays open. */
import { articlePath, articles } from './places';
import { expect, test, words, type Page } from './reader';

const path = articlePath('en', articles.everything);
const elsewhere = articlePath('ja', articles.everything);
const { tools, share } = words('en');

const toggle = (page: Page) => page.locator('summary').filter({ hasText: share.label });
const panel = (page: Page) => page.locator('details').filter({ has: toggle(page) });
const closeButton = (page: Page) => page.getByRole('button', { name: tools.close });
const said = (page: Page, sentence: string) => page.getByRole('status').filter({ hasText: sentence });

/** Presses the button and waits for the end of the page, which may come before the press is reported. */
async function closeBy(page: Page): Promise<void> {
  const closed = page.waitForEvent('close');
  const pressed = closeButton(page)
    .click()
    .catch((error: unknown) => {
      if (!page.isClosed()) throw error;
    });
  await Promise.all([closed, pressed]);
}

test('where storage is denied, the chosen size holds for the page', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await page.goto(path);
  await page.getByRole('button', { name: tools.textSizes['4'], exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-text-size', '4');
  await expect(page.getByRole('button', { name: tools.textSizes['4'], pressed: true })).toBeVisible();
});

test('a remembered word that is no size is the usual size, also when another tab writes it', async ({ page, context, quiet }) => {
  await page.goto(path);
  await page.getByRole('button', { name: tools.textSizes['3'], exact: true }).click();
  const other = await context.newPage();
  quiet.listenTo(other);
  await other.goto(path);
  await other.evaluate(() => localStorage.setItem('text-size', 'huge'));
  await expect(page.locator('html')).toHaveAttribute('data-text-size', '1');
  await other.reload();
  await expect(other.getByRole('button', { name: tools.textSizes['1'], pressed: true })).toBeVisible();
});

test('on plain http, where there is no clipboard, the address is copied all the same', async ({ page, context, baseURL }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await page.goto(path);
  await toggle(page).click();
  await page.getByRole('button', { name: share.copy }).click();
  await expect(said(page, share.copied)).toBeVisible();
  await expect(page.getByRole('button', { name: share.copy })).toBeFocused();
  // The reader pastes it somewhere.
  await page.evaluate(() => document.querySelector('main')?.append(document.createElement('textarea')));
  await page.locator('main textarea').focus();
  await page.keyboard.press('ControlOrMeta+v');
  await expect(page.locator('main textarea')).toHaveValue(`${baseURL ?? ''}${path}`);
});

test('no share sheet, no button; a sheet the reader closes is silent; one that fails is not', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'share'));
  await page.goto(path);
  await toggle(page).click();
  await expect(page.getByRole('button', { name: share.copy })).toBeVisible();
  await expect(page.getByRole('button', { name: share.device })).toBeHidden();

  await page.addInitScript(() =>
    Object.defineProperty(Navigator.prototype, 'share', {
      configurable: true,
      value: () => Promise.reject(new DOMException('', document.documentElement.dataset['refusal'] ?? 'AbortError')),
    }),
  );
  await page.goto(path);
  await toggle(page).click();
  await page.getByRole('button', { name: share.device }).click();
  // Longer than an announcement takes.
  await page.waitForTimeout(300);
  await expect(said(page, share.deviceFailed)).toHaveCount(0);
  await page.locator('html').evaluate((html) => html.setAttribute('data-refusal', 'NotAllowedError'));
  await page.getByRole('button', { name: share.device }).click();
  await expect(said(page, share.deviceFailed)).toBeVisible();
});

test('a press elsewhere and moving on close the share panel; a press inside does not', async ({ page }) => {
  await page.goto(path);
  await toggle(page).click();
  await page.getByText(share.wechatHint).click();
  await expect(panel(page)).toHaveAttribute('open');
  await page.getByRole('heading', { level: 1 }).click();
  await expect(panel(page)).not.toHaveAttribute('open');

  await toggle(page).click();
  await page.getByRole('textbox', { name: share.address }).focus();
  for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('Tab');
  await expect(panel(page)).not.toHaveAttribute('open');
});

test('a window that content opened closes, also after reading on in it', async ({ page, quiet }) => {
  await page.goto(path);
  const opened = page.waitForEvent('popup');
  await page.evaluate((address) => void window.open(address), path);
  const popup = await opened;
  quiet.listenTo(popup);
  await popup.goto(elsewhere);
  await popup.goto(path);
  await closeBy(popup);
});

test('a new tab may be closed until the reader goes on in it; one that stays open says so', async ({ page, context, quiet }) => {
  await page.goto(path);
  const open = async (): Promise<Page> => {
    const opened = context.waitForEvent('page');
    await page.evaluate((address) => void window.open(address, '_blank', 'noopener'), path);
    const tab = await opened;
    quiet.listenTo(tab);
    await tab.waitForLoadState();
    return tab;
  };
  const first = await open();
  await closeBy(first);

  const second = await open();
  await expect(closeButton(second)).toBeVisible();
  await second.evaluate(() => (location.hash = 'content'));
  await expect(closeButton(second)).toBeHidden();

  const third = await open();
  await third.evaluate(() => Object.defineProperty(window, 'close', { value: () => undefined }));
  await closeButton(third).click();
  await expect(said(third, tools.closeFailed)).toBeVisible();
  await expect(closeButton(third)).toBeHidden();
});

test('a print carries its date in the language of the page', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2031-05-02T01:30:00Z'));
  for (const [locale, date] of [['en', 'May 2, 2031 at 9:30'], ['ja', '2031年5月2日 9:30'], ['zh-hans', '2031年5月2日 09:30'], ['zh-hant', '2031年5月2日 上午9:30']] as const) {
    await page.goto(articlePath(locale, articles.everything));
    await expect(page.locator('[data-print-date]')).toBeEmpty();
    await page.pdf();
    await expect(page.locator('[data-print-date]')).toContainText(date);
  }
});
