/**
 * An article: facts from the Original (`slug.md`), words from the Original or a Translation (`slug.en.md`).
 */
import type { Locale } from '@/lib/locale/locales';
import { z } from 'zod';
import { claimBodyPictures } from './body-pictures';
import type { Claim, Parsed } from './claim';
import { contentProblem, start } from './content-problem';
import type { KeyPath, TextDocument } from './document';
import { closed, count, date, marks, text, texts, textsByName, time, webAddress } from './fields';
import { parseFrontMatter } from './front-matter';
import { claimPicture, pictureSchema, pictureWordsSchema, type Picture } from './picture';
import { claimRecording, recordingName, type Recording } from './recording';

export interface ArticleId {
  readonly periodical: string;
  /** The issue's folder, `YYYY-MM-DD`. */
  readonly issue: string;
  readonly slug: string;
}

/** `draft` is seen by nobody; `withdrawn` keeps its address, shows a notice, and is in no list. Scheduled = published in the future. */
export type ArticleStatus = 'draft' | 'published' | 'withdrawn';

/** A line of a list: enough to show and link an article. */
export interface ArticleEntry {
  readonly id: ArticleId;
  /** The language the words below are in: the one asked for, or the Original's when there is no translation. */
  readonly shownLocale: Locale;
  readonly title: string;
  readonly kicker?: string;
  /** The editor's summary, else the opening of the body as plain text, at most 120 characters, cut at a character with …… or …. */
  readonly extract: string;
  /** `YYYY-MM-DD HH:MM`, China time (+08:00). */
  readonly published: string;
  /** The day of the last correction, `YYYY-MM-DD`, when there was one. */
  readonly corrected?: string;
  readonly column: ColumnName;
  readonly authors: readonly string[];
  readonly newspaper?: Newspaper;
  readonly source?: Source;
  readonly cover?: Picture;
}

/** A column (栏目) of a periodical. */
export interface ColumnName {
  readonly slug: string;
  readonly name: string;
  /** The language `name` is in. */
  readonly shownLocale: Locale;
}

export interface Source {
  readonly name: string;
  /** An http(s) address. */
  readonly address?: string;
}

export interface Newspaper {
  /** Without 《》. */
  readonly name: string;
  /** `YYYY-MM-DD`. */
  readonly date?: string;
  /** 版, such as `B01`. */
  readonly page?: string;
}

export interface Correction {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly wrong: string;
  readonly right: string;
}

/** An article that was corrected. */
export interface CorrectedArticle extends ArticleEntry {
  readonly corrections: readonly Correction[];
}

export interface Withdrawal {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly reason: string;
}

/** How the Translation came about, said to the reader; absent on an Original and on a translation the body vouches for. */
export type TranslationKind = 'unofficial' | 'machine' | 'converted';

/** One article as one reader sees it: everything its page shows. */
export interface Article extends ArticleEntry {
  /** True when the reader's language has no translation and the Original is shown instead. */
  readonly isFallback: boolean;
  /** `converted` for Traditional Chinese made by OpenCC. */
  readonly translation?: TranslationKind;
  /** Where the words really exist: the languages that may be claimed by hreflang. Always holds zh-hans and zh-hant. */
  readonly availableLocales: readonly Locale[];
  readonly summary?: string;
  /** The sanitised body; the only HTML that may be set as HTML. Empty when withdrawn. */
  readonly html: string;
  readonly status: Exclude<ArticleStatus, 'draft'>;
  readonly withdrawal?: Withdrawal;
  readonly corrections: readonly Correction[];
  readonly keywords: readonly string[];
  /** Pictures of the front matter that the body does not place itself. */
  readonly figures: readonly Picture[];
  /** These words, read by a person. */
  readonly recording?: Recording;
  /** Languages of the other texts that can be read beside this one. */
  readonly beside: readonly Locale[];
  /** Neighbours in the order of the issue; never leave the issue. */
  readonly previous?: ArticleEntry;
  readonly next?: ArticleEntry;
  /** Articles of other issues in the same column that share a keyword, a few; none of a withdrawn article. */
  readonly related: readonly ArticleEntry[];
}

/** When an article last changed in a way that readers were told of, `YYYY-MM-DD HH:MM`: it was published, or corrected. */
export function updatedOf({ published, corrected }: Pick<ArticleEntry, 'published' | 'corrected'>): string {
  const ofDay = corrected === undefined ? '' : `${corrected} 00:00`;
  return ofDay > published ? ofDay : published;
}

const sourceSchema = closed({ name: text, address: webAddress.optional() });
const newspaperSchema = closed({ name: text, date: date.optional(), page: text.optional() });

/** slug.md */
const originalSchema = closed({
  title: text,
  published: time,
  column: text,
  order: count.optional(),
  kicker: text.optional(),
  summary: text.optional(),
  source: sourceSchema.optional(),
  authors: texts.optional(),
  newspaper: newspaperSchema.optional(),
  keywords: texts.optional(),
  cover: pictureSchema.optional(),
  figures: z.array(pictureSchema).optional(),
  audio: recordingName.optional(),
  status: z.enum(['draft', 'published', 'withdrawn']).optional(),
  withdrawal: closed({ date, reason: text }).optional(),
  corrections: z.array(closed({ date, wrong: text, right: text })).optional(),
});

/** How a Translation came about, as its file says. */
export const translationKind = z.enum(['unofficial', 'machine']);

/** slug.en.md */
const translationSchema = closed({
  title: text,
  kicker: text.optional(),
  summary: text.optional(),
  translation: translationKind.optional(),
  original: marks.optional(),
  names: textsByName.optional(),
  pictures: z.record(z.string(), pictureWordsSchema).optional(),
  audio: recordingName.optional(),
  corrections: z.array(closed({ wrong: text, right: text })).optional(),
  withdrawal: closed({ reason: text }).optional(),
});

export type ArticleSource = z.infer<typeof originalSchema>;
export type ArticleTranslation = z.infer<typeof translationSchema>;

const factKeys = Object.keys(originalSchema.shape).filter((key) => !(key in translationSchema.shape));

/**
 * The Original: facts and words. What it claims about other files is taken from the raw values, so that trouble in one fact hides no
 * trouble in another.
 */
export function parseArticle(document: TextDocument): Parsed<ArticleSource> {
  const { data, problems } = parseFrontMatter(document, originalSchema);
  const column = document.valueAt(['column']);
  const figures = lengthAt(document, ['figures']);
  const places: readonly KeyPath[] = [['cover'], ...Array.from({ length: figures }, (_, place) => ['figures', place])];
  const described = places.flatMap((place) => {
    const image = document.valueAt([...place, 'image']);
    return typeof image === 'string' && document.valueAt([...place, 'alt']) !== undefined ? [image.normalize('NFC')] : [];
  });
  const claims: Claim[] = [
    ...(typeof column === 'string' ? [{ kind: 'column', name: column, at: document.placeOfValue(['column']) } as const] : []),
    ...places.flatMap((place) => claimPicture(document, [...place, 'image'])),
    ...claimBodyPictures(document, described),
    ...claimRecording(document),
  ];
  const outline = {
    corrections: lengthAt(document, ['corrections']),
    isWithdrawn: document.valueAt(['status']) === 'withdrawn',
    described,
    ...(data && { published: data.published, isDraft: data.status === 'draft' }),
  };
  return { ...(data && { data }), problems: [...problems, ...findWithdrawalProblems(document), ...findEmptyBody(document)], claims, outline };
}

/** A Translation: words only. */
export function parseArticleTranslation(document: TextDocument): Parsed<ArticleTranslation> {
  const { data, problems } = parseFrontMatter(document, translationSchema, { factKeys });
  const pictures = Object.keys(data?.pictures ?? {});
  const described = pictures.filter((image) => data?.pictures?.[image]?.alt).map((image) => image.normalize('NFC'));
  const claims: Claim[] = [
    {
      kind: 'original',
      at: start,
      corrections: { count: lengthAt(document, ['corrections']), at: document.placeOfKey(['corrections']) },
      withdrawal: { isGiven: document.valueAt(['withdrawal']) !== undefined, at: document.placeOfKey(['withdrawal']) },
    },
    ...pictures.map((image): Claim => ({ kind: 'picture', image: image.normalize('NFC'), isDescribed: true, at: document.placeOfKey(['pictures', image]) })),
    ...claimBodyPictures(document, described),
    ...claimRecording(document),
  ];
  return { ...(data && { data }), problems: [...problems, ...findEmptyBody(document)], claims };
}

function lengthAt(document: TextDocument, path: KeyPath): number {
  const list = document.valueAt(path);
  return Array.isArray(list) ? list.length : 0;
}

/** `withdrawal` is required exactly when `status: withdrawn`; looked at in the raw data, so that other trouble hides nothing. */
function findWithdrawalProblems(document: TextDocument): ReturnType<typeof contentProblem>[] {
  const isWithdrawn = document.valueAt(['status']) === 'withdrawn';
  const isExplained = document.valueAt(['withdrawal']) !== undefined;
  if (isWithdrawn === isExplained) return [];
  return [
    contentProblem(
      document.file,
      isWithdrawn ? document.placeOfValue(['status']) : document.placeOfKey(['withdrawal']),
      'withdrawal-incomplete',
      isWithdrawn
        ? { zh: '撤回的文章没有写明撤回日期和原因', en: 'The withdrawn article does not say when and why it was withdrawn' }
        : { zh: '写了 withdrawal，但 status 不是 withdrawn', en: 'There is a withdrawal, but status is not withdrawn' },
      isWithdrawn
        ? { zh: '加上 withdrawal:，下面缩进写 date: YYYY-MM-DD 和 reason: 原因', en: 'Add withdrawal: with date: YYYY-MM-DD and reason: … indented below' }
        : { zh: '要撤回就写 status: withdrawn；不撤回就删去 withdrawal', en: 'Write status: withdrawn to withdraw it, or remove withdrawal' },
    ),
  ];
}

/** A warning: a page of pictures alone is possible, but rarely meant. */
export function findEmptyBody(document: TextDocument): ReturnType<typeof contentProblem>[] {
  if (document.body.trim() !== '') return [];
  return [
    contentProblem(
      document.file,
      { line: document.bodyLine, column: 1 },
      'empty-body',
      { zh: '没有正文', en: 'There is no body' },
      { zh: '在资料后面的 --- 之后写正文', en: 'Write the body after the --- that ends the front matter' },
      'warning',
    ),
  ];
}
