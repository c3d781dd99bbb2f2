/** The search box and what narrows a search. It is a form like any other: it works before any script, and without. */
import { catalogue } from '@/lib/content/catalogue';
import { yearTitle } from '@/lib/locale/dates';
import { localeFacts, type Locale } from '@/lib/locale/locales';
import { messages } from '@/lib/locale/messages';
import { longestSearch, pathOf, type SearchQuery } from '@/lib/routes';
import { foreignTag } from './foreign-tag';

interface SearchFormProps {
  readonly query: SearchQuery;
  readonly locale: Locale;
}

export function SearchForm({ query, locale }: SearchFormProps) {
  const { search } = messages(locale);
  const periodicals = catalogue().listPeriodicals(locale);
  const years = periodicals.flatMap(({ slug }) => catalogue().findPeriodical(locale, slug)?.years ?? []).map(({ year }) => year);
  const within = query.periodical === undefined ? '' : query.column === undefined ? query.periodical : `${query.periodical}/${query.column}`;
  return (
    <form className="search-form" action={pathOf({ kind: 'search', locale })} role="search" data-search>
      <h1>
        <label htmlFor="q">{search.box}</label>
      </h1>
      <div className="search-form__box search-box">
        <input id="q" name="q" type="search" defaultValue={query.words} maxLength={longestSearch} autoComplete="off" enterKeyHint="search" aria-describedby="search-hint" autoFocus={query.words === ''} />
        <button>{search.title}</button>
      </div>
      <p id="search-hint">{search.hint}</p>
      <div className="search-form__filters">
        <label>
          {search.within}
          <select name="in" defaultValue={within}>
            <option value="">{search.everywhere}</option>
            {periodicals.map(({ slug, title, columns, shownLocale }) => (
              <optgroup key={slug} label={title} lang={foreignTag(shownLocale, locale)}>
                <option value={slug}>{title}</option>
                {columns.map((column) => (
                  <option key={column.slug} value={`${slug}/${column.slug}`} lang={foreignTag(column.shownLocale, locale)}>
                    {column.name}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </label>
        <label>
          {search.year}
          <select name="year" defaultValue={query.year ?? ''}>
            <option value="">{search.anyYear}</option>
            {[...new Set(years)].sort().reverse().map((year) => (
              <option key={year} value={year}>
                {yearTitle(year, locale)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {search.language}
          <select name="lang" defaultValue={query.language ?? ''}>
            <option value="">{search.anyLanguage}</option>
            <option value="zh">{search.chinese}</option>
            <option value="en" lang={foreignTag('en', locale)}>
              {localeFacts.en.name}
            </option>
            <option value="ja" lang={foreignTag('ja', locale)}>
              {localeFacts.ja.name}
            </option>
          </select>
        </label>
      </div>
    </form>
  );
}
