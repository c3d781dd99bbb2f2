/**
 * What a page says about itself where readers do not see it: the meta tags of 《政府网站发展指引》 (国办发〔2017〕47号, annex), Open Graph,
 * JSON-LD. Visible words win over it for the headline; for the rest it is surer than a guess from the layout. Its Description is left
 * aside: nearly always a machine's cut of the first lines, or a sentence about the site.
 */
import { findTime } from '../date-text';
import type { Facts } from '../manuscript';
import { attribute, elementsOf, textWithin, type ElementNode } from '@/lib/desk/html-tree';

export interface PageFacts {
  readonly facts: Partial<Pick<Facts, 'published' | 'source' | 'keywords' | 'column'>>;
  /** What the page says its headline is. */
  readonly titles: readonly string[];
  /** What the browser's title bar says, and its first part: often the headline, sometimes the column. */
  readonly barTitles: readonly string[];
  /** The name in the Author tag: a writer or an editor, the rules allow both. */
  readonly author?: string;
  /** The page's own address, for links that are relative. */
  readonly address?: string;
}

export function readPageFacts(page: ElementNode): PageFacts {
  const metas = new Map<string, string>();
  const linked: unknown[] = [];
  let [documentTitle, base, canonical] = ['', '', ''];
  for (const element of elementsOf(page)) {
    const content = attribute(element, 'content').replace(/\s+/g, ' ').trim();
    const name = (attribute(element, 'name') || attribute(element, 'property')).toLowerCase();
    if (element.name === 'meta' && name !== '' && content !== '' && !metas.has(name)) metas.set(name, content);
    if (element.name === 'title' && documentTitle === '') documentTitle = textWithin(element).replace(/\s+/g, ' ').trim();
    if (element.name === 'base') base ||= attribute(element, 'href');
    if (element.name === 'link' && attribute(element, 'rel') === 'canonical') canonical ||= attribute(element, 'href');
    if (element.name === 'script' && attribute(element, 'type') === 'application/ld+json') linked.push(parseJson(textWithin(element)));
  }
  const meta = (...names: readonly string[]): string | undefined => names.map((name) => metas.get(name)).find((value) => value !== undefined);
  const article = findArticle(linked);
  const published = timeOf(meta('pubdate', 'publishdate', 'firstpublishedtime') ?? textAt(article, 'datePublished') ?? meta('article:published_time', 'og:release_date', 'weibo:article:create_at'));
  const source = (meta('contentsource', 'source') ?? nameAt(article, 'publisher'))?.replace(/^(?:信息|文章|稿件)?来源\s*[:：]\s*/, '');
  const keywords = (meta('keywords') ?? '').split(/[,，;；、\s]+/).filter((word) => word !== '');
  const column = meta('columnname');
  const author = meta('author') ?? nameAt(article, 'author');
  const address = [base, canonical, meta('url', 'og:url')].find((value) => value !== undefined && /^https?:\/\//.test(value));
  const titles = [meta('articletitle'), textAt(article, 'headline'), meta('og:title', 'twitter:title')].filter((title): title is string => title !== undefined && title !== '');
  return {
    facts: {
      ...(published !== undefined && { published }),
      ...(source !== undefined && { source: { name: source } }),
      ...(meta('articletitle') !== undefined && keywords.length > 0 && { keywords }),
      ...(column !== undefined && { column }),
    },
    titles: [...new Set(titles)],
    barTitles: partsOf(documentTitle).filter((title) => title !== ''),
    ...(author !== undefined && { author }),
    ...(address !== undefined && { address }),
  };
}

/** 标题_栏目_网站: the whole, and what stands before the first mark. */
function partsOf(title: string): readonly string[] {
  const [first = ''] = title.split(/\s*[-_|｜–]\s*|\s+[—·]\s+/);
  return first === title ? [title] : [first, title];
}

/** With a minute, in China time; a UTC time is shifted, so that the day is right. */
function timeOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z$/.test(text) ? new Date(text) : undefined;
  if (instant && !Number.isNaN(instant.getTime())) return new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
  const time = findTime(text);
  return time?.minute === undefined ? undefined : `${time.date} ${time.minute}`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The article of JSON-LD, wherever it stands: alone, in a list, in a graph. */
function findArticle(values: readonly unknown[]): object | undefined {
  const waiting = [...values];
  for (let steps = 0; steps < 1000; steps++) {
    const value = waiting.shift();
    if (value === undefined && waiting.length === 0) return undefined;
    const list = listOf(value);
    if (list) waiting.push(...list.slice(0, 100));
    else if (typeof value === 'object' && value !== null) {
      if (/Article|Report|BlogPosting/.test(JSON.stringify(Reflect.get(value, '@type')) || '')) return value;
      waiting.push(Reflect.get(value, '@graph'), Reflect.get(value, 'mainEntity'));
    }
  }
  return undefined;
}

function listOf(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

function textAt(value: object | undefined, key: string): string | undefined {
  const found: unknown = value && Reflect.get(value, key);
  return typeof found === 'string' && found.trim() !== '' ? found.trim() : undefined;
}

function nameAt(value: object | undefined, key: string): string | undefined {
  const found: unknown = value && Reflect.get(value, key);
  const [one] = listOf(found) ?? [found];
  if (typeof one === 'string') return one;
  return typeof one === 'object' && one !== null ? textAt(one, 'name') : undefined;
}
