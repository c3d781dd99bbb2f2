/**
 * Texts of the index in a reader's language: the parts of answers that several questions share. Site and periodicals are asked for on
 * every page, so they are kept until the writer commits something.
 */
import { originalLocale, type Locale } from '@/lib/locale/locales';
import { picturePath } from '@/lib/routes';
import type { ArticleEntry, ArticleSource, ArticleTranslation, ColumnName } from './article';
import type { IssueEntry, IssueSource, IssueTranslation } from './issue';
import type { PeriodicalSource, PeriodicalTranslation } from './periodical';
import { copyWidths, type Picture, type PictureSource, type PictureWords } from './picture';
import { fileOf, type TextPlace } from './place';
import type { ArticleRow, IssueRow, PictureRow, Shelves, WordsRow } from './shelves';
import type { SiteSource, SiteTranslation } from './site';
import { wordingFor, type Wording } from './wording';

export interface Text<Data> {
  readonly data: Data;
  readonly extract: string;
}

/** An Original with its Translation in the reader's language, and how the words without one reach the reader. */
export interface Pair<Original, Translation> {
  readonly original: Text<Original>;
  readonly translation: Text<Translation> | undefined;
  readonly wording: Wording;
}

/** What a Translation may call by other names. */
interface Names {
  readonly names?: Record<string, string> | undefined;
}

/** A Translation without names of its own. */
export interface Nameless {
  readonly names?: never;
}

export type IssuePair = Pair<IssueSource, IssueTranslation & Nameless>;

/** Times are part of some questions, so that there is no end to them. */
const mostKept = 500;

export type Library = ReturnType<typeof openLibrary>;

export function openLibrary(shelves: Shelves) {
  /**
   * Keeps answers as long as the index says the same, and not more of them than a portal has periodicals and languages; that there is
   * none is not kept, or made-up addresses would fill the memory.
   */
  function keeping<Question extends readonly string[], Answer>(ask: (...question: Question) => Answer): (...question: Question) => Answer {
    let edition = -1;
    let kept = new Map<string, Answer>();
    return (...question) => {
      const current = shelves.edition();
      if (current !== edition) kept = new Map();
      edition = current;
      const key = question.join(' ');
      const known = kept.get(key);
      if (known !== undefined) return known;
      const answer = ask(...question);
      if (kept.size >= mostKept) kept.clear();
      if (answer !== undefined) kept.set(key, answer);
      return answer;
    };
  }

  const findText = <Data>(place: TextPlace): Text<Data> | undefined => textOf<Data>(shelves.words(fileOf(place)));

  function findPair<Original, Translation extends Names>(place: TextPlace, locale: Locale): Pair<Original, Translation> | undefined {
    return pairOf<Original, Translation>((file) => shelves.words(file), place, locale);
  }

  function pairOf<Original, Translation extends Names>(find: (file: string) => WordsRow | undefined, place: TextPlace, locale: Locale): Pair<Original, Translation> | undefined {
    const original = textOf<Original>(find(fileOf({ ...place, locale: originalLocale })));
    if (!original) return undefined;
    const translation = locale === originalLocale ? undefined : textOf<Translation>(find(fileOf({ ...place, locale })));
    const { protectedWords, names } = siteWords(locale);
    const wording = wordingFor(locale, { isTranslated: translation !== undefined, protectedWords, names: [translation?.data.names, names] });
    return { original, translation, wording };
  }

  const siteWords = keeping((locale: Locale): { readonly protectedWords: readonly string[]; readonly names: Readonly<Record<string, string>> | undefined } => {
    const original = findText<SiteSource>({ kind: 'site', locale: originalLocale })?.data;
    const own = findText<SiteTranslation>({ kind: 'site', locale })?.data;
    return { protectedWords: original?.protected ?? [], names: own?.names };
  });

  const findPeriodicalPair = keeping((periodical: string, locale: Locale) =>
    findPair<PeriodicalSource, PeriodicalTranslation & Nameless>({ kind: 'periodical', periodical, locale }, locale),
  );

  function columnsOf({ original, translation, wording }: NonNullable<ReturnType<typeof findPeriodicalPair>>, locale: Locale): readonly ColumnName[] {
    return original.data.columns.map(({ slug, name }) => {
      const own = translation?.data.columns?.[slug];
      if (own !== undefined) return { slug, name: own, shownLocale: wording.shownLocale };
      return { slug, name: wording.text(name), shownLocale: locale === 'zh-hant' ? locale : originalLocale };
    });
  }

  /** The column of an article, by the name its Original gives. */
  function findColumn(periodical: string, name: string, locale: Locale): ColumnName {
    const pair = findPeriodicalPair(periodical, locale);
    const place = pair?.original.data.columns.findIndex((column) => column.name === name) ?? -1;
    const column = pair && columnsOf(pair, locale)[place];
    // A column taken out of index.md: its articles stay under the name they give, after the others.
    return column ?? { slug: 'other', name: wordingFor(locale, { isTranslated: false, protectedWords: siteWords(locale).protectedWords, names: [] }).text(name), shownLocale: locale === 'zh-hant' ? locale : originalLocale };
  }

  /** A picture with its words; undefined when it is not there (any more). */
  function findPicture(folder: string, source: PictureSource, words: PictureWords | undefined, wording: Wording): Picture | undefined {
    const row = shelves.picture(folder, source.image);
    if (!row) return undefined;
    const caption = words?.caption ?? (source.caption === undefined ? undefined : wording.text(source.caption));
    const credit = words?.credit ?? (source.credit === undefined ? undefined : wording.name(source.credit));
    return {
      path: picturePath(folder, row.name, row.hash),
      width: row.width,
      height: row.height,
      shownLocale: words?.alt !== undefined || wording.shownLocale === 'zh-hant' ? wording.shownLocale : originalLocale,
      alt: words?.alt ?? wording.text(source.alt),
      ...(caption !== undefined && { caption }),
      ...(credit !== undefined && { credit }),
      copies: copiesOf(folder, row),
    };
  }

  /** How words of the Original reach a reader who has no Translation. */
  function convert(locale: Locale): (original: string) => string {
    return wordingFor(locale, { isTranslated: false, protectedWords: siteWords(locale).protectedWords, names: [] }).text;
  }

  function articleEntry(row: ArticleRow, locale: Locale): ArticleEntry | undefined {
    return articleEntries([row], locale)[0];
  }

  /** Those whose texts are there, in their order. */
  function articleEntries(rows: readonly ArticleRow[], locale: Locale): readonly ArticleEntry[] {
    const places = rows.map(({ periodical, issue, slug }): TextPlace => ({ kind: 'article', periodical, issue, slug, locale }));
    const words = shelves.wordsOf(places.flatMap((place) => [...new Set([originalLocale, locale])].map((language) => fileOf({ ...place, locale: language }))));
    return rows.flatMap((row, at) => {
      const place = places[at];
      const pair = place && pairOf<ArticleSource, ArticleTranslation>((file) => words.get(file), place, locale);
      return pair ? [entryOf(row, pair, locale)] : [];
    });
  }

  /** Whether a text is written in a language, for as many languages as are asked for. */
  function languagesOf(place: TextPlace): (locale: Locale) => boolean {
    const stem = fileOf({ ...place, locale: originalLocale }).replace(/md$/, '');
    const files = new Set(shelves.filesBeginning(stem));
    return (locale) => files.has(fileOf({ ...place, locale }));
  }

  function entryOf(row: ArticleRow, { original, translation, wording }: Pair<ArticleSource, ArticleTranslation>, locale: Locale): ArticleEntry {
    const { data } = original;
    const words = translation?.data;
    const kicker = words ? words.kicker : data.kicker && wording.text(data.kicker);
    const cover = data.cover && findPicture(`${row.periodical}/${row.issue}`, data.cover, words?.pictures?.[data.cover.image], wording);
    return {
      id: { periodical: row.periodical, issue: row.issue, slug: row.slug },
      shownLocale: wording.shownLocale,
      title: words?.title ?? wording.text(data.title),
      ...(kicker !== undefined && { kicker }),
      // Made when it is asked for: an article's page lists the titles of its whole issue, and converting the extracts would take it half as long again.
      get extract() {
        return translation?.extract ?? wording.text(original.extract);
      },
      published: row.published,
      ...(row.corrected !== null && { corrected: row.corrected }),
      column: findColumn(row.periodical, row.column_name, locale),
      authors: (data.authors ?? []).map(wording.name),
      ...(data.newspaper && { newspaper: { ...data.newspaper, name: wording.name(data.newspaper.name) } }),
      ...(data.source && { source: { ...data.source, name: wording.name(data.source.name) } }),
      ...(cover && { cover }),
    };
  }

  const findIssuePair = ({ periodical, date }: IssueRow, locale: Locale): IssuePair | undefined =>
    findPair<IssueSource, IssueTranslation & Nameless>({ kind: 'issue', periodical, issue: date, locale }, locale);

  const issueEntry = (row: IssueRow, locale: Locale, now: string): IssueEntry | undefined =>
    issueEntryOf(row, findIssuePair(row, locale), locale, () => shelves.countOfIssue(row.periodical, row.date, now));

  /** @param pair Undefined for an issue without an index.md. @param countArticles How many of them a reader can see. */
  function issueEntryOf({ periodical, date }: IssueRow, pair: IssuePair | undefined, locale: Locale, countArticles: () => number): IssueEntry | undefined {
    const parent = findPeriodicalPair(periodical, locale);
    if (!parent) return undefined;
    const { number, total, title, cover } = pair?.original.data ?? {};
    const own = pair?.translation?.data;
    const shownTitle = own?.title ?? (title === undefined ? undefined : pair?.wording.text(title));
    const isOwnTitle = own?.title !== undefined || locale === 'zh-hant';
    const picture = cover && pair && findPicture(`${periodical}/${date}`, cover, own?.cover, pair.wording);
    return {
      periodical,
      periodicalTitle: parent.translation?.data.title ?? parent.wording.text(parent.original.data.title),
      periodicalLocale: parent.wording.shownLocale,
      date,
      ...(number !== undefined && { number }),
      ...(total !== undefined && { total }),
      ...(shownTitle !== undefined && { title: shownTitle, titleLocale: isOwnTitle ? locale : originalLocale }),
      ...(picture && { cover: picture }),
      // Counted when it is asked for: a page names the issues before and after it by their dates.
      get articleCount() {
        return countArticles();
      },
    };
  }

  return { keeping, findPair, findPeriodicalPair, findIssuePair, columnsOf, findColumn, findPicture, convert, articleEntry, articleEntries, languagesOf, entryOf, issueEntry, issueEntryOf };
}

/** Its data is what the place's schema gave when it was read. */
function textOf<Data>(row: WordsRow | undefined): Text<Data> | undefined {
  return row && { data: JSON.parse(row.data) as Data, extract: row.extract };
}

function copiesOf(folder: string, { name, hash, type, width }: PictureRow): Picture['copies'] {
  if (type === 'image/gif') return [];
  return copyWidths.filter((copy) => copy < width).map((copy) => ({ path: picturePath(folder, name, hash, { width: copy, format: 'webp' }), width: copy }));
}
