/** The issues of one year of a periodical as a list and as a calendar, and the way to the other years. */
import { catalogue } from '@/lib/content/catalogue';
import type { Periodical } from '@/lib/content/periodical';
import { yearTitle } from '@/lib/locale/dates';
import type { Locale } from '@/lib/locale/locales';
import { fill, messages } from '@/lib/locale/messages';
import { IssueCalendar } from './issue-calendar';
import { IssueList } from './issue-list';
import { YearLinks } from './year-links';

interface PeriodicalYearProps {
  readonly periodical: Periodical;
  readonly year: string;
  readonly locale: Locale;
}

export function PeriodicalYear({ periodical, year, locale }: PeriodicalYearProps) {
  const words = messages(locale).periodical;
  const named = { year: yearTitle(year, locale) };
  const issues = catalogue().listIssuesOfYear(locale, periodical.slug, year);
  return (
    <>
      <section className="band">
        <h2>{fill(words.issuesOf, named)}</h2>
        <IssueList issues={issues} locale={locale} />
      </section>
      <section className="band">
        <h2>{fill(words.calendarOf, named)}</h2>
        <IssueCalendar year={year} issues={issues} locale={locale} />
      </section>
      {periodical.years.length > 1 && (
        <section className="band">
          <h2>{words.years}</h2>
          <YearLinks periodical={periodical} locale={locale} here={year} />
        </section>
      )}
    </>
  );
}
