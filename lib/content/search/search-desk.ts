/**
 * The catalogue's answers to searches. A question is asked of the full-text index in a few steps, what weighs most first: headlines, how
 * they sound, what stands beside them, the whole text; each newest first. Articles come once, in the language that suits the reader.
 * Promises: the work is done on other threads; no step goes on when it has `mostFound` articles; what nobody may read is never found.
 */
import type { Environment } from '@/lib/environment';
import { locales, originalLocale, type Locale } from '@/lib/locale/locales';
import type { SearchLanguage, SearchQuery } from '@/lib/routes';
import { openSqliteAside, type AsideDatabase } from '@/lib/sqlite';
import type { ArticleEntry } from '../article';
import type { Library } from '../library';
import { plainTextOf } from '../markdown';
import { fileOf } from '../place';
import type { Shelves } from '../shelves';
import { bodyWordsOf } from './body-words';
import { markTerms, stretchOf, type Piece } from './extract';
import { articleOf, firstKeyOf, perMinute, textKey } from './key';
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

type Table = 'heading' | 'whole';
/** Texts that answer a question, the newest first. */
type Keys = readonly number[];

interface Places {
  /** At most `mostFound`, those that weigh more first. */
  readonly articles: readonly number[];
  readonly isMore: boolean;
  /** In which languages it was found, where it weighs more first. */
  localesOf(article: number): readonly Locale[];
}

const searchedLocales: Readonly<Record<SearchLanguage, readonly Locale[]>> = { zh: ['zh-hans', 'zh-hant'], en: ['en'], ja: ['ja'] };

export function openSearchDesk(environment: Pick<Environment, 'data'>, shelves: Shelves, library: Library, clock: () => string) {
  /** A connection for each table, so that both are read at the same time. */
  const databases = new Map<Table, AsideDatabase>();

  function databaseOf(table: Table): AsideDatabase {
    const database = databases.get(table) ?? openSqliteAside(searchFileOf(environment), 'read');
    databases.set(table, database);
    return database;
  }

  /** For each match so many texts that `mostFound` articles are among them, when there are that many. */
  async function ask(table: Table, matches: readonly string[], query: SearchQuery): Promise<readonly Keys[]> {
    const first = await askBefore(undefined, table, matches, query);
    return Promise.all(matches.map((match, place) => askOn(first[place] ?? [], table, match, query)));
  }

  async function askOn(first: Keys, table: Table, match: string, query: SearchQuery): Promise<Keys> {
    let keys = first;
    for (let latest = first; latest.length > mostFound && countArticles(keys) <= mostFound; ) {
      [latest = []] = await askBefore(keys.at(-1), table, [match], query);
      keys = [...keys, ...latest];
    }
    return keys;
  }

  /** All matches in one question: to hand one over takes as long as to answer a rare one. */
  async function askBefore(last: number | undefined, table: Table, matches: readonly string[], { year, language }: SearchQuery): Promise<readonly Keys[]> {
    const end = firstKeyOf(clock()) + perMinute;
    const [from, to] = year === undefined ? [0, end] : [firstKeyOf(`${year}-01-01 00:00`), Math.min(end, firstKeyOf(`${year}-12-31 23:59`) + perMinute)];
    const ofLanguage = language ? ` AND rowid & 3 IN (${searchedLocales[language].map((locale) => textKey(0, locale)).join(', ')})` : '';
    // Numbers stand in the statement: the driver hands them over as fractions, which the table does not take for bounds.
    const inRange = `rowid >= ${textKey(from, 'zh-hans')} AND rowid < ${last ?? textKey(to, 'zh-hans')}${ofLanguage}`;
    const keys = `(SELECT json_group_array(key) FROM (SELECT rowid AS key FROM ${table} WHERE ${table} MATCH ? AND ${inRange} ORDER BY rowid DESC LIMIT ${mostFound + 1}))`;
    const [row] = await databaseOf(table).ask<{ found: string }>(`SELECT json_array(${matches.map(() => keys).join(', ')}) AS found`, ...matches);
    return row ? (JSON.parse(row.found) as number[][]) : [];
  }

  /** Every article in which all terms stand. */
  async function find({ terms, sounds }: Wanted, query: SearchQuery, locale: Locale): Promise<Places> {
    const filter = query.periodical === undefined ? undefined : `"${filterOf(query.periodical, query.column)}"`;
    const inHeading = (columns: string, match: string): string => `{${columns}} : (${match})${filter ? ` AND {about} : ${filter}` : ''}`;
    const all = terms.map(({ match }) => match).join(' AND ');
    const [[byTitle = [], beside = [], bySound = []], [anywhere = []]] = await Promise.all([
      ask('heading', [inHeading('title', all), inHeading('title about', all), ...(sounds ? [inHeading('sounds', sounds)] : [])], query),
      ask('whole', [`(${all})${filter ? ` AND ${filter}` : ''}`], query),
    ]);
    const isChinese = locale === 'zh-hans' || locale === 'zh-hant';
    const steps = isChinese ? [byTitle, bySound, beside, anywhere] : [byTitle, beside, anywhere, bySound];
    const articles = listArticles(steps);
    return {
      articles: articles.slice(0, mostFound),
      isMore: articles.length > mostFound,
      localesOf: (article) => steps.flatMap((keys) => locales.filter((locale) => holds(keys, textKey(article, locale)))),
    };
  }

  /** Columns are asked for by their slugs and indexed by their names. */
  function filterOf(periodical: string, column: string | undefined): string {
    const columns = library.findPeriodicalPair(periodical, originalLocale)?.original.data.columns ?? [];
    return filterToken(periodical, column === undefined ? '' : (columns.find(({ slug }) => slug === column)?.name ?? column));
  }

  function show(article: number, found: readonly Locale[], terms: readonly Term[], reader: Locale): SearchResult | undefined {
    const row = shelves.articleOfKey(article, clock());
    if (!row) return undefined;
    const place = { kind: 'article', periodical: row.periodical, issue: row.issue, slug: row.slug } as const;
    const isOwn = found.includes(reader);
    const isShownOriginal = found.includes(originalLocale) && shelves.words(fileOf({ ...place, locale: reader })) === undefined;
    const locale = isOwn || isShownOriginal ? reader : (found[0] ?? reader);
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
    const unfiltered = isFiltered ? (await find(wanted, { words, page }, locale)).articles.length : 0;
    const parts = [];
    if (wanted.terms.length > 1) {
      for (const [place, term] of wanted.terms.entries()) {
        const { articles } = await find({ ...wanted, terms: [term], sounds: undefined }, { ...query, page: 1 }, locale);
        if (articles.length > 0) parts.push({ words: wanted.words[place] ?? '', count: articles.length });
      }
    }
    return { unfiltered, words: parts, articles: await listAlike(wanted, locale) };
  }

  /** Articles whose headlines share the most pairs of letters, or stems, with what was typed. */
  async function listAlike({ terms }: Wanted, locale: Locale): Promise<readonly ArticleEntry[]> {
    const match = pairsMatch(terms);
    if (match === undefined) return [];
    const end = textKey(firstKeyOf(clock()) + perMinute, 'zh-hans');
    const rows = await databaseOf('heading').ask<{ key: number }>(`SELECT rowid AS key FROM heading WHERE heading MATCH ? AND rowid < ${end} ORDER BY rank LIMIT ${2 * mostSuggested}`, `{title} : (${match})`);
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
      const { articles, isMore, localesOf } = await find(wanted, query, locale);
      const pageCount = Math.ceil(articles.length / resultsPerPage);
      const page = Math.min(query.page, Math.max(1, pageCount));
      const results = articles.slice((page - 1) * resultsPerPage, page * resultsPerPage).flatMap((article) => show(article, localesOf(article), wanted.terms, locale) ?? []);
      return { count: articles.length, isMore, page, pageCount, results, instead: articles.length === 0 ? await suggest(wanted, query, locale) : nothing };
    },
    close(): void {
      for (const database of databases.values()) void database.close();
      databases.clear();
    },
  };
}

/**
 * The articles of all steps, each in the first step that found it. Every step is in order, and so is walked through beside those before it:
 * a set would have to hash tens of thousands of numbers for a common word.
 */
function listArticles(steps: readonly Keys[]): readonly number[] {
  const before: { readonly articles: readonly number[]; at: number }[] = [];
  const all: number[] = [];
  for (const keys of steps) {
    const articles = keys.map(articleOf).filter((article, place, own) => article !== own[place - 1]);
    for (const article of articles) {
      let isNew = true;
      for (const step of before) {
        while ((step.articles[step.at] ?? -1) > article) step.at += 1;
        if (step.articles[step.at] === article) isNew = false;
      }
      if (isNew) all.push(article);
    }
    for (const step of before) step.at = 0;
    before.push({ articles, at: 0 });
  }
  return all;
}

/** The texts of an article follow one another. */
function countArticles(keys: Keys): number {
  return keys.reduce((count, key, place) => (place > 0 && articleOf(key) === articleOf(keys[place - 1] ?? 0) ? count : count + 1), 0);
}

function holds(keys: Keys, wanted: number): boolean {
  let [from, to] = [0, keys.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((keys[middle] ?? 0) > wanted) from = middle + 1;
    else to = middle;
  }
  return keys[from] === wanted;
}
