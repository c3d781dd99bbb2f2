/**
 * The number under which the full-text index knows a text. It counts up with the time of publication, so that the newest come first
 * without sorting, what is not due yet lies beyond a bound, and a year is a range. The last two bits are the language.
 */
import { locales, type Locale } from '@/lib/locale/locales';

/** A minute's numbers. When they are taken, after 128 articles at least, those of the next minute are. */
export const perMinute = 256;
/** Minutes from 1970 back to before the year 1. */
const beforeTheFirst = 1_100_000_000;

/** The first of the numbers of articles published in that minute. @param time `YYYY-MM-DD HH:MM`. */
export function firstKeyOf(time: string): number {
  return (Math.floor(Date.parse(`${time.replace(' ', 'T')}:00Z`) / 60_000) + beforeTheFirst) * perMinute;
}

/**
 * The number that a minute's first article gets: not the minute's own first, but another place in every minute. FTS5 keeps what was removed
 * by the last bits of its number, in a table of 2ⁿ places, a few hundred at most; numbers of one kind, such as all that count from full
 * minutes, would stand in one long row there, which is walked along for every text that a search comes by.
 * @param first The minute's first number.
 */
export function startWithin(first: number): number {
  return first + (mixed(first / perMinute) & 127);
}

/** The end of MurmurHash3 for 32 bits: every bit of the number has a say in every bit of what comes out. */
function mixed(number: number): number {
  let bits = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}

/** The number of an article's text in a language. */
export function textKey(article: number, locale: Locale): number {
  return article * locales.length + locales.indexOf(locale);
}

export function articleOf(text: number): number {
  return Math.floor(text / locales.length);
}
