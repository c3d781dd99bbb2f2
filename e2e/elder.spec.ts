/** Elder mode: its own address for every page, with and without JavaScript; large, plain, still; remembered, and left as easily. */
import { elderPathOf, parsePath } from '@/lib/routes';
import { articlePath, articles, pageKinds } from './places';
import { expect, locales, test, words, type Locale, type Page } from './reader';
import { stickingOut } from './sideways';

// That nothing moves must be the mode's own doing.
test.use({ contextOptions: { reducedMotion: 'no-preference' } });

function elder(path: string): string {
  const address = parsePath(path);
  if (!address) throw new Error(`${path} is no page`);
  return elderPathOf(address);
}

function kinds(locale: Locale): readonly { readonly name: string; readonly path: string }[] {
  return [...pageKinds(locale).map(({ name, path }) => ({ name, path: elder(path) })), { name: 'search results', path: `${elder(`/${locale}/search`)}?q=湖` }];
}

/** Text smaller than so many pixels, by where it stands. */
async function smallText(page: Page, least: number): Promise<readonly string[]> {
  return page.evaluate((limit) => {
    const found = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!parent || !node.textContent?.trim() || !parent.checkVisibility() || parent.closest('script, .visually-hidden, .print-imprint')) continue;
      const size = Number.parseFloat(getComputedStyle(parent).fontSize);
      if (size < limit) found.add(`${size} ${parent.tagName}.${parent.className} “${node.textContent.trim().slice(0, 20)}”`);
    }
    return [...found];
  }, least);
}

/** What is smaller to press than 60 px, links within running text aside. */
async function smallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const isInText = (element: Element): boolean => {
      const block = element.closest('p, dd, figcaption, .prose li, .prose td, .footnotes li');
      return block !== null && (block.textContent.trim().length > element.textContent.trim().length || element.closest('.prose, .footnotes') !== null);
    };
    return [...document.querySelectorAll('a[href], button, summary, label')].flatMap((element) => {
      if (!element.checkVisibility({ visibilityProperty: true }) || isInText(element) || element.matches('.skip-link') || element.querySelector('.visually-hidden + input')) return [];
      const box = element.getBoundingClientRect();
      return box.height < 59.5 || box.width < 47 ? [`${element.tagName} “${element.textContent.trim().slice(0, 20)}” ${Math.round(box.width)}x${Math.round(box.height)}`] : [];
    });
  });
}

for (const locale of locales) {
  test(`every page has large text, large targets, one column, no motion, at every width: ${locale}`, async ({ page }) => {
    test.slow();
    for (const { name, path } of kinds(locale)) {
      await page.setViewportSize({ width: 320, height: 800 });
      await page.goto(path);
      expect.soft(await smallText(page, 24), name).toEqual([]);
      expect.soft(await smallTargets(page), name).toEqual([]);
      const style = await page.evaluate(() => {
        const { cursor } = getComputedStyle(document.body);
        const moving = document.getAnimations().length;
        const columns = [...document.querySelectorAll('main, main *')].filter((element) => element.checkVisibility() && getComputedStyle(element).display === 'grid' && getComputedStyle(element).gridTemplateColumns.split(' ').length > 1).map(({ className }) => className);
        return { hasLargePointer: cursor.includes('/pointers/arrow.svg'), moving, columns };
      });
      expect.soft(style, name).toEqual({ hasLargePointer: true, moving: 0, columns: [] });
      for (const width of [1280, 768, 320]) {
        await page.setViewportSize({ width, height: 800 });
        expect.soft(await stickingOut(page), `${name} at ${width}`).toEqual([]);
      }
      await page.evaluate(() => (document.documentElement.dataset['textSize'] = '4'));
      expect.soft(await stickingOut(page), `${name}, largest`).toEqual([]);
      expect.soft(await smallText(page, 40), `${name}, largest`).toEqual([]);
    }
    // As a reader chose them before, and not by our hand.
    await page.evaluate(() => localStorage.setItem('text-size', '4'));
    await page.goto(elder(`/${locale}`));
    expect.soft(await smallText(page, 40), 'largest, remembered').toEqual([]);
  });
}

test('every page leads to itself in elder mode and back; robots stay with the page itself', async ({ request }) => {
  for (const locale of locales) {
    for (const { name, path } of pageKinds(locale)) {
      const plain = await (await request.get(path)).text();
      const html = await (await request.get(elder(path))).text();
      const { display } = words(locale);
      expect.soft(plain, name).toContain(`<a href="${elder(path)}" data-action="mode">${display.elder}</a>`);
      expect.soft(html, name).toContain(`<a href="${path}" data-action="mode">${display.standard}</a>`);
      expect.soft(/<html[^>]*>/.exec(html)?.[0], name).toContain('data-mode="elder"');
      expect.soft(/<link rel="canonical" href="([^"]*)"/.exec(html)?.[1], name).toBe(/<link rel="canonical" href="([^"]*)"/.exec(plain)?.[1]);
      expect.soft(html.match(/<meta name="robots"[^>]*>/g), name).toEqual(plain.match(/<meta name="robots"[^>]*>/g));
      expect.soft(html, name).not.toMatch(/<link[^>]*hreflang/i);
      const links = [...html.matchAll(/<a\s[^>]*href="([^"#]*)[^>]*>/g)].map(([tag, href = '']) => ({ tag, href })).filter(({ href }) => parsePath(href) !== undefined);
      expect.soft([...new Set(links.map(({ href }) => href))].filter((href) => name !== 'settings' || href !== `/${locale}`), `${name}: only the way out leaves the mode`).toEqual([path]);
      expect.soft((await request.get(`${elder(path)}/`, { maxRedirects: 0 })).headers()['location'], name).toBe(elder(path));
    }
    const missing = await request.get(`/${locale}/elder/nothing/here`);
    expect(missing.status()).toBe(404);
    expect(await missing.text()).toContain('data-mode="elder"');
    expect((await request.get(`/${locale}/elder/elder`)).status()).toBe(404);
  }
});

test('a reader who has chosen elder mode finds it on every page, a shared address too, until he leaves it', async ({ page }) => {
  const path = articlePath('zh-hans', articles.everything);
  const { display } = words('zh-hans');
  await page.goto(path);
  await page.getByRole('link', { name: display.elder, exact: true }).click();
  await page.waitForURL((url) => url.pathname === elder(path));
  await page.goto(`${path}?from=wechat#content`);
  await page.waitForURL((url) => url.pathname + url.search + url.hash === `${elder(path)}?from=wechat#content`);
  await page.getByRole('navigation', { name: words('zh-hans').navigation.label }).getByRole('link', { name: words('zh-hans').place.news }).click();
  await page.waitForURL((url) => url.pathname === elder('/zh-hans/news'));
  await page.getByRole('link', { name: display.standard, exact: true }).click();
  await page.waitForURL((url) => url.pathname === '/zh-hans/news');
  await page.goto(path);
  await expect(page.locator('html')).not.toHaveAttribute('data-mode');
  expect(new URL(page.url()).pathname).toBe(path);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the switch works all the same', async ({ page }) => {
    const path = articlePath('en', articles.everything);
    const { display } = words('en');
    await page.goto(path);
    await page.getByRole('link', { name: display.elder, exact: true }).click();
    await page.waitForURL((url) => url.pathname === elder(path));
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await smallTargets(page)).toEqual([]);
    await page.getByRole('link', { name: display.standard, exact: true }).click();
    await page.waitForURL((url) => url.pathname === path);
  });
});
