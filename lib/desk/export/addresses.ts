/**
 * Every address of the portal that readers and programs may ask for at this moment, withdrawn articles among them, which stand in no
 * list. Pages: candidates come from the content folder, whose files are the addresses, and the catalogue says which of them exist.
 */
import type { Catalogue } from '@/lib/content/catalogue';
import { fileOf, parsePlace } from '@/lib/content/place';
import { scanTree } from '@/lib/content/scan';
import { locales, originalLocale } from '@/lib/locale/locales';
import { cardPathOf, citationFormats, elderPathOf, feedFormats, inLocale, isCarded, parsePath, parseShown, pathOf, savingListPathOf, wirePathOf, type Address, type FeedSubject, type WireAddress } from '@/lib/routes';
import { shortCodeOf } from '@/lib/short-code';

/** @returns Paths of pages, in both modes, what is linked before what links to it, so that a folder in use shows no dead link for long. */
export function listPaths(content: string, catalogue: Pick<Catalogue, 'has'>): readonly string[] {
  const addresses = listCandidates(content).flatMap((address) => locales.map((locale) => inLocale(address, locale)));
  return addresses.filter((address) => catalogue.has(address)).flatMap((address) => [pathOf(address), elderPathOf(address)]);
}

function listCandidates(content: string): readonly Address[] {
  const locale = originalLocale;
  const alone = (address: Address): Map<string, Address> => new Map([['', address]]);
  // Every kind has a place here: a new one does not compile until it has.
  const found: Readonly<Record<Address['kind'], Map<string, Address>>> = {
    copy: new Map(),
    parallel: new Map(),
    article: new Map(),
    'issue-print': new Map(),
    issue: new Map(),
    page: new Map(),
    year: new Map(),
    periodical: new Map(),
    'most-read': alone({ kind: 'most-read', locale }),
    compliance: alone({ kind: 'compliance', locale }),
    search: alone({ kind: 'search', locale }),
    corrections: alone({ kind: 'corrections', locale }),
    settings: alone({ kind: 'settings', locale }),
    offline: alone({ kind: 'offline', locale }),
    periodicals: alone({ kind: 'periodicals', locale }),
    news: alone({ kind: 'news', locale }),
    front: alone({ kind: 'front', locale }),
  };
  for (const { folder, files } of scanTree(content, '')) {
    for (const name of files.keys()) {
      const place = parsePlace(folder === '' ? name : `${folder}/${name}`);
      if (place?.kind === 'page') found.page.set(place.slug, { kind: 'page', locale, slug: place.slug });
      if (place?.kind === 'periodical') found.periodical.set(place.periodical, { kind: 'periodical', locale, periodical: place.periodical });
      if (place?.kind !== 'article') continue;
      const { periodical, issue, slug } = place;
      const year = issue.slice(0, 4);
      // With the languages changed about, these are all the pairs there can be.
      if (place.locale !== originalLocale) found.parallel.set(fileOf(place), { kind: 'parallel', locale, periodical, issue, slug, beside: place.locale });
      found.article.set(fileOf({ ...place, locale }), { kind: 'article', locale, periodical, issue, slug });
      const code = shortCodeOf(place);
      found.copy.set(code, { kind: 'copy', locale, code });
      found['issue-print'].set(`${periodical}/${issue}`, { kind: 'issue-print', locale, periodical, issue });
      found.issue.set(`${periodical}/${issue}`, { kind: 'issue', locale, periodical, issue });
      found.year.set(`${periodical}/${year}`, { kind: 'year', locale, periodical, year });
    }
  }
  return Object.values(found).flatMap((addresses) => [...addresses].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, address]) => address));
}

/** Paths of old addresses in every language, and what stands where they lead. */
export function listRedirects(catalogue: Pick<Catalogue, 'listRedirected' | 'findRedirect'>): ReadonlyMap<string, Address> {
  const found = catalogue.listRedirected().flatMap((address) =>
    locales.flatMap((locale): [string, Address][] => {
      const here = inLocale(address, locale);
      const target = catalogue.findRedirect(here);
      return target ? [[pathOf(here), target]] : [];
    }),
  );
  return new Map(found);
}

/**
 * @param codes Those of the short addresses.
 * @returns Paths of the files for programs; of the site maps, those that the list of them does not name.
 */
export function listWirePaths(catalogue: Pick<Catalogue, 'listPeriodicals' | 'listMonths' | 'listInventory'>, codes: readonly string[]): readonly string[] {
  const periodicals = catalogue.listPeriodicals(originalLocale);
  const subjects: readonly FeedSubject[] = [
    { kind: 'site' },
    { kind: 'corrections' },
    ...periodicals.flatMap(({ slug: periodical, columns }): FeedSubject[] => [{ kind: 'periodical', periodical }, ...columns.map(({ slug: column }): FeedSubject => ({ kind: 'column', periodical, column }))]),
  ];
  const inventory = periodicals.flatMap(({ slug }) => catalogue.listMonths(slug).flatMap((month) => catalogue.listInventory(slug, month)));
  const issues = [...new Map(inventory.map(({ id: { periodical, issue } }) => [`${periodical}/${issue}`, { periodical, issue }])).values()];
  const found: Readonly<Record<WireAddress['kind'], readonly WireAddress[]>> = {
    feed: locales.flatMap((locale) => subjects.flatMap((subject) => feedFormats.map((format): WireAddress => ({ kind: 'feed', locale, subject, format })))),
    calendar: locales.flatMap((locale) => periodicals.map(({ slug }): WireAddress => ({ kind: 'calendar', locale, periodical: slug }))),
    citation: inventory.flatMap(({ id, locales: real }) => real.flatMap((locale) => citationFormats.map((format): WireAddress => ({ kind: 'citation', locale, ...id, format })))),
    'qr-code': [...inventory.map(({ id }) => id), ...issues].flatMap((scanned) => locales.map((locale): WireAddress => ({ kind: 'qr-code', locale, ...scanned }))),
    'copy-qr-code': codes.map((code): WireAddress => ({ kind: 'copy-qr-code', code })),
    'print-style': issues.flatMap((issue) => locales.map((locale): WireAddress => ({ kind: 'print-style', locale, ...issue }))),
    // There is nothing to search with.
    'search-description': [],
    robots: [{ kind: 'robots' }],
    'site-map-list': [{ kind: 'site-map-list' }],
    'site-map-of-pages': [{ kind: 'site-map-of-pages' }],
    'site-map-of-news': [{ kind: 'site-map-of-news' }],
    'site-map-of-issues': [],
  };
  return Object.values(found).flat().map(wirePathOf);
}

/** @returns Paths of the lists by which readers' devices keep issues: one for each issue, language and mode. */
export function listSavingPaths(paths: Iterable<string>): readonly string[] {
  return [...paths].flatMap((path) => {
    const shown = parseShown(path);
    // Where there is no article, there is nothing to keep.
    return shown?.address.kind === 'issue-print' ? [savingListPathOf({ issue: { ...shown.address, kind: 'issue' }, isElder: shown.isElder })] : [];
  });
}

/** The codes of the short addresses that lead to some of the pages. */
export function codesOf(paths: Iterable<string>): readonly string[] {
  return [...paths].flatMap((path) => {
    const address = parsePath(path);
    return address?.kind === 'copy' && address.locale === originalLocale ? [address.code] : [];
  });
}

/** @returns Paths of the editions that readers may take away. */
export function listEditionPaths(catalogue: Pick<Catalogue, 'listPeriodicals' | 'listMonths' | 'listInventory' | 'listEditions'>): readonly string[] {
  const inventory = catalogue.listPeriodicals(originalLocale).flatMap(({ slug }) => catalogue.listMonths(slug).flatMap((month) => catalogue.listInventory(slug, month)));
  const issues = new Map(inventory.map(({ id: { periodical, issue } }) => [`${periodical}/${issue}`, { periodical, issue }]));
  return [...issues.values()].flatMap((issue) => locales.flatMap((locale) => catalogue.listEditions(locale, issue).map(({ path }) => path)));
}

/** Where the cards of the pages would be; some pages have none. */
export function listCardPaths(paths: Iterable<string>): readonly string[] {
  return [...paths].flatMap((path) => {
    const address = parsePath(path);
    return address && isCarded(address) ? [cardPathOf(address)] : [];
  });
}

/** The list of site maps, and the one of them that time alone changes. */
export const siteMapList = wirePathOf({ kind: 'site-map-list' });
export const fleetingSiteMap = wirePathOf({ kind: 'site-map-of-news' });

/** Paths of the site maps that the list of them names. */
export function partsOf(list: string, origin: string): readonly string[] {
  return [...list.matchAll(/<loc>([^<]*)<\/loc>/g)].flatMap(([, address = '']) => (address.startsWith(`${origin}/`) ? [address.slice(origin.length)] : []));
}
