/** Says in the reader's language how the words below came about: not translated, translated by whom, or converted; and where the Original is. */
import type { TranslationKind } from '@/lib/content/article';
import { localeFacts, originalLocale, type Locale } from '@/lib/locale/locales';
import { messages } from '@/lib/locale/messages';
import { inLocale, pathOf, type Address } from '@/lib/routes';

interface TranslationNoticeProps {
  readonly shown: { readonly isFallback: boolean; readonly translation?: TranslationKind };
  readonly address: Address;
  readonly locale: Locale;
}

export function TranslationNotice({ shown: { isFallback, translation }, address, locale }: TranslationNoticeProps) {
  const kind = isFallback ? 'fallback' : translation;
  if (!kind) return null;
  const words = messages(locale).translation;
  return (
    <p className={`translation-notice translation-notice--${kind}`}>
      {words[kind]}{' '}
      <a href={pathOf(inLocale(address, originalLocale))} hrefLang={localeFacts[originalLocale].tag}>
        {words.original}
      </a>
    </p>
  );
}
