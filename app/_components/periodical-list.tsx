/** Periodicals, each with the cover of its newest issue and a word about it. */
import type { PeriodicalEntry } from '@/lib/content/periodical';
import type { Locale } from '@/lib/locale/locales';
import { messages } from '@/lib/locale/messages';
import { pathOf } from '@/lib/routes';
import { counted } from './counted';
import { foreignTag } from './foreign-tag';
import { IssueCover } from './issue-cover';
import '@/app/_styles/lists.css';

interface PeriodicalListProps {
  readonly periodicals: readonly PeriodicalEntry[];
  readonly locale: Locale;
  /** The level below the heading the list stands under. */
  readonly heading: 'h2' | 'h3';
}

export function PeriodicalList({ periodicals, locale, heading: Heading }: PeriodicalListProps) {
  const words = messages(locale);
  return (
    <ul className="periodical-list">
      {periodicals.map((periodical) => {
        const { slug, title, description, newest, issueCount, shownLocale } = periodical;
        const lang = foreignTag(shownLocale, locale);
        return (
          <li key={slug}>
            {newest && (
              <a className="periodical-list__cover" href={pathOf({ kind: 'issue', locale, periodical: slug, issue: newest.date })}>
                <span className="visually-hidden">{words.periodical.newest} </span>
                <IssueCover issue={newest} periodical={periodical} locale={locale} isSmall />
              </a>
            )}
            <div>
              <Heading lang={lang}>
                <a href={pathOf({ kind: 'periodical', locale, periodical: slug })}>{title}</a>
              </Heading>
              {description && <p lang={lang}>{description}</p>}
              <p className="periodical-list__facts">{counted(words.count.issues, issueCount)}</p>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
