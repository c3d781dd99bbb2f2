/** The foot of an article, as printed: the author, and the newspaper and page it first stood in. */
import type { Article } from '@/lib/content/article';
import { newspaperReference } from '@/lib/locale/dates';
import { fill, messages } from '@/lib/locale/messages';

/** In the language the article is shown in, because names and marks belong to its text. */
export function ArticleColophon({ article: { authors, newspaper, shownLocale } }: { readonly article: Article }) {
  if (authors.length === 0 && !newspaper) return null;
  const { article, joint } = messages(shownLocale);
  return (
    <footer className="article-colophon">
      {authors.length > 0 && <p>{fill(article.byline, { authors: authors.join(joint.list) })}</p>}
      {newspaper && <p>{newspaperReference(newspaper, shownLocale)}</p>}
    </footer>
  );
}
