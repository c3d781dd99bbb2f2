/** The catalogue's answers about periodicals and their issues. */
import { originalLocale, type Locale } from '@/lib/locale/locales';
import type { ArticleEntry } from './article';
import type { ColumnContents, Issue, IssueEntry } from './issue';
import type { Library, Pair } from './library';
import { renderMarkdown } from './markdown';
import type { Periodical, PeriodicalEntry } from './periodical';
import { fileOf, type TextPlace } from './place';
import type { ArticleRow, IssueRow, Shelves } from './shelves';
import { availableLocalesOf } from './wording';

export function openIssueDesk(shelves: Shelves, library: Library, clock: () => string) {
  const { findPeriodicalPair } = library;
  // How many issues there are takes a question for each year.
  const yearsOf = library.keeping((periodical: string, now: string) => shelves.years(periodical, now));

  function entries(rows: readonly IssueRow[], locale: Locale, now: string): readonly IssueEntry[] {
    return rows.flatMap((row) => library.issueEntry(row, locale, now) ?? []);
  }

  // Every page names its periodical.
  const findEntryAt = library.keeping((locale: Locale, periodical: string, now: string): PeriodicalEntry | undefined => {
    const pair = findPeriodicalPair(periodical, locale);
    if (!pair) return undefined;
    const { original, translation, wording } = pair;
    const own = translation?.data;
    const pick = (key: 'coverTitle' | 'coverSubtitle' | 'description'): string | undefined => {
      if (own) return own[key];
      const value = original.data[key];
      return value === undefined ? undefined : wording.text(value);
    };
    const title = own?.title ?? wording.text(original.data.title);
    const [coverSubtitle, description] = [pick('coverSubtitle'), pick('description')];
    const [newest] = entries(shelves.newestIssues(now, 1, periodical), locale, now);
    return {
      slug: periodical,
      shownLocale: wording.shownLocale,
      title,
      coverTitle: pick('coverTitle') ?? title,
      ...(coverSubtitle !== undefined && { coverSubtitle }),
      ...(description !== undefined && { description }),
      columns: library.columnsOf(pair, locale),
      issueCount: yearsOf(periodical, now).reduce((sum, { count }) => sum + count, 0),
      ...(newest && { newest }),
    };
  });
  const findEntry = (locale: Locale, periodical: string): PeriodicalEntry | undefined => findEntryAt(locale, periodical, clock());

  // So that no article's page renders the text of its periodical anew.
  const findPeriodicalAt = library.keeping((locale: Locale, periodical: string, now: string): Periodical | undefined => {
    const entry = findEntryAt(locale, periodical, now);
    const pair = findPeriodicalPair(periodical, locale);
    if (!entry || !pair) return undefined;
    const html = render({ kind: 'periodical', periodical, locale }, pair);
    return {
      ...entry,
      isFallback: pair.wording.isFallback,
      availableLocales: availableLocalesOf(library.languagesOf({ kind: 'periodical', periodical, locale })),
      ...(html && { html }),
      years: yearsOf(periodical, now).map(({ year, count }) => ({ year, issueCount: count })),
    };
  });

  /** The body of an index.md: the Translation's when it has one, else the Original's. */
  function render(place: TextPlace, { translation, wording }: Pick<Pair<object, object>, 'translation' | 'wording'>): string | undefined {
    const own = translation && shelves.body(fileOf(place));
    const source = own?.trim() ? own : wording.isConverted || !translation ? shelves.body(fileOf({ ...place, locale: originalLocale })) : '';
    if (source.trim() === '') return undefined;
    return renderMarkdown(source, { locale: wording.shownLocale, ...(wording.isConverted && { convertText: wording.text }) }).html;
  }

  function findIssue(locale: Locale, periodical: string, date: string): Issue | undefined {
    const now = clock();
    if ((shelves.existsFrom(periodical, date) ?? '9999') > now) return undefined;
    const pair = library.findIssuePair({ periodical, date }, locale);
    const rows = shelves.articlesOfIssue(periodical, date, now);
    const entry = library.issueEntryOf({ periodical, date }, pair, locale, () => rows.length);
    if (!entry) return undefined;
    return {
      ...entry,
      contents: runsOf(rows).map((run) => contentsOf(run, locale)),
      // What follows is found when it is asked for: on the pages of its articles an issue stands without it.
      get html() {
        return pair && render({ kind: 'issue', periodical, issue: date, locale }, pair);
      },
      get earlier() {
        return entries(shelves.newestIssues(now, 1, periodical, date), locale, now)[0];
      },
      get later() {
        const row = shelves.laterIssue(periodical, date, now);
        return row && library.issueEntry(row, locale, now);
      },
    };
  }

  /** A column's articles are opened when they are asked for: beside an article stands its own column of a long issue. */
  function contentsOf(run: Run, locale: Locale): ColumnContents {
    let articles: readonly ArticleEntry[] | undefined;
    return {
      column: library.findColumn(run[0].periodical, run[0].column_name, locale),
      slugs: run.map(({ slug }) => slug),
      get articles() {
        articles ??= library.articleEntries(run, locale);
        return articles;
      },
    };
  }

  return {
    questions: {
      listPeriodicals: (locale: Locale) => shelves.periodicals().flatMap((periodical) => findEntry(locale, periodical) ?? []),
      findPeriodical: (locale: Locale, periodical: string) => findPeriodicalAt(locale, periodical, clock()),
      listNewestIssues(locale: Locale, { limit, periodical, before }: { readonly limit: number; readonly periodical?: string; readonly before?: string }) {
        const now = clock();
        return entries(shelves.newestIssues(now, limit, periodical, before), locale, now);
      },
      listIssuesOfYear(locale: Locale, periodical: string, year: string) {
        const now = clock();
        return entries(shelves.issuesOfYear(periodical, year, now), locale, now);
      },
      findIssue,
    },
    hasTitle: (periodical: string, issue: string): boolean =>
      library.findIssuePair({ periodical, date: issue }, originalLocale)?.original.data.title !== undefined,
  };
}

type Run = readonly [ArticleRow, ...ArticleRow[]];

/** Articles come in the order of the issue, so that each column is one run. */
function runsOf(rows: readonly ArticleRow[]): readonly Run[] {
  const runs: [ArticleRow, ...ArticleRow[]][] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    if (run && run[0].column_name === row.column_name) run.push(row);
    else runs.push([row]);
  }
  return runs;
}
