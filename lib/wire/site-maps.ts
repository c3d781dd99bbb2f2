/**
 * Site maps (https://www.sitemaps.org/protocol.html): the list of parts, the portal's own pages, the issues and articles of one month
 * each, and the news of the last two days. Promises: no part holds more than 50,000 addresses or the whole archive; `lastmod` is a change
 * that readers were told of, or is left out; languages are claimed only where the words exist, the same on each.
 */
import { breather } from '@/lib/content/breather';
import type { Catalogue } from '@/lib/content/catalogue';
import type { InventoryEntry } from '@/lib/content/inventory-answers';
import { chinaTime, machineTime } from '@/lib/locale/dates';
import { localeFacts, locales, originalLocale, type Locale } from '@/lib/locale/locales';
import { inLocale, pathOf, wirePathOf, type Address } from '@/lib/routes';
import { escapeXml } from './xml';

export const siteMapType = 'application/xml; charset=utf-8';

/** A month with more articles is mapped day by day: in four languages, each naming the others, 10,000 make 44 MB of the 50 allowed. */
const mostArticles = 10_000;
/** Addresses of a news map, as news readers allow. */
const mostNews = 1_000;
const newsAge = 2 * 24 * 60 * 60 * 1_000;

interface Means {
  readonly catalogue: Pick<Catalogue, 'has' | 'findSite' | 'listAvailableLocales' | 'listPeriodicals' | 'findPeriodical' | 'listNewestArticles' | 'listArticlesSince' | 'listMonths' | 'findMonth' | 'listInventory' | 'listPages'>;
  readonly origin: string;
  readonly now: () => Date;
}

export type SiteMaps = ReturnType<typeof openSiteMaps>;

export function openSiteMaps({ catalogue, origin, now }: Means) {
  /** One page in all the languages it exists in. */
  const mapPage = (address: Address, real: readonly Locale[], updated?: string): string => {
    const claims = real.length > 1 ? [...real.map((locale) => [localeFacts[locale].tag, locale] as const), ['x-default', originalLocale] as const] : [];
    const alternates = claims.map(([tag, locale]) => `<xhtml:link rel="alternate" hreflang="${tag}" href="${origin}${pathOf(inLocale(address, locale))}"/>`).join('');
    const lastmod = updated === undefined ? '' : `<lastmod>${machineTime(updated)}</lastmod>`;
    return real.map((locale) => `<url><loc>${origin}${pathOf(inLocale(address, locale))}</loc>${lastmod}${alternates}</url>`).join('\n');
  };
  const mapOwn = (address: Address, updated?: string): string => mapPage(address, catalogue.listAvailableLocales(address), updated);

  const daysOf = (periodical: string, month: string, count: number): readonly string[] =>
    count <= mostArticles ? [month] : [...new Set(catalogue.listInventory(periodical, month).map(({ id }) => id.issue))].sort();

  return {
    async list(): Promise<string> {
      const breathe = breather();
      const months = [];
      for (const { slug: periodical } of catalogue.listPeriodicals(originalLocale)) {
        for (const month of catalogue.listMonths(periodical)) {
          await breathe();
          const counted = catalogue.findMonth(periodical, month);
          if (counted) months.push({ periodical, month, ...counted });
        }
      }
      const newest = months.map(({ updated }) => updated).sort().at(-1);
      const parts = [
        partOf(origin + wirePathOf({ kind: 'site-map-of-pages' }), newest),
        ...months.flatMap(({ periodical, month, articleCount, updated }) =>
          daysOf(periodical, month, articleCount).map((days) => partOf(origin + wirePathOf({ kind: 'site-map-of-issues', periodical, days }), days === month ? updated : undefined)),
        ),
        partOf(origin + wirePathOf({ kind: 'site-map-of-news' })),
      ];
      return document('sitemapindex', '', parts);
    },

    /** The front page and the lists change with the newest article; nobody tells when a standing page does. */
    pages(): string {
      const locale = originalLocale;
      const [newest] = catalogue.listNewestArticles(locale, { limit: 1 });
      const lists = [{ kind: 'front' }, { kind: 'news' }, { kind: 'periodicals' }] as const;
      const periodicals = catalogue.listPeriodicals(locale).flatMap(({ slug }) => catalogue.findPeriodical(locale, slug) ?? []);
      return document('urlset', alternatesNamespace, [
        ...lists.map(({ kind }) => mapOwn({ kind, locale }, newest?.published)),
        ...periodicals.flatMap(({ slug, years }) => [
          mapOwn({ kind: 'periodical', locale, periodical: slug }, catalogue.listNewestArticles(locale, { limit: 1, periodical: slug })[0]?.published),
          ...years.map(({ year }) => mapOwn({ kind: 'year', locale, periodical: slug, year })),
        ]),
        mapOwn({ kind: 'corrections', locale }),
        ...(catalogue.has({ kind: 'compliance', locale }) ? [mapOwn({ kind: 'compliance', locale })] : []),
        ...catalogue.listPages(locale).map(({ slug }) => mapOwn({ kind: 'page', locale, slug })),
      ]);
    },

    /** @returns Undefined when nothing came out on these days. */
    async issues(periodical: string, days: string): Promise<string | undefined> {
      const inventory = catalogue.listInventory(periodical, days);
      if (inventory.length === 0) return undefined;
      const breathe = breather();
      const urls: string[] = [];
      for (const [issue, articles] of byIssue(inventory)) {
        urls.push(mapOwn({ kind: 'issue', locale: originalLocale, periodical, issue }, articles.map(({ updated }) => updated).sort().at(-1)));
        for (const { id, locales: real, updated } of articles) {
          await breathe();
          urls.push(mapPage({ kind: 'article', locale: originalLocale, ...id }, real, updated));
        }
      }
      return document('urlset', alternatesNamespace, urls);
    },

    /** Articles of the last two days in the languages they exist in. */
    news(): string {
      const since = chinaTime(new Date(now().getTime() - newsAge));
      const urls = locales.flatMap((locale) =>
        catalogue.listArticlesSince(locale, since, mostNews / locales.length).flatMap(({ id, shownLocale, title, published }) => {
          if (shownLocale !== locale) return [];
          const publication = `<news:publication><news:name>${escapeXml(catalogue.findSite(locale).name)}</news:name><news:language>${newsLanguages[locale]}</news:language></news:publication>`;
          const facts = `${publication}<news:publication_date>${machineTime(published)}</news:publication_date><news:title>${escapeXml(title)}</news:title>`;
          return [`<url><loc>${origin}${pathOf({ kind: 'article', locale, ...id })}</loc><news:news>${facts}</news:news></url>`];
        }),
      );
      // A map may not be empty: without news, it names the page where they will stand.
      const entries = urls.length > 0 ? urls : [mapOwn({ kind: 'news', locale: originalLocale })];
      return document('urlset', `${alternatesNamespace} xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"`, entries);
    },

    robots: (): string => ['User-agent: *', 'Disallow: /api/', 'Disallow: /*/search?', '', `Sitemap: ${origin}${wirePathOf({ kind: 'site-map-list' })}`, ''].join('\n'),
  };
}

/** The codes that news maps use for Chinese are their own. */
const newsLanguages: Readonly<Record<Locale, string>> = { 'zh-hans': 'zh-cn', 'zh-hant': 'zh-tw', en: 'en', ja: 'ja' };
const alternatesNamespace = ' xmlns:xhtml="http://www.w3.org/1999/xhtml"';

function document(root: 'sitemapindex' | 'urlset', namespaces: string, entries: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"${namespaces}>\n${entries.join('\n')}\n</${root}>\n`;
}

function partOf(address: string, updated?: string): string {
  return `<sitemap><loc>${address}</loc>${updated === undefined ? '' : `<lastmod>${machineTime(updated)}</lastmod>`}</sitemap>`;
}

function byIssue(inventory: readonly InventoryEntry[]): ReadonlyMap<string, readonly InventoryEntry[]> {
  const issues = new Map<string, InventoryEntry[]>();
  for (const entry of inventory) {
    const articles = issues.get(entry.id.issue);
    if (articles) articles.push(entry);
    else issues.set(entry.id.issue, [entry]);
  }
  return issues;
}
