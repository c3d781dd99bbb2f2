/**
 * What a page tells machines is what it shows readers: 47号's tags, Open Graph, Highwire, Dublin Core and JSON-LD of every kind of page, in every
 * language, compared with the page around them.
 */
import { parsePath, pathOf } from '@/lib/routes';
import { articlePath, articles, elderPath, everyPage, whyUnlisted } from './places';
import { expect, locales, test, type Locale, type Page } from './reader';

interface Node { readonly '@type': string; readonly [key: string]: unknown }

/** Tags by name, in the order of the page. */
async function tagsOf(page: Page): Promise<ReadonlyMap<string, readonly string[]>> {
  const pairs = await page.locator('head meta:is([name], [property])').evaluateAll((tags) => tags.map((tag) => [tag.getAttribute('name') ?? tag.getAttribute('property') ?? '', tag.getAttribute('content') ?? ''] as const));
  const tags = new Map<string, string[]>();
  for (const [name, content] of pairs) tags.set(name, [...(tags.get(name) ?? []), content]);
  return tags;
}

async function graphOf(page: Page): Promise<readonly Node[]> {
  const scripts = await page.locator('script[type="application/ld+json"]').allTextContents();
  expect(scripts.length).toBe(1);
  const data: unknown = JSON.parse(scripts[0] ?? '');
  const { '@context': context, '@graph': graph } = data as { readonly '@context': string; readonly '@graph': readonly Node[] };
  expect(context).toBe('https://schema.org');
  return graph;
}

/** Names of what may stand more than once. */
const repeated = /^(?:og:locale:alternate|article:tag|citation_author|DC\.creator|theme-color)$/;

/** Pages that are nobody's canonical address: what can be asked has no end, and what is missing is nowhere. */
const unaddressed = /^(?:search results|search without results|missing)$/;

/** Of a page that shows another in a different form, the other; any other page itself. */
function originalOf(path: string, name: string, locale: Locale): string {
  const address = parsePath(path);
  if (address?.kind === 'copy') return articlePath(locale, /withdrawn/.test(name) ? articles.withdrawn : articles.everything);
  if (address?.kind === 'parallel') return pathOf({ ...address, kind: 'article' });
  return address?.kind === 'issue-print' ? pathOf({ ...address, kind: 'issue' }) : (path.split('?')[0] ?? path);
}

/** A page describes itself in its own words, and says once whether it may be found. */
async function expectDescription(page: Page, name: string, path: string): Promise<void> {
  const described = (await tagsOf(page)).get('Description') ?? [];
  expect.soft(described.length, name).toBe(1);
  const [description = ''] = described;
  expect.soft(description.length, name).toBeGreaterThan(7);
  const shown = ((await page.locator('body').textContent()) ?? '').replace(/\s+/g, '');
  const parts = description.replace(/(?:……|…)$/, '').split(/[：:]/).map((part) => part.replace(/\s+/g, ''));
  // The summary of an article stands in lists; what an issue or the search holds is told, and stands on them in other words.
  if (/withdrawn|copy|settings|saved|standing|corrections|compliance|most read|missing/.test(name)) for (const part of parts) expect.soft(shown, `${name} shows what it says of itself`).toContain(part);

  const robots = await page.locator('meta[name="robots"]').evaluateAll((tags) => tags.map((tag) => tag.getAttribute('content')));
  const isUnlisted = whyUnlisted(name) !== undefined;
  expect.soft(robots.filter((content) => content?.includes('noindex')).length > 0, `${name}: noindex`).toBe(isUnlisted);
  const claims = await page.locator('link[rel="alternate"][hreflang]').count();
  const canonical = await page.locator('link[rel="canonical"]').evaluateAll(([link]) => link?.getAttribute('href'));
  if (canonical !== undefined && new URL(canonical ?? '').pathname !== path) expect.soft(claims, `${name}: the canonical page claims its languages`).toBe(0);
  else if (!isUnlisted) expect.soft(claims, `${name}: claims its languages`).toBeGreaterThan(2);
  const elder = await page.request.get(elderPath(path));
  expect.soft((await elder.text()).includes('noindex'), `${name}, elder`).toBe(isUnlisted);
}

for (const locale of locales) {
  test(`every kind of page tells machines what it shows, and what it is: ${locale}`, async ({ page, baseURL, quiet }) => {
    test.slow();
    // Of the page that is missing alone.
    quiet.tolerate(/404.*\/nothing\/here/);
    const origin = baseURL ?? '';
    for (const { name, path } of everyPage(locale)) {
      await page.goto(path);
      await expectDescription(page, name, path);
      if (unaddressed.test(name)) continue;
      const [tags, graph] = [await tagsOf(page), await graphOf(page)];
      const one = (tag: string): string | undefined => tags.get(tag)?.[0];
      const visible = async (selector: string): Promise<string | undefined> => (await page.locator(selector).first().textContent({ timeout: 500 }).catch(() => null))?.trim();
      const canonical = (await page.locator('link[rel="canonical"]').getAttribute('href')) ?? '';

      for (const [tag, values] of tags) if (!repeated.test(tag)) expect.soft(values.length, `${name}: ${tag} stands once`).toBe(1);
      for (const [tag, values] of tags) expect.soft(values.every((value) => value.trim() !== ''), `${name}: ${tag} is not empty`).toBe(true);
      expect.soft(await page.locator('link[rel="canonical"]').count(), name).toBe(1);
      expect.soft(one('SiteName'), name).toBe(await visible('.masthead__name'));
      expect.soft(one('SiteDomain'), name).toBe(new URL(origin).hostname);
      expect.soft([one('Url'), one('og:url')], name).toEqual([canonical, canonical]);
      const itself = new URL(canonical).pathname;
      const own = originalOf(path, name, locale);
      expect.soft([own, own.replace(`/${locale}`, '/zh-hans')], `${name}: canonical is the page or its Original`).toContain(itself);
      if (one('ColumnName') !== undefined) for (const tag of ['ColumnDescription', 'ColumnKeywords', 'ColumnType']) expect.soft(one(tag), `${name}: ${tag}`).toBeDefined();

      const organisation = graph.find((node) => node['@type'] === 'Organization');
      expect.soft(organisation?.['name'], name).toBe(await visible('.masthead__organisation'));
      const crumbs = await page.locator('.breadcrumb li').evaluateAll((items) => items.map((item) => ({ name: item.textContent, item: item.querySelector('a')?.href })));
      const trail = graph.find((node) => node['@type'] === 'BreadcrumbList')?.['itemListElement'] as readonly { readonly name: string; readonly item?: string; readonly position: number }[] | undefined;
      expect.soft((trail ?? []).map(({ name: label, item }) => ({ name: label, item })), name).toEqual(crumbs);
      expect.soft((trail ?? []).map(({ position }) => position), name).toEqual(crumbs.map((_, place) => place + 1));

      const article = graph.find((node) => node['@type'] === 'NewsArticle');
      const isShown = parsePath(path)?.kind === 'article' && (await page.locator('.withdrawal-notice').count()) === 0;
      expect.soft(article !== undefined, `${name}: news is what is shown as an article`).toBe(isShown);
      for (const tag of ['ArticleTitle', 'citation_title', 'DC.title']) expect.soft(one(tag) !== undefined, `${name}: ${tag}`).toBe(isShown);
      if (!article) continue;

      const headline = await visible('h1');
      const time = page.locator('.article-facts time').first();
      const machine = await time.getAttribute('datetime');
      expect.soft([one('ArticleTitle'), one('og:title'), one('citation_title'), one('DC.title'), article['headline']], name).toEqual(Array.from({ length: 5 }, () => headline));
      expect.soft(machine).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:00\+08:00$/);
      expect.soft([one('article:published_time'), one('DC.date'), article['datePublished']], name).toEqual([machine, machine, machine]);
      expect.soft(one('PubDate'), name).toBe(machine?.slice(0, 16).replace('T', ' '));
      if (locale === 'zh-hans') expect.soft(await time.textContent(), `${name}: readers see it in the same form`).toBe(one('PubDate'));
      expect.soft(one('citation_publication_date'), name).toBe(machine?.slice(0, 10).replaceAll('-', '/'));
      const facts = (await page.locator('.article-facts').innerText()).replace(/\s+/g, ' ');
      const text = (await page.getByRole('main').innerText()).replace(/\s+/g, ' ');
      for (const author of tags.get('citation_author') ?? []) expect.soft(facts, `${name}: author`).toContain(author);
      expect.soft(tags.get('DC.creator'), name).toEqual(tags.get('citation_author'));
      expect.soft((article['author'] as readonly { readonly name: string }[]).map((author) => author.name), name).toEqual(tags.get('citation_author') ?? []);
      for (const tag of ['Author', 'ContentSource']) if (one(tag) !== undefined) expect.soft(text, `${name}: ${tag}`).toContain(one(tag));
      if (crumbs.length > 0) expect.soft([one('ColumnName'), article['articleSection']], name).toEqual([crumbs.at(-1)?.name, crumbs.at(-1)?.name]);
      const headlineTag = await page.locator('h1').first().evaluate((element) => element.closest('[lang]')?.getAttribute('lang'));
      expect.soft([article['inLanguage'], one('citation_language'), one('DC.language')], name).toEqual([headlineTag, headlineTag, headlineTag]);
      expect.soft([article['url'], one('citation_fulltext_html_url'), one('DC.identifier')], name).toEqual([canonical, canonical, canonical]);
      const corrections = await page.locator('.corrections li').evaluateAll((items) => items.map((item) => [item.querySelector('time')?.getAttribute('datetime'), item.querySelector('span')?.textContent]));
      expect.soft(((article['correction'] ?? []) as readonly { readonly datePublished: string; readonly text: string }[]).map((correction) => [correction.datePublished, correction.text]), name).toEqual(corrections);
      const issue = article['isPartOf'] as { readonly datePublished: string; readonly isPartOf: { readonly name: string } };
      const [, , , periodical] = crumbs;
      expect.soft([issue.datePublished, issue.isPartOf.name, one('citation_journal_title')], name).toEqual([path.split('/').at(-2), periodical?.name, periodical?.name]);
      if (one('Image') !== undefined) {
        const shown = await page.locator('main img').evaluateAll((pictures) => pictures.map((picture) => (picture as HTMLImageElement).src));
        expect.soft(shown, `${name}: the image is one of the page`).toContain(one('Image'));
        expect.soft(article['image'], name).toBe(one('Image'));
      }
    }
  });
}

test('site maps name canonical pages alone', async ({ request, baseURL }) => {
  test.slow();
  const paths = async (map: string): Promise<readonly string[]> => [...(await (await request.get(map)).text()).matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address = '']) => new URL(address, baseURL).pathname);
  const pages = (await Promise.all((await paths('/sitemap.xml')).map(paths))).flat();
  expect(pages.length).toBeGreaterThan(50);
  const canonical = ['front', 'news', 'periodicals', 'periodical', 'year', 'issue', 'article', 'corrections', 'compliance', 'page'];
  for (const path of pages) expect.soft(canonical, path).toContain(parsePath(path)?.kind);
  for (const path of await paths('/sitemaps/pages.xml')) {
    const html = await (await request.get(path)).text();
    expect.soft(new URL(/<link rel="canonical" href="([^"]*)"/.exec(html)?.[1] ?? '').pathname, path).toBe(path);
    expect.soft(html, path).not.toContain('noindex');
  }
});
