/**
 * By what a text of an article can be found: its words as the full-text index takes them, made of the text alone.
 */
import { originalLocale, type Locale } from '@/lib/locale/locales';
import type { ArticleSource, ArticleTranslation } from '../article';
import { bodyWordsOf } from './body-words';
import { soundsOf } from './sounds';
import { tokensOf } from './tokens';

export interface Words {
  readonly data: object;
  readonly body: string;
}

/** Tokens parted by spaces. */
export interface TextTokens {
  readonly title: string;
  /** Of the lines beside the title: kicker, summary, names, captions. */
  readonly about: string;
  readonly body: string;
  /** How the title sounds; '' where that is not asked for. */
  readonly sounds: string;
}

export function textTokens({ data, body }: Words, locale: Locale): TextTokens {
  const { title, about } = locale === originalLocale ? headingOfOriginal(data as ArticleSource) : headingOfTranslation(data as ArticleTranslation);
  return {
    title: tokensOf(title, locale),
    about: about.map((line) => tokensOf(line ?? '', locale)).join(' '),
    body: tokensOf(bodyWordsOf(body), locale),
    sounds: locale === 'en' || locale === 'ja' ? '' : soundsOf(title),
  };
}

interface Heading {
  readonly title: string;
  readonly about: readonly (string | undefined)[];
}

function headingOfOriginal({ title, kicker, summary, authors = [], source, newspaper, keywords = [], cover, figures = [] }: ArticleSource): Heading {
  const pictures = [...(cover ? [cover] : []), ...figures].flatMap(({ alt, caption, credit }) => [alt, caption, credit]);
  return { title, about: [kicker, summary, ...authors, source?.name, newspaper?.name, ...keywords, ...pictures] };
}

function headingOfTranslation({ title, kicker, summary, names = {}, pictures = {} }: ArticleTranslation): Heading {
  return { title, about: [kicker, summary, ...Object.values(names), ...Object.values(pictures).flatMap(({ alt, caption, credit }) => [alt, caption, credit])] };
}
