/** An issue at the side of a page: its cover, the opening of its contents, the way to the rest. */
import type { ColumnContents, Issue } from '@/lib/content/issue';
import type { PeriodicalEntry } from '@/lib/content/periodical';
import type { Locale } from '@/lib/locale/locales';
import { messages } from '@/lib/locale/messages';
import { pathOf } from '@/lib/routes';
import { counted } from './counted';
import { IssueContents } from './issue-contents';
import { IssueCover } from './issue-cover';

/** Headlines beyond this many push the rest of the page away. */
const longest = 10;

interface IssueCardProps {
  readonly issue: Issue;
  readonly periodical: PeriodicalEntry;
  readonly locale: Locale;
  readonly heading: string;
  /** The slug of the article on this page, when it is one of the issue's. */
  readonly here?: string;
}

export function IssueCard({ issue, periodical, locale, heading, here }: IssueCardProps) {
  const { allContents } = messages(locale).issue;
  const path = pathOf({ kind: 'issue', locale, periodical: issue.periodical, issue: issue.date });
  return (
    <aside className="issue-card" aria-labelledby="issue-card">
      <h2 id="issue-card">{heading}</h2>
      <a className="issue-card__cover" href={path}>
        <IssueCover issue={issue} periodical={periodical} locale={locale} isAside />
      </a>
      <IssueContents contents={opening(issue, here)} locale={locale} here={here} />
      <p className="issue-card__all">
        <a href={path}>
          {allContents} <small>{counted(messages(locale).count.articles, issue.articleCount)}</small>
        </a>
      </p>
    </aside>
  );
}

/** All of a short issue; of a long one the column the reader is in, or the first headlines of every column. */
function opening({ contents, articleCount }: Issue, here: string | undefined): readonly ColumnContents[] {
  if (articleCount <= longest) return contents;
  const own = contents.filter(({ slugs }) => here !== undefined && slugs.includes(here));
  if (own.length > 0) return own;
  const share = Math.max(1, Math.floor(longest / contents.length));
  return contents.map(({ column, slugs, articles }) => ({ column, slugs: slugs.slice(0, share), articles: articles.slice(0, share) }));
}
