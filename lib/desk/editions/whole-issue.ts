/** An issue with everything that stands in it, in one language: what every edition is made of. */
import { updatedOf, type Article, type ColumnName } from '@/lib/content/article';
import type { Catalogue } from '@/lib/content/catalogue';
import type { Issue } from '@/lib/content/issue';
import type { PeriodicalEntry } from '@/lib/content/periodical';
import type { Site } from '@/lib/content/site';
import type { Locale } from '@/lib/locale/locales';
import { pathOf } from '@/lib/routes';

export interface WholeIssue {
  readonly locale: Locale;
  /** Scheme and host that readers see. */
  readonly origin: string;
  /** Absolute. */
  readonly url: string;
  readonly site: Site;
  readonly periodical: PeriodicalEntry;
  readonly issue: Issue;
  readonly columns: readonly { readonly column: ColumnName; readonly articles: readonly Article[] }[];
  /** When readers were last told of a change in it, `YYYY-MM-DD HH:MM`, China time. */
  readonly updated: string;
}

type Means = Pick<Catalogue, 'findSite' | 'findPeriodical' | 'findIssue' | 'findArticle'>;

/** @returns Undefined when there is no such issue, or nothing to read in it. */
export function gatherIssue(catalogue: Means, origin: string, locale: Locale, place: { readonly periodical: string; readonly issue: string }): WholeIssue | undefined {
  const periodical = catalogue.findPeriodical(locale, place.periodical);
  const issue = catalogue.findIssue(locale, place.periodical, place.issue);
  if (!periodical || !issue) return undefined;
  const columns = issue.contents.map(({ column, articles }) => ({ column, articles: articles.flatMap(({ id }) => catalogue.findArticle(locale, id) ?? []) }));
  const updated = columns.flatMap(({ articles }) => articles.map(updatedOf)).sort().at(-1);
  return updated === undefined ? undefined : { locale, origin, url: origin + pathOf({ kind: 'issue', locale, ...place }), site: catalogue.findSite(locale), periodical, issue, columns, updated };
}

/** In the order of the issue. */
export function articlesOf({ columns }: Pick<WholeIssue, 'columns'>): readonly Article[] {
  return columns.flatMap(({ articles }) => articles);
}
