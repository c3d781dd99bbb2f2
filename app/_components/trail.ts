/**
 * The way from the front page to where the reader is: the address read aloud. Every page's breadcrumb comes from here.
 */
import { breadcrumbDate, yearTitle } from '@/lib/locale/dates';
import type { Locale } from '@/lib/locale/locales';
import { messages } from '@/lib/locale/messages';
import { pathOf, type Address } from '@/lib/routes';

export interface Crumb {
  readonly label: string;
  /** Where the label leads; the last crumb's is not shown as a link. */
  readonly path?: string;
  /** The language of the label, when it may not be the page's. */
  readonly shownLocale?: Locale;
}

/** Names that only the content knows, for the kinds of page that have them. */
export interface Names {
  readonly periodical?: Crumb;
  /** The last crumb of an article is its column: 今园区. */
  readonly column?: Crumb;
  readonly page?: Crumb;
}

export function trailTo(address: Address, names: Names = {}): readonly Crumb[] {
  const parent = parentOf(address);
  return [...(parent ? trailTo(parent, names) : []), { ...labelOf(address, names), path: pathOf(address) }];
}

function parentOf(address: Address): Address | undefined {
  const { locale } = address;
  switch (address.kind) {
    case 'front':
      return undefined;
    case 'news':
    case 'corrections':
    case 'copy':
    case 'search':
    case 'settings':
    case 'offline':
    case 'most-read':
    case 'page':
      return { kind: 'front', locale };
    case 'compliance':
      return { kind: 'page', locale, slug: 'about' };
    case 'periodicals':
      return { kind: 'news', locale };
    case 'periodical':
      return { kind: 'periodicals', locale };
    case 'year':
    case 'issue':
      return { kind: 'periodical', locale, periodical: address.periodical };
    case 'parallel':
      return { ...address, kind: 'article' };
    case 'issue-print':
    case 'article':
      return { kind: 'issue', locale, periodical: address.periodical, issue: address.issue };
  }
}

function labelOf(address: Address, names: Names): Crumb {
  const { place } = messages(address.locale);
  switch (address.kind) {
    case 'front':
      return { label: place.front };
    case 'news':
      return { label: place.news };
    case 'periodicals':
      return { label: place.periodicals };
    case 'periodical':
      return names.periodical ?? { label: address.periodical };
    case 'year':
      return { label: yearTitle(address.year, address.locale) };
    case 'issue':
      return { label: breadcrumbDate(address.issue, address.locale) };
    case 'issue-print':
      return { label: messages(address.locale).issuePrint.label };
    case 'article':
      return names.column ?? { label: address.slug };
    case 'parallel':
      return { label: messages(address.locale).parallel.label };
    case 'corrections':
      return { label: messages(address.locale).correction.all };
    case 'copy':
      return { label: messages(address.locale).copy.title };
    case 'most-read':
      return { label: messages(address.locale).mostRead.title };
    case 'compliance':
      return { label: messages(address.locale).audit.title };
    case 'search':
      return { label: messages(address.locale).search.title };
    case 'settings':
      return { label: messages(address.locale).display.title };
    case 'offline':
      return { label: messages(address.locale).offline.title };
    case 'page':
      return names.page ?? { label: address.slug };
  }
}
