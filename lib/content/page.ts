/** A standing page: content/pages/<slug>.md and its translations. */
import type { Locale } from '@/lib/locale/locales';
import { findEmptyBody, translationKind, type TranslationKind } from './article';
import { claimBodyPictures } from './body-pictures';
import type { Claim, Parsed } from './claim';
import { start } from './content-problem';
import type { TextDocument } from './document';
import { closed, date, marks, text } from './fields';
import { parseFrontMatter } from './front-matter';
import type { z } from 'zod';

export interface StandingPage {
  readonly slug: string;
  readonly shownLocale: Locale;
  readonly isFallback: boolean;
  readonly translation?: TranslationKind;
  readonly availableLocales: readonly Locale[];
  readonly title: string;
  readonly summary?: string;
  /** The summary; how the text begins when there is none. */
  readonly extract: string;
  /** `YYYY-MM-DD`, when the file says when the page was last reviewed. */
  readonly reviewed?: string;
  readonly html: string;
}

const originalSchema = closed({ title: text, summary: text.optional(), reviewed: date.optional() });
const translationSchema = closed({ title: text, summary: text.optional(), translation: translationKind.optional(), original: marks.optional() });

export type PageSource = z.infer<typeof originalSchema>;
export type PageTranslation = z.infer<typeof translationSchema>;

const factKeys = Object.keys(originalSchema.shape).filter((key) => !(key in translationSchema.shape));

export function parsePage(document: TextDocument): Parsed<PageSource> {
  const { data, problems } = parseFrontMatter(document, originalSchema);
  return { ...(data && { data }), problems: [...problems, ...findEmptyBody(document)], claims: claimBodyPictures(document, []), outline: {} };
}

export function parsePageTranslation(document: TextDocument): Parsed<PageTranslation> {
  const { data, problems } = parseFrontMatter(document, translationSchema, { factKeys });
  const claims: Claim[] = [{ kind: 'original', at: start }, ...claimBodyPictures(document, [])];
  return { ...(data && { data }), problems: [...problems, ...findEmptyBody(document)], claims };
}
