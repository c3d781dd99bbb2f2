/** A page that could not be given: says so plainly and offers the ways on. */
import { catalogue } from '@/lib/content/catalogue';
import type { Locale } from '@/lib/locale/locales';
import { messages } from '@/lib/locale/messages';
import { pathOf, type Address } from '@/lib/routes';
import { foreignTag } from './foreign-tag';
import { PageFrame } from './page-frame';
import { PageHeading } from './page-heading';

interface WayOutProps {
  readonly locale: Locale;
  readonly reason: 'missing' | 'failed';
}

export function WayOut({ locale, reason }: WayOutProps) {
  const words = messages(locale);
  const { title, text } = words[reason];
  const link = (address: Address, label: string, lang?: string) => (
    <li key={label} lang={lang}>
      <a href={pathOf(address)}>{label}</a>
    </li>
  );
  return (
    <PageFrame locale={locale} trail={[{ label: words.place.front, path: pathOf({ kind: 'front', locale }) }, { label: title }]}>
      <div className="way-out">
        <PageHeading title={title} summary={text} />
        <nav aria-label={words.wayOut.label}>
          <ul>
            {link({ kind: 'front', locale }, words.place.front)}
            {link({ kind: 'news', locale }, words.place.news)}
            {catalogue()
              .listPeriodicals(locale)
              .map(({ slug, title: name, shownLocale }) => link({ kind: 'periodical', locale, periodical: slug }, name, foreignTag(shownLocale, locale)))}
          </ul>
        </nav>
      </div>
    </PageFrame>
  );
}
