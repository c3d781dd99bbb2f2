/**
 * Every address of the portal, one function each, and the way back from a path to what it means.
 * Nobody else joins or takes apart an address.
 */
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

/** What a reader's device has to fetch to keep an issue: a list of files with their sizes, below the issue's address in either mode. */
export interface SavingListAddress {
  readonly issue: Extract<Address, { readonly kind: 'issue' }>;
  readonly isElder: boolean;
}

const savingListName = '/offline.json';

export function savingListPathOf({ issue, isElder }: SavingListAddress): string {
  return pathOfShown({ address: issue, isElder }) + savingListName;
}

/** The list that a path means, or undefined. Like `parsePath`, it does not say whether there is such an issue. */
export function parseSavingListPath(path: string): SavingListAddress | undefined {
  if (!path.endsWith(savingListName)) return undefined;
  const shown = parseShown(path.slice(0, -savingListName.length));
  return shown?.address.kind === 'issue' ? { issue: shown.address, isElder: shown.isElder } : undefined;
}

/** The program that a browser keeps to show saved issues (lib/reader/offline/worker.ts): at the top, because it may answer only below. */
export const workerPath = '/offline.js';

/**
 * A picture of an issue, by the hash of its bytes so that it may be cached for ever:
 * `/media/<periodical>/<issue>/<hash>/<name>` is the file itself, `…/<hash>/<name>.<width>.<format>` a smaller copy.
 */
export function picturePath(folder: string, name: string, hash: string, copy?: { width: number; format: 'webp' | 'avif' }): string {
  const file = copy ? `${name}.${copy.width}.${copy.format}` : name;
  return `/media/${folder}/${hash}/${encodeURIComponent(file)}`;
}

const recordingsPath = '/recordings/';

/** The recording of an article, by the hash of its bytes: `/recordings/<periodical>/<issue>/<hash>/<name>`. */
export function recordingPath(folder: string, name: string, hash: string): string {
  return `${recordingsPath}${folder}/${hash}/${encodeURIComponent(name)}`;
}

/** The recording that a path means, or undefined; the name as it is written in the folder. */
export function parseRecordingPath(path: string): { readonly folder: string; readonly name: string; readonly hash: string } | undefined {
  if (!path.startsWith(recordingsPath)) return undefined;
  const [periodical = '', issue = '', hash = '', escaped = '', ...deeper] = path.slice(recordingsPath.length).split('/');
  const name = unescape(escaped);
  if (!slugPattern.test(periodical) || !datePattern.test(issue) || !/^[0-9a-f]{16}$/.test(hash) || name === undefined || deeper.length > 0) return undefined;
  return { folder: `${periodical}/${issue}`, name, hash };
}

function unescape(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** What has a picture of its own for links to it. */
export type CardAddress = Extract<Address, { readonly kind: 'front' | 'issue' | 'article' }>;

export function isCarded(address: Address): address is CardAddress {
  return address.kind === 'front' || address.kind === 'issue' || address.kind === 'article';
}

/** The card of a page, below its address. */
export function cardPathOf(address: CardAddress): string {
  return `${pathOf(address)}/card.png`;
}

/** The page whose card a path would be. */
export function parseCardPath(path: string): CardAddress | undefined {
  const [, folder] = /^(.+)\/card\.png$/.exec(path) ?? [];
  const page = folder === undefined ? undefined : parsePath(folder);
  return page && isCarded(page) ? page : undefined;
}

/** Below it the views of articles are counted, by the part of their address after the periodicals. */
export const viewsPath = '/api/views/';

export function viewsPathOf({ periodical, issue, slug }: { readonly periodical: string; readonly issue: string; readonly slug: string }): string {
  return `${viewsPath}${periodical}/${issue}/${slug}`;
}

export const feedFormats = ['atom', 'json'] as const;
export type FeedFormat = (typeof feedFormats)[number];

/** What a feed is about. */
export type FeedSubject =
  | { readonly kind: 'site' }
  | { readonly kind: 'corrections' }
  | { readonly kind: 'periodical'; readonly periodical: string }
  | { readonly kind: 'column'; readonly periodical: string; readonly column: string };

/** How an article is cited: as text, BibTeX, RIS. */
export const citationFormats = ['txt', 'bib', 'ris'] as const;
export type CitationFormat = (typeof citationFormats)[number];

/** What readers take away of a whole issue. */
export const editionFormats = ['pdf', 'epub', 'txt', 'json'] as const;
export type EditionFormat = (typeof editionFormats)[number];

/** An edition of an issue, below its address. */
export interface EditionAddress {
  readonly locale: Locale;
  readonly periodical: string;
  readonly issue: string;
  readonly format: EditionFormat;
}

/** The name under which it lies among others on a reader's disk: `jinyuanqu-2023-02-03.zh-hans.epub`. */
export function editionName({ locale, periodical, issue, format }: EditionAddress): string {
  return `${periodical}-${issue}.${locale}.${format}`;
}

export function editionPathOf(address: EditionAddress): string {
  const { locale, periodical, issue } = address;
  return `${pathOf({ kind: 'issue', locale, periodical, issue })}/${editionName(address)}`;
}

/** The edition that a path means, or undefined. Like `parsePath`, it does not say whether there is such a thing. */
export function parseEditionPath(path: string): EditionAddress | undefined {
  const cut = path.lastIndexOf('/');
  const page = parsePath(path.slice(0, cut));
  if (page?.kind !== 'issue') return undefined;
  const { locale, periodical, issue } = page;
  return editionFormats.map((format): EditionAddress => ({ locale, periodical, issue, format })).find((address) => editionName(address) === path.slice(cut + 1));
}

/** Files that programs read: they are no pages, and Next knows nothing of them (lib/wire writes them). */
export type WireAddress =
  | { readonly kind: 'feed'; readonly locale: Locale; readonly subject: FeedSubject; readonly format: FeedFormat }
  /** The days on which a periodical came out. */
  | { readonly kind: 'calendar'; readonly locale: Locale; readonly periodical: string }
  /** How to cite an article, below its address. */
  | { readonly kind: 'citation'; readonly locale: Locale; readonly periodical: string; readonly issue: string; readonly slug: string; readonly format: CitationFormat }
  /** The code that a phone scans to read an article or a whole issue on, below its address. */
  | { readonly kind: 'qr-code'; readonly locale: Locale; readonly periodical: string; readonly issue: string; readonly slug?: string }
  /** The code that a phone scans from paper, below the short address. */
  | { readonly kind: 'copy-qr-code'; readonly code: string }
  /** The running headers of an issue on paper: a style sheet, because their words stand in no element. */
  | { readonly kind: 'print-style'; readonly locale: Locale; readonly periodical: string; readonly issue: string }
  /** What a browser has to know to offer the search of the portal among its own. */
  | { readonly kind: 'search-description'; readonly locale: Locale }
  | { readonly kind: 'robots' }
  | { readonly kind: 'site-map-list' }
  | { readonly kind: 'site-map-of-pages' }
  | { readonly kind: 'site-map-of-news' }
  /** Issues and articles of the days that begin so: a month, `2023-02`, or a day where a month would be too long. */
  | { readonly kind: 'site-map-of-issues'; readonly periodical: string; readonly days: string };

export function wirePathOf(address: WireAddress): string {
  switch (address.kind) {
    case 'feed':
      return `${pathOfSubject(address.subject, address.locale)}/feed.${address.format}`;
    case 'calendar':
      return `${pathOf({ ...address, kind: 'periodical' })}/issues.ics`;
    case 'citation':
      return `${pathOf({ ...address, kind: 'article' })}/cite.${address.format}`;
    case 'qr-code':
      return `${pathOf(scannedPage(address))}/qr.svg`;
    case 'copy-qr-code':
      return `${shortPathOf(address.code)}/qr.svg`;
    case 'print-style':
      return `${pathOf({ ...address, kind: 'issue' })}/print.css`;
    case 'search-description':
      return `${pathOf({ kind: 'front', locale: address.locale })}/opensearch.xml`;
    case 'robots':
      return '/robots.txt';
    case 'site-map-list':
      return '/sitemap.xml';
    case 'site-map-of-pages':
      return '/sitemaps/pages.xml';
    case 'site-map-of-news':
      return '/sitemaps/news.xml';
    case 'site-map-of-issues':
      return `/sitemaps/${address.periodical}/${address.days}.xml`;
  }
}

/** The page that a code leads to. */
export function scannedPage({ locale, periodical, issue, slug }: Extract<WireAddress, { readonly kind: 'qr-code' }>): Address {
  return slug === undefined ? { kind: 'issue', locale, periodical, issue } : { kind: 'article', locale, periodical, issue, slug };
}

function pathOfSubject(subject: FeedSubject, locale: Locale): string {
  switch (subject.kind) {
    case 'site':
      return pathOf({ kind: 'front', locale });
    case 'corrections':
      return pathOf({ kind: 'corrections', locale });
    case 'periodical':
      return pathOf({ ...subject, locale });
    case 'column':
      return `${pathOf({ kind: 'periodical', locale, periodical: subject.periodical })}/columns/${subject.column}`;
  }
}

const files = ([{ kind: 'robots' }, { kind: 'site-map-list' }, { kind: 'site-map-of-pages' }, { kind: 'site-map-of-news' }] as const).map((address): [string, WireAddress] => [wirePathOf(address), address]);
const plainFiles: ReadonlyMap<string, WireAddress> = new Map(files);
const mapOfIssues = /^\/sitemaps\/([^/]+)\/(\d{4}-\d{2}(?:-\d{2})?)\.xml$/;
const ofShortAddress = /^\/s\/([^/]+)\/qr\.svg$/;
const ofPage = /^(.+?)(?:\/columns\/([^/]+))?\/(?:feed\.(atom|json)|(issues\.ics)|cite\.(txt|bib|ris)|(qr\.svg)|(print\.css)|(opensearch\.xml))$/;

/** The meaning of a path that is no page's, or undefined. Like `parsePath`, it does not say whether there is such a thing. */
export function parseWirePath(path: string): WireAddress | undefined {
  const plain = plainFiles.get(path);
  if (plain) return plain;
  const [, periodical = '', days] = mapOfIssues.exec(path) ?? [];
  if (days !== undefined) return slugPattern.test(periodical) ? { kind: 'site-map-of-issues', periodical, days } : undefined;
  const [, short] = ofShortAddress.exec(path) ?? [];
  if (short !== undefined) return isShortCode(short) ? { kind: 'copy-qr-code', code: short } : undefined;
  const [, folder = '', column, name, calendar, citation, code, style, description] = ofPage.exec(path) ?? [];
  const page = parsePath(folder);
  if (!page) return undefined;
  const { locale } = page;
  if (calendar !== undefined) return page.kind === 'periodical' && column === undefined ? { kind: 'calendar', locale, periodical: page.periodical } : undefined;
  if (citation !== undefined) {
    const form = citationFormats.find((known) => known === citation);
    return form && page.kind === 'article' && column === undefined ? { ...page, kind: 'citation', format: form } : undefined;
  }
  if (code !== undefined) return (page.kind === 'article' || page.kind === 'issue') && column === undefined ? { ...page, kind: 'qr-code' } : undefined;
  if (style !== undefined) return page.kind === 'issue' && column === undefined ? { ...page, kind: 'print-style' } : undefined;
  if (description !== undefined) return page.kind === 'front' && column === undefined ? { kind: 'search-description', locale } : undefined;
  const subject = subjectOf(page, column);
  const format = feedFormats.find((known) => known === name);
  return subject && format && { kind: 'feed', locale, subject, format };
}

function subjectOf(page: Address, column: string | undefined): FeedSubject | undefined {
  if (column !== undefined) return page.kind === 'periodical' && slugPattern.test(column) ? { kind: 'column', periodical: page.periodical, column } : undefined;
  switch (page.kind) {
    case 'front':
      return { kind: 'site' };
    case 'corrections':
      return { kind: 'corrections' };
    case 'periodical':
      return { kind: 'periodical', periodical: page.periodical };
    default:
      return undefined;
  }
}
