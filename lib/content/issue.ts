/**
 * An issue is a folder named by its date. Its index.md is optional: dropping the folder in publishes it.
 */
import type { Locale } from '@/lib/locale/locales';
import type { z } from 'zod';
import type { ArticleEntry, ColumnName } from './article';
import { claimBodyPictures } from './body-pictures';
import type { Claim, Parsed } from './claim';
import { start } from './content-problem';
import type { TextDocument } from './document';
import { closed, count, marks, text } from './fields';
import { parseFrontMatter } from './front-matter';
import { claimPicture, pictureSchema, pictureWordsSchema, type Picture } from './picture';

export interface IssueEntry {
  readonly periodical: string;
  /** The periodical's title in the reader's language, for covers and shelves. */
  readonly periodicalTitle: string;
  readonly periodicalLocale: Locale;
  /** The folder, `YYYY-MM-DD`: the address and the date of the issue. */
  readonly date: string;
  /** 期号 within the year, when index.md gives it. */
  readonly number?: number;
  /** 总第N期, when index.md gives it. */
  readonly total?: number;
  /** The issue's own theme, when index.md gives it. */
  readonly title?: string;
  readonly titleLocale?: Locale;
  readonly cover?: Picture;
  /** Articles that a reader can see. */
  readonly articleCount: number;
}

export interface Issue extends IssueEntry {
  /** In the order of the periodical's columns; articles by `order`, then by time, then by slug. */
  readonly contents: readonly ColumnContents[];
  /** The body of index.md (a word from the editors, the imprint), sanitised. */
  readonly html: string | undefined;
  readonly earlier: IssueEntry | undefined;
  readonly later: IssueEntry | undefined;
}

export interface ColumnContents {
  readonly column: ColumnName;
  /** Of its articles, in their order. */
  readonly slugs: readonly string[];
  readonly articles: readonly ArticleEntry[];
}

/** Where the whole issue is one page: the name of the part that holds a column. @param place In the contents, from 0. */
export function columnId(place: number): string {
  return `column-${place + 1}`;
}

const originalSchema = closed({ number: count.optional(), total: count.optional(), title: text.optional(), cover: pictureSchema.optional() });
const translationSchema = closed({ title: text.optional(), cover: pictureWordsSchema.optional(), original: marks.optional() });

export type IssueSource = z.infer<typeof originalSchema>;
export type IssueTranslation = z.infer<typeof translationSchema>;

const factKeys = Object.keys(originalSchema.shape).filter((key) => !(key in translationSchema.shape));

export function parseIssue(document: TextDocument): Parsed<IssueSource> {
  const { data, problems } = parseFrontMatter(document, originalSchema);
  const described = data?.cover ? [data.cover.image] : [];
  const claims = [...claimPicture(document, ['cover', 'image']), ...claimBodyPictures(document, described)];
  return { ...(data && { data }), problems, claims, outline: { described } };
}

export function parseIssueTranslation(document: TextDocument): Parsed<IssueTranslation> {
  const { data, problems } = parseFrontMatter(document, translationSchema, { factKeys });
  const claims: Claim[] = [{ kind: 'original', at: start }, ...claimBodyPictures(document, [])];
  return { ...(data && { data }), problems, claims };
}
