/**
 * Which articles go together: those of one column that share a keyword. An article names the nearest of them, two in earlier issues and
 * two in later ones for each keyword, so it is named itself only by articles of the two issues on either side that have the keyword:
 * a change is known to show on the pages of these few issues and on no others, however large the archive is.
 */
import type { Database } from '@/lib/sqlite';

export interface RelatedId {
  readonly periodical: string;
  readonly issue: string;
  readonly slug: string;
}

export interface IssueId {
  readonly periodical: string;
  readonly issue: string;
}

/** Keywords of an article that count. */
const mostKeywords = 8;
/** On either side, for each keyword. */
const nearest = 2;

/** What an article is named by, and names others for. */
export interface KeywordsInColumn extends IssueId {
  readonly column: string;
  readonly keywords: readonly string[];
}

interface KeywordRow {
  readonly column_name: string;
  readonly word: string;
}

interface NamedRow {
  readonly issue: string;
  readonly slug: string;
  readonly published: string;
}

/** Those of an article's keywords that bring it together with others, each once. */
export function countingKeywords(keywords: readonly string[]): readonly string[] {
  return [...new Set(keywords.slice(0, mostKeywords))];
}

export function openRelated(database: Database) {
  const ofArticle = database.prepare<KeywordRow>('SELECT column_name, word FROM keyword WHERE periodical = ? AND issue = ? AND slug = ?');
  const shared = 'FROM keyword WHERE periodical = ? AND column_name = ? AND word = ? AND published <= ?';
  const sql = {
    earlier: database.prepare<NamedRow>(`SELECT issue, slug, published ${shared} AND issue < ? ORDER BY issue DESC, published DESC, slug DESC LIMIT ${nearest}`),
    later: database.prepare<NamedRow>(`SELECT issue, slug, published ${shared} AND issue > ? ORDER BY issue, published, slug LIMIT ${nearest}`),
    earlierIssues: database.prepare<{ issue: string }>(`SELECT DISTINCT issue ${shared} AND issue < ? ORDER BY issue DESC LIMIT ${nearest}`),
    laterIssues: database.prepare<{ issue: string }>(`SELECT DISTINCT issue ${shared} AND issue > ? ORDER BY issue LIMIT ${nearest}`),
  };
  const wordsOf = ({ periodical, issue, slug }: RelatedId): readonly KeywordRow[] => ofArticle.all(periodical, issue, slug);

  return {
    /** Those that share most keywords come first, then the newer ones. @param keywords All of the article's. @param now Later ones are not out yet. */
    find({ periodical, issue, column, keywords }: KeywordsInColumn, now: string, limit: number): readonly RelatedId[] {
      const found = new Map<string, NamedRow & { readonly count: number }>();
      for (const word of countingKeywords(keywords)) {
        for (const row of [...sql.earlier.all(periodical, column, word, now, issue), ...sql.later.all(periodical, column, word, now, issue)]) {
          const key = `${row.issue}/${row.slug}`;
          found.set(key, { ...row, count: (found.get(key)?.count ?? 0) + 1 });
        }
      }
      const order = (a: NamedRow, b: NamedRow): number => compare(b.issue, a.issue) || compare(b.published, a.published) || compare(a.slug, b.slug);
      return [...found.values()].sort((a, b) => b.count - a.count || order(a, b)).slice(0, limit).map((row) => ({ periodical, issue: row.issue, slug: row.slug }));
    },

    /** The issues in which articles may name this one, as the index stands. */
    issuesNaming(article: RelatedId, now: string): readonly IssueId[] {
      const { periodical, issue } = article;
      const issues = wordsOf(article).flatMap(({ column_name: column, word }) => [...sql.earlierIssues.all(periodical, column, word, now, issue), ...sql.laterIssues.all(periodical, column, word, now, issue)]);
      return [...new Set(issues.map((row) => row.issue))].map((named) => ({ periodical, issue: named }));
    },
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
