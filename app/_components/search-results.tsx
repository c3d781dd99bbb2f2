/** What was found: how much, the articles with the words marked, the ways to the next ones; or what to look for instead. */
import '@/app/_styles/lists.css';
import type { Piece } from '@/lib/content/search/extract';
import { resultsPerPage, type SearchAnswer } from '@/lib/content/search/search-desk';
import { formatNumber, shortDate } from '@/lib/locale/dates';
import { localeFacts, type Locale } from '@/lib/locale/locales';
import { fill, messages } from '@/lib/locale/messages';
import { pathOf, type SearchQuery } from '@/lib/routes';
import { counted } from './counted';
import { foreignTag } from './foreign-tag';
import { SearchInstead } from './search-instead';

interface SearchResultsProps {
  readonly query: SearchQuery;
  /** Undefined when there was nothing to look for. */
  readonly answer: SearchAnswer | undefined;
  readonly locale: Locale;
}

export function SearchResults({ query, answer, locale }: SearchResultsProps) {
  const { search } = messages(locale);
  if (!answer) {
    return (
      <div id="results">
        <p className="search-results__count" role="status" />
      </div>
    );
  }
  const { count, isMore, page, results } = answer;
  const found = isMore ? fill(search.foundMore, { count: formatNumber(count) }) : counted(search.found, count);
  return (
    <section id="results" aria-label={fill(search.resultsOf, { words: query.words })}>
      <p className="search-results__count" role="status">
        {count > 0 ? found : fill(search.none, { words: query.words })}
      </p>
      {count === 0 && <SearchInstead query={query} instead={answer.instead} locale={locale} />}
      <ol className="article-list" start={(page - 1) * resultsPerPage + 1}>
        {results.map(({ entry: { id, shownLocale, kicker, published, column }, locale: where, title, extract }) => (
          <li key={`${id.periodical}/${id.issue}/${id.slug}`}>
            <div lang={foreignTag(shownLocale, locale)}>
              {kicker && <p className="kicker">{kicker}</p>}
              <h2>
                <a href={pathOf({ kind: 'article', locale: where, ...id })} hrefLang={where === locale ? undefined : localeFacts[where].tag}>
                  <Pieces pieces={title} />
                </a>
              </h2>
              <p>
                <Pieces pieces={extract} />
              </p>
            </div>
            <p className="article-list__place">
              <time dateTime={published.slice(0, 10)}>{shortDate(published.slice(0, 10), locale)}</time> <span lang={foreignTag(column.shownLocale, locale)}>{column.name}</span>
              {where !== locale && <span lang={foreignTag(where, locale)}>{localeFacts[where].name}</span>}
            </p>
          </li>
        ))}
      </ol>
      <ResultPages query={query} answer={answer} locale={locale} />
    </section>
  );
}

function Pieces({ pieces }: { readonly pieces: readonly Piece[] }) {
  return pieces.map(({ text, isMarked }, place) => (isMarked ? <mark key={place}>{text}</mark> : text));
}

function ResultPages({ query, answer: { page, pageCount }, locale }: { readonly query: SearchQuery; readonly answer: SearchAnswer; readonly locale: Locale }) {
  const { search } = messages(locale);
  if (pageCount < 2) return null;
  const to = (other: number): string => pathOf({ kind: 'search', locale, query: { ...query, page: other } });
  return (
    <nav className="search-results__pages" aria-label={search.pages}>
      {page > 1 && (
        <a href={to(page - 1)} rel="prev">
          {search.previous}
        </a>
      )}
      <span>{fill(search.page, { page: formatNumber(page), pages: formatNumber(pageCount) })}</span>
      {page < pageCount && (
        <a href={to(page + 1)} rel="next">
          {search.next}
        </a>
      )}
    </nav>
  );
}
