/** An article among the others of its issue: everything that its own page says, and nothing to press. */
import type { Article } from '@/lib/content/article';
import { newspaperReference, plainDate } from '@/lib/locale/dates';
import type { Locale } from '@/lib/locale/locales';
import { fill, messages } from '@/lib/locale/messages';
import { ArticleFacts } from './article-facts';
import { ArticleFigure } from './article-figure';
import { foreignTag } from './foreign-tag';
import { Prose } from './prose';

interface PrintedArticleProps {
  readonly article: Article;
  readonly locale: Locale;
}

/** The id of an article on the page of its issue. */
export function printedId(slug: string): string {
  return `article-${slug}`;
}

export function PrintedArticle({ article, locale }: PrintedArticleProps) {
  const { id, shownLocale, title, kicker, isFallback, translation, html, figures, newspaper, corrections } = article;
  const lang = foreignTag(shownLocale, locale);
  const kind = isFallback ? 'fallback' : translation;
  return (
    <article id={printedId(id.slug)} className="printed-article">
      <header lang={lang}>
        {kicker && <p className="kicker">{kicker}</p>}
        <h3>{title}</h3>
      </header>
      <ArticleFacts article={article} locale={locale} />
      {/* Of a converted issue it is said once, at the contents. */}
      {kind && kind !== 'converted' && <p className="printed-article__notice">{messages(locale).translation[kind]}</p>}
      <div className="article-view__text" lang={lang}>
        <Prose html={html} />
        {figures.map((picture) => (
          <ArticleFigure key={picture.path} picture={picture} locale={shownLocale} fetched="along" />
        ))}
        {newspaper && <p className="printed-article__newspaper">{newspaperReference(newspaper, shownLocale)}</p>}
      </div>
      {corrections.length > 0 && (
        <div className="corrections">
          <h4>{messages(locale).correction.title}</h4>
          <ul>
            {corrections.map(({ date, wrong, right }) => (
              <li key={date + wrong}>
                <time dateTime={date}>{plainDate(date, locale)}</time>{' '}
                <span lang={lang}>{fill(messages(shownLocale).correction.text, { wrong, right })}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </article>
  );
}
