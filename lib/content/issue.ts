/**
 * An issue is a folder named by its date. Its index.md is optional: dropping the folder in publishes it.
 */
import type { Locale } from '@/lib/locale/locales';
import type { ArticleEntry, ColumnName } from './article';
import type { Picture } from './picture';

export interface IssueEntry {
  readonly periodical: string;
  /** The periodical's title in the reader's language, for covers and shelves. */
  readonly periodicalTitle: string;
  readonly periodicalLocale: Locale;
  /** The folder, `YYYY-MM-DD`: the address and the date of the issue. */
  readonly date: string;
  /** 期号 within the year, when index.md gives it. */
  readonly number?: number;
  /** 总第N期, when index.md gives it. */
  readonly total?: number;
  /** The issue's own theme, when index.md gives it. */
  readonly title?: string;
  readonly titleLocale?: Locale;
  readonly cover?: Picture;
  /** Articles that a reader can see. */
  readonly articleCount: number;
}

export interface Issue extends IssueEntry {
  /** In the order of the periodical's columns; articles by `order`, then by time, then by slug. */
  readonly contents: readonly ColumnContents[];
  /** The body of index.md (a word from the editors, the imprint), sanitised. */
  readonly html?: string;
  readonly earlier?: IssueEntry;
  readonly later?: IssueEntry;
}

export interface ColumnContents {
  readonly column: ColumnName;
  readonly articles: readonly ArticleEntry[];
}
