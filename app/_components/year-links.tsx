/** The years of a periodical, each with the number of its issues. */
import type { Periodical } from '@/lib/content/periodical';
import { yearTitle } from '@/lib/locale/dates';
import type { Locale } from '@/lib/locale/locales';
import { messages } from '@/lib/locale/messages';
import { pathOf } from '@/lib/routes';
import { counted } from './counted';
import '@/app/_styles/lists.css';

interface YearLinksProps {
  readonly periodical: Pick<Periodical, 'slug' | 'years'>;
  readonly locale: Locale;
  /** The year on this page. */
  readonly here?: string;
}

export function YearLinks({ periodical: { slug, years }, locale, here }: YearLinksProps) {
  return (
    <ul className="year-links">
      {years.map(({ year, issueCount }) => (
        <li key={year}>
          <a href={pathOf({ kind: 'year', locale, periodical: slug, year })} aria-current={year === here ? 'page' : undefined}>
            {yearTitle(year, locale)} <small>{counted(messages(locale).count.issues, issueCount)}</small>
          </a>
        </li>
      ))}
    </ul>
  );
}
