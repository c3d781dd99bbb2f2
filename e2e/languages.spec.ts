/** Languages: which of them the front door opens, what a translation says of itself, and what is never claimed. That every page leads to itself in the others is seen in head.spec. */
import { localeFacts } from '@/lib/locale/locales';
import { pathOf } from '@/lib/routes';
import { articlePath, articles, type ArticlePlace } from './places';
import { expect, locales, test, words, type Locale, type Locator } from './reader';

test('the front door knows the reader’s language, and says which header it went by', async ({ request, baseURL }) => {
  const wishes: readonly (readonly [string | undefined, Locale])[] = [
    ['en-US,en;q=0.9', 'en'],
    ['ja', 'ja'],
    ['zh-TW,zh;q=0.9,en;q=0.8', 'zh-hant'],
    ['zh-CN,zh;q=0.9', 'zh-hans'],
    ['fr-FR, ja;q=0.5, en;q=0.7', 'en'],
    ['en;q=0, ja;q=0.1', 'ja'],
    ['xx', 'zh-hans'],
    ['', 'zh-hans'],
  ];
  for (const [header, locale] of wishes) {
    const answer = await request.get('/', { headers: { 'Accept-Language': header ?? '' }, maxRedirects: 0 });
    expect.soft([answer.status(), new URL(answer.headers()['location'] ?? '', baseURL).pathname], header).toEqual([expect.any(Number), `/${locale}`]);
    expect.soft([302, 303, 307], header).toContain(answer.status());
    expect.soft(answer.headers()['vary'] ?? '', header).toMatch(/accept-language/i);
  }
});

test('hreflang claims only what exists, the same on each page that claims', async ({ page, baseURL }) => {
  const claims = async (path: string): Promise<{ canonical: string | null; languages: Record<string, string> }> => {
    await page.goto(path);
    const links = await page.locator('link[rel="alternate"][hreflang]').all();
    const languages: Record<string, string> = {};
    for (const link of links) languages[(await link.getAttribute('hreflang')) ?? ''] = (await link.getAttribute('href')) ?? '';
    return { canonical: await page.locator('link[rel="canonical"]').getAttribute('href'), languages };
  };
  const web = (path: string): string => `${baseURL ?? ''}${path}`;
  const claimOf = (tongues: readonly Locale[], place: ArticlePlace): Record<string, string> =>
    Object.fromEntries([...tongues.map((locale) => [localeFacts[locale].tag, web(articlePath(locale, place))] as const), ['x-default', web(articlePath('zh-hans', place))] as const]);
  const all = claimOf(locales, articles.everything);
  for (const locale of locales) {
    const path = articlePath(locale, articles.everything);
    expect(await claims(path)).toEqual({ canonical: web(path), languages: all });
  }
  const chinese = claimOf(['zh-hans', 'zh-hant'], articles.untranslated);
  for (const locale of ['zh-hans', 'zh-hant'] as const) {
    const path = articlePath(locale, articles.untranslated);
    expect(await claims(path)).toEqual({ canonical: web(path), languages: chinese });
  }
  for (const locale of ['en', 'ja'] as const) {
    expect(await claims(articlePath(locale, articles.untranslated))).toEqual({ canonical: web(articlePath('zh-hans', articles.untranslated)), languages: {} });
  }
});

test('an article without translation says so in the reader’s language and shows the Original, each part in its own lang', async ({ page }) => {
  for (const locale of ['en', 'ja'] as const) {
    await page.goto(articlePath(locale, articles.untranslated));
    const article = page.getByRole('main').getByRole('article').first();
    await expect(article).toContainText(words(locale).translation.fallback);
    const headline = article.getByRole('heading', { level: 1 });
    await expect(headline).toHaveText('步道数字一览：表格、注释与小标题');
    expect(await languageOf(headline)).toBe('zh-Hans');
    expect(await languageOf(article.getByText('以上数字由示例园区统计小组提供'))).toBe('zh-Hans');
    expect(await languageOf(article.getByText(words(locale).translation.fallback))).toBe(localeFacts[locale].tag);
    await article.getByRole('link', { name: words(locale).translation.original }).click();
    await expect(page).toHaveURL(articlePath('zh-hans', articles.untranslated));
  }
});

test('a translation says how it came about; the Original and an editor’s own Traditional Chinese say nothing', async ({ page }) => {
  const notices: readonly (readonly [string, Locale, 'unofficial' | 'machine' | 'converted' | undefined])[] = [
    [articlePath('en', articles.everything), 'en', 'unofficial'],
    [articlePath('ja', articles.everything), 'ja', 'machine'],
    [articlePath('zh-hant', articles.everything), 'zh-hant', 'converted'],
    [articlePath('zh-hans', articles.everything), 'zh-hans', undefined],
    [articlePath('zh-hant', articles.override), 'zh-hant', undefined],
    [articlePath('en', articles.least), 'en', undefined],
    [pathOf({ kind: 'page', locale: 'ja', slug: 'about' }), 'ja', 'machine'],
    [pathOf({ kind: 'page', locale: 'en', slug: 'accessibility' }), 'en', undefined],
  ];
  for (const [path, locale, kind] of notices) {
    await page.goto(path);
    const { unofficial, machine, converted } = words(locale).translation;
    for (const [each, text] of Object.entries({ unofficial, machine, converted })) {
      await expect.soft(page.getByText(text), `${path}: ${each}`).toHaveCount(each === kind ? 1 : 0);
    }
  }
});

test('Traditional Chinese is made character by character, protected words and quotes safe; an editor’s file wins', async ({ page }) => {
  await page.goto(articlePath('zh-hant', articles.traditional));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('皇后在后园里曬頭髮');
  const text = page.getByRole('main').getByRole('article').first();
  await expect(text).toContainText('發現麵條只剩一公里長的三分之一');
  await expect(text).toContainText('她說：“裡面的人都說‘沒有關係’。”鐘錶匠複述了一遍，臺下的複雜表情');
  await page.goto(articlePath('zh-hant', articles.override));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('新年寄語讀者');
  await expect(page.getByText('新歲吉祥')).toBeVisible();
});

test('names are words: a translation maps them, and what it does not map stays as it is', async ({ page }) => {
  await page.goto(articlePath('en', articles.everything));
  const article = page.getByRole('main').getByRole('article').first();
  for (const name of ['Li Xiaowen', 'Somebody A', 'Example Park Office', 'Example Daily']) await expect(article).toContainText(name);
  await expect(article).not.toContainText('例小文');
  await page.goto(articlePath('ja', articles.everything));
  await expect(article).toContainText('『示例日報』');
});

async function languageOf(place: Locator): Promise<string | undefined> {
  return place.first().evaluate((element) => element.closest('[lang]')?.getAttribute('lang') ?? undefined);
}
