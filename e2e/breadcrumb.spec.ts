/** Where the reader is: the address read aloud, the last part no link, every other part a page. */
import { pathOf, type Address } from '@/lib/routes';
import { articles } from './places';
import { expect, locales, test, words } from './reader';

const { periodical, issue } = articles.everything;
type Named = { readonly address: Address; readonly trail: readonly string[] };

const chinese: readonly Named[] = [
  { address: { kind: 'news', locale: 'zh-hans' }, trail: ['首页', '新闻中心'] },
  { address: { kind: 'periodicals', locale: 'zh-hans' }, trail: ['首页', '新闻中心', '电子期刊'] },
  { address: { kind: 'periodical', locale: 'zh-hans', periodical }, trail: ['首页', '新闻中心', '电子期刊', '示例园区周刊'] },
  { address: { kind: 'year', locale: 'zh-hans', periodical, year: '2025' }, trail: ['首页', '新闻中心', '电子期刊', '示例园区周刊', '2025年'] },
  { address: { kind: 'issue', locale: 'zh-hans', periodical, issue }, trail: ['首页', '新闻中心', '电子期刊', '示例园区周刊', '25年03月14日'] },
  { address: { kind: 'article', locale: 'zh-hans', ...articles.everything }, trail: ['首页', '新闻中心', '电子期刊', '示例园区周刊', '25年03月14日', '今示例'] },
  { address: { kind: 'page', locale: 'zh-hans', slug: 'about' }, trail: ['首页', '关于本站'] },
];

test('each kind of page says where it is', async ({ page }) => {
  for (const { address, trail } of chinese) {
    await page.goto(pathOf(address));
    const breadcrumb = page.getByRole('navigation', { name: words('zh-hans').breadcrumb.label });
    await expect.soft(breadcrumb.getByRole('listitem'), address.kind).toHaveText([...trail]);
    await expect.soft(breadcrumb.getByRole('link'), address.kind).toHaveCount(trail.length - 1);
    await expect.soft(breadcrumb.locator('[aria-current="page"]'), address.kind).toHaveText(trail.at(-1) ?? '');
  }
  await page.goto('/zh-hans');
  await expect(page.getByRole('navigation', { name: words('zh-hans').breadcrumb.label })).toHaveCount(0);
});

test('every step back from an article is a page of the same language', async ({ page }) => {
  for (const locale of locales) {
    await page.goto(pathOf({ kind: 'article', locale, ...articles.everything }));
    const steps = page.getByRole('navigation', { name: words(locale).breadcrumb.label }).getByRole('link');
    expect(await steps.evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual([
      pathOf({ kind: 'front', locale }),
      pathOf({ kind: 'news', locale }),
      pathOf({ kind: 'periodicals', locale }),
      pathOf({ kind: 'periodical', locale, periodical }),
      pathOf({ kind: 'issue', locale, periodical, issue }),
    ]);
  }
  // Step by step up to the front door, each page's last link but its own.
  for (const level of [5, 4, 3, 2, 1]) {
    const steps = page.getByRole('navigation', { name: words('ja').breadcrumb.label }).getByRole('link');
    await expect(steps).toHaveCount(level);
    const way = (await steps.last().getAttribute('href')) ?? '';
    await steps.last().click();
    await page.waitForURL((url) => url.pathname === way);
  }
  await expect(page).toHaveURL(/\/ja$/);
});
