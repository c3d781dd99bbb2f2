/**
 * The words that the full-text index is made of. Texts in scripts without spaces are indexed as overlapping pairs of letters, with a mark
 * in a pair that something parts, so that every substring of a text is a phrase of its tokens (the paper's 敢为、敢闯 is 敢为 为_敢 敢闯 闯)
 * and none of them is as frequent as a letter; English texts as stems. Marks keep the kinds apart: no pair of letters begins like a
 * stem, and nothing in a text like a filter.
 */
import { createHash } from 'node:crypto';
import type { Locale } from '@/lib/locale/locales';
import { isWide, plainLetters } from './letters';
import { stemOf } from './stem';

/** What the tables of the index call their tokenizer: letters and these marks, parted by spaces. */
export const tokenizer = `ascii tokenchars '_'`;

/** The tokens of a text, parted by spaces. */
export function tokensOf(text: string, locale: Locale): string {
  const letters = plainLetters(text);
  return locale === 'en' ? wordTokens(letters) : pairTokens(letters);
}

/** Tokens by which results are narrowed to a periodical, or to one column of it, by the name its Original gives. */
export function filterToken(periodical: string, column = ''): string {
  return `__${createHash('sha256').update(`${periodical}\n${column}`).digest('hex').slice(0, 16)}`;
}

export function stemToken(word: string): string {
  return `_${stemOf(word)}`;
}

/** Every letter with the one after it, the last one alone. @param letters In their plain form. */
function pairTokens(letters: string): string {
  return /[\uD800-\uDFFF]/.test(letters) ? pairsOf(letters).join(' ') : drawPairs(letters);
}

function pairsOf(letters: string): readonly string[] {
  const units = Array.from(letters);
  return units.flatMap((letter, place) => {
    if (letter === ' ') return [];
    const next = units[place + 1] ?? '';
    return next === ' ' ? `${letter}_${units[place + 2] ?? ''}` : letter + next;
  });
}

/** Where pairs are drawn, one text after the other. */
let board = new Uint16Array(0);

/** The same for letters of one unit each, which is nearly every text: written straight into memory, as there are a hundred million. */
function drawPairs(letters: string): string {
  if (board.length < letters.length * 4) board = new Uint16Array(letters.length * 8);
  const units = board;
  let count = 0;
  for (let place = 0; place < letters.length; place++) {
    const unit = letters.charCodeAt(place);
    if (unit === blank) continue;
    units[count++] = unit;
    const isParted = letters.charCodeAt(place + 1) === blank;
    if (isParted) units[count++] = mark;
    const next = place + (isParted ? 2 : 1);
    if (next < letters.length) units[count++] = letters.charCodeAt(next);
    units[count++] = blank;
  }
  return Buffer.from(units.buffer, 0, count * 2).toString('utf16le');
}

const blank = 0x20;
const mark = 0x5f;
const word = /[^ \u2E80-\u{10FFFF}]+|[\u2E80-\u{10FFFF}]+/gu;

function wordTokens(letters: string): string {
  return (letters.match(word) ?? []).map((run) => (isWide(run) ? pairTokens(run) : stemToken(run))).join(' ');
}

/** What to look for in the index, and in an extract. */
export interface Term {
  /** As FTS5's MATCH takes it. */
  readonly match: string;
  /** The letters to mark in what was found. */
  readonly letters: string;
  /** The stems to mark in English. Empty when the term is in another script. */
  readonly stems: readonly string[];
}

/** @returns Undefined when there is no letter in the words. */
export function termOf(words: string): Term | undefined {
  const letters = plainLetters(words);
  if (letters === '') return undefined;
  const pairs = pairsOf(letters);
  // A letter alone is the beginning of any pair.
  const phrase = pairs.length === 1 ? `"${letters}" *` : `"${pairs.slice(0, -1).join(' ')}"`;
  if (Array.from(letters).some(isWide)) return { match: phrase, letters, stems: [] };
  const stems = letters.split(' ').map(stemOf);
  return { match: `(${phrase} OR "${letters.split(' ').map(stemToken).join(' ')}")`, letters, stems };
}

/** A MATCH for texts that hold any pair of letters or stem of the terms; undefined when there is none. Few enough to be weighed. */
export function pairsMatch(terms: readonly Term[]): string | undefined {
  const tokens = terms.flatMap(({ letters, stems }) => (stems.length > 0 ? stems.map((stem) => `_${stem}`) : pairsOf(letters).slice(0, -1)));
  const few = [...new Set(tokens)].slice(0, 20);
  return few.length > 0 ? few.map((token) => `"${token}"`).join(' OR ') : undefined;
}
