/**
 * The wire: what the portal sends to programs instead of people. Feeds, calendars, citations, codes to scan, the
 * description of the search, site maps and robots.txt, written from the catalogue when they are asked for. Promises: one long file does not
 * keep readers of pages waiting; nothing in a file is hidden from readers.
 */
import type { Catalogue } from '@/lib/content/catalogue';
import { originalLocale } from '@/lib/locale/locales';
import { parseWirePath, pathOf, scannedPage, shortPathOf, wirePathOf, type WireAddress } from '@/lib/routes';
import { atomType, writeAtom } from './atom';
import { calendarType, mostIssues, writeCalendar } from './calendar';
import { citationTypes, citedAs, writeCitation } from './citation';
import { composeFeed, linkHeader } from './feed';
import { jsonFeedType, writeJsonFeed } from './json-feed';
import { printStyleType, writePrintStyle } from './print-style';
import { qrCodeType, writeQrCode } from './qr-code';
import { searchDescriptionType, writeSearchDescription } from './search-description';
import { openSiteMaps, siteMapType } from './site-maps';

export interface WireFile {
  /** Content-Type. */
  readonly type: string;
  readonly body: string;
  /** True when the clock alone makes another file of it. */
  readonly isFleeting: boolean;
  /** True for what readers of a page take with them; programs of other houses have no business with it. */
  readonly isForReaders?: boolean;
  /** Headers of this file alone, names and values in turn. */
  readonly headers?: readonly string[];
}

export interface Wire {
  /** Whether there is such a file at this moment. */
  has(path: string): boolean;
  /** @returns Undefined when there is none. */
  write(path: string): Promise<WireFile | undefined>;
}

interface Means {
  readonly catalogue: Catalogue;
  /** Scheme and host that readers see. */
  readonly origin: string;
  /** The clock, for tests. */
  readonly now?: () => Date;
}

export function openWire({ catalogue, origin, now = () => new Date() }: Means): Wire {
  const maps = openSiteMaps({ catalogue, origin, now });

  const exists = (address: WireAddress): boolean => {
    switch (address.kind) {
      case 'feed': {
        const { locale, subject } = address;
        if (subject.kind === 'column') return catalogue.findPeriodical(locale, subject.periodical)?.columns.some(({ slug }) => slug === subject.column) === true;
        return subject.kind !== 'periodical' || catalogue.has({ ...subject, locale });
      }
      case 'calendar':
        return catalogue.has({ ...address, kind: 'periodical' });
      case 'citation':
        // Only the words that exist can be cited: a Fallback is the Original. A withdrawn article is in no inventory.
        return catalogue.listInventory(address.periodical, address.issue).some(({ id, locales }) => id.slug === address.slug && locales.includes(address.locale));
      case 'qr-code':
        return catalogue.has(scannedPage(address));
      case 'copy-qr-code':
        return catalogue.has({ kind: 'copy', locale: originalLocale, code: address.code });
      case 'print-style':
        return catalogue.has({ ...address, kind: 'issue-print' });
      case 'search-description':
        return catalogue.isSearchable;
      case 'site-map-of-issues':
        return catalogue.listInventory(address.periodical, address.days).length > 0;
      default:
        return true;
    }
  };

  const bodyOf = async (address: WireAddress): Promise<string | undefined> => {
    switch (address.kind) {
      case 'feed': {
        const feed = await composeFeed({ catalogue, origin }, address.locale, address.subject, address.format);
        return feed && (address.format === 'atom' ? writeAtom(feed) : writeJsonFeed(feed));
      }
      case 'calendar': {
        const { locale } = address;
        const periodical = catalogue.findPeriodical(locale, address.periodical);
        const issues = catalogue.listNewestIssues(locale, { limit: mostIssues, periodical: address.periodical });
        return periodical && writeCalendar({ locale, title: periodical.title, publisher: catalogue.findSite(locale).organisation, origin, issues });
      }
      case 'citation': {
        const { locale, periodical, issue: date, format } = address;
        const article = catalogue.findArticle(locale, address);
        const issue = catalogue.findIssue(locale, periodical, date);
        return article && issue && writeCitation(citedAs({ article, issue, site: catalogue.findSite(locale), url: origin + pathOf({ ...address, kind: 'article' }) }), format);
      }
      case 'qr-code':
        return writeQrCode(origin + pathOf(scannedPage(address)));
      case 'copy-qr-code':
        return writeQrCode(origin + shortPathOf(address.code));
      case 'print-style': {
        const issue = catalogue.findIssue(address.locale, address.periodical, address.issue);
        return issue && writePrintStyle(issue, address.locale);
      }
      case 'search-description':
        return catalogue.isSearchable ? writeSearchDescription(catalogue.findSite(address.locale), address.locale, origin) : undefined;
      case 'robots':
        return maps.robots();
      case 'site-map-list':
        return maps.list();
      case 'site-map-of-pages':
        return maps.pages();
      case 'site-map-of-news':
        return maps.news();
      case 'site-map-of-issues':
        return maps.issues(address.periodical, address.days);
    }
  };

  return {
    has(path) {
      const address = parseWirePath(path);
      return address !== undefined && exists(address);
    },
    async write(path) {
      const address = parseWirePath(path);
      const body = address && (await bodyOf(address));
      if (!address || body === undefined) return undefined;
      const headers = address.kind === 'feed' ? linkHeader(origin + wirePathOf(address), catalogue.findSite(address.locale).hub) : undefined;
      return { type: typeOf(address), body, isFleeting: address.kind === 'site-map-of-news', isForReaders: kindsForReaders.has(address.kind), ...(headers && { headers }) };
    },
  };
}

const kindsForReaders: ReadonlySet<WireAddress['kind']> = new Set(['citation', 'qr-code', 'copy-qr-code', 'print-style'] as const);

function typeOf(address: WireAddress): string {
  switch (address.kind) {
    case 'feed':
      return address.format === 'atom' ? atomType : jsonFeedType;
    case 'calendar':
      return calendarType;
    case 'citation':
      return citationTypes[address.format];
    case 'qr-code':
    case 'copy-qr-code':
      return qrCodeType;
    case 'print-style':
      return printStyleType;
    case 'search-description':
      return searchDescriptionType;
    case 'robots':
      return 'text/plain; charset=utf-8';
    default:
      return siteMapType;
  }
}
