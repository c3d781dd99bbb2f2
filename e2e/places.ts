/** The places of the fictional archive (e2e/content) that specs visit, by what is special about them. */
import { elderPathOf, parsePath, pathOf, type Address } from '@/lib/routes';
import { shortCodeOf } from '@/lib/short-code';
import type { Locale } from './reader';

/** Its articles are of every shape. */
export const fullIssue = { periodical: 'zhoukan', issue: '2025-03-14' } as const;

/** Articles, by what they are there for. */
export const articles = {
  /** Every field used; translated into English (unofficial) and Japanese (machine); two corrections; three pictures. */
  everything: { ...fullIssue, slug: 'lake-path' },
  /** Tables, footnotes, headings, lists, code; no translation. */
  untranslated: { ...fullIssue, slug: 'tables-and-notes' },
  /** Talks about script tags in title, summary and text. */
  scripts: { ...fullIssue, slug: 'about-script-tags' },
  longHeadline: { ...fullIssue, slug: 'long-headline' },
  /** Six kinds of picture files. */
  pictures: { ...fullIssue, slug: 'pictures' },
  /** Words that Traditional Chinese is easily got wrong in; 后园里 is protected. */
  traditional: { periodical: 'zhoukan', issue: '2025-01-03', slug: 'traditional-care' },
  /** An editor's own Traditional Chinese. */
  override: { periodical: 'zhoukan', issue: '2025-01-03', slug: 'new-year-word' },
  /** A recording in Chinese (MP3), another in English (M4A), none in Japanese, of which there is no translation. */
  recorded: { periodical: 'zhoukan', issue: '2025-03-07', slug: 'bicycle-racks' },
  withdrawn: { periodical: 'zhoukan', issue: '2024-12-27', slug: 'withdrawn-count' },
  /** Title, time, column and one sentence: nothing else; alone in its issue. */
  least: { periodical: 'zhoukan', issue: '2023-02-03', slug: 'one-bench' },
  draft: { ...fullIssue, slug: 'draft-plan' },
  scheduled: { ...fullIssue, slug: 'next-century' },
} as const;

export type ArticlePlace = (typeof articles)[keyof typeof articles];

export function articlePath(locale: Locale, place: { readonly periodical: string; readonly issue: string; readonly slug: string }): string {
  return pathOf({ kind: 'article', locale, ...place });
}

/** Every kind of page, each with what is hardest about it. */
export function pageKinds(locale: Locale): readonly { readonly name: string; readonly path: string }[] {
  const address = (rest: DistributiveOmit<Address, 'locale'>): string => pathOf({ ...rest, locale });
  return [
    { name: 'front page', path: address({ kind: 'front' }) },
    { name: 'news centre', path: address({ kind: 'news' }) },
    { name: 'periodicals', path: address({ kind: 'periodicals' }) },
    { name: 'periodical', path: address({ kind: 'periodical', periodical: 'zhoukan' }) },
    { name: 'periodical without translation', path: address({ kind: 'periodical', periodical: 'shequ' }) },
    { name: 'year', path: address({ kind: 'year', periodical: 'zhoukan', year: '2025' }) },
    { name: 'issue', path: address({ kind: 'issue', ...fullIssue }) },
    { name: 'issue for printing', path: address({ kind: 'issue-print', ...fullIssue }) },
    { name: 'issue of one article', path: address({ kind: 'issue', periodical: 'zhoukan', issue: '2023-02-03' }) },
    { name: 'article', path: articlePath(locale, articles.everything) },
    { name: 'article without translation', path: articlePath(locale, articles.untranslated) },
    { name: 'article with a long headline', path: articlePath(locale, articles.longHeadline) },
    { name: 'article of pictures', path: articlePath(locale, articles.pictures) },
    { name: 'article about scripts', path: articlePath(locale, articles.scripts) },
    { name: 'withdrawn article', path: articlePath(locale, articles.withdrawn) },
    { name: 'copy of a corrected article', path: address({ kind: 'copy', code: shortCodeOf(articles.everything) }) },
    { name: 'copy of a withdrawn article', path: address({ kind: 'copy', code: shortCodeOf(articles.withdrawn) }) },
    { name: 'settings', path: address({ kind: 'settings' }) },
    { name: 'saved issues', path: address({ kind: 'offline' }) },
    { name: 'standing page', path: address({ kind: 'page', slug: 'about' }) },
    { name: 'standing page without translation', path: address({ kind: 'page', slug: 'accessibility' }) },
    { name: 'article with a recording', path: articlePath(locale, articles.recorded) },
  ];
}

/** Those, and the pages that stand alone: two languages side by side, search, lists about the portal, the page for what is missing. Its answer is 404, and browsers write that down. */
export function everyPage(locale: Locale): readonly { readonly name: string; readonly path: string }[] {
  return [
    ...pageKinds(locale),
    { name: 'side by side', path: pathOf({ kind: 'parallel', locale, ...articles.everything, beside: locale === 'zh-hans' || locale === 'zh-hant' ? 'en' : 'zh-hans' }) },
    { name: 'search', path: pathOf({ kind: 'search', locale }) },
    { name: 'search results', path: pathOf({ kind: 'search', locale, query: { words: '湖', page: 1 } }) },
    { name: 'search without results', path: pathOf({ kind: 'search', locale, query: { words: 'xyzzy', page: 1 } }) },
    { name: 'corrections', path: pathOf({ kind: 'corrections', locale }) },
    { name: 'compliance', path: pathOf({ kind: 'compliance', locale }) },
    { name: 'most read', path: pathOf({ kind: 'most-read', locale }) },
    { name: 'missing', path: `/${locale}/nothing/here` },
  ];
}

/** The same place in elder mode. */
export function elderPath(path: string): string {
  const [place = '', query] = path.split('?');
  const address = parsePath(place);
  const elder = address ? elderPathOf(address) : place.replace(/^\/[^/]+/, '$&/elder');
  return query === undefined ? elder : `${elder}?${query}`;
}

/** Why a page of this kind may not be found by search engines; undefined for the others (docs/decisions/0021-what-robots-may-list.md). */
export function whyUnlisted(name: string): string | undefined {
  if (/withdrawn/.test(name)) return 'withdrawn';
  if (/^search (?:results|without results)/.test(name)) return 'what can be asked has no end';
  return name === 'missing' ? 'there is no such page' : undefined;
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
