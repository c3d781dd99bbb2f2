/**
 * The page as schema.org knows it: an article in an issue in a periodical, published by the organisation, and the way to it. It says what
 * the page shows and nothing else; times are China's, +08:00.
 */
import type { Crumb } from '@/app/_components/trail';
import type { Article } from '@/lib/content/article';
import type { IssueEntry } from '@/lib/content/issue';
import type { PeriodicalEntry } from '@/lib/content/periodical';
import type { Site } from '@/lib/content/site';
import { recordingTypes } from '@/lib/content/recording';
import { machineTime } from '@/lib/locale/dates';
import { localeFacts, originalLocale, type Locale } from '@/lib/locale/locales';
import { fileSize, machineDuration } from '@/lib/locale/measures';
import { fill, messages } from '@/lib/locale/messages';
import { inLocale, type Address } from '@/lib/routes';
import { firstPicture } from './first-picture';
import { webAddress, webOrigin } from './web-address';

/** A node of JSON-LD; what is undefined is left out when it is written. */
export type Thing = Readonly<Record<string, unknown>>;

const organisationId = `${webOrigin}/#organisation`;
const publisher: Thing = { '@id': organisationId };

/** The whole graph of a page, as the text of a script element: no `<` in it, so nothing in it can end the element. */
export function writeGraph(things: readonly (Thing | undefined)[]): string {
  const graph = things.filter((thing) => thing !== undefined);
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': graph }).replaceAll('<', '\\u003c');
}

export function organisationThing({ organisation, parent, contact }: Site): Thing {
  const { email, telephone, address } = contact ?? {};
  return { '@type': 'Organization', '@id': organisationId, name: organisation, url: parent?.address ?? `${webOrigin}/`, email, telephone, address };
}

export function siteThing(site: Site, locale: Locale): Thing {
  return { '@type': 'WebSite', '@id': `${webOrigin}/#site`, name: site.name, description: site.description, url: webAddress({ kind: 'front', locale }), inLanguage: localeFacts[site.shownLocale].tag, publisher };
}

/** The breadcrumb as it stands on the page; the last part is the page itself and leads nowhere. */
export function trailThing(trail: readonly Crumb[]): Thing {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(({ label, path }, place) => ({
      '@type': 'ListItem',
      position: place + 1,
      name: label,
      item: place < trail.length - 1 && path !== undefined ? webOrigin + path : undefined,
    })),
  };
}

export function periodicalThing(periodical: Pick<PeriodicalEntry, 'slug' | 'title' | 'shownLocale' | 'description'>, locale: Locale): Thing {
  const url = webAddress({ kind: 'periodical', locale, periodical: periodical.slug });
  return { '@type': 'Periodical', '@id': url, url, name: periodical.title, description: periodical.description, inLanguage: localeFacts[periodical.shownLocale].tag, publisher };
}

/** The periodical is named only: its own page tells the rest. */
export function issueThing(issue: IssueEntry, periodical: PeriodicalEntry, locale: Locale): Thing {
  const url = webAddress({ kind: 'issue', locale, periodical: issue.periodical, issue: issue.date });
  const number = issue.total ?? issue.number;
  return { '@type': 'PublicationIssue', '@id': url, url, name: issue.title, issueNumber: number === undefined ? undefined : String(number), datePublished: issue.date, isPartOf: { '@type': 'Periodical', '@id': webAddress({ kind: 'periodical', locale, periodical: issue.periodical }), name: periodical.title } };
}

interface Published {
  readonly article: Article;
  readonly issue: IssueEntry;
  readonly periodical: PeriodicalEntry;
  readonly site: Site;
  readonly locale: Locale;
}

/** A withdrawn article is no news any more, and has no node. */
export function articleThing({ article, issue, periodical, site, locale }: Published): Thing | undefined {
  if (article.status === 'withdrawn') return undefined;
  const address: Address = { kind: 'article', locale: article.shownLocale, ...article.id };
  const url = webAddress(address);
  const picture = firstPicture(article);
  const { source, newspaper, corrections, recording, shownLocale } = article;
  const named = source?.name ?? newspaper?.name;
  const words = messages(shownLocale).correction;
  return {
    '@type': 'NewsArticle',
    '@id': url,
    url,
    headline: article.title,
    description: article.extract,
    image: picture && webOrigin + picture,
    audio: recording && { '@type': 'AudioObject', contentUrl: webOrigin + recording.path, encodingFormat: recordingTypes[recording.format], duration: machineDuration(recording.seconds), contentSize: fileSize(recording.size), inLanguage: localeFacts[shownLocale].tag },
    inLanguage: localeFacts[shownLocale].tag,
    datePublished: machineTime(article.published),
    dateModified: article.corrected ?? machineTime(article.published),
    author: article.authors.map((name) => ({ '@type': name === site.organisation || name === named ? 'Organization' : 'Person', name })),
    publisher,
    sourceOrganization: named === undefined ? undefined : { '@type': 'Organization', name: named, url: source?.address },
    printPage: newspaper?.page,
    articleSection: article.column.name,
    keywords: article.keywords.length > 0 ? article.keywords : undefined,
    isPartOf: issueThing(issue, periodical, locale),
    translationOfWork: shownLocale === originalLocale ? undefined : { '@id': webAddress(inLocale(address, originalLocale)) },
    correction: corrections.length > 0 ? corrections.map(({ date, wrong, right }) => ({ '@type': 'CorrectionComment', datePublished: date, text: fill(words.text, { wrong, right }) })) : undefined,
  };
}
