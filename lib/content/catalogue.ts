/**
 * The catalogue: questions that pages ask, answered from the SQLite index.
 * It promises: no answer holds a draft or an article whose time has not come; every answer is in the reader's language or says
 * which language it is in; no question reads the whole archive. A missing thing is undefined.
 */
import type { Locale } from '@/lib/locale/locales';
import type { Address } from '@/lib/routes';
import type { Article, ArticleEntry, ArticleId } from './article';
import type { Issue, IssueEntry } from './issue';
import type { StandingPage } from './page';
import type { Periodical, PeriodicalEntry } from './periodical';
import type { Site } from './site';

export interface Catalogue {
  findSite(locale: Locale): Site;
  /** Whether the page exists for readers at this moment (a withdrawn article does, a draft does not). */
  has(address: Address): boolean;
  /** Languages in which the page's own words exist; see Article.availableLocales. */
  listAvailableLocales(address: Address): readonly Locale[];

  /** All periodicals that have an issue to show, or none yet; in the order of `order` in index.md, then of slug. */
  listPeriodicals(locale: Locale): readonly PeriodicalEntry[];
  findPeriodical(locale: Locale, periodical: string): Periodical | undefined;

  /** Newest first; of one periodical or of all. An issue is shown when at least one of its articles is. */
  listNewestIssues(locale: Locale, options: { readonly limit: number; readonly periodical?: string; readonly before?: string }): readonly IssueEntry[];
  /** The issues of a year, newest first. */
  listIssuesOfYear(locale: Locale, periodical: string, year: string): readonly IssueEntry[];
  findIssue(locale: Locale, periodical: string, date: string): Issue | undefined;

  /** Newest first by published time, then by the order of the issue. */
  listNewestArticles(locale: Locale, options: { readonly limit: number; readonly periodical?: string }): readonly ArticleEntry[];
  findArticle(locale: Locale, id: ArticleId): Article | undefined;

  findPage(locale: Locale, slug: string): StandingPage | undefined;
  listPages(locale: Locale): readonly Pick<StandingPage, 'slug' | 'title' | 'shownLocale'>[];

  close(): void;
}
