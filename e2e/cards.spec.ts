/** The picture of its own that a page names to social networks. */
import { pathOf, type Address } from '@/lib/routes';
import { loadSharp } from '@/lib/sharp';
import { articlePath, articles } from './places';
import { expect, locales, test } from './reader';

const sharp = loadSharp();

for (const locale of locales) {
  test(`articles, issues and the front page name a card in the language of their words: ${locale}`, async ({ page, request, baseURL }) => {
    const issue: Address = { kind: 'issue', locale, periodical: 'zhoukan', issue: '2025-03-14' };
    const fallback = locale === 'en' || locale === 'ja' ? 'zh-hans' : locale;
    const cards = [
      [pathOf({ kind: 'front', locale }), `/${locale}`],
      [pathOf(issue), pathOf(issue)],
      [articlePath(locale, articles.everything), articlePath(locale, articles.everything)],
      [articlePath(locale, articles.untranslated), articlePath(fallback, articles.untranslated)],
    ];
    for (const [path = '', words = ''] of cards) {
      await page.goto(path);
      const image = page.locator('meta[property="og:image"]');
      await expect(image).toHaveCount(1);
      await expect(image).toHaveAttribute('content', `${baseURL ?? ''}${words}/card.png`);
      await expect(page.locator('meta[name="twitter:card"]')).toHaveAttribute('content', 'summary_large_image');
      const answer = await request.get(`${words}/card.png`);
      const { format, width, height } = await sharp(await answer.body()).metadata();
      expect([answer.status(), answer.headers()['content-type'], format, width, height], path).toEqual([200, 'image/png', 'png', 1200, 630]);
      expect((await request.get(`${words}/card.png`, { headers: { 'if-none-match': answer.headers()['etag'] ?? '' } })).status()).toBe(304);
    }
    await page.goto(articlePath(locale, articles.withdrawn));
    await expect(page.locator('meta[property="og:image"]')).toHaveCount(0);
    for (const place of [articles.withdrawn, articles.draft, articles.scheduled]) expect((await request.get(`${articlePath('zh-hans', place)}/card.png`)).status()).toBe(404);
  });
}

test('a tab without a page has the portal’s icon', async ({ request }) => {
  const answer = await request.get('/favicon.ico', { maxRedirects: 0 });
  expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'image/x-icon']);
  const icon = await answer.body();
  const count = icon.readUInt16LE(4);
  expect([icon.readUInt16LE(0), icon.readUInt16LE(2), count]).toEqual([0, 1, 3]);
  for (let place = 0; place < count; place++) {
    const [side, length, start] = [icon.readUInt8(6 + 16 * place), icon.readUInt32LE(14 + 16 * place), icon.readUInt32LE(18 + 16 * place)];
    const { width, height } = await sharp(icon.subarray(start, start + length)).metadata();
    expect([width, height]).toEqual([side, side]);
  }
});
