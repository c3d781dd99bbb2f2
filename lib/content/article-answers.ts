/** The catalogue's answers about articles. Bodies are rendered here, when asked for, and kept nowhere: the press keeps whole pages. */
import { locales, originalLocale, type Locale } from '@/lib/locale/locales';
import { recordingPath } from '@/lib/routes';
import type { Article, ArticleId, ArticleSource, ArticleTranslation, CorrectedArticle, Correction } from './article';
import type { Library, Pair } from './library';
import { renderBlocks, renderMarkdown, type RenderOptions } from './markdown';
import { pairTexts, type ParallelText, type TextInBlocks } from './parallel';
import type { Picture, PictureSource } from './picture';
import { fileOf, type TextPlace } from './place';
import type { Recording } from './recording';
import type { openRelated } from './related';
import type { ArticleRow, Shelves } from './shelves';
import { availableLocalesOf } from './wording';

type ArticlePair = Pair<ArticleSource, ArticleTranslation>;

/** How a body stands among others on one page. */
export type BodyForm = Pick<RenderOptions, 'headingShift' | 'idScope'>;

/** Beyond these an article names no others. */
const mostRelated = 4;

export function openArticleDesk(shelves: Shelves, library: Library, relations: ReturnType<typeof openRelated>, clock: () => string) {
  function findArticle(locale: Locale, { periodical, issue, slug }: ArticleId, form?: BodyForm): Article | undefined {
    const now = clock();
    const row = shelves.article(periodical, issue, slug, now);
    const place: TextPlace = { kind: 'article', periodical, issue, slug, locale };
    const pair = row && library.findPair<ArticleSource, ArticleTranslation>(place, locale);
    if (!row || !pair) return undefined;
    const { original, translation, wording } = pair;
    const isWithdrawn = row.status === 'withdrawn';
    const kind = wording.isConverted ? 'converted' : translation?.data.translation;
    const summary = translation ? translation.data.summary : original.data.summary && wording.text(original.data.summary);
    const reason = original.data.withdrawal && (translation?.data.withdrawal?.reason ?? wording.text(original.data.withdrawal.reason));
    const { html, figures } = isWithdrawn ? { html: '', figures: [] } : compose(row, pair, locale, form);
    const recording = isWithdrawn ? undefined : findRecording(row, pair, locale);
    const isWrittenIn = library.languagesOf(place);
    const neighbours = shelves.neighbours(row, now);
    const keywords = original.data.keywords ?? [];
    const related = isWithdrawn ? [] : listedRows(relations.find({ periodical, issue, column: row.column_name, keywords }, now, mostRelated));
    // Asked for at once. Neighbours stand in this issue, related articles in others.
    const others = library.articleEntries([neighbours.previous, neighbours.next, ...related].filter((other) => other !== undefined), locale);
    const [previous, next] = [neighbours.previous, neighbours.next].map((other) => others.find(({ id }) => id.issue === issue && id.slug === other?.slug));
    return {
      ...library.entryOf(row, pair, locale),
      isFallback: wording.isFallback,
      ...(kind && { translation: kind }),
      availableLocales: availableLocalesOf(isWrittenIn),
      ...(summary !== undefined && { summary }),
      html,
      status: isWithdrawn ? 'withdrawn' : 'published',
      ...(original.data.withdrawal && reason !== undefined && { withdrawal: { date: original.data.withdrawal.date, reason } }),
      corrections: correctionsOf(pair),
      keywords: keywordsOf(pair, locale),
      figures,
      ...(recording && { recording }),
      beside: isWithdrawn ? [] : besideOf(locale, isWrittenIn),
      ...(previous && { previous }),
      ...(next && { next }),
      related: others.filter(({ id }) => id.issue !== issue),
    };
  }

  /** Of the words that are shown, when the file is there and sound. Traditional characters, whoever wrote them, are the Original read aloud. */
  function findRecording({ periodical, issue }: ArticleRow, { original, translation }: ArticlePair, locale: Locale): Recording | undefined {
    const name = translation && locale !== 'zh-hant' ? translation.data.audio : (translation?.data.audio ?? original.data.audio);
    const folder = `${periodical}/${issue}`;
    const row = name === undefined ? undefined : shelves.recording(folder, name);
    return row && { path: recordingPath(folder, row.name, row.hash), format: row.format, size: row.size, seconds: row.seconds };
  }

  /** Whether an article that lists may show offers the recording: what is withdrawn, a draft or to come is not to be heard either. */
  function isHeard({ periodical, issue }: Pick<ArticleId, 'periodical' | 'issue'>, name: string): boolean {
    const names = (slug: string, locale: Locale): boolean => {
      const text = shelves.words(fileOf({ kind: 'article', periodical, issue, slug, locale }));
      return text !== undefined && (JSON.parse(text.data) as ArticleTranslation).audio === name;
    };
    return shelves.articlesOfIssue(periodical, issue, clock()).some(({ slug }) => locales.some((locale) => names(slug, locale)));
  }

  function listBeside(locale: Locale, { periodical, issue, slug }: ArticleId): readonly Locale[] {
    const isListed = shelves.article(periodical, issue, slug, clock())?.status === 'published';
    return isListed ? besideOf(locale, library.languagesOf({ kind: 'article', periodical, issue, slug, locale })) : [];
  }

  /** The body as HTML, and the figures that it does not place itself. */
  function compose(row: ArticleRow, pair: ArticlePair, locale: Locale, form?: BodyForm): Pick<Article, 'html' | 'figures'> {
    const { body, options, figuresBut } = setting(row, pair, locale, form);
    const { html, placedPictures } = renderMarkdown(body, options);
    return { html, figures: figuresBut(placedPictures) };
  }

  /** The same, block by block. */
  function composeBlocks(row: ArticleRow, locale: Locale): TextInBlocks | undefined {
    const pair = library.findPair<ArticleSource, ArticleTranslation>({ kind: 'article', ...row, locale }, locale);
    if (!pair) return undefined;
    // The ids of the two bodies may not meet.
    const { body, options, figuresBut } = setting(row, pair, locale, { idScope: locale });
    const { blocks, placedPictures } = renderBlocks(body, options);
    return { blocks, figures: figuresBut(placedPictures).map((picture) => ({ picture, caption: picture.caption, credit: picture.credit, shownLocale: picture.shownLocale })) };
  }

  function findParallel(locale: Locale, id: ArticleId, beside: Locale): ParallelText | undefined {
    if (!listBeside(locale, id).includes(beside)) return undefined;
    const row = shelves.article(id.periodical, id.issue, id.slug, clock());
    const sides = beside === originalLocale ? [beside, locale] : [locale, beside];
    const [first, second] = sides.map((side) => findArticle(side, id));
    const [text, textBeside] = sides.map((side) => row && composeBlocks(row, side));
    return first && second && text && textBeside && { articles: [first, second], rows: pairTexts(text, textBeside) };
  }

  /** What a body is rendered from, and the figures that are left when some are placed. */
  function setting(row: ArticleRow, { original, translation, wording }: ArticlePair, locale: Locale, form: BodyForm = {}) {
    const folder = `${row.periodical}/${row.issue}`;
    const { cover, figures = [] } = original.data;
    const words = translation?.data.pictures;
    const show = (source: PictureSource): Picture | undefined => library.findPicture(folder, source, words?.[source.image], wording);
    const described = new Map([...(cover ? [cover] : []), ...figures].map((source) => [source.image, source]));
    const body = shelves.body(fileOf({ kind: 'article', ...row, locale: translation ? locale : originalLocale }));
    const options: RenderOptions = {
      ...form,
      locale: wording.shownLocale,
      pictures: (name) => show(described.get(name.normalize('NFC')) ?? { image: name.normalize('NFC'), alt: '' }),
      ...(wording.isConverted && { convertText: wording.text }),
    };
    const figuresBut = (placedPictures: readonly string[]): readonly Picture[] => {
      const placed = new Set(placedPictures.map((name) => name.normalize('NFC')));
      return figures.filter(({ image }) => !placed.has(image)).flatMap((source) => show(source) ?? []);
    };
    return { body, options, figuresBut };
  }

  /** Those that lists may show, in their order. */
  function listedRows(ids: readonly ArticleId[]): readonly ArticleRow[] {
    return shelves.articles(ids, clock()).filter(({ status }) => status === 'published');
  }

  /** A column is named by its slug; articles know its name in the Original. */
  function newest(limit: number, periodical: string, slug: string): readonly ArticleRow[] {
    const name = library.findPeriodicalPair(periodical, originalLocale)?.original.data.columns.find((column) => column.slug === slug)?.name;
    return name === undefined ? [] : shelves.newestArticlesIn(clock(), limit, periodical, name);
  }

  return {
    findArticle,
    isHeard,
    findParallel,
    listBeside,
    listByCode: (code: string): readonly ArticleId[] => shelves.articlesByCode(code, clock()).map(({ periodical, issue, slug }) => ({ periodical, issue, slug })),
    listNewestArticles: (locale: Locale, { limit, periodical, column }: { readonly limit: number; readonly periodical?: string; readonly column?: string }) =>
      library.articleEntries(periodical !== undefined && column !== undefined ? newest(limit, periodical, column) : shelves.newestArticles(clock(), limit, periodical), locale),
    listNamedArticles: (locale: Locale, ids: readonly ArticleId[]) => library.articleEntries(listedRows(ids), locale),
    listArticlesSince: (locale: Locale, since: string, limit: number) => library.articleEntries(shelves.articlesSince(since, clock(), limit), locale),
    listCorrectedArticles: (locale: Locale, limit: number): readonly CorrectedArticle[] =>
      shelves.correctedArticles(clock(), limit).flatMap((row) => {
        const pair = library.findPair<ArticleSource, ArticleTranslation>({ kind: 'article', ...row, locale }, locale);
        return pair ? [{ ...library.entryOf(row, pair, locale), corrections: correctionsOf(pair) }] : [];
      }),
  };
}

/** Languages of the other texts that can be read beside the one in this language. */
function besideOf(locale: Locale, isWrittenIn: (locale: Locale) => boolean): readonly Locale[] {
  const source = isWrittenIn(locale) ? locale : locale === 'zh-hant' ? originalLocale : undefined;
  return source === undefined ? [] : locales.filter((other) => other !== source && isWrittenIn(other));
}

/** The Original's dates with the Translation's words; the Original's words while the Translation is behind. */
function correctionsOf({ original, translation, wording }: ArticlePair): readonly Correction[] {
  const facts = original.data.corrections ?? [];
  const words = translation?.data.corrections ?? [];
  return facts.map(({ date, wrong, right }, place) => {
    const own = words.length === facts.length ? words[place] : undefined;
    return { date, wrong: own?.wrong ?? wording.text(wrong), right: own?.right ?? wording.text(right) };
  });
}

/** Keywords have no words of their own in a Translation: only those whose name is given are shown there. */
function keywordsOf({ original, translation, wording }: ArticlePair, locale: Locale): readonly string[] {
  const keywords = (original.data.keywords ?? []).map((keyword) => ({ keyword, shown: wording.name(keyword) }));
  const isOwnScript = !translation || locale === 'zh-hant';
  return keywords.filter(({ keyword, shown }) => isOwnScript || shown !== keyword).map(({ shown }) => shown);
}
