/**
 * From the index to the full-text index: which articles of an issue changed, and what readers may look for in each of their languages.
 * Drafts and withdrawn articles are taken out; those whose time has not come are put in, beyond the bound of every question.
 */
import { locales, type Locale } from '@/lib/locale/locales';
import type { Database } from '@/lib/sqlite';
import { fileOf, issueFolder, type TextPlace } from '../place';
import { textKey } from './key';
import type { SearchText, SearchWriter } from './search-writer';
import { textTokens, type TextTokens } from './text-tokens';

type ArticlePlace = Extract<TextPlace, { kind: 'article' }>;

interface Touched {
  /** Its number before the change. */
  readonly key: number | null | undefined;
  /** What has just been read, by the file's path. */
  readonly texts: Map<string, TextTokens>;
}

export type SearchFeed = ReturnType<typeof openSearchFeed>;

/** @param isAnythingKnown Until then nothing that an article was before is looked for. */
export function openSearchFeed(database: Database, search: SearchWriter, isAnythingKnown: () => boolean) {
  const sql = {
    article: database.prepare<{ key: number | null; column_name: string }>('SELECT key, column_name FROM article WHERE periodical = ? AND issue = ? AND slug = ?'),
    paths: database.prepare<{ path: string }>('SELECT path FROM document WHERE path > ? AND path < ?'),
    document: database.prepare<{ data: string; body: string }>('SELECT data, body FROM document WHERE path = ?'),
  };
  const touched = new Map<string, Map<string, Touched>>();

  return {
    /** Called before the index changes. @param text Left out when the text goes. */
    note(place: ArticlePlace, text?: TextTokens): void {
      const folder = issueFolder(place);
      const issue = touched.get(folder) ?? new Map<string, Touched>();
      touched.set(folder, issue);
      const article = issue.get(place.slug) ?? { key: isAnythingKnown() ? sql.article.get(place.periodical, place.issue, place.slug)?.key : undefined, texts: new Map<string, TextTokens>() };
      issue.set(place.slug, article);
      if (text) article.texts.set(fileOf(place), text);
      else article.texts.delete(fileOf(place));
    },

    /** Called when the index knows the issue as it is now. */
    settle(periodical: string, date: string): void {
      const folder = issueFolder({ periodical, issue: date });
      const issue = touched.get(folder);
      if (!issue) return;
      touched.delete(folder);
      const paths = new Set(sql.paths.all(`${folder}/`, `${folder}0`).map(({ path }) => path));
      const gone: number[] = [];
      const texts: SearchText[] = [];
      for (const [slug, { key: before, texts: fresh }] of issue) {
        const { key = null, column_name: column = '' } = sql.article.get(periodical, date, slug) ?? {};
        gone.push(...[before ?? null, key].flatMap((number) => (number === null ? [] : locales.map((locale) => textKey(number, locale)))));
        if (key === null) continue;
        for (const locale of locales) {
          const path = fileOf({ kind: 'article', periodical, issue: date, slug, locale });
          const tokens = paths.has(path) ? (fresh.get(path) ?? load(path, locale)) : undefined;
          if (tokens) texts.push({ key: textKey(key, locale), periodical, column, tokens });
        }
      }
      search.replace([...new Set(gone)], texts.sort((a, b) => a.key - b.key));
    },
  };

  function load(path: string, locale: Locale): TextTokens | undefined {
    const row = sql.document.get(path);
    return row && textTokens({ data: JSON.parse(row.data) as object, body: row.body }, locale);
  }
}
