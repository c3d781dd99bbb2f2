/** A year as twelve months, each day that has an issue a link to it. */
import type { IssueEntry } from '@/lib/content/issue';
import { calendarMonth, monthName, plainDate, weekdayHeads } from '@/lib/locale/dates';
import type { Locale } from '@/lib/locale/locales';
import { pathOf } from '@/lib/routes';
import '@/app/_styles/lists.css';

interface IssueCalendarProps {
  readonly year: string;
  readonly issues: readonly IssueEntry[];
  readonly locale: Locale;
}

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

export function IssueCalendar({ year, issues, locale }: IssueCalendarProps) {
  const paths = new Map(issues.map(({ periodical, date }) => [date, pathOf({ kind: 'issue', locale, periodical, issue: date })]));
  return (
    <div className="issue-calendar">
      {months.map((month) => (
        <table key={month}>
          <caption>{monthName(month, locale)}</caption>
          <thead>
            <tr>
              {weekdayHeads(locale).map(({ short, full }) => (
                <th key={full} scope="col" abbr={full}>
                  {short}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {calendarMonth(Number(year), month, locale).map((week, place) => (
              <tr key={place}>
                {week.map((date, day) => (
                  <td key={day}>{date && <Day date={date} path={paths.get(date)} locale={locale} />}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
}

function Day({ date, path, locale }: { readonly date: string; readonly path: string | undefined; readonly locale: Locale }) {
  const day = Number(date.slice(8));
  return path ? (
    <a href={path} aria-label={plainDate(date, locale)}>
      {day}
    </a>
  ) : (
    day
  );
}
