/** Print this page, and close window, which is offered only where the browser lets a page close its window. */
import { articlePath, articles } from './places';
import { expect, test, words, type Page } from './reader';

const path = articlePath('en', articles.everything);
const elsewhere = articlePath('ja', articles.everything);
const { tools } = words('en');
const closeButton = (page: Page) => page.getByRole('button', { name: tools.close });

test('the button prints, and the print carries its date in the language of the page', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(window, 'print', { value: () => document.documentElement.setAttribute('data-printed', '') }));
  await page.clock.setFixedTime(new Date('2031-05-02T01:30:00Z'));
  for (const [locale, date] of [['en', 'May 2, 2031 at 9:30'], ['ja', '2031年5月2日 9:30'], ['zh-hans', '2031年5月2日 09:30'], ['zh-hant', '2031年5月2日 上午9:30']] as const) {
    await page.goto(articlePath(locale, articles.everything));
    await page.getByRole('button', { name: words(locale).tools.print }).click();
    await expect(page.locator('html')).toHaveAttribute('data-printed', '');
    await expect(page.locator('[data-print-date]')).toBeEmpty();
    await page.pdf();
    await expect(page.locator('[data-print-date]')).toContainText(date);
  }
});

test('a window that content opened closes, also after reading on in it', async ({ page, quiet }) => {
  await page.goto(path);
  const opened = page.waitForEvent('popup');
  await page.evaluate((address) => void window.open(address), path);
  const popup = await opened;
  quiet.listenTo(popup);
  await popup.goto(elsewhere);
  await popup.goto(path);
  const closed = popup.waitForEvent('close');
  await closeButton(popup).click();
  await closed;
});

test('a new tab may be closed until the reader goes on in it', async ({ page, context, quiet }) => {
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
  const closed = first.waitForEvent('close');
  await closeButton(first).click();
  await closed;

  const second = await open();
  await expect(closeButton(second)).toBeVisible();
  await second.evaluate(() => (location.hash = 'content'));
  await expect(closeButton(second)).toBeHidden();

  const third = await open();
  await third.evaluate(() => Object.defineProperty(window, 'close', { value: () => undefined }));
  await closeButton(third).click();
  await expect(third.getByRole('status').filter({ hasText: tools.closeFailed })).toBeVisible();
  await expect(closeButton(third)).toBeHidden();
});

test('the reader’s own window, with a way back in it, is not offered to be closed', async ({ page }) => {
  await page.goto(elsewhere);
  await page.goto(path);
  await expect(page.getByRole('button', { name: tools.print })).toBeVisible();
  await expect(closeButton(page)).toBeHidden();
});
