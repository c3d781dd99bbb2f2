/** One periodical: its newest issue, what it is, its columns, and its newest year open below. */
import type { Periodical } from '@/lib/content/periodical';
import type { Locale } from '@/lib/locale/locales';
import { messages } from '@/lib/locale/messages';
import { pathOf } from '@/lib/routes';
import { foreignTag } from './foreign-tag';
import { IssueCover } from './issue-cover';
import { PageHeading } from './page-heading';
import { PeriodicalYear } from './periodical-year';
import { Prose } from './prose';
import '@/app/_styles/lists.css';

interface PeriodicalViewProps {
  readonly periodical: Periodical;
  readonly locale: Locale;
}

export function PeriodicalView({ periodical, locale }: PeriodicalViewProps) {
  const { slug, title, description, html, newest, years, shownLocale } = periodical;
  const words = messages(locale).periodical;
  const lang = foreignTag(shownLocale, locale);
  const year = years[0]?.year;
  return (
    <>
      <div className="periodical-view">
        {newest && (
          <a className="periodical-view__cover" href={pathOf({ kind: 'issue', locale, periodical: slug, issue: newest.date })}>
            <span className="visually-hidden">{words.newest} </span>
            <IssueCover issue={newest} periodical={periodical} locale={locale} />
          </a>
        )}
        <div>
          <PageHeading title={title} summary={description} lang={lang} />
          {html && <Prose html={html} lang={lang} />}
          <Columns periodical={periodical} locale={locale} />
        </div>
      </div>
      {year ? (
        <PeriodicalYear periodical={periodical} year={year} locale={locale} />
      ) : (
        <p>{words.none}</p>
      )}
    </>
  );
}

function Columns({ periodical: { columns }, locale }: PeriodicalViewProps) {
  return (
    <dl className="periodical-view__columns">
      <dt>{messages(locale).periodical.columns}</dt>
      {columns.map(({ slug, name, shownLocale }) => (
        <dd key={slug} lang={foreignTag(shownLocale, locale)}>
          {name}
        </dd>
      ))}
    </dl>
  );
}
