/** Paper that can be asked: its short address and code lead to a page that says whether the copy still holds. */
import fs from 'node:fs/promises';
import path from 'node:path';
import { sharedPathOf } from '@/lib/routes';
import { shortCodeOf } from '@/lib/short-code';
import { readPaper, squeeze } from './paper';
import { articlePath, articles, type ArticlePlace } from './places';
import { openPortal } from './portal';
import { expect, locales, test, words, type Locale } from './reader';
import { decodePixels } from './scan';

function copyPath(locale: Locale, place: ArticlePlace): string {
  return `/${locale}/s/${shortCodeOf(place)}`;
}

for (const locale of locales) {
  test(`the page says what became of the article, in the reader's language: ${locale}`, async ({ page }) => {
    const { copy, correction, withdrawal } = words(locale);
    const states = [
      { place: articles.everything, says: copy.corrected },
      { place: articles.withdrawn, says: copy.withdrawn },
      { place: articles.least, says: copy.current },
    ];
    for (const { place, says } of states) {
      await page.goto(articlePath(locale, place));
      const headline = await page.getByRole('main').getByRole('heading', { level: 1 }).innerText();
      const corrections = await page.locator('.corrections li').allInnerTexts();
      await page.goto(copyPath(locale, place));
      const main = page.getByRole('main');
      await expect(main.getByRole('heading', { level: 1 })).toHaveText(headline);
      await expect(main.locator('strong')).toHaveText(says);
      // The article is the one to find; once it is withdrawn, nothing is.
      expect(await page.locator('link[rel=canonical]').getAttribute('href')).toMatch(new RegExp(`${sharedPathOf({ kind: 'article', locale, ...place })}$`));
      await expect(page.locator('meta[name=robots]')).toHaveCount(place === articles.withdrawn ? 1 : 0);
      await expect(page.locator('link[hreflang]')).toHaveCount(0);
      // Each correction as the article has it: the day, what was wrong, what is right.
      expect(await page.locator('.corrections li').allInnerTexts()).toEqual(corrections);
      await expect(main.getByRole('heading', { name: correction.title, exact: true })).toHaveCount(place === articles.everything ? 1 : 0);
      await expect(main.getByRole('heading', { name: withdrawal.title })).toHaveCount(place === articles.withdrawn ? 1 : 0);
      await expect(main.getByRole('link', { name: copy.read })).toHaveAttribute('href', articlePath(locale, place));
    }
  });

  test(`paper carries the address and a code that scans to it: ${locale}`, async ({ page, baseURL, request }) => {
    await page.goto(articlePath(locale, articles.everything));
    const short = `${baseURL ?? ''}/s/${shortCodeOf(articles.everything)}`;
    await expect(page.getByRole('link', { name: short })).toBeVisible();
    const { sheets } = await readPaper(await page.pdf({ format: 'A4', preferCSSPageSize: true }));
    expect(sheets[0]?.text).toContain(squeeze(`${words(locale).print.check}${words(locale).joint.colon}${short}`));
    await page.emulateMedia({ media: 'print' });
    const code = page.locator('.print-imprint img');
    await expect(code).toBeVisible();
    await expect.poll(async () => decodePixels(await code.screenshot({ scale: 'device' })).catch(String)).toBe(short);
    const answer = await request.get(short, { headers: { 'accept-language': locale }, maxRedirects: 0 });
    expect([answer.status(), answer.headers()['location'], answer.headers()['vary']]).toEqual([302, copyPath(locale, articles.everything), 'Accept-Language']);
  });
}

test('a code is read as people type it, and no other leads anywhere', async ({ request }) => {
  const code = shortCodeOf(articles.least);
  const typed = [code.toUpperCase(), `${code.slice(0, 4)}-${code.slice(4)}`, `${code}/`, `${code}?from=paper`];
  for (const text of typed) {
    const answer = await request.get(`/s/${text}`, { headers: { 'accept-language': 'ja' }, maxRedirects: 0 });
    expect([answer.status(), answer.headers()['location']], text).toEqual([302, `/ja/s/${code}`]);
  }
  const others = ['/s/', '/s', '/s/aeiou111', '/s/22222222', `/s/${code}2`, `/zh-hans/s/${code.toUpperCase()}`, '/zh-hans/s/22222222', '/zh-hans/s', '/s/22222222/qr.svg'];
  for (const other of others) expect((await request.get(other)).status(), other).toBe(404);
  for (const place of [articles.draft, articles.scheduled]) expect((await request.get(copyPath('en', place))).status()).toBe(404);
});

test('a reader who scans asks for the code of the paper only when printing', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(articlePath('zh-hans', articles.everything));
  await page.waitForLoadState('networkidle');
  expect(asked.filter((path) => path.endsWith('/qr.svg'))).toEqual([]);
});

test('two articles with one code share a page that leads to both', async ({ browser }) => {
  // Found by reckoning the codes of half a million names.
  const [one, another] = ['note-12957', 'note-392901'];
  const portal = await openPortal('e2e/content');
  try {
    for (const slug of [one, another]) {
      await fs.writeFile(path.join(portal.content, `news/periodicals/zhoukan/2025-03-14/${slug}.md`), `---\ntitle: 通知${slug}\npublished: 2025-03-14 08:00\ncolumn: 公告\n---\n\n正文。\n`);
    }
    const address = `${portal.origin}/zh-hans/s/${shortCodeOf({ ...articles.everything, slug: one })}`;
    await expect.poll(async () => (await (await fetch(address)).text()).includes(another)).toBe(true);
    const page = await browser.newPage();
    await page.goto(address);
    for (const slug of [one, another]) await expect(page.getByRole('main').getByRole('link', { name: `通知${slug}` })).toHaveAttribute('href', articlePath('zh-hans', { ...articles.everything, slug }));
  } finally {
    await portal.stop();
  }
});
