/**
 * The plain form in which texts and questions are compared: letters and digits alone, in lower case, half width, without accents, one form
 * for all forms of a Han character. Everything else parts one run from the next and becomes a space; a space beside a Han character or
 * kana is nothing (使用 AI 技术 is 使用AI技术).
 */
import { hanFolding } from '@/lib/locale/han-folding';

export interface Letters {
  /** Runs of letters, a single space between them. */
  readonly text: string;
  /** For each unit of `text`, where what it was made of begins in the original, and where that ends. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const [parting, space, nothing, several, pair] = [0, 1, 2, 3, 4];
const firstLetter = 5;
const blank = 0x20;
/** Han, kana and their neighbours stand from here on; before are alphabets, whose words have spaces between them. */
const firstWide = 0x2e80;
/** A kana that is one character only together with the mark after it, in half width or taken apart. */
const marked = /[\u3041-\u30FF\uFF66-\uFF9D][\u3099\u309A\uFF9E\uFF9F]/;

let table: Uint16Array | undefined;
const expansions = new Map<number, string>();

/** Whether the letter belongs to a script that is written without spaces. */
export function isWide(letter: string): boolean {
  return letter.charCodeAt(0) >= firstWide;
}

/** The plain form of a text. */
export function plainLetters(text: string): string {
  return fold(marked.test(text) ? text.normalize('NFKC') : text);
}

/** The plain form, and where each of its letters stands in the text. */
export function placedLetters(text: string): Letters {
  const starts: number[] = [];
  const ends: number[] = [];
  const folded = fold(text, (start, end) => {
    starts.push(start);
    ends.push(end);
  });
  return { text: folded, starts, ends };
}

let units = new Uint16Array(4096);

function fold(text: string, onUnit?: (start: number, end: number) => void): string {
  table ??= drawTable();
  let count = 0;
  let gap = nothing;
  const put = (unit: number, start: number, end: number): void => {
    if (gap !== nothing && count > 0 && (gap === parting || ((units[count - 1] ?? 0) < firstWide && unit < firstWide))) {
      units[count++] = blank;
      onUnit?.(start, start);
    }
    gap = nothing;
    units[count++] = unit;
    onUnit?.(start, end);
  };
  for (let place = 0; place < text.length; place++) {
    // Nothing is longer than eighteen letters, and a space before it.
    if (count + 40 > units.length) units = enlarge(units);
    const found = table[text.charCodeAt(place)] ?? parting;
    if (found >= firstLetter) put(found, place, place + 1);
    else if (found === parting) gap = parting;
    else if (found === space) gap = gap === parting ? parting : space;
    else if (found === several || found === pair) {
      const character = String.fromCodePoint(text.codePointAt(place) ?? 0);
      const expansion = found === pair ? plainForm(character) : (expansions.get(text.charCodeAt(place)) ?? '');
      if (expansion === '') gap = parting;
      for (let at = 0; at < expansion.length; at++) put(expansion.charCodeAt(at), place, place + character.length);
      place += character.length - 1;
    }
  }
  return Buffer.from(units.buffer, 0, count * 2).toString('utf16le');
}

function enlarge(units: Uint16Array<ArrayBuffer>): Uint16Array<ArrayBuffer> {
  const larger = new Uint16Array(units.length * 2);
  larger.set(units);
  return larger;
}

/** What each unit of UTF-16 becomes, so that an archive is folded in seconds. */
function drawTable(): Uint16Array {
  const drawn = new Uint16Array(0x10000);
  for (let unit = 0; unit < 0x10000; unit++) {
    const character = String.fromCharCode(unit);
    if (unit >= 0xd800 && unit <= 0xdfff) drawn[unit] = unit < 0xdc00 ? pair : nothing;
    else if (/[\s\u3000]/u.test(character)) drawn[unit] = /[\n\r\u2028\u2029]/.test(character) ? parting : space;
    else if (/[\p{Cf}\p{Variation_Selector}\u0300-\u036F]/u.test(character)) drawn[unit] = nothing;
    else {
      const form = plainForm(character);
      if (form.length === 1) drawn[unit] = form.charCodeAt(0);
      else if (form !== '') {
        expansions.set(unit, form);
        drawn[unit] = several;
      }
    }
  }
  return drawn;
}

/** The letters of one character; '' when it is none. */
function plainForm(character: string): string {
  const plain = character.normalize('NFKC').toLowerCase();
  const bare = /\p{Script=Latin}/u.test(plain) ? plain.normalize('NFD').replace(/\p{Mn}/gu, '') : plain;
  const folding = hanFolding();
  return Array.from(bare, (letter) => (/[\p{L}\p{N}\p{M}]/u.test(letter) ? (folding.get(letter) ?? letter) : '')).join('');
}
