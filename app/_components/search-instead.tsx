/** Other ways to look when nothing was found: without the filters, with fewer words, at headlines that are alike. */
import type { Instead } from '@/lib/content/search/search-desk';
import type { Locale } from '@/lib/locale/locales';
import { fill, messages } from '@/lib/locale/messages';
import { pathOf, type SearchQuery } from '@/lib/routes';
import { ArticleList } from './article-list';
import { counted } from './counted';

interface SearchInsteadProps {
  readonly query: SearchQuery;
  readonly instead: Instead;
  readonly locale: Locale;
}

export function SearchInstead({ query, instead: { unfiltered, words, articles }, locale }: SearchInsteadProps) {
  const { search } = messages(locale);
  const others = [
    ...(unfiltered > 0 ? [{ label: search.unfiltered, count: unfiltered, query: { words: query.words, page: 1 } }] : []),
    ...words.map((part) => ({ label: fill(search.alone, { words: part.words }), count: part.count, query: { ...query, words: part.words, page: 1 } })),
  ];
  return (
    <>
      {others.length > 0 && (
        <nav className="search-results__instead" aria-label={search.instead}>
          <ul>
            {others.map(({ label, count, query: other }) => (
              <li key={label}>
                <a href={pathOf({ kind: 'search', locale, query: other })}>{label}</a> <small>{counted(search.found, count)}</small>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {articles.length > 0 && (
        <>
          <h2>{search.alike}</h2>
          <ArticleList articles={articles} locale={locale} isBrief />
        </>
      )}
    </>
  );
}
