/** A periodical: a folder under news/periodicals with an index.md that names it and its columns. */
import type { Locale } from '@/lib/locale/locales';
import type { ColumnName } from './article';
import type { IssueEntry } from './issue';

export interface PeriodicalEntry {
  readonly slug: string;
  /** The language title and description are in. */
  readonly shownLocale: Locale;
  readonly title: string;
  /** The name as set large and vertical on the cover, when it is not the title (今园区 of 今园区周刊). */
  readonly coverTitle: string;
  /** What stands beside it on the cover (周刊), when there is one. */
  readonly coverSubtitle?: string;
  readonly description?: string;
  readonly columns: readonly ColumnName[];
  readonly issueCount: number;
  readonly newest?: IssueEntry;
}

export interface Periodical extends PeriodicalEntry {
  readonly isFallback: boolean;
  readonly availableLocales: readonly Locale[];
  /** The body of index.md, sanitised. */
  readonly html?: string;
  /** Years that have issues, newest first. */
  readonly years: readonly { readonly year: string; readonly issueCount: number }[];
}
