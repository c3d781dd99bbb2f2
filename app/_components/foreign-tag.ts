/**
 * The `lang` of words inside a page: given only where they differ from the page around them, so that screen readers and fonts change
 * voice exactly where the language does.
 */
import { localeFacts, type Locale } from '@/lib/locale/locales';

/** The language tag when `shown` is not the language around it, else undefined (no attribute). */
export function foreignTag(shown: Locale, around: Locale): string | undefined {
  return shown === around ? undefined : localeFacts[shown].tag;
}
