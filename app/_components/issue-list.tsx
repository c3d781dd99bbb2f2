/** The issues of a year, one line each: day, number, theme, how much there is to read. */
import type { IssueEntry } from '@/lib/content/issue';
import { plainDate } from '@/lib/locale/dates';
import type { Locale } from '@/lib/locale/locales';
import { messages } from '@/lib/locale/messages';
import { pathOf } from '@/lib/routes';
import { counted } from './counted';
import { foreignTag } from './foreign-tag';
import { issueNumbers } from './issue-numbers';
import '@/app/_styles/lists.css';

interface IssueListProps {
  readonly issues: readonly IssueEntry[];
  readonly locale: Locale;
}

export function IssueList({ issues, locale }: IssueListProps) {
  return (
    <ol className="issue-list">
      {issues.map((issue) => (
        <li key={issue.date}>
          <a href={pathOf({ kind: 'issue', locale, periodical: issue.periodical, issue: issue.date })}>
            <time dateTime={issue.date}>{plainDate(issue.date, locale)}</time>
            {issue.title && (
              <span className="issue-list__theme" lang={issue.titleLocale && foreignTag(issue.titleLocale, locale)}>
                {issue.title}
              </span>
            )}
          </a>
          <span className="issue-list__facts">
            {issueNumbers(issue, locale)[0]} {counted(messages(locale).count.articles, issue.articleCount)}
          </span>
        </li>
      ))}
    </ol>
  );
}
