/**
 * What a page says of itself in <head>. It promises: absolute addresses; hreflang only for languages whose words really exist, the same
 * on each of them; a page that shows the Original for want of a translation points to the Original and claims nothing.
 */
import type { Metadata } from 'next';
import { catalogue } from '@/lib/content/catalogue';
import { localeFacts, originalLocale, type Locale } from '@/lib/locale/locales';
import { fill, messages } from '@/lib/locale/messages';
import { inLocale, type Address } from '@/lib/routes';
import { webAddress } from './web-address';

interface Told {
  /** Left out on the front page, which is called by the portal's own name. */
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly keywords?: readonly string[];
}

export function pageMetadata(address: Address, { title, description, keywords = [] }: Told): Metadata {
  const { locale } = address;
  const realLocales = catalogue().listAvailableLocales(address);
  const isFallback = !realLocales.includes(locale);
  return {
    title: windowTitle(locale, title),
    ...(description && { description }),
    ...(keywords.length > 0 && { keywords: [...keywords] }),
    alternates: {
      canonical: webAddress(isFallback ? inLocale(address, originalLocale) : address),
      ...(!isFallback && { languages: languagesOf(address, realLocales) }),
    },
  };
}

/** For the pages that stand at no address of their own: missing and failed. */
export function unlistedMetadata(locale: Locale, title: string): Metadata {
  return { title: windowTitle(locale, title), robots: { index: false } };
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
