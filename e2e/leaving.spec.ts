/** Leaving the site: a stranger's site is named and asked about first; ours, friends' and the government's are not. */
import { articlePath, articles } from './places';
import { expect, locales, test, words, type Locator, type Page } from './reader';

const stranger = 'https://stranger.example.org/page';

/** A link as an article may hold it. Whether the browser would follow it stands in its title; it never does, for tests stay at home. */
async function openPage(page: Page, locale: (typeof locales)[number], href: string): Promise<Locator> {
  await page.goto(articlePath(locale, articles.least));
  await page.locator('.prose p').first().evaluate((paragraph, address) => {
    const link = document.createElement('a');
    link.href = address;
    link.textContent = 'the way out';
    paragraph.append(link);
    window.addEventListener('click', (event) => {
      if (event.target !== link) return;
      link.title = event.defaultPrevented ? 'held' : 'followed';
      event.preventDefault();
    });
  }, href);
  return page.getByRole('link', { name: 'the way out' });
}

for (const locale of locales) {
  test(`a stranger's site is named and asked about, and the reader may stay: ${locale}`, async ({ page }) => {
    const { leaving } = words(locale);
    const link = await openPage(page, locale, stranger);
    const dialog = page.getByRole('dialog');
    for (const decline of [() => dialog.getByRole('button', { name: leaving.stay }).click(), () => page.keyboard.press('Escape')]) {
      await link.press('Enter');
      await expect(dialog).toHaveAccessibleName(/stranger\.example\.org/);
      await expect(dialog.getByRole('button', { name: leaving.stay })).toBeFocused();
      await expect(dialog.getByRole('button')).toHaveCount(2);
      await decline();
      await expect(dialog).toBeHidden();
      await expect(link).toBeFocused();
      await expect(link).toHaveAttribute('title', 'held');
    }
    await link.click();
    await dialog.getByRole('button', { name: leaving.go }).click();
    await expect(dialog).toBeHidden();
    await expect(link).toHaveAttribute('title', 'followed');
  });
}

const passing = ['https://example.net/friend', 'https://www.example.net/below', 'https://example.com/parent', 'https://www.gov.cn/', '/en', 'mailto:somebody@example.org'];
for (const address of passing) {
  test(`no question before ${address}`, async ({ page }) => {
    const link = await openPage(page, 'zh-hans', address);
    await link.click();
    await expect(link).toHaveAttribute('title', 'followed');
    await expect(page.getByRole('dialog')).toBeHidden();
  });
}

const strangers = ['https://notexample.net/', 'https://example.net.example.org/', 'http://127.0.0.1:1/'];
for (const address of strangers) {
  test(`a question before ${address}`, async ({ page }) => {
    const link = await openPage(page, 'zh-hans', address);
    await link.click();
    await expect(page.getByRole('dialog')).toContainText(new URL(address).host);
    await expect(link).toHaveAttribute('title', 'held');
  });
}

test('a click with a key held down is the browser’s own', async ({ page }) => {
  const link = await openPage(page, 'en', stranger);
  for (const key of ['Control', 'Meta', 'Shift', 'Alt'] as const) {
    await link.evaluate((element) => element.removeAttribute('title'));
    await link.click({ modifiers: [key] });
    await expect(link).toHaveAttribute('title', 'followed');
    await expect(page.getByRole('dialog')).toBeHidden();
  }
});

test('the footer leads to where errors are reported', async ({ page }) => {
  for (const locale of locales) {
    await page.goto(`/${locale}`);
    await expect(page.getByRole('contentinfo').getByRole('link', { name: words(locale).footer.report })).toHaveAttribute('href', 'https://example.com/report');
  }
});

test.describe('Without the script', () => {
  test.use({ javaScriptEnabled: false });
  test('the question is not shown', async ({ page }) => {
    await page.goto('/en');
    await expect(page.locator('dialog')).toBeHidden();
  });
});
