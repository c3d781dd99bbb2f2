/** Search, as a reader does it: with the script and without, in four languages, with whatever is pasted into the box. */
import { articlePath, articles } from './places';
import { expect, locales, test, words } from './reader';

const fill = (template: string, sought: string): string => template.replace('{words}', sought);
// One after the other: the storm of searches is for one test alone.
test.describe.configure({ mode: 'default' });

const searches = { 'zh-hans': '湖边', 'zh-hant': '湖邊', en: 'lakes', ja: '湖' } as const;

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const locale of locales) {
    test(`the box in the page's own language finds articles and marks the words: ${locale}`, async ({ page }) => {
      const { search } = words(locale);
      await page.goto(`/${locale}`);
      await page.getByRole('link', { name: search.title, exact: true }).click();
      await page.getByRole('searchbox', { name: search.box }).fill(searches[locale]);
      await page.getByRole('button', { name: search.title, exact: true }).click();
      await expect(page.getByRole('status')).toHaveText(/\d/);
      await expect(page.locator('mark').first()).toBeVisible();
      await expect(page).toHaveTitle(new RegExp(searches[locale]));
      const links = page.locator('#results li a');
      expect(await links.count()).toBeGreaterThan(0);
      await links.first().click();
      await expect(page.getByRole('article')).toBeVisible();
    });
  }

  test('the front page has the box in its head', async ({ page }) => {
    for (const locale of locales) {
      const { search } = words(locale);
      await page.goto(`/${locale}`);
      const head = page.getByRole('banner');
      await head.getByRole('searchbox', { name: search.box }).fill(searches[locale]);
      await head.getByRole('button', { name: search.title }).click();
      await expect(page.locator('mark').first()).toBeVisible();
      await expect(page).toHaveTitle(new RegExp(searches[locale]));
    }
  });

  test('language links keep what was looked for, Simplified finds what Traditional finds', async ({ page }) => {
    await page.goto(`/zh-hans/search?q=${encodeURIComponent('湖边')}`);
    const count = await page.getByRole('status').innerText();
    await page.getByRole('navigation', { name: words('zh-hans').languages.label }).getByRole('link', { name: '繁體' }).click();
    await expect(page.getByRole('searchbox')).toHaveValue('湖边');
    await expect(page.getByRole('status')).toHaveText(count);
    await page.getByRole('searchbox').fill('湖邊');
    await page.getByRole('searchbox').press('Enter');
    await expect(page.getByRole('status')).toHaveText(count);
  });

  test('filters narrow, and where nothing is found there is a way on', async ({ page }) => {
    const { search } = words('zh-hans');
    await page.goto(`/zh-hans/search?q=${encodeURIComponent('示例')}`);
    const all = await page.getByRole('status').innerText();
    await page.getByLabel(search.year).selectOption('2023');
    await page.getByRole('button', { name: search.title, exact: true }).click();
    await expect(page.getByRole('status')).not.toHaveText(all);
    await page.goto(`/zh-hans/search?q=${encodeURIComponent('示例')}&year=1999`);
    await expect(page.getByRole('status')).toHaveText(fill(search.none, '示例'));
    await page.getByRole('link', { name: search.unfiltered }).click();
    await expect(page.getByRole('status')).toHaveText(all);
    await page.getByRole('link', { name: search.next }).click();
    await expect(page.getByText(/^第 2 页/)).toBeVisible();
    await page.getByRole('link', { name: search.previous }).click();
    await expect(page.getByText(/^第 1 页/)).toBeVisible();
  });
});

test('nothing unpublished is found, in any language', async ({ request }) => {
  for (const marker of ['草稿标记', '定时标记', '撤稿标记', 'Draft marker', 'Scheduled marker', 'Withdrawn marker']) {
    for (const locale of locales) {
      const html = await (await request.get(`/${locale}/search`, { params: { q: `"${marker}"` } })).text();
      expect.soft(html, `${marker} in ${locale}`).toContain(fill(words(locale).search.none, `&quot;${marker}&quot;`));
    }
  }
});

test('a search page carries no script of the framework, is kept by nobody and listed by no robot', async ({ request }) => {
  const answer = await request.get('/zh-hans/search', { params: { q: '示例' } });
  const html = await answer.text();
  expect(answer.status()).toBe(200);
  expect(html.match(/<script[^>]*>/g)?.filter((tag) => !/src="\/assets\/(?:reader|search)-|application\/ld\+json/.test(tag))).toEqual([]);
  expect(html).not.toMatch(/\/_next\/[^"]*\.js/);
  expect(answer.headers()['cache-control']).toBe('private, no-cache');
  expect(html).toMatch(/<meta name="robots" content="noindex/);
  expect(await (await request.get('/zh-hans/search')).text(), 'the form itself can be found').not.toContain('noindex');
});

test('a browser can add the search, from the front page and the search page of every language', async ({ page, request, browser, baseURL }) => {
  // Pages of the portal make no documents of strings.
  const reading = await (await browser.newContext()).newPage();
  for (const locale of locales) {
    for (const path of [`/${locale}`, `/${locale}/search`]) {
      await page.goto(path);
      const link = page.locator('head > link[rel="search"]');
      await expect(link, path).toHaveAttribute('type', 'application/opensearchdescription+xml');
      await expect(link).toHaveAttribute('title', /./);
      await expect(link).toHaveAttribute('href', `/${locale}/opensearch.xml`);
    }
    const answer = await request.get(`/${locale}/opensearch.xml`);
    expect(answer.status()).toBe(200);
    expect(answer.headers()['content-type']).toBe('application/opensearchdescription+xml; charset=utf-8');
    const { name, short, template } = await reading.evaluate((xml) => {
      const description = new DOMParser().parseFromString(xml, 'application/xml');
      const textOf = (tag: string): string => description.getElementsByTagNameNS('http://a9.com/-/spec/opensearch/1.1/', tag)[0]?.textContent ?? '';
      return { name: description.documentElement.localName, short: textOf('ShortName'), template: description.querySelector('Url[rel="results"]')?.getAttribute('template') ?? '' };
    }, await answer.text());
    expect(name).toBe('OpenSearchDescription');
    expect(short).toMatch(/^.{1,16}$/u);
    expect(template.startsWith(`${baseURL}/${locale}/search?`)).toBe(true);
    await page.goto(template.replace('{searchTerms}', encodeURIComponent(searches[locale])));
    await expect(page.getByRole('searchbox')).toHaveValue(searches[locale]);
    await expect(page.locator('mark').first()).toBeVisible();
  }
  await reading.context().close();
  expect(await (await request.get(articlePath('zh-hans', articles.everything))).text()).not.toContain('<link rel="search"');
});

test('whatever is pasted into the box is text', async ({ request }) => {
  const hostile = ['"><script>alert(1)</script>', "' OR 1=1 --", '" NEAR("a" "b", 5) AND NOT title:*', '\u0000\u0007\u001b[31m', '荷'.repeat(500), 'a'.repeat(10_000), '%', '\\', '🎉🎉', '\u202Eevil', '${7*7}{{7*7}}'];
  for (const text of hostile) {
    const answer = await request.get('/en/search', { params: { q: text } });
    const html = await answer.text();
    expect.soft(answer.status(), text.slice(0, 30)).toBe(200);
    expect.soft(html, text.slice(0, 30)).not.toContain('<script>alert');
    expect.soft(html.length, text.slice(0, 30)).toBeLessThan(100_000);
  }
  for (const query of ['q', 'q=&q=a', 'q[]=a', 'in=../..', 'q=a&page=-1', 'q=a&page=99999999', 'q=a&year=x&lang=xx&in=a/b/c', '_rsc=1&q=a', 'q=%E4%BD', 'q=%']) {
    expect.soft((await request.get(`/en/search?${query}`)).status(), query).toBe(200);
  }
});

test('searches do not hold up pages', async ({ request, baseURL }) => {
  const article = articlePath('zh-hans', articles.everything);
  await request.get(article);
  const storm = Array.from({ length: 200 }, (_, number) => fetch(`${baseURL}/zh-hans/search?q=${encodeURIComponent(`示例${number}`)}`));
  await new Promise((resolve) => setTimeout(resolve, 100));
  const began = performance.now();
  for (let time = 0; time < 10; time++) expect((await request.get(article)).status()).toBe(200);
  const each = (performance.now() - began) / 10;
  const statuses = new Set((await Promise.all(storm)).map(({ status }) => status));
  expect(each).toBeLessThan(400);
  expect([...statuses].filter((status) => status !== 200 && status !== 503)).toEqual([]);
  expect((await request.get('/zh-hans/search?q=a')).status(), 'searching goes on').toBe(200);
});

test('with the script, results appear while the reader types, and the address keeps them', async ({ page }) => {
  const { search } = words('zh-hans');
  await page.goto('/zh-hans/search');
  const box = page.getByRole('searchbox', { name: search.box });
  await expect(box).toBeFocused();
  await box.pressSequentially('湖边');
  await expect(page.getByRole('status')).toHaveText(/^找到/);
  await expect(page.locator('mark').first()).toHaveText('湖边');
  await expect(page).toHaveURL(/q=%E6%B9%96%E8%BE%B9/);
  await expect(box).toBeFocused();
  await page.getByLabel(search.year).selectOption('2023');
  await expect(page).toHaveURL(/year=2023/);
  await box.fill('绝无此词');
  await expect(page.getByRole('status')).toHaveText(fill(search.none, '绝无此词'));
  await page.reload();
  await expect(box).toHaveValue('绝无此词');
});

test('nothing is asked while an input method composes', async ({ page }) => {
  await page.goto('/zh-hans/search');
  const asked: string[] = [];
  page.on('request', (request) => request.url().includes('/search') && asked.push(request.url()));
  const box = page.getByRole('searchbox');
  await box.evaluate((input: HTMLInputElement) => {
    input.value = 'hu';
    input.dispatchEvent(new InputEvent('input', { isComposing: true, bubbles: true }));
  });
  await page.waitForTimeout(600);
  expect(asked).toEqual([]);
  await box.evaluate((input: HTMLInputElement) => {
    input.value = '湖边';
    input.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
  });
  await expect(page.locator('mark').first()).toHaveText('湖边');
});

test('the key / leads to the box, and is a character where one is typed', async ({ page }) => {
  await page.goto(articlePath('zh-hans', articles.everything));
  await page.keyboard.press('/');
  await page.waitForURL('**/zh-hans/search');
  const box = page.getByRole('searchbox');
  await expect(box).toBeFocused();
  await page.keyboard.press('/');
  await expect(box).toHaveValue('/');
  await box.blur();
  await page.keyboard.press('/');
  await expect(box).toBeFocused();
  await expect(box).toHaveValue('/');
});
