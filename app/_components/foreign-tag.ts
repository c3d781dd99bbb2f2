/**
 * The `lang` of words inside a page: given only where they differ from the page around them, so that screen readers and fonts change
 * voice exactly where the language does.
 */
import { localeFacts, originalLocale, type Locale } from '@/lib/locale/locales';

/**
 * The language tag of names, which stay Chinese where a translation maps them to no others: a voice for English has no Han characters, and would
 * leave them out. Written in Latin letters they are said by the voice around them.
 */
export function tagOfNames(names: string, shown: Locale, around: Locale): string | undefined {
  if (!/\p{sc=Han}/u.test(names)) return undefined;
  return foreignTag(shown === 'en' ? originalLocale : shown, around);
}

/** The language tag when `shown` is not the language around it, else undefined (no attribute). */
export function foreignTag(shown: Locale, around: Locale): string | undefined {
  return shown === around ? undefined : localeFacts[shown].tag;
}
