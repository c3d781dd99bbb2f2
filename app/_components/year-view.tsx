/** One year of a periodical. */
import type { Periodical } from '@/lib/content/periodical';
import { yearTitle } from '@/lib/locale/dates';
import type { Locale } from '@/lib/locale/locales';
import { foreignTag } from './foreign-tag';
import { PeriodicalYear } from './periodical-year';

interface YearViewProps {
  readonly periodical: Periodical;
  readonly year: string;
  readonly locale: Locale;
}

export function YearView({ periodical, year, locale }: YearViewProps) {
  return (
    <>
      <header className="page-heading">
        <h1>
          <span lang={foreignTag(periodical.shownLocale, locale)}>{periodical.title}</span> {yearTitle(year, locale)}
        </h1>
      </header>
      <PeriodicalYear periodical={periodical} year={year} locale={locale} />
    </>
  );
}
