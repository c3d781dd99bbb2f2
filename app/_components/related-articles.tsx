/** Articles of other issues on the same subject, below the text. It looks like the contents of an issue, and costs no style of its own. */
import type { ArticleEntry } from '@/lib/content/article';
import type { Locale } from '@/lib/locale/locales';
import { messages } from '@/lib/locale/messages';
import { pathOf } from '@/lib/routes';
import { foreignTag } from './foreign-tag';

interface RelatedArticlesProps {
  readonly articles: readonly ArticleEntry[];
  readonly locale: Locale;
}

export function RelatedArticles({ articles, locale }: RelatedArticlesProps) {
  return (
    <section className="issue-contents">
      <h2>{messages(locale).article.related}</h2>
      <ul>
        {articles.map(({ id, title, shownLocale }) => (
          <li key={`${id.issue}/${id.slug}`} lang={foreignTag(shownLocale, locale)}>
            <a href={pathOf({ kind: 'article', locale, ...id })}>{title}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
