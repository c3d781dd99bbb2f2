/**
 * One article in two languages, row by row: a table, because that is what it is. Whoever listens hears a paragraph, then its translation, each
 * under the name of its language; paper repeats the names on every sheet. On a narrow screen the two stand below each other.
 */
import type { ReactNode } from 'react';
import type { Article } from '@/lib/content/article';
import type { ParallelRow, ParallelText } from '@/lib/content/parallel';
import type { Figure } from '@/lib/content/picture';
import { localeFacts } from '@/lib/locale/locales';
import { messages } from '@/lib/locale/messages';
import { pathOf, type Address } from '@/lib/routes';
import { webAddress } from '@/app/_page/web-address';
import { ArticleColophon } from './article-colophon';
import { ArticleFacts } from './article-facts';
import { ArticleTools } from './article-tools';
import { Corrections } from './corrections';
import { CaptionWords } from './figure-caption';
import { ParallelLinks } from './parallel-links';
import { PictureView } from './picture-view';
import { Prose } from './prose';
import { TranslationNotice } from './translation-notice';
import '@/app/_styles/parallel-view.css';

interface ParallelViewProps {
  readonly text: ParallelText;
  /** The one of the two in the reader's language. */
  readonly own: Article;
  readonly address: Extract<Address, { readonly kind: 'parallel' }>;
}

export function ParallelView({ text: { articles, rows }, own, address }: ParallelViewProps) {
  const { locale } = address;
  const others = own.beside.filter((other) => other !== address.beside);
  return (
    <article className="parallel-view">
      {others.length > 0 && <ParallelLinks article={{ id: own.id, beside: others }} locale={locale} />}
      <ArticleTools address={webAddress(address)} title={own.title} locale={locale} />
      <table>
        <thead>
          <tr>
            {articles.map(({ id, shownLocale }) => (
              <th key={shownLocale} scope="col">
                <a href={pathOf({ kind: 'article', locale: shownLocale, ...id })}>{messages(locale).languages.names[shownLocale]}</a>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Sides articles={articles} show={(article) => <Head article={article} isOwn={article === own} />} />
          {rows.map((row, place) => (
            <Row key={place} row={row} articles={articles} />
          ))}
          <Sides articles={articles} show={(article) => <ArticleColophon article={article} />} />
          {own.corrections.length > 0 && (
            <Sides articles={articles} show={({ corrections, shownLocale }) => <Corrections id={`corrections-${shownLocale}`} corrections={corrections} shownLocale={shownLocale} locale={shownLocale} />} />
          )}
        </tbody>
      </table>
    </article>
  );
}

/** Rows of more characters may be cut between two sheets: kept whole, they would leave half a sheet blank. */
const longestWhole = 1500;

interface SidesProps {
  readonly articles: ParallelText['articles'];
  readonly isLong?: boolean;
  readonly show: (article: Article, side: number) => ReactNode;
}

/** A row with a cell for each text, in its language. */
function Sides({ articles, isLong = false, show }: SidesProps) {
  return (
    <tr className={isLong ? 'parallel-view__long' : undefined}>
      {articles.map((article, side) => (
        <td key={article.shownLocale} className="parallel-view__side" lang={localeFacts[article.shownLocale].tag}>
          {show(article, side)}
        </td>
      ))}
    </tr>
  );
}

/** A page has one `h1`: the headline in the reader's language. */
function Head({ article, isOwn }: { readonly article: Article; readonly isOwn: boolean }) {
  const { id, shownLocale, kicker, title } = article;
  const Headline = isOwn ? 'h1' : 'p';
  return (
    <header>
      {kicker && <p className="kicker">{kicker}</p>}
      <Headline className="parallel-view__headline">{title}</Headline>
      <ArticleFacts article={article} locale={shownLocale} />
      <TranslationNotice shown={article} address={{ kind: 'article', locale: shownLocale, ...id }} locale={shownLocale} />
    </header>
  );
}

function Row({ row, articles }: { readonly row: ParallelRow; readonly articles: ParallelText['articles'] }) {
  if (row.kind === 'figure') return <FigureRow figures={row.figures} />;
  return (
    <Sides
      articles={articles}
      isLong={row.html.some((html) => (html?.length ?? 0) > longestWhole)}
      show={(_, side) => {
        const html = row.html[side];
        return html !== undefined && <Prose html={html} />;
      }}
    />
  );
}

/** The picture once, and under it the words of each text that has its own. */
function FigureRow({ figures }: { readonly figures: readonly (Figure | undefined)[] }) {
  const shown = figures.flatMap((figure) => figure ?? []);
  const [first] = shown;
  if (!first) return null;
  const worded = shown.filter(({ caption, credit, shownLocale }, place) => (caption ?? credit) !== undefined && shown.findIndex((other) => other.shownLocale === shownLocale) === place);
  return (
    <tr>
      <td className="article-view__text" colSpan={2} lang={localeFacts[first.picture.shownLocale].tag}>
        <figure>
          <PictureView picture={first.picture} locale={first.picture.shownLocale} sizes="(min-width: 48rem) 45rem, calc(100vw - 2rem)" fetched="near" />
          {worded.length > 0 && (
            <figcaption>
              {worded.map(({ caption, credit, shownLocale }) => (
                <span key={shownLocale} className="parallel-view__caption" lang={localeFacts[shownLocale].tag}>
                  <CaptionWords caption={caption} credit={credit} />
                </span>
              ))}
            </figcaption>
          )}
        </figure>
      </td>
    </tr>
  );
}
