/** Issues standing on a shelf, cover by cover: earlier ones of one periodical, or the newest of several. */
import type { IssueEntry } from '@/lib/content/issue';
import type { PeriodicalEntry } from '@/lib/content/periodical';
import type { Locale } from '@/lib/locale/locales';
import { pathOf } from '@/lib/routes';
import { IssueCover } from './issue-cover';
import '@/app/_styles/lists.css';

interface IssueShelfProps {
  readonly heading: string;
  readonly issues: readonly { readonly issue: IssueEntry; readonly periodical: PeriodicalEntry }[];
  readonly locale: Locale;
  /** The way to everything of which the shelf shows a part. */
  readonly more?: { readonly label: string; readonly path: string };
}

export function IssueShelf({ heading, issues, locale, more }: IssueShelfProps) {
  return (
    <section className="issue-shelf">
      <h2>{heading}</h2>
      <ul>
        {issues.map(({ issue, periodical }) => (
          <li key={`${issue.periodical}/${issue.date}`}>
            <a href={pathOf({ kind: 'issue', locale, periodical: issue.periodical, issue: issue.date })}>
              <IssueCover issue={issue} periodical={periodical} locale={locale} isSmall />
            </a>
          </li>
        ))}
      </ul>
      {more && (
        <p className="more">
          <a href={more.path}>{more.label}</a>
        </p>
      )}
    </section>
  );
}
