/**
 * What the catalogue asks of the index, one prepared statement each: rows in, plain values out, no language and no clock of its own.
 * Every question is answered from an index of the database and reads no more rows than it returns, or than an issue or a year has.
 */
import type { Database } from '@/lib/sqlite';
import type { ArticleId } from './article';
import type { RecordingFormat } from './recording';

export interface ArticleRow {
  readonly periodical: string;
  readonly issue: string;
  readonly slug: string;
  readonly published: string;
  readonly status: string;
  readonly column_name: string;
  readonly corrected: string | null;
  readonly rank: number;
}

/** Articles counted, and when one of them was last published and last corrected. */
export interface CountRow {
  readonly count: number;
  readonly published: string | null;
  readonly corrected: string | null;
}

export interface IssueRow {
  readonly periodical: string;
  readonly date: string;
}

export interface PictureRow {
  readonly name: string;
  readonly disk_name: string;
  readonly hash: string;
  readonly type: string;
  readonly width: number;
  readonly height: number;
}

export interface RecordingRow {
  readonly name: string;
  readonly disk_name: string;
  readonly hash: string;
  readonly format: RecordingFormat;
  readonly size: number;
  readonly seconds: number;
}

/** A text without its body. */
export interface WordsRow {
  readonly path: string;
  readonly data: string;
  readonly extract: string;
}

export type Shelves = ReturnType<typeof openShelves>;

const articleColumns = 'periodical, issue, slug, published, status, column_name, corrected, rank';
/** A plus sign keeps the planner from taking the index of times where the index of the issue is the short way. */
const listed = "status = 'published'";

export function openShelves(database: Database) {
  const one = <Row>(sql: string) => database.prepare<Row>(sql);
  const sql = {
    version: one<{ data_version: number }>('PRAGMA data_version'),
    words: one<WordsRow>('SELECT path, data, extract FROM document WHERE path = ?'),
    wordsOf: one<WordsRow>('SELECT path, data, extract FROM document WHERE path IN (SELECT value FROM json_each(?))'),
    body: one<{ body: string }>('SELECT body FROM document WHERE path = ?'),
    paths: one<{ path: string }>('SELECT path FROM document WHERE path > ? AND path < ?'),
    periodicals: one<{ slug: string }>('SELECT slug FROM periodical ORDER BY position IS NULL, position, slug'),
    newestIssues: one<IssueRow>('SELECT periodical, date FROM issue WHERE opens <= ? AND date < ? ORDER BY date DESC, periodical LIMIT ?'),
    newestIssuesOf: one<IssueRow>('SELECT periodical, date FROM issue WHERE opens <= ? AND date < ? AND periodical = ? ORDER BY date DESC LIMIT ?'),
    issuesBetween: one<IssueRow>('SELECT periodical, date FROM issue WHERE periodical = ? AND opens <= ? AND date >= ? AND date <= ? ORDER BY date DESC'),
    laterIssue: one<IssueRow>('SELECT periodical, date FROM issue WHERE periodical = ? AND opens <= ? AND date > ? ORDER BY date LIMIT 1'),
    span: one<{ first: string | null; last: string | null }>('SELECT min(date) AS first, max(date) AS last FROM issue WHERE periodical = ?'),
    countOfYear: one<{ count: number }>('SELECT count(*) AS count FROM issue WHERE periodical = ? AND opens <= ? AND date >= ? AND date <= ?'),
    existsFrom: one<{ exists_from: string | null }>('SELECT exists_from FROM issue WHERE periodical = ? AND date = ?'),
    countOfIssue: one<{ count: number }>(`SELECT count(*) AS count FROM article WHERE periodical = ? AND issue = ? AND ${listed} AND +published <= ?`),
    articlesOfIssue: one<ArticleRow>(`SELECT ${articleColumns} FROM article WHERE periodical = ? AND issue = ? AND ${listed} AND +published <= ? ORDER BY rank`),
    article: one<ArticleRow>(`SELECT ${articleColumns} FROM article WHERE periodical = ? AND issue = ? AND slug = ?`),
    articles: one<ArticleRow>(
      `SELECT ${articleColumns} FROM json_each(?) AS named CROSS JOIN article ON (periodical, issue, slug) = (named.value ->> 0, named.value ->> 1, named.value ->> 2) ORDER BY named.key`,
    ),
    articlesByCode: one<ArticleRow>(`SELECT ${articleColumns} FROM article WHERE code = ? AND status <> 'draft' AND published <= ? ORDER BY published, periodical, issue, slug`),
    articleOfKey: one<ArticleRow>(`SELECT ${articleColumns} FROM article WHERE key = ?`),
    before: one<ArticleRow>(`SELECT ${articleColumns} FROM article WHERE periodical = ? AND issue = ? AND ${listed} AND +published <= ? AND rank < ? ORDER BY rank DESC LIMIT 1`),
    after: one<ArticleRow>(`SELECT ${articleColumns} FROM article WHERE periodical = ? AND issue = ? AND ${listed} AND +published <= ? AND rank > ? ORDER BY rank LIMIT 1`),
    newestArticles: one<ArticleRow>(`SELECT ${articleColumns} FROM article WHERE ${listed} AND published <= ? ORDER BY published DESC, issue DESC, periodical, rank LIMIT ?`),
    newestArticlesOf: one<ArticleRow>(`SELECT ${articleColumns} FROM article WHERE ${listed} AND periodical = ? AND published <= ? ORDER BY published DESC, issue DESC, rank LIMIT ?`),
    newestArticlesIn: one<ArticleRow>(`SELECT ${articleColumns} FROM article WHERE ${listed} AND periodical = ? AND published <= ? AND +column_name = ? ORDER BY published DESC, issue DESC, rank LIMIT ?`),
    articlesSince: one<ArticleRow>(`SELECT ${articleColumns} FROM article WHERE ${listed} AND published > ? AND published <= ? ORDER BY published DESC, issue DESC, periodical, rank LIMIT ?`),
    articlesBetween: one<ArticleRow>(`SELECT ${articleColumns} FROM article WHERE periodical = ? AND issue >= ? AND issue < ? AND ${listed} AND +published <= ? ORDER BY issue, rank`),
    correctedArticles: one<ArticleRow>(`SELECT ${articleColumns} FROM article WHERE corrected > '' AND ${listed} AND +published <= ? ORDER BY corrected DESC, periodical, issue, slug LIMIT ?`),
    countBetween: one<CountRow>(`SELECT count(*) AS count, max(published) AS published, max(corrected) AS corrected FROM article WHERE periodical = ? AND issue >= ? AND issue < ? AND ${listed} AND +published <= ?`),
    redirect: one<{ target: string }>('SELECT target FROM redirect WHERE source = ?'),
    redirectOfCode: one<{ source: string }>('SELECT source FROM redirect WHERE code = ?'),
    redirectsTo: one<{ source: string }>('SELECT source FROM redirect WHERE target = ? ORDER BY source'),
    redirects: one<{ source: string }>("SELECT source FROM redirect WHERE source > '' ORDER BY source"),
    picturesOf: one<Pick<PictureRow, 'name' | 'hash'>>('SELECT name, hash FROM picture WHERE folder = ? ORDER BY name'),
    picture: one<PictureRow>('SELECT name, disk_name, hash, type, width, height FROM picture WHERE folder = ? AND name = ?'),
    recording: one<RecordingRow>('SELECT name, disk_name, hash, format, size, seconds FROM recording WHERE folder = ? AND name = ?'),
  };
  let edition: number | undefined;
  const leave = (): void => {
    if (edition === undefined) return;
    edition = undefined;
    database.exec('COMMIT');
  };
  return {
    /**
     * Changes whenever the writer has committed something. From here until nothing is left to do at once, all questions are answered from
     * one state of the index, in one transaction: to begin one for each costs as much as most answers, and a page asks thirty times.
     */
    edition(): number {
      if (edition === undefined) {
        database.exec('BEGIN');
        // Whatever comes, what is begun is ended.
        edition = 0;
        process.nextTick(leave);
        edition = sql.version.get()?.data_version ?? 0;
      }
      return edition;
    },
    /** Before the database is closed. */
    leave,
    words: (file: string): WordsRow | undefined => sql.words.get(file),
    /** Of several files at once, by path: asked for one by one, they take twice as long. */
    wordsOf: (files: readonly string[]): ReadonlyMap<string, WordsRow> => new Map(files.length === 0 ? [] : sql.wordsOf.all(JSON.stringify(files)).map((row) => [row.path, row])),
    body: (file: string): string => sql.body.get(file)?.body ?? '',
    /** Texts whose path begins so, in the order of their paths. */
    filesBeginning: (prefix: string): readonly string[] => sql.paths.all(prefix, `${prefix}\u{10FFFF}`).map(({ path }) => path),
    periodicals: (): readonly string[] => sql.periodicals.all().map(({ slug }) => slug),
    newestIssues: (now: string, limit: number, periodical?: string, before = '9999-99-99'): readonly IssueRow[] =>
      periodical === undefined ? sql.newestIssues.all(now, before, limit) : sql.newestIssuesOf.all(now, before, periodical, limit),
    issuesOfYear: (periodical: string, year: string, now: string): readonly IssueRow[] => sql.issuesBetween.all(periodical, now, `${year}-01-01`, `${year}-12-31`),
    laterIssue: (periodical: string, date: string, now: string): IssueRow | undefined => sql.laterIssue.get(periodical, now, date),
    /** Years with issues, newest first. Counted year by year: a GROUP BY would sort all issues of the periodical. */
    years(periodical: string, now: string): readonly { readonly year: string; readonly count: number }[] {
      const { first, last } = sql.span.get(periodical) ?? {};
      const years = [];
      for (let year = Number(last?.slice(0, 4) ?? 0); year >= Number(first?.slice(0, 4) ?? 1); year--) {
        const text = String(year).padStart(4, '0');
        const count = sql.countOfYear.get(periodical, now, `${text}-01-01`, `${text}-12-31`)?.count ?? 0;
        if (count > 0) years.push({ year: text, count });
      }
      return years;
    },
    /** When an issue came into being for readers; undefined when there is no such issue, or only drafts in it. */
    existsFrom: (periodical: string, date: string): string | undefined => sql.existsFrom.get(periodical, date)?.exists_from ?? undefined,
    countOfIssue: (periodical: string, date: string, now: string): number => sql.countOfIssue.get(periodical, date, now)?.count ?? 0,
    articlesOfIssue: (periodical: string, date: string, now: string): readonly ArticleRow[] => sql.articlesOfIssue.all(periodical, date, now),
    /** An article that exists for readers: withdrawn ones do, drafts and scheduled ones do not. */
    article(periodical: string, issue: string, slug: string, now: string): ArticleRow | undefined {
      const row = sql.article.get(periodical, issue, slug);
      return row && isOut(row, now) ? row : undefined;
    },
    /** Those of several that exist, in the same order. */
    articles(ids: readonly ArticleId[], now: string): readonly ArticleRow[] {
      if (ids.length === 0) return [];
      return sql.articles.all(JSON.stringify(ids.map(({ periodical, issue, slug }) => [periodical, issue, slug]))).filter((row) => isOut(row, now));
    },
    /** Articles that exist for readers, nearly always one; the oldest first. */
    articlesByCode: (code: string, now: string): readonly ArticleRow[] => sql.articlesByCode.all(code, now),
    /** An article in lists, by its number in the full-text index. */
    articleOfKey(key: number, now: string): ArticleRow | undefined {
      const row = sql.articleOfKey.get(key);
      return row?.status === 'published' && row.published <= now ? row : undefined;
    },
    neighbours: ({ periodical, issue, rank }: ArticleRow, now: string) => ({
      previous: sql.before.get(periodical, issue, now, rank),
      next: sql.after.get(periodical, issue, now, rank),
    }),
    /** Of one column, by its name in the Original. */
    newestArticlesIn: (now: string, limit: number, periodical: string, column: string): readonly ArticleRow[] => sql.newestArticlesIn.all(periodical, now, column, limit),
    articlesSince: (since: string, now: string, limit: number): readonly ArticleRow[] => sql.articlesSince.all(since, now, limit),
    /** Of the issues whose date begins so. */
    articlesBetween: (periodical: string, days: string, now: string): readonly ArticleRow[] => sql.articlesBetween.all(periodical, days, `${days}~`, now),
    /** Those corrected last come first. */
    correctedArticles: (now: string, limit: number): readonly ArticleRow[] => sql.correctedArticles.all(now, limit),
    countBetween: (periodical: string, days: string, now: string): CountRow | undefined => sql.countBetween.get(periodical, days, `${days}~`, now),
    newestArticles: (now: string, limit: number, periodical?: string): readonly ArticleRow[] =>
      periodical === undefined ? sql.newestArticles.all(now, limit) : sql.newestArticlesOf.all(periodical, now, limit),
    /** One step; addresses as all languages share them. */
    redirect: (from: string): string | undefined => sql.redirect.get(from)?.target,
    /** The address that an article with this short code had before. */
    redirectOfCode: (code: string): string | undefined => sql.redirectOfCode.get(code)?.source,
    /** What leads there in one step. */
    redirectsTo: (to: string): readonly string[] => sql.redirectsTo.all(to).map(({ source }) => source),
    /** Every address that leads elsewhere. */
    redirects: (): readonly string[] => sql.redirects.all().map(({ source }) => source),
    /** All pictures of an issue's folder. */
    picturesOf: (folder: string): readonly Pick<PictureRow, 'name' | 'hash'>[] => sql.picturesOf.all(folder),
    picture: (folder: string, name: string): PictureRow | undefined => sql.picture.get(folder, name),
    recording: (folder: string, name: string): RecordingRow | undefined => sql.recording.get(folder, name),
  };
}

/** Whether readers can have it. */
function isOut({ status, published }: Pick<ArticleRow, 'status' | 'published'>, now: string): boolean {
  return status !== 'draft' && published <= now;
}
