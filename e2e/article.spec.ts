/** What an article page shows: everything the editors gave, in the reader's language, and nothing that they did not give. */
import { pathOf } from '@/lib/routes';
import { articlePath, articles } from './places';
import { expect, test, words, type Locator, type Page } from './reader';

function articleOn(page: Page): Locator {
  return page.getByRole('main').getByRole('article').first();
}

test('an article with every field shows every field', async ({ page }) => {
  await page.goto(articlePath('zh-hans', articles.everything));
  const article = articleOn(page);
  const { article: labels, tools, share } = words('zh-hans');
  await expect(page.getByRole('link', { name: '返回管理处首页' })).toHaveAttribute('href', 'https://example.com/');
  await expect(article.getByText('示例园区一周纪事', { exact: true })).toBeVisible();
  await expect(article.getByRole('heading', { level: 1 })).toHaveText('范例湖步道本周全线开放');
  await expect(article.locator('time').first()).toHaveAttribute('datetime', '2025-03-14T10:20:00+08:00');
  await expect(article.locator('time').first()).toHaveText('2025-03-14 10:20');
  await expect(article.getByRole('term').filter({ hasText: labels.time })).toBeVisible();
  await expect(article.getByRole('link', { name: '示例园区管理处', exact: true })).toHaveAttribute('href', 'https://example.com/news/1');
  await expect(article.getByRole('definition').filter({ hasText: '例小文、某甲' })).toBeVisible();
  await expect(article.getByText('《示例日报》2025年03月14日B01版')).toBeVisible();
  for (const heading of ['怎样到达', '还有什么没有完成']) await expect(article.getByRole('heading', { level: 2, name: heading })).toBeVisible();
  await expect(article.getByText('“每三百米坐一坐”')).toHaveCSS('font-weight', '700');
  await expect(article.locator('del')).toHaveText('原定的游船码头');
  await expect(article.locator('blockquote')).toHaveText(/路修好以后/);
  await expect(article.getByRole('listitem').filter({ hasText: '北侧小门' })).toBeVisible();
  await expect(article.getByRole('group', { name: tools.textSize })).toBeVisible();
  for (const name of [tools.print]) await expect(article.getByRole('button', { name })).toBeVisible();
  await expect(article.getByText(share.label, { exact: true }).first()).toBeVisible();
  await expect(article.getByRole('term').filter({ hasText: labels.views })).toBeVisible();
  await expect(article.locator('[data-views-number]')).toHaveText(/^[1-9]/);
});

test('figures stand where the editors put them, with caption and credit, and once', async ({ page }) => {
  await page.goto(articlePath('zh-hans', articles.everything));
  const article = articleOn(page);
  const bench = article.getByRole('figure').filter({ hasText: '四十张长椅中的一张' });
  await expect(bench).toHaveCount(1);
  await expect(bench).toContainText('例小文');
  await expect(bench.getByRole('img', { name: '步道旁的一张长椅' })).toBeVisible();
  const route = article.getByRole('figure').filter({ hasText: '步道走向' });
  await expect(route).toHaveCount(1);
  const order = await article.evaluate((element) => {
    const text = element.textContent;
    return ['每三百米', '四十张长椅中的一张', '怎样到达', '仍有七只水鸟', '步道走向'].map((words) => text.indexOf(words));
  });
  expect(order).toEqual([...order].sort((a, b) => a - b));
  expect(order).not.toContain(-1);
  await page.goto(articlePath('en', articles.everything));
  await expect(articleOn(page).getByRole('img', { name: 'A bench beside the path' })).toBeVisible();
  await expect(articleOn(page).getByRole('img', { name: 'Sketch of the path from the east gate to the west gate' })).toBeVisible();
});

test('pictures below the text are not fetched before it, and those that may be printed at once do not wait for a reader', async ({ request }) => {
  const picturesOf = async (path: string): Promise<{ readonly isAhead: boolean; readonly ways: readonly (string | undefined)[] }> => {
    const html = await (await request.get(path)).text();
    const images = [...html.matchAll(/<img\s[^>]*srcset="[^>]*>/gi)].map(([tag]) => /\s(?:loading|fetchpriority)="(\w+)"/i.exec(tag)?.[1]);
    return { isAhead: /<link[^>]* as="image"/.test(html), ways: images };
  };
  const report = await picturesOf(articlePath('zh-hans', articles.pictures));
  expect(report.isAhead).toBe(false);
  expect(report.ways.filter((way) => way === 'lazy').length).toBeGreaterThan(2);
  expect(report.ways.filter((way) => way !== 'lazy')).toEqual(['low']);
  const { periodical, issue } = articles.pictures;
  for (const path of ['/zh-hans', pathOf({ kind: 'issue', locale: 'zh-hans', periodical, issue })]) {
    const withCover = await picturesOf(path);
    expect(withCover.isAhead, path).toBe(false);
    expect(withCover.ways, path).toContain('low');
  }
  const whole = await picturesOf(pathOf({ kind: 'issue-print', locale: 'zh-hans', periodical, issue }));
  expect(whole.isAhead).toBe(false);
  expect(whole.ways.filter((way) => way === 'low').length).toBeGreaterThan(4);
  expect(whole.ways).not.toContain(undefined);
});

test('corrections are open: the day, the wrong words, the right words, in the language of the text', async ({ page }) => {
  await page.goto(articlePath('zh-hans', articles.everything));
  const corrections = page.getByRole('region', { name: words('zh-hans').correction.title });
  await expect(corrections.getByRole('listitem')).toHaveCount(2);
  await expect(corrections.getByRole('listitem').nth(0)).toContainText('2025年3月15日');
  await expect(corrections.getByRole('listitem').nth(0)).toContainText('“全长三十公里”应为“全长三公里”');
  await page.goto(articlePath('en', articles.everything));
  await expect(page.getByRole('region', { name: words('en').correction.title }).getByRole('listitem').nth(1)).toContainText('“five places to drink” should read “six places to drink”');
});

test('a withdrawn article keeps its address, says why, shows none of its text and is in no list', async ({ page }) => {
  for (const locale of ['zh-hans', 'zh-hant', 'en', 'ja'] as const) {
    await page.goto(articlePath(locale, articles.withdrawn));
    const notice = page.getByRole('region', { name: words(locale).withdrawal.title });
    await expect(notice).toBeVisible();
    await expect(notice.locator('time')).toHaveAttribute('datetime', '2025-01-02');
    await expect(page.locator('body')).not.toContainText(/撤稿标记|撤稿標記|Withdrawn marker/);
    await page.goto(pathOf({ kind: 'issue', locale, periodical: 'zhoukan', issue: '2024-12-27' }));
    await expect(page.locator(`a[href="${articlePath(locale, articles.withdrawn)}"]`)).toHaveCount(0);
    await expect(page.locator(`a[href="${articlePath(locale, { ...articles.withdrawn, slug: 'year-end-list' })}"]`)).not.toHaveCount(0);
  }
  await page.goto(articlePath('en', articles.withdrawn));
  await expect(page.getByRole('region', { name: words('en').withdrawal.title })).toContainText('The same birds had been counted twice');
});

test('an article with nothing but the necessary shows nothing else', async ({ page }) => {
  await page.goto(articlePath('zh-hans', articles.least));
  const article = articleOn(page);
  await expect(article.getByRole('heading', { level: 1 })).toHaveText('湖边只添了一张长椅');
  await expect(article.getByRole('term').and(page.locator(':visible'))).toHaveText([/^时间/, /^浏览量/]);
  await expect(article.getByRole('figure').filter({ has: page.locator('img[src^="/media/"]') })).toHaveCount(0);
  await expect(article.getByRole('region')).toHaveCount(0);
  await expect(page.getByRole('navigation', { name: words('zh-hans').article.neighbours })).toHaveCount(0);
  await expect(page.locator('body')).not.toContainText(/undefined|null|NaN|\[object/);
});

test('previous and next follow the issue and never leave it', async ({ page }) => {
  await page.goto(articlePath('zh-hans', articles.everything));
  const turn = page.getByRole('navigation', { name: words('zh-hans').article.neighbours });
  const seen: string[] = [];
  for (;;) {
    seen.push(new URL(page.url()).pathname.split('/').at(-1) ?? '');
    const next = turn.getByRole('link', { name: words('zh-hans').article.next });
    if ((await next.count()) === 0 || seen.length > 20) break;
    const way = (await next.getAttribute('href')) ?? '';
    expect(way).toContain('/zhoukan/2025-03-14/');
    await next.click();
    await page.waitForURL((url) => url.pathname === way);
  }
  // Column by column as in the periodical's index.md, within a column by order.
  expect(seen).toEqual(['lake-path', 'tables-and-notes', 'long-headline', 'pictures', 'about-script-tags']);
  await turn.getByRole('link', { name: words('zh-hans').article.previous }).click();
  await page.waitForURL(/\/pictures$/);
});

test('tables, footnotes, headings, lists and code come out as such', async ({ page }) => {
  await page.goto(articlePath('zh-hans', articles.untranslated));
  const article = articleOn(page);
  const table = article.getByRole('table');
  await expect(table.getByRole('columnheader')).toHaveCount(8);
  await expect(table.getByRole('row')).toHaveCount(5);
  await expect(article.getByRole('heading', { level: 3, name: '西段' })).toBeVisible();
  await expect(article.getByRole('heading', { level: 3, name: '说明' })).toBeVisible();
  await expect(article.locator('code').filter({ hasText: '完成率 = 完成 ÷ 计划' })).toBeVisible();
  await expect(article.locator('li li').filter({ hasText: '栈道宽二米四' })).toBeVisible();
  const note = article.getByRole('link', { name: '1', exact: true }).first();
  await note.click();
  await expect(page).toHaveURL(/#/);
  await expect(article.locator(':target')).toContainText('步道数字手册');
});

test('an article that talks about scripts shows its words and runs none', async ({ page }) => {
  let isDialog = false;
  page.on('dialog', (dialog) => {
    isDialog = true;
    void dialog.dismiss();
  });
  for (const locale of ['zh-hans', 'en'] as const) {
    await page.goto(articlePath(locale, articles.scripts));
    const article = articleOn(page);
    await expect(article.getByRole('heading', { level: 1 })).toContainText('<script>');
    await expect(article.getByRole('heading', { level: 1 })).toContainText('</script>');
    await expect(article.locator('pre')).toContainText('<script src="/_next/static/chunks/main-app.js" async=""></script>');
    await expect(article.locator('pre')).toContainText('self.__next_f=self.__next_f||[]).push(');
  }
  await page.goto(articlePath('zh-hans', articles.scripts));
  await expect(articleOn(page)).toContainText('不写成代码时，<script>也应当原样显示，</script>也一样。');
  await expect(articleOn(page)).toContainText('这句话之后没有别的了。');
  expect(await page.title()).toContain('<script>');
  expect(isDialog).toBe(false);
});

test('the window’s title reads from the article outwards; description and keywords are the editors’', async ({ page }) => {
  await page.goto(articlePath('en', articles.everything));
  expect(await page.title()).toMatch(/^Specimen Lake path now open all the way round.*Example News Centre/);
  await expect(page.locator('meta[name="Description"]')).toHaveAttribute('content', /All three kilometres/);
  await expect(page.locator('head meta[name="viewport"]')).not.toHaveAttribute('content', /user-scalable|maximum-scale/);
});
