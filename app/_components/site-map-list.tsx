/** Everything there is: sections, periodicals with all their years, standing pages. */
import { catalogue } from '@/lib/content/catalogue';
import type { Locale } from '@/lib/locale/locales';
import { messages } from '@/lib/locale/messages';
import { pathOf } from '@/lib/routes';
import { foreignTag } from './foreign-tag';
import { YearLinks } from './year-links';
import '@/app/_styles/lists.css';

export function SiteMapList({ locale }: { readonly locale: Locale }) {
  const { audit, correction, display, mostRead, place, siteMap } = messages(locale);
  const periodicals = catalogue()
    .listPeriodicals(locale)
    .flatMap(({ slug }) => catalogue().findPeriodical(locale, slug) ?? []);
  return (
    <div className="site-map-list">
      <section>
        <h2>{siteMap.sections}</h2>
        <ul>
          <li>
            <a href={pathOf({ kind: 'front', locale })}>{place.front}</a>
          </li>
          <li>
            <a href={pathOf({ kind: 'news', locale })}>{place.news}</a>
            <ul>
              <li>
                <a href={pathOf({ kind: 'periodicals', locale })}>{place.periodicals}</a>
                <ul>
                  {periodicals.map((periodical) => (
                    <li key={periodical.slug}>
                      <a href={pathOf({ kind: 'periodical', locale, periodical: periodical.slug })} lang={foreignTag(periodical.shownLocale, locale)}>
                        {periodical.title}
                      </a>
                      <YearLinks periodical={periodical} locale={locale} />
                    </li>
                  ))}
                </ul>
              </li>
            </ul>
          </li>
        </ul>
      </section>
      <section>
        <h2>{siteMap.pages}</h2>
        <ul>
          <li>
            <a href={pathOf({ kind: 'corrections', locale })}>{correction.all}</a>
          </li>
          <li>
            <a href={pathOf({ kind: 'most-read', locale })}>{mostRead.title}</a>
          </li>
          {catalogue().has({ kind: 'compliance', locale }) && (
            <li>
              <a href={pathOf({ kind: 'compliance', locale })}>{audit.title}</a>
            </li>
          )}
          <li>
            <a href={pathOf({ kind: 'settings', locale })}>{display.title}</a>
          </li>
          {catalogue()
            .listPages(locale)
            .map(({ slug, title, shownLocale }) => (
              <li key={slug}>
                <a href={pathOf({ kind: 'page', locale, slug })} lang={foreignTag(shownLocale, locale)}>
                  {title}
                </a>
              </li>
            ))}
        </ul>
      </section>
    </div>
  );
}
