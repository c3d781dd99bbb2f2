/** Addresses of files that programs read: feeds, site maps, citations, calendars. They are no pages. */
import type { Locale } from '@/lib/locale/locales';
import { isShortCode } from '@/lib/short-code';
import { parsePath, pathOf, shortPathOf, slugPattern, type Address } from './pages';

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
