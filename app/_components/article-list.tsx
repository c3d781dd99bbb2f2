/** Articles as entries of a list: kicker, headline, opening, day and column. Brief lists leave the opening and the picture out. */
import type { ArticleEntry } from '@/lib/content/article';
import { shortDate } from '@/lib/locale/dates';
import type { Locale } from '@/lib/locale/locales';
import { pathOf } from '@/lib/routes';
import { foreignTag } from './foreign-tag';
import { PictureView } from './picture-view';
import '@/app/_styles/lists.css';

interface ArticleListProps {
  readonly articles: readonly ArticleEntry[];
  readonly locale: Locale;
  readonly isBrief?: boolean;
  /** Off where the page itself is of one day and the heading above names the column. */
  readonly hasPlace?: boolean;
}

export function ArticleList({ articles, locale, isBrief = false, hasPlace = true }: ArticleListProps) {
  return (
    <ul className={isBrief ? 'article-list article-list--brief' : 'article-list'}>
      {articles.map(({ id, shownLocale, title, kicker, extract, cover, published, column }) => (
        <li key={`${id.periodical}/${id.issue}/${id.slug}`}>
          <div lang={foreignTag(shownLocale, locale)}>
            {kicker && <p className="kicker">{kicker}</p>}
            <h3>
              <a href={pathOf({ kind: 'article', locale, ...id })}>{title}</a>
            </h3>
            {!isBrief && <p>{extract}</p>}
          </div>
          {!isBrief && cover && <PictureView picture={cover} locale={locale} sizes="10rem" fetched="near" />}
          {hasPlace && (
            <p className="article-list__place">
              <time dateTime={published.slice(0, 10)}>{shortDate(published.slice(0, 10), locale)}</time>{' '}
              <span lang={foreignTag(column.shownLocale, locale)}>{column.name}</span>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
