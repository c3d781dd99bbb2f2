/**
 * What a page says of itself in <head>. It promises: absolute addresses; hreflang only for languages whose words really exist, the same
 * on each of them; a page that shows the Original for want of a translation points to the Original and claims nothing.
 */
import type { Metadata } from 'next';
import type { Article } from '@/lib/content/article';
import { catalogue } from '@/lib/content/catalogue';
import type { Issue } from '@/lib/content/issue';
import { machineTime } from '@/lib/locale/dates';
import { localeFacts, originalLocale, type Locale } from '@/lib/locale/locales';
import { fill, messages } from '@/lib/locale/messages';
import { cardPathOf, inLocale, isCarded, type Address } from '@/lib/routes';
import { feedLinks } from './feed-links';
import { governmentTags, siteTags, type Section } from './government-tags';
import { scholarTags } from './scholar-tags';
import { hasCards, webAddress, webOrigin } from './web-address';

interface Told {
  /** Left out on the front page, which is called by the portal's own name. */
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  /** The section that the page is, or stands in. */
  readonly section?: Section;
  /** A published article and its issue. */
  readonly article?: { readonly article: Article; readonly issue: Issue };
}

export function pageMetadata(address: Address, { title, description, section, article: told }: Told): Metadata {
  const { locale } = address;
  const site = catalogue().findSite(locale);
  const realLocales = told?.article.availableLocales ?? catalogue().listAvailableLocales(address);
  const isFallback = !realLocales.includes(locale);
  const url = webAddress(isFallback ? inLocale(address, originalLocale) : address);
  const article = told?.article;
  const card = cardOf(isFallback ? inLocale(address, originalLocale) : address, article !== undefined);
  return {
    title: windowTitle(locale, title),
    alternates: {
      canonical: url,
      ...(!isFallback && { languages: languagesOf(address, realLocales) }),
      types: feedLinks(address),
    },
    openGraph: {
      ...(article ? articleFacts(article) : { type: 'website' }),
      title: title ?? site.name,
      ...(description && { description }),
      url,
      ...(card && { images: [card] }),
      siteName: site.name,
      locale: localeFacts[isFallback ? originalLocale : locale].openGraph,
      alternateLocale: isFallback ? [] : realLocales.filter((other) => other !== locale).map((other) => localeFacts[other].openGraph),
    },
    twitter: { card: card ? 'summary_large_image' : 'summary' },
    other: {
      ...governmentTags({ site, locale, url, description, section, article }),
      ...(told && scholarTags({ ...told, site, url })),
    },
  };
}

/**
 * For a page that shows another in a different form: it may be read by robots and names the other as the one to find; claims of languages
 * and feeds are that one's (docs/decisions/0021-what-robots-may-list.md).
 */
export function otherFormMetadata(original: Address, told: Pick<Told, 'title' | 'description'>): Metadata {
  const { alternates, ...metadata } = pageMetadata(original, told);
  return { ...metadata, alternates: { canonical: alternates?.canonical ?? null } };
}

/** For pages that nobody should list: missing, failed, and what a search finds. */
export function unlistedMetadata(locale: Locale, title: string, description: string): Metadata {
  return { title: windowTitle(locale, title), robots: { index: false }, other: { ...siteTags(catalogue().findSite(locale), new URL(webOrigin).hostname), Description: description } };
}

function articleFacts(article: Article) {
  return {
    type: 'article' as const,
    publishedTime: machineTime(article.published),
    ...(article.corrected && { modifiedTime: article.corrected }),
    section: article.column.name,
    ...(article.keywords.length > 0 && { tags: [...article.keywords] }),
  };
}

/** The portal's own picture of a page; a withdrawn article has none. */
function cardOf(address: Address, isPublished: boolean): { readonly url: string } | undefined {
  if (!hasCards || !isCarded(address) || (address.kind === 'article' && !isPublished)) return undefined;
  return { url: webOrigin + cardPathOf(address) };
}

function languagesOf(address: Address, realLocales: readonly Locale[]): Record<string, string> {
  const claims = realLocales.map((locale): [string, string] => [localeFacts[locale].tag, webAddress(inLocale(address, locale))]);
  return Object.fromEntries<string>([...claims, ['x-default', webAddress(inLocale(address, originalLocale))]]);
}

/** From the page outwards: headline, portal, organisation. */
function windowTitle(locale: Locale, title: string | undefined): string {
  const site = catalogue().findSite(locale);
  const template = messages(locale).joint.title;
  const portal = fill(template, { title: site.name, site: site.organisation });
  return title === undefined ? portal : fill(template, { title, site: portal });
}
