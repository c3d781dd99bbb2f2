/**
 * The catalogue's answers to searches. A question is asked of the full-text index in a few steps, what weighs most first: headlines, how
 * they sound, what stands beside them, the whole text; each newest first. Articles come once, in the language that suits the reader.
 * Promises: the work is done on another thread; no step goes on when it has `mostFound` articles; what nobody may read is never found.
 */
import type { Environment } from '@/lib/environment';
import { originalLocale, type Locale } from '@/lib/locale/locales';
import type { SearchLanguage, SearchQuery } from '@/lib/routes';
import { openSqliteAside, type AsideDatabase } from '@/lib/sqlite';
import type { ArticleEntry } from '../article';
import type { Library } from '../library';
import { plainTextOf } from '../markdown';
import { fileOf } from '../place';
import type { Shelves } from '../shelves';
import { bodyWordsOf } from './body-words';
import { markTerms, stretchOf, type Piece } from './extract';
import { articleOf, firstKeyOf, localeOf, perMinute, textKey } from './key';
import { searchFileOf } from './search-file';
import { readTerms, type Wanted } from './terms';
import { filterToken, pairsMatch, type Term } from './tokens';

export interface SearchResult {
  /** The words in the language in which they were found. */
  readonly entry: ArticleEntry;
  /** The language of the address at which they stand. */
  readonly locale: Locale;
  readonly title: readonly Piece[];
  readonly extract: readonly Piece[];
}

export interface SearchAnswer {
  /** Articles; at least so many when `isMore`. */
  readonly count: number;
  readonly isMore: boolean;
  readonly page: number;
  readonly pageCount: number;
  readonly results: readonly SearchResult[];
  /** What could be looked for instead, when nothing was found. */
  readonly instead: Instead;
}

export interface Instead {
  /** How many there are without the filters. */
  readonly unfiltered: number;
  /** Parts of what was typed that are found by themselves. */
  readonly words: readonly { readonly words: string; readonly count: number }[];
  /** Articles whose headlines are like what was typed. */
  readonly articles: readonly ArticleEntry[];
}

/** Results are counted, and can be leafed through, up to here. */
export const mostFound = 10_000;
export const resultsPerPage = 10;
const mostSuggested = 5;
const nothing: Instead = { unfiltered: 0, words: [], articles: [] };

/** An article found, and in which languages. */
interface Found {
  readonly article: number;
  readonly locales: Locale[];
}

interface Places {
  readonly found: readonly Found[];
  readonly isMore: boolean;
}

const localesOf: Readonly<Record<SearchLanguage, readonly Locale[]>> = { zh: ['zh-hans', 'zh-hant'], en: ['en'], ja: ['ja'] };

export function openSearchDesk(environment: Pick<Environment, 'data'>, shelves: Shelves, library: Library, clock: () => string) {
  let database: AsideDatabase | undefined;

  /** Texts, the newest first; so many that `mostFound` articles are among them, when there are that many. */
  async function ask(table: 'heading' | 'whole', match: string, query: SearchQuery): Promise<readonly number[]> {
    const keys: number[] = [];
    const articles = new Set<number>();
    for (let isMore = true; isMore && articles.size <= mostFound; ) {
      const more = await askBefore(keys.at(-1), table, match, query);
      for (const key of more) articles.add(articleOf(key));
      keys.push(...more);
      isMore = more.length > mostFound;
    }
    return keys;
  }

  async function askBefore(last: number | undefined, table: 'heading' | 'whole', match: string, { year, language }: SearchQuery): Promise<readonly number[]> {
    database ??= openSqliteAside(searchFileOf(environment), 'read');
    const end = firstKeyOf(clock()) + perMinute;
    const [from, to] = year === undefined ? [0, end] : [firstKeyOf(`${year}-01-01 00:00`), Math.min(end, firstKeyOf(`${year}-12-31 23:59`) + perMinute)];
    const ofLanguage = language ? ` AND rowid & 3 IN (${localesOf[language].map((locale) => textKey(0, locale)).join(', ')})` : '';
    // Numbers stand in the statement: the driver hands them over as fractions, which the table does not take for bounds.
    const inRange = `rowid >= ${textKey(from, 'zh-hans')} AND rowid < ${last ?? textKey(to, 'zh-hans')}${ofLanguage}`;
    const sql = `SELECT json_group_array(key) AS keys FROM (SELECT rowid AS key FROM ${table} WHERE ${table} MATCH ? AND ${inRange} ORDER BY rowid DESC LIMIT ${mostFound + 1})`;
    const [row] = await database.ask<{ keys: string }>(sql, match);
    return row ? (JSON.parse(row.keys) as number[]) : [];
  }

  /** Every article in which all terms stand, those that weigh more first. */
  async function find(wanted: Wanted, query: SearchQuery, locale: Locale): Promise<Places> {
    const { terms, sounds } = wanted;
    const filter = query.periodical === undefined ? undefined : `"${filterOf(query.periodical, query.column)}"`;
    const inHeading = (columns: string, match: string): string => `{${columns}} : (${match})${filter ? ` AND {about} : ${filter}` : ''}`;
    const all = terms.map(({ match }) => match).join(' AND ');
    const bySound = sounds ? [() => ask('heading', inHeading('sounds', sounds), query)] : [];
    const isChinese = locale === 'zh-hans' || locale === 'zh-hant';
    const steps = [
      () => ask('heading', inHeading('title', all), query),
      ...(isChinese ? bySound : []),
      () => ask('heading', inHeading('title about', all), query),
      () => ask('whole', `(${all})${filter ? ` AND ${filter}` : ''}`, query),
      ...(isChinese ? [] : bySound),
    ];
    const found = new Map<number, Locale[]>();
    for (const step of steps) {
      for (const key of await step()) {
        const article = articleOf(key);
        const before = found.get(article);
        if (!before) found.set(article, [localeOf(key)]);
        else if (!before.includes(localeOf(key))) before.push(localeOf(key));
      }
    }
    return { found: [...found].slice(0, mostFound).map(([article, locales]) => ({ article, locales })), isMore: found.size > mostFound };
  }

  /** Columns are asked for by their slugs and indexed by their names. */
  function filterOf(periodical: string, column: string | undefined): string {
    const columns = library.findPeriodicalPair(periodical, originalLocale)?.original.data.columns ?? [];
    return filterToken(periodical, column === undefined ? '' : (columns.find(({ slug }) => slug === column)?.name ?? column));
  }

  function show({ article, locales }: Found, terms: readonly Term[], reader: Locale): SearchResult | undefined {
    const row = shelves.articleOfKey(article, clock());
    if (!row) return undefined;
    const place = { kind: 'article', periodical: row.periodical, issue: row.issue, slug: row.slug } as const;
    const isOwn = locales.includes(reader);
    const isShownOriginal = locales.includes(originalLocale) && shelves.words(fileOf({ ...place, locale: reader })) === undefined;
    const locale = isOwn || isShownOriginal ? reader : (locales[0] ?? reader);
    const entry = library.articleEntry(row, locale);
    if (!entry) return undefined;
    const text = isOwn || !isShownOriginal ? locale : originalLocale;
    const convert = text === locale ? (words: string) => words : library.convert(locale);
    const body = stretchOf(bodyWordsOf(shelves.body(fileOf({ ...place, locale: text })), plainTextOf), terms, text);
    return { entry, locale, title: markTerms(entry.title, terms, entry.shownLocale), extract: markTerms(body === undefined ? entry.extract : convert(body), terms, entry.shownLocale) };
  }

  async function suggest(wanted: Wanted, query: SearchQuery, locale: Locale): Promise<Instead> {
    const { words, page } = query;
    const isFiltered = query.periodical !== undefined || query.year !== undefined || query.language !== undefined;
    const unfiltered = isFiltered ? (await find(wanted, { words, page }, locale)).found.length : 0;
    const parts = [];
    if (wanted.terms.length > 1) {
      for (const [place, term] of wanted.terms.entries()) {
        const { found } = await find({ ...wanted, terms: [term], sounds: undefined }, { ...query, page: 1 }, locale);
        if (found.length > 0) parts.push({ words: wanted.words[place] ?? '', count: found.length });
      }
    }
    return { unfiltered, words: parts, articles: await listAlike(wanted, locale) };
  }

  /** Articles whose headlines share the most pairs of letters, or stems, with what was typed. */
  async function listAlike({ terms }: Wanted, locale: Locale): Promise<readonly ArticleEntry[]> {
    const match = pairsMatch(terms);
    if (match === undefined) return [];
    database ??= openSqliteAside(searchFileOf(environment), 'read');
    const end = textKey(firstKeyOf(clock()) + perMinute, 'zh-hans');
    const rows = await database.ask<{ key: number }>(`SELECT rowid AS key FROM heading WHERE heading MATCH ? AND rowid < ${end} ORDER BY rank LIMIT ${2 * mostSuggested}`, `{title} : (${match})`);
    const articles = [...new Set(rows.map(({ key }) => articleOf(key)))].slice(0, mostSuggested);
    return articles.flatMap((article) => {
      const row = shelves.articleOfKey(article, clock());
      return row ? (library.articleEntry(row, locale) ?? []) : [];
    });
  }

  return {
    /** @returns Undefined when there is nothing to look for in the words. */
    async search(locale: Locale, query: SearchQuery): Promise<SearchAnswer | undefined> {
      const wanted = readTerms(query.words);
      if (wanted.terms.length === 0) return undefined;
      const { found, isMore } = await find(wanted, query, locale);
      const pageCount = Math.ceil(found.length / resultsPerPage);
      const page = Math.min(query.page, Math.max(1, pageCount));
      const results = found.slice((page - 1) * resultsPerPage, page * resultsPerPage).flatMap((one) => show(one, wanted.terms, locale) ?? []);
      return { count: found.length, isMore, page, pageCount, results, instead: found.length === 0 ? await suggest(wanted, query, locale) : nothing };
    },
    close: (): void => void database?.close(),
  };
}
