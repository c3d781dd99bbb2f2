/**
 * One article: headline and facts, the reader's tools, the text with its figures, who wrote it and where it was printed, corrections,
 * and the way on in the issue. The words may be in another language than the page; then a notice stands before them.
 */
import type { Article } from '@/lib/content/article';
import type { Locale } from '@/lib/locale/locales';
import { messages } from '@/lib/locale/messages';
import { pathOf, wirePathOf, type Address } from '@/lib/routes';
import { ArticleColophon } from './article-colophon';
import { ArticleFacts } from './article-facts';
import { ArticleFigure } from './article-figure';
import { ArticleTools } from './article-tools';
import { Corrections } from './corrections';
import { foreignTag } from './foreign-tag';
import { PageTurn, type Turn } from './page-turn';
import { ParallelLinks } from './parallel-links';
import { Prose } from './prose';
import { RecordingPlayer } from './recording-player';
import { RelatedArticles } from './related-articles';
import { TranslationNotice } from './translation-notice';
import { webAddress } from '@/app/_page/web-address';
import { WithdrawalNotice } from './withdrawal-notice';

interface ArticleViewProps {
  readonly article: Article;
  readonly locale: Locale;
}

export function ArticleView({ article, locale }: ArticleViewProps) {
  const { shownLocale, title, kicker, corrections, withdrawal } = article;
  const address = { kind: 'article', locale, ...article.id } as const satisfies Address;
  const lang = foreignTag(shownLocale, locale);
  const notice = <TranslationNotice shown={article} address={address} locale={locale} />;
  return (
    <article className="article-view">
      {article.isFallback && notice}
      <header lang={lang}>
        {kicker && <p className="kicker">{kicker}</p>}
        <h1>{title}</h1>
      </header>
      <ArticleFacts article={article} locale={locale} hasViews />
      {!article.isFallback && notice}
      {article.beside.length > 0 && <ParallelLinks article={article} locale={locale} />}
      <ArticleTools address={webAddress(address)} title={title} qrCode={withdrawal ? undefined : wirePathOf({ ...address, kind: 'qr-code' })} locale={locale} />
      {article.recording && <RecordingPlayer recording={article.recording} article={article} locale={locale} />}
      {withdrawal ? (
        <WithdrawalNotice withdrawal={withdrawal} shownLocale={shownLocale} locale={locale} />
      ) : (
        <ArticleText article={article} lang={lang} />
      )}
      {!withdrawal && corrections.length > 0 && <Corrections corrections={corrections} shownLocale={shownLocale} locale={locale} />}
      {article.related.length > 0 && <RelatedArticles articles={article.related} locale={locale} />}
      <Neighbours article={article} locale={locale} />
    </article>
  );
}

function ArticleText({ article, lang }: { readonly article: Article; readonly lang: string | undefined }) {
  return (
    <div className="article-view__text" lang={lang}>
      <Prose html={article.html} />
      {article.figures.map((picture, place) => (
        <ArticleFigure key={picture.path} picture={picture} locale={article.shownLocale} fetched={place === 0 ? 'along' : 'near'} />
      ))}
      <ArticleColophon article={article} />
    </div>
  );
}

function Neighbours({ article: { previous, next }, locale }: ArticleViewProps) {
  const words = messages(locale).article;
  const turnTo = (entry: Article['previous'], label: string): Turn | undefined =>
    entry && { label, path: pathOf({ kind: 'article', locale, ...entry.id }), title: entry.title, shownLocale: entry.shownLocale };
  return <PageTurn label={words.neighbours} back={turnTo(previous, words.previous)} forth={turnTo(next, words.next)} locale={locale} />;
}
