/**
 * Every address of the portal, one function each, and the way back from a path to what it means.
 * Nobody else joins or takes apart an address.
 */
import { isLocale, type Locale } from '@/lib/locale/locales';

/** What a page's path says. `slug` of a standing page may not be a word the portal uses itself (see reservedPageSlugs). */
export type Address =
  | { readonly kind: 'front'; readonly locale: Locale }
  | { readonly kind: 'news'; readonly locale: Locale }
  | { readonly kind: 'periodicals'; readonly locale: Locale }
  | { readonly kind: 'periodical'; readonly locale: Locale; readonly periodical: string }
  | { readonly kind: 'year'; readonly locale: Locale; readonly periodical: string; readonly year: string }
  | { readonly kind: 'issue'; readonly locale: Locale; readonly periodical: string; readonly issue: string }
  | { readonly kind: 'article'; readonly locale: Locale; readonly periodical: string; readonly issue: string; readonly slug: string }
  | { readonly kind: 'page'; readonly locale: Locale; readonly slug: string };

/** First segments under a locale that belong to the portal; a standing page cannot take them. */
export const reservedPageSlugs: readonly string[] = ['news', 'search', 'missing', 'failed'];

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
    case 'article':
      return `${periodicals}/${address.periodical}/${address.issue}/${address.slug}`;
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
  const [first, second, periodical, third, slug, ...more] = rest;
  if (more.length > 0) return undefined;
  if (first === undefined) return { kind: 'front', locale };
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
  return slugPattern.test(slug) ? { kind: 'article', locale, periodical, issue: third, slug } : undefined;
}

/** The same page in another language. */
export function inLocale(address: Address, locale: Locale): Address {
  return { ...address, locale };
}

/**
 * A picture of an issue, by the hash of its bytes so that it may be cached for ever:
 * `/media/<periodical>/<issue>/<hash>/<name>` is the file itself, `…/<hash>/<name>.<width>.<format>` a smaller copy.
 */
export function picturePath(folder: string, name: string, hash: string, copy?: { width: number; format: 'webp' | 'avif' }): string {
  const file = copy ? `${name}.${copy.width}.${copy.format}` : name;
  return `/media/${folder}/${hash}/${encodeURIComponent(file)}`;
}
