/**
 * One page as an inspector reads it: its HTML taken apart into what the rules ask for. The tree is for the rules that look at one page;
 * what is kept of a page afterwards is its facts, so that a whole portal fits into memory.
 */
import { attribute, elementsOf, labelOf, parseHtml, textWithin, type ElementNode } from '@/lib/desk/html-tree';
import { findTime, type FoundTime } from './found-time';
import { readLinks, type Link } from './links';
import type { Place } from './place';
import { readThings, type Thing } from './things';

export interface Meta {
  readonly name: string;
  readonly content: string;
  readonly at: Place;
}

export interface PageFacts {
  /** Path and query. */
  readonly path: string;
  readonly url: URL;
  readonly source: string;
  /** `lang` of the html element. */
  readonly language: string;
  readonly metas: readonly Meta[];
  /** What its `h1` says; empty when there is none. */
  readonly headline: string;
  readonly isArticle: boolean;
  readonly links: readonly Link[];
  /** What anchors can lead to. */
  readonly ids: ReadonlySet<string>;
  /** The newest moment shown in the page's main part that has come already. */
  readonly newest?: FoundTime;
}

export interface AuditedPage extends PageFacts {
  readonly tree: ElementNode;
  readonly heading?: ElementNode;
  /** The main part; the body of a page that marks none. */
  readonly main: ElementNode;
  readonly things: readonly Thing[];
  /** The breadcrumb, from the front page on; empty when there is none. */
  readonly crumbs: readonly string[];
}

/** @throws Error when the page is too large or nested beyond reason. */
export function readPage(url: URL, source: string, now: Date): AuditedPage {
  const tree = parseHtml(source);
  const elements = [...elementsOf(tree)];
  const find = (isIt: (element: ElementNode) => boolean): ElementNode | undefined => elements.find(isIt);
  const main = find((element) => element.name === 'main' || attribute(element, 'role') === 'main') ?? find(({ name }) => name === 'body') ?? tree;
  const heading = find(({ name }) => name === 'h1');
  const metas = elements.filter((element) => element.name === 'meta' && element.attributes.has('name')).map((element) => ({ name: attribute(element, 'name'), content: attribute(element, 'content').trim(), at: element }));
  const things = readThings(elements);
  const has = (name: string): boolean => metas.some((meta) => meta.name.toLowerCase() === name);
  const isOgArticle = elements.some((element) => element.name === 'meta' && attribute(element, 'property') === 'og:type' && attribute(element, 'content') === 'article');
  const newest = newestIn(main, now);
  return {
    path: url.pathname + url.search,
    url,
    source,
    tree,
    main,
    ...(heading && { heading }),
    headline: heading ? readText(heading) : '',
    language: attribute(find(({ name }) => name === 'html') ?? tree, 'lang'),
    metas,
    things,
    isArticle: has('articletitle') || has('pubdate') || isOgArticle || things.some(isArticleThing),
    crumbs: readCrumbs(elements),
    links: readLinks(elements, url),
    ids: new Set(elements.flatMap((element) => [attribute(element, 'id'), element.name === 'a' ? attribute(element, 'name') : ''].filter(Boolean))),
    ...(newest && { newest }),
  };
}

/**
 * Whether this is another form of a page that was read before, such as elder mode: it names that page as the canonical one, and has its language
 * and its headline. What holds for that holds for it. A canonical address alone proves nothing: there are portals whose every page names the first.
 */
export function isCopy({ tree, url, language, headline }: AuditedPage, pages: readonly PageFacts[]): boolean {
  const canonical = [...elementsOf(tree)].find((element) => element.name === 'link' && attribute(element, 'rel') === 'canonical');
  const target = canonical && attribute(canonical, 'href');
  if (target === undefined || !URL.canParse(target, url.href)) return false;
  const { pathname } = new URL(target, url);
  return pathname !== url.pathname && pages.some((page) => page.url.pathname === pathname && page.language === language && page.headline === headline);
}

/** What is kept of a page: everything but its tree. */
export function factsOf({ path, url, source, language, metas, headline, isArticle, links, ids, newest }: AuditedPage): PageFacts {
  return { path, url, source, language, metas, headline, isArticle, links, ids, ...(newest && { newest }) };
}

export function isArticleThing({ type }: Thing): boolean {
  return /Article$/.test(type);
}

/** The tag of this name, spelt exactly so. */
export function findMeta({ metas }: Pick<PageFacts, 'metas'>, name: string): Meta | undefined {
  return metas.find((meta) => meta.name === name);
}

/** The text of an element as it is read: every white space is one space. */
export function readText(element: ElementNode): string {
  return textWithin(element).replace(/\s+/g, ' ').trim();
}

/** Whether a page is in the language of the first page; what is the same in every language is asked only there. */
export function isInLanguageOf(page: PageFacts, home: PageFacts): boolean {
  return page.language.toLowerCase() === home.language.toLowerCase();
}

/** Moments of a list's entries; texts without `time` elements are read when there is none. */
function newestIn(main: ElementNode, now: Date): FoundTime | undefined {
  const times = [...elementsOf(main)].filter(({ name }) => name === 'time').map((element) => findTime(attribute(element, 'datetime') || readText(element)));
  const texts = times.some((time) => time !== undefined) ? [] : [...readText(main).matchAll(/\d{4}\s?[-年/.]\s?\d{1,2}\s?[-月/.]\s?\d{1,2}/g)].map(([text]) => findTime(text));
  const past = [...times, ...texts].filter((time) => time !== undefined).filter(({ moment }) => moment <= now);
  return past.reduce<FoundTime | undefined>((newest, time) => (newest && newest.moment >= time.moment ? newest : time), undefined);
}

const crumbWords = /breadcrumb|crumb|当前位置|當前位置|目前位置|您的位置|You are here|現在の位置/i;

function readCrumbs(elements: readonly ElementNode[]): readonly string[] {
  const trail = elements.find((element) => element.name !== 'body' && element.name !== 'html' && crumbWords.test(`${labelOf(element)} ${attribute(element, 'aria-label')}`));
  if (!trail) return [];
  const parts = [...elementsOf(trail)].filter(({ name }) => name === 'li');
  if (parts.length > 0) return parts.map(readText);
  return readText(trail).split(/\s*[>›»/]\s*/).filter(Boolean);
}
