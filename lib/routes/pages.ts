/** Addresses of pages: what a path says, in which language, of what, in which mode. */
import { isLocale, originalLocale, type Locale } from '@/lib/locale/locales';
import { isShortCode, readShortCode } from '@/lib/short-code';

/** What a page's path says. `slug` of a standing page may not be a word the portal uses itself (see reservedPageSlugs). */
export type Address =
  | { readonly kind: 'front'; readonly locale: Locale }
  | { readonly kind: 'news'; readonly locale: Locale }
  | { readonly kind: 'periodicals'; readonly locale: Locale }
  | { readonly kind: 'periodical'; readonly locale: Locale; readonly periodical: string }
  | { readonly kind: 'year'; readonly locale: Locale; readonly periodical: string; readonly year: string }
  | { readonly kind: 'issue'; readonly locale: Locale; readonly periodical: string; readonly issue: string }
  /** A whole issue on one page, made for paper. */
  | { readonly kind: 'issue-print'; readonly locale: Locale; readonly periodical: string; readonly issue: string }
  | { readonly kind: 'article'; readonly locale: Locale; readonly periodical: string; readonly issue: string; readonly slug: string }
  /** The article with its text in a second language beside the reader's own, below its address. */
  | { readonly kind: 'parallel'; readonly locale: Locale; readonly periodical: string; readonly issue: string; readonly slug: string; readonly beside: Locale }
  | { readonly kind: 'corrections'; readonly locale: Locale }
  /** Whether what somebody has on paper still holds: what the short address of an article leads to. */
  | { readonly kind: 'copy'; readonly locale: Locale; readonly code: string }
  /** What was read most lately. */
  | { readonly kind: 'most-read'; readonly locale: Locale }
  /** What the last audit of the portal found; it stands below the page about the portal. */
  | { readonly kind: 'compliance'; readonly locale: Locale }
  | { readonly kind: 'search'; readonly locale: Locale; readonly query?: SearchQuery }
  | { readonly kind: 'settings'; readonly locale: Locale }
  /** The issues saved on the reader's device; what is shown for any page that cannot be had without a connection. */
  | { readonly kind: 'offline'; readonly locale: Locale }
  | { readonly kind: 'page'; readonly locale: Locale; readonly slug: string };

/** Languages that texts are searched in: Simplified and Traditional are one. */
export const searchLanguages = ['zh', 'en', 'ja'] as const;
export type SearchLanguage = (typeof searchLanguages)[number];

/** What a reader looks for, and where. */
export interface SearchQuery {
  readonly words: string;
  readonly periodical?: string;
  /** A column of the periodical, by its slug. */
  readonly column?: string;
  /** `YYYY`. */
  readonly year?: string;
  readonly language?: SearchLanguage;
  /** From 1. */
  readonly page: number;
}

/** Characters of a search; what is longer is cut. */
export const longestSearch = 200;

/** First segments under a locale that belong to the portal; a standing page cannot take them. */
export const reservedPageSlugs: readonly string[] = ['news', 'search', 'corrections', 'most-read', 's', 'settings', 'offline', 'elder', 'missing', 'failed'];

/** Below an issue, the names of its own pages; an article cannot take them. */
export const reservedArticleSlugs: readonly string[] = ['print'];

/** Slugs and periodical names: lower-case ASCII letters, digits, single hyphens. They end up in addresses for good. */
export const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
export const datePattern = /^\d{4}-\d{2}-\d{2}$/;
const yearPattern = /^\d{4}$/;

export function pathOf(address: Address): string {
  const home = `/${address.locale}`;
  const periodicals = `${home}/news/periodicals`;
  switch (address.kind) {
    case 'front':
      return home;
    case 'news':
      return `${home}/news`;
    case 'periodicals':
      return periodicals;
    case 'periodical':
      return `${periodicals}/${address.periodical}`;
    case 'year':
      return `${periodicals}/${address.periodical}/${address.year}`;
    case 'issue':
      return `${periodicals}/${address.periodical}/${address.issue}`;
    case 'issue-print':
      return `${periodicals}/${address.periodical}/${address.issue}/print`;
    case 'article':
      return `${periodicals}/${address.periodical}/${address.issue}/${address.slug}`;
    case 'parallel':
      return `${pathOf({ ...address, kind: 'article' })}/${address.beside}`;
    case 'corrections':
      return `${home}/corrections`;
    case 'copy':
      return home + shortPathOf(address.code);
    case 'most-read':
      return `${home}/most-read`;
    case 'compliance':
      return `${home}/about/compliance`;
    case 'search':
      return `${home}/search${address.query ? searchParametersOf(address.query) : ''}`;
    case 'settings':
    case 'offline':
      return `${home}/${address.kind}`;
    case 'page':
      return `${home}/${address.slug}`;
  }
}

/**
 * The meaning of a path (no query, no trailing slash), or undefined when its shape is none of ours.
 * Says nothing about whether the thing exists: ask the catalogue.
 */
export function parsePath(path: string): Address | undefined {
  const [empty, locale, ...rest] = path.split('/');
  if (empty !== '' || !isLocale(locale)) return undefined;
  const [first, second, periodical, third, slug, beside, ...more] = rest;
  if (more.length > 0) return undefined;
  if (first === undefined) return { kind: 'front', locale };
  if (first === 'most-read' && second === undefined) return { kind: 'most-read', locale };
  if (first === 'about' && second === 'compliance' && periodical === undefined) return { kind: 'compliance', locale };
  if (first === 's') return second !== undefined && periodical === undefined && isShortCode(second) ? { kind: 'copy', locale, code: second } : undefined;
  if (first === 'search' && second === undefined) return { kind: 'search', locale };
  if ((first === 'corrections' || first === 'settings' || first === 'offline') && second === undefined) return { kind: first, locale };
  if (first !== 'news') {
    const isPage = second === undefined && slugPattern.test(first) && !reservedPageSlugs.includes(first);
    return isPage ? { kind: 'page', locale, slug: first } : undefined;
  }
  if (second === undefined) return { kind: 'news', locale };
  if (second !== 'periodicals') return undefined;
  if (periodical === undefined) return { kind: 'periodicals', locale };
  if (!slugPattern.test(periodical)) return undefined;
  if (third === undefined) return { kind: 'periodical', locale, periodical };
  if (yearPattern.test(third) && slug === undefined) return { kind: 'year', locale, periodical, year: third };
  if (!datePattern.test(third)) return undefined;
  if (slug === undefined) return { kind: 'issue', locale, periodical, issue: third };
  if (slug === 'print') return beside === undefined ? { kind: 'issue-print', locale, periodical, issue: third } : undefined;
  if (!slugPattern.test(slug)) return undefined;
  if (beside === undefined) return { kind: 'article', locale, periodical, issue: third, slug };
  return isLocale(beside) && beside !== locale ? { kind: 'parallel', locale, periodical, issue: third, slug, beside } : undefined;
}

/** The short address of an article, for paper: it names no language, and leads to the page in the reader's. */
export function shortPathOf(code: string): string {
  return `/s/${code}`;
}

/** The code in a short address, as people type it: in capitals, in groups, with a slash too many. */
export function parseShortPath(path: string): string | undefined {
  const [, typed] = /^\/s\/([^/]{1,40})\/?$/i.exec(path) ?? [];
  return typed === undefined ? undefined : readShortCode(typed);
}

/** What an address is in every language, the part after it: `/news/periodicals/jinyuanqu/2023-02-03`; `/` for the front page. */
export function sharedPathOf(address: Address): string {
  return pathOf(address).slice(address.locale.length + 1) || '/';
}

/** The meaning of such a part, in the language of the Originals; undefined when it is none. */
export function parseSharedPath(path: string): Address | undefined {
  const address = path.startsWith('/') ? parsePath(`/${originalLocale}${path === '/' ? '' : path}`) : undefined;
  // `/en` is the English front page to everybody, and no standing page of that name.
  return address?.kind === 'page' && isLocale(address.slug) ? undefined : address;
}

function searchParametersOf({ words, periodical, column, year, language, page }: SearchQuery): string {
  const parameters = new URLSearchParams({ q: words });
  if (periodical !== undefined) parameters.set('in', column === undefined ? periodical : `${periodical}/${column}`);
  if (year !== undefined) parameters.set('year', year);
  if (language !== undefined) parameters.set('lang', language);
  if (page > 1) parameters.set('page', String(page));
  return `?${parameters.toString()}`;
}

/**
 * The meaning of a search's query: what is no filter of ours is left out, and words are text whatever they hold.
 * @param parameters The query, `?` or not; of a parameter that comes twice the first counts.
 */
export function parseSearchQuery(parameters: URLSearchParams): SearchQuery {
  const words = (parameters.get('q') ?? '').slice(0, 20 * longestSearch).replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  const [periodical = '', column] = (parameters.get('in') ?? '').split('/');
  const year = parameters.get('year') ?? '';
  const language = searchLanguages.find((known) => known === parameters.get('lang'));
  const page = Number(/^[1-9]\d{0,4}$/.exec(parameters.get('page') ?? '')?.[0] ?? 1);
  return {
    words: Array.from(words).slice(0, longestSearch).join('').trim(),
    ...(slugPattern.test(periodical) && { periodical, ...(column !== undefined && slugPattern.test(column) && { column }) }),
    ...(yearPattern.test(year) && { year }),
    ...(language && { language }),
    page,
  };
}

/** A search for what a browser puts in the place of `{searchTerms}` (OpenSearch 1.1, URL template syntax). */
export function searchTemplateOf(locale: Locale): string {
  return `${pathOf({ kind: 'search', locale })}?q={searchTerms}`;
}

/** The same page in another language; of two languages beside each other, the one changes places with the other. */
export function inLocale(address: Address, locale: Locale): Address {
  return address.kind === 'parallel' && address.beside === locale ? { ...address, locale, beside: address.locale } : { ...address, locale };
}

/** The same page in elder mode stands below this segment of its language: `/zh-hans/elder/news` is `/zh-hans/news`. */
const elderSegment = 'elder';

export function elderPathOf(address: Address): string {
  const home = pathOf({ kind: 'front', locale: address.locale });
  return `${home}/${elderSegment}${pathOf(address).slice(home.length)}`;
}

/** A page, and whether it is shown in elder mode. */
export interface Shown {
  readonly address: Address;
  readonly isElder: boolean;
}

/** What a path shows, in either mode; undefined as in `parsePath`. */
export function parseShown(path: string): Shown | undefined {
  const isElder = isBelowElder(path);
  const [empty, locale, ...rest] = path.split('/');
  const address = parsePath(isElder ? [empty, locale, ...rest.slice(1)].join('/') : path);
  return address && { address, isElder };
}

/** Whether a path stands among the pages in elder mode, be there a page or not. */
export function isBelowElder(path: string): boolean {
  const [empty, locale, segment] = path.split('/', 3);
  return empty === '' && isLocale(locale) && segment === elderSegment;
}

export function pathOfShown({ address, isElder }: Shown): string {
  return isElder ? elderPathOf(address) : pathOf(address);
}
