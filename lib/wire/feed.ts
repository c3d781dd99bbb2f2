/**
 * What stands in a feed: the newest articles of the site, a periodical or a column, or the newest corrections, with their whole text.
 * Promises: an id never changes, and `updated` only when readers are told of a change; the event loop is given back between articles.
 */
import { updatedOf, type ArticleEntry } from '@/lib/content/article';
import { breather } from '@/lib/content/breather';
import type { Catalogue } from '@/lib/content/catalogue';
import { recordingTypes } from '@/lib/content/recording';
import { machineTime } from '@/lib/locale/dates';
import type { Locale } from '@/lib/locale/locales';
import { fill, messages } from '@/lib/locale/messages';
import { pathOf, wirePathOf, type Address, type FeedFormat, type FeedSubject } from '@/lib/routes';
import { fullText } from './full-text';
import { stableUuid } from './stable-id';
import { escapeXml } from './xml';

export interface Feed {
  readonly locale: Locale;
  readonly id: string;
  readonly title: string;
  readonly description: string | undefined;
  /** The organisation. */
  readonly publisher: string;
  /** Absolute: the feed itself, and the page about the same. */
  readonly self: string;
  readonly page: string;
  /** Where programs have themselves told of what is new (W3C WebSub). */
  readonly hub: string | undefined;
  /** RFC 3339. */
  readonly updated: string;
  readonly items: readonly FeedItem[];
}

export interface FeedItem {
  readonly id: string;
  /** Absolute. */
  readonly url: string;
  /** The language of title and text. */
  readonly shownLocale: Locale;
  readonly title: string;
  readonly authors: readonly string[];
  readonly summary?: string;
  readonly html: string;
  /** RFC 3339. */
  readonly published: string;
  readonly updated: string;
  readonly tags: readonly string[];
  /** The words, read by a person. */
  readonly recording?: FeedRecording;
}

export interface FeedRecording {
  /** Absolute. */
  readonly url: string;
  /** Media type. */
  readonly type: string;
  /** In bytes. */
  readonly size: number;
  readonly seconds: number;
}

/** Newest articles in a feed; corrected articles in the feed of corrections. */
const most = 50;
/** For a feed with nothing in it, which must all the same say when it was changed. */
const never = '1970-01-01T00:00:00Z';

interface Means {
  readonly catalogue: Pick<Catalogue, 'findSite' | 'findPeriodical' | 'findArticle' | 'listNewestArticles' | 'listCorrectedArticles'>;
  readonly origin: string;
}

/** @returns Undefined when there is nothing of which this would be a feed. */
export async function composeFeed({ catalogue, origin }: Means, locale: Locale, subject: FeedSubject, format: FeedFormat): Promise<Feed | undefined> {
  const site = catalogue.findSite(locale);
  const described = describe(catalogue, locale, subject);
  if (!described) return undefined;
  const items = subject.kind === 'corrections' ? correctionItems(catalogue, origin, locale) : await articleItems(catalogue, origin, locale, subject);
  return {
    locale,
    id: `urn:uuid:${stableUuid(wirePathOf({ kind: 'feed', locale, subject, format: 'atom' }))}`,
    title: described.title,
    description: described.description,
    publisher: site.organisation,
    self: origin + wirePathOf({ kind: 'feed', locale, subject, format }),
    page: origin + pathOf(described.page),
    hub: site.hub,
    updated: items.map(({ updated }) => updated).sort().at(-1) ?? never,
    items,
  };
}

/**
 * Where a feed is, and who tells of what is new in it, for programs that read no document (W3C WebSub §4). As a header's name and value.
 * @param self Absolute, as the hub, and both without a character that an address may not hold.
 */
export function linkHeader(self: string, hub: string | undefined): readonly string[] {
  return ['Link', [`<${self}>; rel="self"`, ...(hub === undefined ? [] : [`<${hub}>; rel="hub"`])].join(', ')];
}

function describe(catalogue: Means['catalogue'], locale: Locale, subject: FeedSubject): { title: string; description: string | undefined; page: Address } | undefined {
  const site = catalogue.findSite(locale);
  const { joint, correction } = messages(locale);
  if (subject.kind === 'site') return { title: fill(joint.title, { title: site.name, site: site.organisation }), description: site.description, page: { kind: 'front', locale } };
  if (subject.kind === 'corrections') {
    return { title: fill(joint.title, { title: correction.all, site: site.name }), description: fill(correction.description, { organisation: site.organisation }), page: { kind: 'corrections', locale } };
  }
  const periodical = catalogue.findPeriodical(locale, subject.periodical);
  if (!periodical) return undefined;
  const page: Address = { kind: 'periodical', locale, periodical: periodical.slug };
  if (subject.kind === 'periodical') return { title: periodical.title, description: periodical.description, page };
  const column = periodical.columns.find(({ slug }) => slug === subject.column);
  return column && { title: fill(joint.title, { title: column.name, site: periodical.title }), description: undefined, page };
}

async function articleItems(catalogue: Means['catalogue'], origin: string, locale: Locale, subject: FeedSubject): Promise<readonly FeedItem[]> {
  const { periodical, column } = { periodical: undefined, column: undefined, ...subject };
  const entries = catalogue.listNewestArticles(locale, { limit: most, ...(periodical !== undefined && { periodical }), ...(column !== undefined && { column }) });
  const breathe = breather();
  const items: FeedItem[] = [];
  for (const entry of entries) {
    await breathe();
    const article = catalogue.findArticle(locale, entry.id);
    if (!article) continue;
    const { shownLocale, title, authors, extract, published, keywords, recording } = article;
    const path = pathOf({ kind: 'article', locale, ...article.id });
    items.push({
      id: `urn:uuid:${stableUuid(path)}`,
      url: origin + path,
      shownLocale,
      title,
      authors,
      summary: extract,
      html: fullText(article, origin + path),
      published: machineTime(published),
      updated: machineTime(updatedOf(article)),
      tags: [article.column.name, ...keywords],
      ...(recording && { recording: { url: origin + recording.path, type: recordingTypes[recording.format], size: recording.size, seconds: recording.seconds } }),
    });
  }
  return items;
}

function correctionItems(catalogue: Means['catalogue'], origin: string, locale: Locale): readonly FeedItem[] {
  return catalogue
    .listCorrectedArticles(locale, most)
    .flatMap((article) => article.corrections.map((correction) => ({ article, correction })))
    .sort((a, b) => (a.correction.date < b.correction.date ? 1 : a.correction.date > b.correction.date ? -1 : 0))
    .slice(0, most)
    .map(({ article, correction: { date, wrong, right } }) => {
      const words = messages(article.shownLocale);
      const path = pathOf({ kind: 'article', locale, ...article.id });
      const time = machineTime(`${date} 00:00`);
      return {
        // The day of a correction may itself be corrected.
        id: `urn:uuid:${stableUuid(path, wrong)}`,
        url: `${origin}${path}#corrections`,
        ...pick(article),
        title: words.correction.title + words.joint.colon + article.title,
        html: `<p>${escapeXml(fill(words.correction.text, { wrong, right }))}</p>`,
        published: time,
        updated: time,
        tags: [],
      };
    });
}

function pick({ shownLocale, authors }: ArticleEntry): Pick<FeedItem, 'shownLocale' | 'authors'> {
  return { shownLocale, authors };
}
