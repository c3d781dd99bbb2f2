/**
 * What the indexer writes, one function each: the SQL of the writing side and nothing else.
 * It promises that a document, its article row and its picture row appear and vanish together.
 */
import { chinaTime } from '@/lib/locale/dates';
import { originalLocale } from '@/lib/locale/locales';
import type { Problem } from '@/lib/problem';
import { parseSharedPath } from '@/lib/routes';
import { shortCodeOf } from '@/lib/short-code';
import type { Database } from '@/lib/sqlite';
import type { ArticleSource } from './article';
import type { Claim, Outline } from './claim';
import { openKnownFiles } from './known-files';
import type { ReadyFile } from './loader';
import type { PeriodicalSource } from './periodical';
import { fileOf, folderOf, isText, type Misplaced, type Place, type TextPlace } from './place';
import { hasError, type Reading } from './reading';
import type { Redirect } from './redirects';
import { countingKeywords, openRelated, type IssueId, type RelatedId } from './related';
import { openArticleKeys } from './search/article-keys';
import { openSearchFeed } from './search/search-feed';
import type { SearchWriter } from './search/search-writer';

export interface FileRow {
  readonly path: string;
  readonly disk_name: string;
  readonly is_admitted: number;
  readonly problems: string | null;
  readonly conflicts: string | null;
  readonly claims: string | null;
}

export type IndexWriter = ReturnType<typeof openIndexWriter>;

interface WriterOptions {
  /** Drafts are listed as published; the documents go on saying what they are. */
  readonly isPreview?: boolean;
  /** The full-text index that goes with the index; left out where nobody will search. */
  readonly search?: SearchWriter | undefined;
}

export function openIndexWriter(database: Database, { isPreview = false, search }: WriterOptions = {}) {
  const known = openKnownFiles(database);
  const sql = {
    stamp: database.prepare('UPDATE file SET stamp = ?, disk_name = ? WHERE path = ?'),
    file: database.prepare(
      `INSERT INTO file (path, folder, disk_name, stamp, hash, is_admitted, problems, conflicts, claims, outline) VALUES (?, ?, ?, ?, ?, ?, ?, NULL, ?, ?)
       ON CONFLICT (path) DO UPDATE SET disk_name = excluded.disk_name, stamp = excluded.stamp, hash = excluded.hash, is_admitted = excluded.is_admitted,
         problems = excluded.problems, conflicts = NULL, claims = excluded.claims, outline = excluded.outline`,
    ),
    filesOfFolder: database.prepare<FileRow>('SELECT path, disk_name, is_admitted, problems, conflicts, claims FROM file WHERE folder = ? ORDER BY path'),
    outline: database.prepare<{ outline: string }>('SELECT outline FROM file WHERE path = ?'),
    judge: database.prepare('UPDATE file SET conflicts = ?, is_admitted = ? WHERE path = ?'),
    forget: database.prepare('DELETE FROM file WHERE path = ?'),
    document: database.prepare<{ data: string; body: string }>('SELECT data, body FROM document WHERE path = ?'),
    putDocument: database.prepare(
      `INSERT INTO document (path, data, extract, body) VALUES (?, ?, ?, ?)
       ON CONFLICT (path) DO UPDATE SET data = excluded.data, extract = excluded.extract, body = excluded.body`,
    ),
    dropDocument: database.prepare('DELETE FROM document WHERE path = ?'),
    putArticle: database.prepare(
      `INSERT INTO article (periodical, issue, slug, published, status, key, column_name, corrected, position, code) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (periodical, issue, slug) DO UPDATE SET published = excluded.published, status = excluded.status, key = excluded.key, column_name = excluded.column_name, corrected = excluded.corrected, position = excluded.position`,
    ),
    putKeywords: database.prepare('INSERT OR IGNORE INTO keyword (periodical, column_name, word, issue, published, slug) SELECT ?, ?, value, ?, ?, ? FROM json_each(?)'),
    dropKeywords: database.prepare('DELETE FROM keyword WHERE periodical = ? AND issue = ? AND slug = ?'),
    dropArticle: database.prepare('DELETE FROM article WHERE periodical = ? AND issue = ? AND slug = ?'),
    putPeriodical: database.prepare('INSERT INTO periodical (slug, position) VALUES (?, ?) ON CONFLICT DO UPDATE SET position = excluded.position'),
    dropPeriodical: database.prepare('DELETE FROM periodical WHERE slug = ?'),
    putPicture: database.prepare('INSERT OR REPLACE INTO picture (folder, name, disk_name, hash, type, width, height) VALUES (?, ?, ?, ?, ?, ?, ?)'),
    putRecording: database.prepare('INSERT OR REPLACE INTO recording (folder, name, disk_name, hash, format, size, seconds) VALUES (?, ?, ?, ?, ?, ?, ?)'),
    dropRecording: database.prepare('DELETE FROM recording WHERE folder = ? AND name = ?'),
    redirects: database.prepare<{ source: string; target: string }>('SELECT source, target FROM redirect ORDER BY source'),
    putRedirect: database.prepare('INSERT INTO redirect (source, target, code) VALUES (?, ?, ?)'),
    dropRedirects: database.prepare('DELETE FROM redirect'),
    dropPicture: database.prepare('DELETE FROM picture WHERE folder = ? AND name = ?'),
    articlesOfIssue: database.prepare<{ slug: string; published: string; status: string; column_name: string; position: number | null; rank: number }>(
      'SELECT slug, published, status, column_name, position, rank FROM article WHERE periodical = ? AND issue = ?',
    ),
    ranks: database.prepare(
      `UPDATE article SET rank = place.value ->> 1 FROM json_each(?) AS place WHERE periodical = ? AND issue = ? AND slug = place.value ->> 0`,
    ),
    putIssue: database.prepare('INSERT INTO issue (periodical, date, opens, exists_from) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET opens = excluded.opens, exists_from = excluded.exists_from'),
    dropIssue: database.prepare('DELETE FROM issue WHERE periodical = ? AND date = ?'),
  };

  const related = openRelated(database);
  /** Issues whose articles name one that changed; none while the index is filled for the first time, when nobody has read anything. */
  const naming = new Map<string, IssueId>();
  /** Until then no question of what was there before has an answer. */
  let isFilled = database.prepare('SELECT 1 FROM file LIMIT 1').get() !== undefined;
  const isAnythingKnown = (): boolean => isFilled;
  const keys = openArticleKeys(database, isAnythingKnown);
  const feed = search && openSearchFeed(database, search, isAnythingKnown);

  function noteNaming(article: RelatedId): void {
    if (!isFilled) return;
    for (const issue of related.issuesNaming(article, chinaTime(new Date()))) naming.set(`${issue.periodical}/${issue.issue}`, issue);
  }

  function putArticle(place: Extract<TextPlace, { kind: 'article' }>, { published, status = 'published', column, order, corrections = [], keywords = [] }: ArticleSource, isKnown: boolean): void {
    const { periodical, issue, slug } = place;
    const corrected = corrections.map(({ date }) => date).sort(compare).at(-1) ?? null;
    const listedAs = isPreview && status === 'draft' ? 'published' : status;
    const key = status === 'published' ? keys.choose(place, published) : null;
    sql.putArticle.run(periodical, issue, slug, published, listedAs, key, column, corrected, order ?? null, shortCodeOf(place));
    if (isKnown) sql.dropKeywords.run(periodical, issue, slug);
    if (listedAs === 'published' && keywords.length > 0) sql.putKeywords.run(periodical, column, issue, published, slug, JSON.stringify(countingKeywords(keywords)));
  }

  /** What other files may ask of a file; undefined when there is no such file. */
  function findOutline(path: string): Outline | undefined {
    const row = sql.outline.get(path);
    return row && (JSON.parse(row.outline) as Outline);
  }

  return {
    ...known,
    hashOf: (path: string): string | undefined => (isFilled ? known.hashOf(path) : undefined),
    filesOfFolder: (folder: string): readonly FileRow[] => sql.filesOfFolder.all(folder),
    findOutline,

    recordStamp(path: string, diskName: string, stamp: string): void {
      sql.stamp.run(stamp, diskName, path);
    },

    /** A file as just read, admitted unless it has an error of its own; judgement may still hold it back. */
    recordFile(path: string, facts: { readonly diskName: string; readonly stamp: string; readonly hash: string }, reading: Reading): void {
      const { problems, claims, outline } = reading;
      sql.file.run(path, folderOf(path), facts.diskName, facts.stamp, facts.hash, hasError(problems) ? 0 : 1, toJson(problems), toJson(claims), JSON.stringify(outline));
    },

    recordJudgement(path: string, conflicts: readonly Problem[], isAdmitted: boolean): void {
      sql.judge.run(toJson(conflicts), isAdmitted ? 1 : 0, path);
    },

    /** @returns Whether readers now see something else. */
    admitText(place: TextPlace, text: { readonly data: object; readonly body: string }, { extract = '', tokens }: Pick<ReadyFile, 'extract' | 'tokens'>): boolean {
      const path = fileOf(place);
      const data = JSON.stringify(text.data);
      const before = isFilled ? sql.document.get(path) : undefined;
      if (before?.data === data && before.body === text.body) return false;
      if (place.kind === 'article') feed?.note(place, tokens);
      // Others name an article by its title, and by what its keywords and its time were and are.
      const isNamedOtherwise = place.kind === 'article' && before?.data !== data;
      if (isNamedOtherwise) noteNaming(place);
      sql.putDocument.run(path, data, extract, text.body);
      if (place.kind === 'article' && place.locale === originalLocale) putArticle(place, text.data as ArticleSource, before !== undefined);
      if (isNamedOtherwise) noteNaming(place);
      if (place.locale !== originalLocale) return true;
      if (place.kind === 'periodical') sql.putPeriodical.run(place.periodical, (text.data as PeriodicalSource).order ?? null);
      return true;
    },

    /** @returns Whether readers now see something else. */
    admitPicture(place: Extract<Place, { kind: 'picture' }>, diskName: string, picture: Reading['picture']): boolean {
      const folder = `${place.periodical}/${place.issue}`;
      if (!picture) return sql.dropPicture.run(folder, place.name) > 0;
      sql.putPicture.run(folder, place.name, diskName, picture.hash, picture.type, picture.width, picture.height);
      return true;
    },

    /** @returns Whether readers now hear something else. */
    admitRecording(place: Extract<Place, { kind: 'recording' }>, diskName: string, recording: Reading['recording']): boolean {
      const folder = `${place.periodical}/${place.issue}`;
      if (!recording) return sql.dropRecording.run(folder, place.name) > 0;
      const { hash, format, size, seconds } = recording;
      sql.putRecording.run(folder, place.name, diskName, hash, format, size, seconds);
      return true;
    },

    /** @returns Whether readers are now led elsewhere. */
    admitRedirects(redirects: readonly Redirect[]): boolean {
      const before = sql.redirects.all();
      const targets = new Map(redirects.map(({ from, to }) => [from, to]));
      if (before.length === targets.size && before.every(({ source, target }) => targets.get(source) === target)) return false;
      sql.dropRedirects.run();
      for (const [from, to] of targets) {
        const address = parseSharedPath(from);
        sql.putRedirect.run(from, to, address?.kind === 'article' ? shortCodeOf(address) : null);
      }
      return true;
    },

    /** The file is gone, and with it everything made of it. */
    forgetFile(path: string, place: Place | Misplaced | undefined): void {
      sql.forget.run(path);
      if (!place || place.kind === 'misplaced') return;
      if (place.kind === 'redirects') {
        sql.dropRedirects.run();
        return;
      }
      if (place.kind === 'picture' || place.kind === 'recording') {
        const drop = place.kind === 'picture' ? sql.dropPicture : sql.dropRecording;
        drop.run(`${place.periodical}/${place.issue}`, place.name);
        return;
      }
      if (!isText(place)) return;
      if (place.kind === 'article') feed?.note(place);
      if (place.kind === 'article') noteNaming(place);
      sql.dropDocument.run(path);
      if (place.locale !== originalLocale) return;
      if (place.kind === 'article') {
        sql.dropArticle.run(place.periodical, place.issue, place.slug);
        sql.dropKeywords.run(place.periodical, place.issue, place.slug);
      }
      if (place.kind === 'periodical') sql.dropPeriodical.run(place.periodical);
    },

    /** The issues whose articles name one that changed since this was last asked; the index is taken for filled from then on. */
    takeNaming(): readonly IssueId[] {
      const issues = [...naming.values()];
      naming.clear();
      isFilled = true;
      return issues;
    },

    /** Ends when the full-text index is not too far behind. */
    pace: async (): Promise<void> => search?.pace(),

    /** Brings the order of an issue, the times it opens and the full-text index up to date with its articles. @returns Whether the order is another. */
    settleIssue(periodical: string, date: string): boolean {
      const index = sql.document.get(fileOf({ kind: 'periodical', periodical, locale: originalLocale }));
      const columns = index ? (JSON.parse(index.data) as PeriodicalSource).columns.map(({ name }) => name) : [];
      const placeOfColumn = (name: string): number => (columns.includes(name) ? columns.indexOf(name) : columns.length);
      const articles = sql.articlesOfIssue.all(periodical, date).sort(
        (a, b) =>
          placeOfColumn(a.column_name) - placeOfColumn(b.column_name) ||
          (a.position ?? Infinity) - (b.position ?? Infinity) || // Infinity - Infinity is NaN, which is falsy: on to the time
          compare(a.published, b.published) ||
          compare(a.slug, b.slug),
      );
      const moved = articles.flatMap(({ slug, rank }, place) => (rank === place ? [] : [[slug, place]]));
      if (moved.length > 0) sql.ranks.run(JSON.stringify(moved), periodical, date);
      const earliest = (statuses: readonly string[]): string | null =>
        articles.filter(({ status }) => statuses.includes(status)).map(({ published }) => published).sort(compare)[0] ?? null;
      if (articles.length === 0) sql.dropIssue.run(periodical, date);
      else sql.putIssue.run(periodical, date, earliest(['published']), earliest(['published', 'withdrawn']));
      feed?.settle(periodical, date);
      return moved.length > 0;
    },
  };
}

function toJson(list: readonly Problem[] | readonly Claim[]): string | null {
  return list.length > 0 ? JSON.stringify(list) : null;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A list as this file wrote it: Problems, or claims. */
export function parseProblems(json: string | null): readonly Problem[] {
  return json === null ? [] : (JSON.parse(json) as Problem[]);
}

export function parseClaims(json: string | null): readonly Claim[] {
  return json === null ? [] : (JSON.parse(json) as Claim[]);
}
