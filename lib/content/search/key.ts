/**
 * The number under which the full-text index knows a text. It counts up with the time of publication, so that the newest come first
 * without sorting, what is not due yet lies beyond a bound, and a year is a range. The last two bits are the language.
 */
import { locales, type Locale } from '@/lib/locale/locales';

/** So many articles may be published in one minute before the next one's numbers are taken. */
export const perMinute = 256;
/** Minutes from 1970 back to before the year 1. */
const beforeTheFirst = 1_100_000_000;

/** The first of the numbers of articles published in that minute. @param time `YYYY-MM-DD HH:MM`. */
export function firstKeyOf(time: string): number {
  return (Math.floor(Date.parse(`${time.replace(' ', 'T')}:00Z`) / 60_000) + beforeTheFirst) * perMinute;
}

/** The number of an article's text in a language. */
export function textKey(article: number, locale: Locale): number {
  return article * locales.length + locales.indexOf(locale);
}

export function articleOf(text: number): number {
  return Math.floor(text / locales.length);
}
