/**
 * The words that the full-text index is made of. Texts in scripts without spaces are indexed as overlapping pairs of letters, the last
 * letter of a run standing alone, so that every substring of a text is a phrase of its tokens (the paper's 敢为、敢闯 is 敢为 为 敢闯 闯);
 * English texts as stems. Marks keep the kinds apart: no pair of letters looks like a stem, and nothing in a text like a filter.
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

/** Pairs of one run after the other. @param letters In their plain form. */
function pairTokens(letters: string): string {
  if (/[\uD800-\uDFFF]/.test(letters)) return letters.split(' ').flatMap((run) => pairsOf(Array.from(run))).join(' ');
  return drawPairs(letters);
}

function pairsOf(run: readonly string[]): readonly string[] {
  return run.map((letter, place) => letter + (run[place + 1] ?? ''));
}

/** The same for letters of one unit each, which is nearly every text: written straight into memory, as there are a hundred million. */
function drawPairs(letters: string): string {
  const units = new Uint16Array(letters.length * 3);
  let count = 0;
  for (let place = 0; place < letters.length; place++) {
    const unit = letters.charCodeAt(place);
    if (unit === blank) continue;
    units[count++] = unit;
    const next = letters.charCodeAt(place + 1);
    if (place + 1 < letters.length && next !== blank) units[count++] = next;
    units[count++] = blank;
  }
  return Buffer.from(units.buffer, 0, count * 2).toString('utf16le');
}

const blank = 0x20;
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
  const runs = letters.split(' ').map((run) => Array.from(run));
  const tokens = runs.flatMap((run, place) => (place < runs.length - 1 ? pairsOf(run) : run.length > 1 ? pairsOf(run).slice(0, -1) : run));
  // A last letter alone is the beginning of any pair.
  const phrase = `"${tokens.join(' ')}"${runs.at(-1)?.length === 1 ? ' *' : ''}`;
  if (runs.some((run) => run.some(isWide))) return { match: phrase, letters, stems: [] };
  const stems = letters.split(' ').map(stemOf);
  return { match: `(${phrase} OR "${letters.split(' ').map(stemToken).join(' ')}")`, letters, stems };
}

/** A MATCH for texts that hold any pair of letters or stem of the terms; undefined when there is none. Few enough to be weighed. */
export function pairsMatch(terms: readonly Term[]): string | undefined {
  const tokens = terms.flatMap(({ letters, stems }) => (stems.length > 0 ? stems.map((stem) => `_${stem}`) : letters.split(' ').flatMap((run) => pairsOf(Array.from(run)).slice(0, -1))));
  const few = [...new Set(tokens)].slice(0, 20);
  return few.length > 0 ? few.map((token) => `"${token}"`).join(' OR ') : undefined;
}
