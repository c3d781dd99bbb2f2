/**
 * What a page tells machines is what it shows readers: 47号's tags, Open Graph, Highwire, Dublin Core and JSON-LD of every kind of page, in every
 * language, compared with the page around them. The same look sees that a page says its language and leads to the others.
 */
import { localeFacts } from '@/lib/locale/locales';
import { parsePath, pathOf } from '@/lib/routes';
import { articlePath, articles, elderPath, everyPage, pageKinds, whyUnlisted } from './places';
import { expect, locales, test, words, type Locale, type Page } from './reader';

interface Node { readonly '@type': string; readonly [key: string]: unknown }

/** What stands in the page for machines and for readers, taken in one go: a question for each of them would cost more than the page itself. */
function takeIn(page: Page) {
  return page.evaluate(() => {
    const all = (selector: string): Element[] => [...document.querySelectorAll(selector)];
    const attributes = (selector: string, name: string): string[] => all(selector).map((element) => element.getAttribute(name) ?? '');
    const text = (selector: string): string | undefined => document.querySelector(selector)?.textContent.trim();
    const inner = (selector: string): string => (document.querySelector<HTMLElement>(selector)?.innerText ?? '').replace(/\s+/g, ' ');
    const time = document.querySelector('.article-facts time');
    return {
      title: document.title,
      language: document.documentElement.lang,
      tags: all('head meta:is([name], [property])').map((tag) => [tag.getAttribute('name') ?? tag.getAttribute('property') ?? '', tag.getAttribute('content') ?? ''] as const),
      graphs: all('script[type="application/ld+json"]').map((script) => script.textContent),
      robots: attributes('meta[name="robots"]', 'content'),
      canonical: attributes('link[rel="canonical"]', 'href'),
      claims: all('link[rel="alternate"][hreflang]').length,
      shown: document.body.textContent.replace(/\s+/g, ''),
      siteName: text('.masthead__name'),
      organisation: text('.masthead__organisation'),
      crumbs: all('.breadcrumb li').map((item) => ({ name: item.textContent, item: item.querySelector('a')?.href })),
      navigations: all('nav').map((nav) => ({ label: nav.getAttribute('aria-label'), names: [...nav.querySelectorAll('[lang]')].map((name) => ({ name: name.textContent.trim(), lang: name.getAttribute('lang'), leadsTo: name.querySelector('a')?.getAttribute('href') })) })),
      isWithdrawn: all('.withdrawal-notice').length > 0,
      headline: text('h1'),
      headlineLanguage: document.querySelector('h1')?.closest('[lang]')?.getAttribute('lang'),
      time: { machine: time?.getAttribute('datetime'), said: time?.textContent },
      facts: inner('.article-facts'),
      main: inner('main'),
      corrections: all('.corrections li').map((item) => [item.querySelector('time')?.getAttribute('datetime'), item.querySelector('span')?.textContent]),
      pictures: all('main img').map((picture) => (picture as HTMLImageElement).src),
    };
  });
}

type Taken = Awaited<ReturnType<typeof takeIn>>;

/** Tags by name, in the order of the page. */
function tagsIn({ tags: pairs }: Taken): ReadonlyMap<string, readonly string[]> {
  const tags = new Map<string, string[]>();
  for (const [name, content] of pairs) tags.set(name, [...(tags.get(name) ?? []), content]);
  return tags;
}

function graphIn({ graphs }: Taken): readonly Node[] {
  expect(graphs.length).toBe(1);
  const data: unknown = JSON.parse(graphs[0] ?? '');
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
function expectDescription(taken: Taken, elderHtml: string, name: string, path: string): void {
  const described = tagsIn(taken).get('Description') ?? [];
  expect.soft(described.length, name).toBe(1);
  const [description = ''] = described;
  expect.soft(description.length, name).toBeGreaterThan(7);
  const parts = description.replace(/(?:……|…)$/, '').split(/[：:]/).map((part) => part.replace(/\s+/g, ''));
  // The summary of an article stands in lists; what an issue or the search holds is told, and stands on them in other words.
  if (/withdrawn|copy|settings|saved|standing|corrections|compliance|most read|missing/.test(name)) for (const part of parts) expect.soft(taken.shown, `${name} shows what it says of itself`).toContain(part);

  const isUnlisted = whyUnlisted(name) !== undefined;
  expect.soft(taken.robots.some((content) => content.includes('noindex')), `${name}: noindex`).toBe(isUnlisted);
  const [canonical] = taken.canonical;
  if (canonical !== undefined && new URL(canonical).pathname !== path) expect.soft(taken.claims, `${name}: the canonical page claims its languages`).toBe(0);
  else if (!isUnlisted) expect.soft(taken.claims, `${name}: claims its languages`).toBeGreaterThan(2);
  expect.soft(elderHtml.includes('noindex'), `${name}, elder`).toBe(isUnlisted);
}

/** A page says its language, and leads to itself in the others. */
function expectLanguages({ title, language, canonical, navigations }: Taken, name: string, path: string, locale: Locale, origin: string): void {
  expect.soft(title, name).not.toBe('');
  expect.soft(language, name).toBe(localeFacts[locale].tag);
  expect.soft(canonical.map((address) => new URL(address).origin), name).toEqual([origin]);
  const names = navigations.find(({ label }) => label === words(locale).languages.label)?.names;
  const inOrder = locales.map((other) => ({ name: localeFacts[other].name, lang: localeFacts[other].tag, ...(other !== locale && { leadsTo: path.replace(`/${locale}`, `/${other}`) }) }));
  expect.soft(names, `${name}: its own language is no link, the others are`).toEqual(inOrder);
}

for (const locale of locales) {
  test(`every kind of page tells machines what it shows and what it is, says its language, and leads to itself in the others: ${locale}`, async ({ page, request, baseURL, quiet }) => {
    test.slow();
    // Of the page that is missing alone.
    quiet.tolerate(/404.*\/nothing\/here/);
    const origin = baseURL ?? '';
    for (const [number, { name, path }] of everyPage(locale).entries()) {
      await page.goto(path);
      const taken = await takeIn(page);
      expectDescription(taken, await (await request.get(elderPath(path))).text(), name, path);
      if (number < pageKinds(locale).length) expectLanguages(taken, name, path, locale, origin);
      if (unaddressed.test(name)) continue;
      const [tags, graph] = [tagsIn(taken), graphIn(taken)];
      const one = (tag: string): string | undefined => tags.get(tag)?.[0];
      const [canonical = ''] = taken.canonical;

      for (const [tag, values] of tags) if (!repeated.test(tag)) expect.soft(values.length, `${name}: ${tag} stands once`).toBe(1);
      for (const [tag, values] of tags) expect.soft(values.every((value) => value.trim() !== ''), `${name}: ${tag} is not empty`).toBe(true);
      expect.soft(taken.canonical.length, name).toBe(1);
      expect.soft(one('SiteName'), name).toBe(taken.siteName);
      expect.soft(one('SiteDomain'), name).toBe(new URL(origin).hostname);
      expect.soft([one('Url'), one('og:url')], name).toEqual([canonical, canonical]);
      const itself = new URL(canonical).pathname;
      const own = originalOf(path, name, locale);
      expect.soft([own, own.replace(`/${locale}`, '/zh-hans')], `${name}: canonical is the page or its Original`).toContain(itself);
      if (one('ColumnName') !== undefined) for (const tag of ['ColumnDescription', 'ColumnKeywords', 'ColumnType']) expect.soft(one(tag), `${name}: ${tag}`).toBeDefined();

      const organisation = graph.find((node) => node['@type'] === 'Organization');
      expect.soft(organisation?.['name'], name).toBe(taken.organisation);
      const { crumbs } = taken;
      const trail = graph.find((node) => node['@type'] === 'BreadcrumbList')?.['itemListElement'] as readonly { readonly name: string; readonly item?: string; readonly position: number }[] | undefined;
      expect.soft((trail ?? []).map(({ name: label, item }) => ({ name: label, item })), name).toEqual(crumbs);
      expect.soft((trail ?? []).map(({ position }) => position), name).toEqual(crumbs.map((_, place) => place + 1));

      const article = graph.find((node) => node['@type'] === 'NewsArticle');
      const isShown = parsePath(path)?.kind === 'article' && !taken.isWithdrawn;
      expect.soft(article !== undefined, `${name}: news is what is shown as an article`).toBe(isShown);
      for (const tag of ['ArticleTitle', 'citation_title', 'DC.title']) expect.soft(one(tag) !== undefined, `${name}: ${tag}`).toBe(isShown);
      if (!article) continue;

      const { headline, headlineLanguage, corrections, facts } = taken;
      const { machine, said } = taken.time;
      expect.soft([one('ArticleTitle'), one('og:title'), one('citation_title'), one('DC.title'), article['headline']], name).toEqual(Array.from({ length: 5 }, () => headline));
      expect.soft(machine).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:00\+08:00$/);
      expect.soft([one('article:published_time'), one('DC.date'), article['datePublished']], name).toEqual([machine, machine, machine]);
      expect.soft(one('PubDate'), name).toBe(machine?.slice(0, 16).replace('T', ' '));
      if (locale === 'zh-hans') expect.soft(said, `${name}: readers see it in the same form`).toBe(one('PubDate'));
      expect.soft(one('citation_publication_date'), name).toBe(machine?.slice(0, 10).replaceAll('-', '/'));
      for (const author of tags.get('citation_author') ?? []) expect.soft(facts, `${name}: author`).toContain(author);
      expect.soft(tags.get('DC.creator'), name).toEqual(tags.get('citation_author'));
      expect.soft((article['author'] as readonly { readonly name: string }[]).map((author) => author.name), name).toEqual(tags.get('citation_author') ?? []);
      for (const tag of ['Author', 'ContentSource']) if (one(tag) !== undefined) expect.soft(taken.main, `${name}: ${tag}`).toContain(one(tag));
      if (crumbs.length > 0) expect.soft([one('ColumnName'), article['articleSection']], name).toEqual([crumbs.at(-1)?.name, crumbs.at(-1)?.name]);
      expect.soft([article['inLanguage'], one('citation_language'), one('DC.language')], name).toEqual([headlineLanguage, headlineLanguage, headlineLanguage]);
      expect.soft([article['url'], one('citation_fulltext_html_url'), one('DC.identifier')], name).toEqual([canonical, canonical, canonical]);
      expect.soft(((article['correction'] ?? []) as readonly { readonly datePublished: string; readonly text: string }[]).map((correction) => [correction.datePublished, correction.text]), name).toEqual(corrections);
      const issue = article['isPartOf'] as { readonly datePublished: string; readonly isPartOf: { readonly name: string } };
      const [, , , periodical] = crumbs;
      expect.soft([issue.datePublished, issue.isPartOf.name, one('citation_journal_title')], name).toEqual([path.split('/').at(-2), periodical?.name, periodical?.name]);
      if (one('Image') !== undefined) {
        expect.soft(taken.pictures, `${name}: the image is one of the page`).toContain(one('Image'));
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
