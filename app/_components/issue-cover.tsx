/**
 * The face of an issue, drawn: a thread-bound book with the periodical's name on a slip of paper. It is set vertically where the
 * language is, and the longer the name the smaller. An issue's own picture lies on the cover below the name.
 */
import type { IssueEntry } from '@/lib/content/issue';
import type { PeriodicalEntry } from '@/lib/content/periodical';
import { plainDate, weekdayName } from '@/lib/locale/dates';
import type { Locale } from '@/lib/locale/locales';
import { foreignTag } from './foreign-tag';
import { issueNumbers } from './issue-numbers';
import { PictureView } from './picture-view';
import { VerticalWords } from './vertical-words';

interface IssueCoverProps {
  readonly issue: IssueEntry;
  readonly periodical: Pick<PeriodicalEntry, 'coverTitle' | 'coverSubtitle' | 'shownLocale'>;
  readonly locale: Locale;
  /** On a shelf: the name and the date alone, because nothing else could be read. */
  readonly isSmall?: boolean;
  /** Beside a page: far down or not shown at all on many screens, so that its picture waits. */
  readonly isAside?: boolean;
}

export function IssueCover({ issue, periodical: { coverTitle, coverSubtitle, shownLocale }, locale, isSmall = false, isAside = false }: IssueCoverProps) {
  const numbers = issueNumbers(issue, locale);
  return (
    <div className={['issue-cover', lengthClass(coverTitle), isSmall ? 'issue-cover--small' : ''].filter(Boolean).join(' ')}>
      <p className="issue-cover__slip" lang={foreignTag(shownLocale, locale)}>
        <strong>
          <VerticalWords words={coverTitle} />
        </strong>{' '}
        {coverSubtitle && !isSmall && <small>{coverSubtitle}</small>}
      </p>
      {issue.cover && !isSmall && <PictureView picture={issue.cover} locale={locale} sizes="20rem" fetched={isAside ? 'near' : 'along'} />}
      <div className="issue-cover__foot">
        {issue.title && (
          <p className="issue-cover__theme" lang={issue.titleLocale && foreignTag(issue.titleLocale, locale)}>
            {issue.title}
          </p>
        )}
        <p>
          <time dateTime={issue.date}>{plainDate(issue.date, locale)}</time>
          {!isSmall && <span className="issue-cover__weekday"> {weekdayName(issue.date, locale)}</span>}
        </p>
        {numbers.length > 0 && (
          <p>
            {numbers.map((number) => (
              <span key={number}>{number} </span>
            ))}
          </p>
        )}
      </div>
    </div>
  );
}

/** Han characters set vertically need room for each; Latin letters a third of it. */
function lengthClass(title: string): string {
  const length = Array.from(title).reduce((sum, character) => sum + (character.charCodeAt(0) < 0x2e80 ? 0.4 : 1), 0);
  return length <= 4 ? 'issue-cover--short' : length <= 7 ? '' : 'issue-cover--long';
}
