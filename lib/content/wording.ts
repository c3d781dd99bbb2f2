/**
 * Which words a reader gets: the Translation's, the Original's turned into Traditional characters, or the Original's as they are.
 * All rules of Fallback live here.
 */
import { originalLocale, translationLocales, type Locale } from '@/lib/locale/locales';
import { toTraditional } from '@/lib/locale/traditional';

/** How the Original's words reach the reader where no Translation has its own. */
export interface Wording {
  /** The language of the page's own words. */
  readonly shownLocale: Locale;
  readonly isFallback: boolean;
  /** True when Traditional characters are made from the Original. */
  readonly isConverted: boolean;
  /** A word or sentence of the Original. */
  readonly text: (original: string) => string;
  /** The name of a person, newspaper or office: translated where a file gives it. */
  readonly name: (original: string) => string;
}

export interface WordingSource {
  /** Whether there is a Translation file in the reader's language. */
  readonly isTranslated: boolean;
  readonly protectedWords: readonly string[];
  /** Names by their Chinese form; the first list that has one prevails. */
  readonly names: readonly (Readonly<Record<string, string>> | undefined)[];
}

export function wordingFor(locale: Locale, { isTranslated, protectedWords, names }: WordingSource): Wording {
  const isTraditional = locale === 'zh-hant';
  const isFallback = !isTranslated && !isTraditional && locale !== originalLocale;
  const text = isTraditional ? (original: string) => toTraditional(original, protectedWords) : (original: string) => original;
  return {
    shownLocale: isFallback ? originalLocale : locale,
    isFallback,
    isConverted: isTraditional && !isTranslated,
    text,
    name: (original) => (isFallback ? undefined : findName(original, names)) ?? text(original),
  };
}

function findName(original: string, lists: WordingSource['names']): string | undefined {
  for (const list of lists) if (list && Object.hasOwn(list, original)) return list[original];
  return undefined;
}

/** The languages that a thing's own words exist in: both Chinese scripts always, the others by their files. */
export function availableLocalesOf(isTranslated: (locale: Locale) => boolean): readonly Locale[] {
  return [originalLocale, ...translationLocales.filter((locale) => locale === 'zh-hant' || isTranslated(locale))];
}
