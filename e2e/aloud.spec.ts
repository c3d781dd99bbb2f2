/** Reading aloud, with a voice that writes down what it is asked to say: browsers under test have none of their own. */
import { articlePath, articles } from './places';
import { expect, locales, test, words, type Locale, type Page } from './reader';
import { giveVoice, type Said } from './voice';

async function said(page: Page): Promise<readonly Said[]> {
  return page.evaluate(() => (window.speechSynthesis as unknown as { said: Said[] }).said);
}

async function finish(page: Page): Promise<void> {
  await page.evaluate(() => (window.speechSynthesis as unknown as { finish(): void }).finish());
}

const marked = (page: Page): Promise<string> => page.evaluate(() => Array.from(CSS.highlights.get('aloud') ?? [], (range) => (range instanceof Range ? range.toString() : '')).join(''));
const bar = (page: Page, locale: Locale) => page.getByRole('region', { name: words(locale).aloud.label });
const listen = (page: Page, locale: Locale): Promise<void> => page.getByRole('button', { name: words(locale).tools.aloud, exact: true }).click();

test('the whole article is read in its own language, headline first, and then the bar goes', async ({ page }) => {
  for (const [locale, tag] of [['zh-hans', 'zh-CN'], ['zh-hant', 'zh-TW'], ['en', 'en-GB'], ['ja', 'ja-JP']] as const) {
    await giveVoice(page, ['de-DE', 'zh-CN', 'zh-TW', 'en-GB', 'ja-JP'], 'ready');
    await page.goto(articlePath(locale, articles.everything));
    const title = await page.getByRole('heading', { level: 1 }).innerText();
    await listen(page, locale);
    await expect(bar(page, locale)).toBeVisible();
    await expect(bar(page, locale)).toHaveCount(0, { timeout: 20_000 });
    const pieces = await said(page);
    // A word in another language is read by that language's voice.
    expect(pieces.filter(({ lang }) => lang !== tag).length).toBeLessThan(pieces.length / 5);
    expect(pieces[0]?.lang).toBe(tag);
    const spoken = pieces.map(({ text }) => text).join('').replaceAll(/\s/g, '');
    expect(spoken.startsWith(title.replaceAll(/\s/g, ''))).toBe(true);
    for (const paragraph of await page.locator('.prose > p').allInnerTexts()) expect(spoken).toContain(paragraph.replaceAll(/\[\d+\]|\s/g, '').slice(0, 30));
    // No piece is longer than a browser speaks in one breath.
    expect(Math.max(...pieces.map(({ text }) => text.length))).toBeLessThan(locale === 'en' ? 260 : 110);
    await expect(page.getByRole('button', { name: words(locale).tools.aloud, exact: true })).toBeFocused();
  }
});

test('the piece that is read is marked; pause, paragraphs, speed and stop do what they say', async ({ page }) => {
  const { aloud } = words('zh-hans');
  await giveVoice(page, ['zh-CN'], 'waiting');
  await page.goto(articlePath('zh-hans', articles.everything));
  await listen(page, 'zh-hans');
  const press = (name: string): Promise<void> => bar(page, 'zh-hans').getByRole('button', { name, exact: true }).click();
  await expect.poll(async () => (await said(page)).length).toBe(1);
  expect(await marked(page)).toBe((await said(page))[0]?.text);
  await finish(page);
  const second = (await said(page)).at(-1)?.text ?? '';
  await expect.poll(() => marked(page)).toContain(second);
  await press(aloud.pause);
  await finish(page);
  expect((await said(page)).length).toBe(2);
  await press(aloud.resume);
  expect((await said(page)).at(-1)?.text).toBe(second);
  await press(aloud.next);
  const third = (await said(page)).at(-1)?.text ?? '';
  expect(third).not.toBe(second);
  await press(aloud.previous);
  expect((await said(page)).at(-1)?.text).toBe(second);
  await bar(page, 'zh-hans').getByRole('combobox', { name: aloud.rate }).selectOption('1.5');
  expect((await said(page)).at(-1)).toMatchObject({ text: second, rate: 1.5 });
  await press(aloud.stop);
  await expect(bar(page, 'zh-hans')).toHaveCount(0);
  expect(await marked(page)).toBe('');
  await page.keyboard.press('r');
  await expect.poll(async () => (await said(page)).at(-1)?.rate).toBe(1.5);
});

test('a voice that falls silent without a word is given up, and the next piece is read', async ({ page }) => {
  await page.clock.install();
  await giveVoice(page, ['en-US'], 'mute');
  await page.goto(articlePath('en', articles.everything));
  await listen(page, 'en');
  await expect.poll(async () => (await said(page)).length).toBe(1);
  await page.clock.runFor(60_000);
  await expect.poll(async () => (await said(page)).length).toBeGreaterThan(1);
});

test('a reader whose device has no voice for the language is told so; one whose browser cannot speak sees no button', async ({ page }) => {
  for (const locale of locales) {
    await giveVoice(page, ['de-DE'], 'waiting');
    await page.goto(articlePath(locale, articles.everything));
    await listen(page, locale);
    await expect(bar(page, locale).getByRole('status')).toHaveText(words(locale).aloud.noVoice);
    expect(await said(page)).toEqual([]);
  }
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'speechSynthesis');
  });
  await page.goto(articlePath('en', articles.everything));
  await expect(page.getByRole('button', { name: words('en').tools.print })).toBeVisible();
  await expect(page.getByRole('button', { name: words('en').tools.aloud, exact: true })).toBeHidden();
});
