/**
 * An article: facts from the Original (`slug.md`), words from the Original or a Translation (`slug.en.md`).
 */
import type { Locale } from '@/lib/locale/locales';
import type { Picture } from './picture';

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
  /** Neighbours in the order of the issue; never leave the issue. */
  readonly previous?: ArticleEntry;
  readonly next?: ArticleEntry;
}
