/** A standing page: content/pages/<slug>.md and its translations. */
import type { Locale } from '@/lib/locale/locales';
import type { TranslationKind } from './article';

export interface StandingPage {
  readonly slug: string;
  readonly shownLocale: Locale;
  readonly isFallback: boolean;
  readonly translation?: TranslationKind;
  readonly availableLocales: readonly Locale[];
  readonly title: string;
  readonly summary?: string;
  /** `YYYY-MM-DD`, when the file says when the page was last reviewed. */
  readonly reviewed?: string;
  readonly html: string;
}
