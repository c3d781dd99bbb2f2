/** The story that opens the front page: kicker, headline, opening, and its picture when it has one. */
import type { ArticleEntry } from '@/lib/content/article';
import type { Locale } from '@/lib/locale/locales';
import { pathOf } from '@/lib/routes';
import { ArticleFacts } from './article-facts';
import { foreignTag } from './foreign-tag';
import { PictureView } from './picture-view';
import '@/app/_styles/lists.css';

interface LeadStoryProps {
  readonly article: ArticleEntry;
  readonly locale: Locale;
}

export function LeadStory({ article, locale }: LeadStoryProps) {
  const { id, title, kicker, extract, cover, shownLocale } = article;
  return (
    <article className="lead-story">
      <div lang={foreignTag(shownLocale, locale)}>
        {kicker && <p className="kicker">{kicker}</p>}
        <h2 className="lead-story__headline">
          <a href={pathOf({ kind: 'article', locale, ...id })}>{title}</a>
        </h2>
        {cover && <PictureView picture={cover} locale={shownLocale} sizes="(min-width: 64em) 46rem, 100vw" fetched="along" />}
        <p className="lead-story__extract">{extract}</p>
      </div>
      <ArticleFacts article={article} locale={locale} />
    </article>
  );
}
