/** What was looked for, marked where it stands: in a headline as a whole, in a text in the stretch around the first place. */
import type { Locale } from '@/lib/locale/locales';
import { placedLetters } from './letters';
import { stemOf } from './stem';
import type { Term } from './tokens';

/** A piece of a text, marked when it is what was looked for. */
export interface Piece {
  readonly text: string;
  readonly isMarked: boolean;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** How much is shown before the first place, and in all, in characters. */
const lengths: Readonly<Record<'en' | 'other', { readonly before: number; readonly all: number }>> = { en: { before: 60, all: 220 }, other: { before: 24, all: 110 } };
const mostMarks = 200;

/** The text in pieces. @param locale The language of the text. */
export function markTerms(text: string, terms: readonly Term[], locale: Locale): readonly Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const { from, to } of findTerms(text, terms, locale)) {
    if (from > end) pieces.push({ text: text.slice(end, from), isMarked: false });
    pieces.push({ text: text.slice(from, to), isMarked: true });
    end = to;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), isMarked: false });
  return pieces;
}

/** The stretch of a text, within one of its lines, around the first place where a term stands; undefined when none does. */
export function stretchOf(text: string, terms: readonly Term[], locale: Locale): string | undefined {
  const [first] = findTerms(text, terms, locale);
  if (!first) return undefined;
  const lineStart = text.lastIndexOf('\n', first.from) + 1;
  const lineEnd = text.indexOf('\n', first.to) === -1 ? text.length : text.indexOf('\n', first.to);
  const { before, all } = lengths[locale === 'en' ? 'en' : 'other'];
  const dots = locale === 'en' ? '…' : '……';
  const start = first.from - lineStart <= before * 1.5 ? lineStart : fitStart(text, first.from - before, first.from);
  const end = lineEnd - start <= all * 1.2 ? lineEnd : fitEnd(text, Math.max(start + all, first.to), locale);
  return `${start > lineStart ? dots : ''}${text.slice(start, end).trim()}${end < lineEnd ? dots : ''}`;
}

/** Begins after a sentence or a word, when one ends near; never inside a character. */
function fitStart(text: string, wanted: number, latest: number): number {
  const gap = /[，。；：！？、,;:.!?\s]/u;
  for (let place = wanted; place < latest; place++) if (gap.test(text.charAt(place - 1))) return place;
  return isInside(text, wanted) ? wanted + 1 : wanted;
}

function fitEnd(text: string, wanted: number, locale: Locale): number {
  const space = locale === 'en' ? text.indexOf(' ', wanted) : -1;
  if (space !== -1 && space - wanted < 20) return space;
  return isInside(text, wanted) ? wanted + 1 : wanted;
}

function isInside(text: string, place: number): boolean {
  const unit = text.charCodeAt(place);
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** Every place of every term, in order, none within another. */
function findTerms(text: string, terms: readonly Term[], locale: Locale): readonly Stretch[] {
  const { text: letters, starts, ends } = placedLetters(text);
  const found = terms.flatMap((term) => (locale === 'en' && term.stems.length > 0 ? findStems(letters, term.stems) : findLetters(letters, term.letters)));
  const stretches = found.map(({ from, to }) => ({ from: starts[from] ?? 0, to: ends[to - 1] ?? text.length })).sort((a, b) => a.from - b.from || b.to - a.to);
  const apart: Stretch[] = [];
  for (const stretch of stretches) {
    const last = apart.at(-1);
    if (!last || stretch.from >= last.to) apart.push(stretch);
    else if (stretch.to > last.to) apart[apart.length - 1] = { from: last.from, to: stretch.to };
  }
  return apart;
}

function findLetters(letters: string, wanted: string): readonly Stretch[] {
  const found: Stretch[] = [];
  for (let from = letters.indexOf(wanted); from !== -1 && found.length < mostMarks; from = letters.indexOf(wanted, from + wanted.length)) found.push({ from, to: from + wanted.length });
  return found;
}

function findStems(letters: string, stems: readonly string[]): readonly Stretch[] {
  const words = [...letters.matchAll(/[^ ]+/g)].map(({ 0: word, index }) => ({ stem: stemOf(word), from: index, to: index + word.length }));
  return words
    .flatMap((first, place) => {
      const last = words[place + stems.length - 1];
      return last && stems.every((stem, step) => words[place + step]?.stem === stem) ? [{ from: first.from, to: last.to }] : [];
    })
    .slice(0, mostMarks);
}
