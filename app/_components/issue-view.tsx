/** One issue: its cover, its contents by column with the opening of every article, the way to the issues before and after. */
import type { Issue, IssueEntry } from '@/lib/content/issue';
import type { Edition } from '@/lib/content/editions';
import type { PeriodicalEntry } from '@/lib/content/periodical';
import { longDate, plainDate } from '@/lib/locale/dates';
import type { Locale } from '@/lib/locale/locales';
import { messages } from '@/lib/locale/messages';
import { pathOf } from '@/lib/routes';
import { ArticleList } from './article-list';
import { EditionLinks } from './edition-links';
import { foreignTag } from './foreign-tag';
import { IssueCover } from './issue-cover';
import { IssueFacts } from './issue-facts';
import { PageTurn, type Turn } from './page-turn';
import { Prose } from './prose';
import { SaveIssue } from './save-issue';
import '@/app/_styles/lists.css';

interface IssueViewProps {
  readonly issue: Issue;
  readonly periodical: PeriodicalEntry;
  readonly editions: readonly Edition[];
  /** Whether readers may keep it on their devices: not before it is out. */
  readonly canBeSaved: boolean;
  readonly locale: Locale;
}

export function IssueView({ issue, periodical, editions, canBeSaved, locale }: IssueViewProps) {
  // Rendered each time it is asked for.
  const { html } = issue;
  return (
    <div className="issue-view">
      <div className="issue-view__cover" aria-hidden="true">
        <IssueCover issue={issue} periodical={periodical} locale={locale} />
      </div>
      <div>
        <IssueHeading issue={issue} locale={locale} />
        {html && <Prose html={html} lang={issue.titleLocale && foreignTag(issue.titleLocale, locale)} />}
        {issue.contents.map(({ column, articles }) => (
          <section key={column.slug} className="issue-view__column">
            <h2 lang={foreignTag(column.shownLocale, locale)}>{column.name}</h2>
            <ArticleList articles={articles} locale={locale} hasPlace={false} />
          </section>
        ))}
        {issue.contents.length > 0 && (
          <p className="more">
            <a href={pathOf({ kind: 'issue-print', locale, periodical: issue.periodical, issue: issue.date })}>{messages(locale).issuePrint.link}</a>
          </p>
        )}
        {editions.length > 0 && <EditionLinks editions={editions} locale={locale} />}
        {issue.contents.length > 0 && canBeSaved && <SaveIssue locale={locale} />}
        <Neighbours issue={issue} locale={locale} />
      </div>
    </div>
  );
}

function IssueHeading({ issue, locale }: { readonly issue: Issue; readonly locale: Locale }) {
  const { periodicalTitle, periodicalLocale, date, title, titleLocale } = issue;
  return (
    <header className="page-heading">
      <h1>
        <span lang={foreignTag(periodicalLocale, locale)}>{periodicalTitle}</span> <time dateTime={date}>{longDate(date, locale)}</time>
      </h1>
      {title && (
        <p className="issue-view__theme" lang={titleLocale && foreignTag(titleLocale, locale)}>
          {title}
        </p>
      )}
      <IssueFacts issue={issue} locale={locale} />
    </header>
  );
}

function Neighbours({ issue: { earlier, later }, locale }: { readonly issue: Issue; readonly locale: Locale }) {
  const words = messages(locale).issue;
  const turnTo = (entry: IssueEntry | undefined, label: string): Turn | undefined =>
    entry && {
      label,
      path: pathOf({ kind: 'issue', locale, periodical: entry.periodical, issue: entry.date }),
      title: plainDate(entry.date, locale),
      shownLocale: locale,
    };
  return <PageTurn label={words.neighbours} back={turnTo(earlier, words.earlier)} forth={turnTo(later, words.later)} locale={locale} />;
}
