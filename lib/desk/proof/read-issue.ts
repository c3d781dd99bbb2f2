/**
 * An issue as its files say it at this moment, right or wrong: what can be read is shown, what is wrong stands beside it. Nothing is
 * taken from the index, where a broken file is still as it last was right.
 */
import fs from 'node:fs/promises';
import path from 'node:path';
import { parseDocument, type TextDocument } from '@/lib/content/document';
import { fileOf, issueFolder, parsePlace, type TextPlace } from '@/lib/content/place';
import { readShelf } from '@/lib/desk/shelf';
import { originalLocale, translationLocales, type Locale } from '@/lib/locale/locales';
import type { Problem } from '@/lib/problem';

export interface IssuePlace {
  readonly periodical: string;
  readonly issue: string;
}

export interface ProofIssue extends IssuePlace {
  readonly periodicalTitle: string;
  /** As the issue's own file gives them. */
  readonly title: string | undefined;
  readonly number: string | undefined;
  readonly total: string | undefined;
  /** In the order of the issue; those whose column or file cannot be read come last. */
  readonly articles: readonly ProofArticle[];
  /** Of files that are no article's. */
  readonly problems: readonly Problem[];
  /** Names of the picture files of the folder. */
  readonly pictureNames: readonly string[];
  /** The issue's own file, for its cover. */
  readonly document: TextDocument | undefined;
}

export interface ProofArticle {
  readonly slug: string;
  /** Of the Original, relative to the content folder. */
  readonly file: string;
  /** Undefined when the Original is missing, or is no text with front matter. */
  readonly document: TextDocument | undefined;
  readonly title: string;
  readonly column: string | undefined;
  readonly published: string | undefined;
  readonly state: ArticleState;
  readonly languages: readonly ProofLanguage[];
  /** Of the Original and its Translations. */
  readonly problems: readonly Problem[];
}

/** `broken` goes before all others: readers do not see the file as it stands. */
export type ArticleState = 'broken' | 'draft' | 'scheduled' | 'published' | 'withdrawn';

export interface ProofLanguage {
  readonly locale: Locale;
  readonly state: 'original' | 'translated' | 'converted' | 'missing' | 'broken' | 'stale';
  readonly title: string | undefined;
  /** As the Translation says of itself: `unofficial`, `machine`. */
  readonly kind: string | undefined;
}

/** Rules that say that a Translation is behind its Original. */
const staleRules: readonly string[] = ['translation-stale', 'corrections-mismatch'];

/**
 * @param problems What is wrong in the issue's folder.
 * @param now `YYYY-MM-DD HH:MM`, China time.
 * @returns Undefined when there is no such folder.
 */
export async function readIssue(content: string, place: IssuePlace, problems: readonly Problem[], now: string): Promise<ProofIssue | undefined> {
  const folder = issueFolder(place);
  const names = await fs.readdir(path.join(content, folder)).catch(() => undefined);
  if (!names) return undefined;
  const files = names.map((name) => `${folder}/${name.normalize('NFC')}`);
  const places = files.map(parsePlace);
  const slugs = [...new Set(places.flatMap((found) => (found?.kind === 'article' ? [found.slug] : [])))].sort();
  const { periodicals } = await readShelf(content);
  const periodical = periodicals.find(({ slug }) => slug === place.periodical);
  const articles = await Promise.all(slugs.map((slug) => readArticle(content, { kind: 'article', ...place, slug, locale: originalLocale }, problems, now)));
  const own = new Set(articles.flatMap(({ file }) => [file, ...translationLocales.map((locale) => file.replace(/\.md$/, `.${locale}.md`))]));
  const document = await readText(content, fileOf({ kind: 'issue', ...place, locale: originalLocale }));
  return {
    ...place,
    periodicalTitle: periodical?.title ?? place.periodical,
    title: textAt(document, 'title'),
    number: textAt(document, 'number'),
    total: textAt(document, 'total'),
    articles: inOrder(articles, periodical?.columns ?? []),
    problems: problems.filter(({ file }) => !own.has(file)),
    pictureNames: places.flatMap((found) => (found?.kind === 'picture' ? [found.name] : [])),
    document,
  };
}

async function readArticle(content: string, place: Extract<TextPlace, { kind: 'article' }>, problems: readonly Problem[], now: string): Promise<ProofArticle> {
  const file = fileOf(place);
  const document = await readText(content, file);
  const hasError = (name: string): boolean => problems.some((problem) => problem.file === name && problem.level === 'error');
  const languages = await Promise.all(
    translationLocales.map(async (locale): Promise<ProofLanguage> => {
      const name = fileOf({ ...place, locale });
      const isThere = (await fs.stat(path.join(content, name)).catch(() => undefined)) !== undefined;
      if (!isThere) return { locale, state: locale === 'zh-hant' ? 'converted' : 'missing', title: undefined, kind: undefined };
      const isStale = problems.some((problem) => problem.file === name && staleRules.includes(problem.rule));
      const text = await readText(content, name);
      return { locale, state: isStale ? 'stale' : hasError(name) ? 'broken' : 'translated', title: textAt(text, 'title'), kind: textAt(text, 'translation') };
    }),
  );
  const files = [file, ...translationLocales.map((locale) => fileOf({ ...place, locale }))];
  const title = textAt(document, 'title');
  const published = textAt(document, 'published');
  return {
    slug: place.slug,
    file,
    document,
    title: title ?? place.slug,
    column: textAt(document, 'column'),
    published,
    state: !document || hasError(file) ? 'broken' : stateOf(textAt(document, 'status'), published, now),
    languages: [{ locale: originalLocale, state: 'original', title, kind: undefined }, ...languages],
    problems: problems.filter((problem) => files.includes(problem.file)),
  };
}

function stateOf(status: string | undefined, published = '', now: string): ArticleState {
  if (status === 'draft' || status === 'withdrawn') return status;
  return published > now ? 'scheduled' : 'published';
}

/** As the index orders an issue: by column, by `order`, by time, by name. */
function inOrder(articles: readonly ProofArticle[], columns: readonly string[]): readonly ProofArticle[] {
  const columnOf = ({ column }: ProofArticle): number => (column !== undefined && columns.includes(column) ? columns.indexOf(column) : columns.length);
  const orderOf = ({ document }: ProofArticle): number => Number(textAt(document, 'order') ?? Infinity);
  return [...articles].sort(
    (a, b) =>
      columnOf(a) - columnOf(b) ||
      orderOf(a) - orderOf(b) || // NaN is falsy: on to the time
      compare(a.published ?? '~', b.published ?? '~') ||
      compare(a.slug, b.slug),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

async function readText(content: string, file: string): Promise<TextDocument | undefined> {
  const bytes = await fs.readFile(path.join(content, file)).catch(() => undefined);
  const document = bytes && parseDocument(file, bytes);
  return document && 'data' in document ? document : undefined;
}

/** A text of the front matter, whether or not the rest of it is right. */
export function textAt(document: TextDocument | undefined, ...path: readonly (string | number)[]): string | undefined {
  const value = document?.valueAt(path);
  return typeof value === 'string' ? value : undefined;
}
