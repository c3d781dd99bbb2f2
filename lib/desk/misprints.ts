/**
 * The editors' two lists in the content folder, one pair a line: `misprints.txt`, what is always wrong, which an import corrects; and
 * `spellings.txt`, how this portal writes what others write otherwise, which a check tells and nobody corrects.
 *   扞卫 捍卫                                          wrong, right
 *   按排 安排 按排序                                    after them, words in which the "wrong" is right
 *   Suzhou Industry Park | Suzhou Industrial Park      | parts words with spaces
 *   # a note
 */
import fs from 'node:fs/promises';
import path from 'node:path';

export const misprintsFile = 'misprints.txt';
export const spellingsFile = 'spellings.txt';

export interface Misprint {
  readonly wrong: string;
  readonly right: string;
  /** Words that hold `wrong` and are right. */
  readonly except: readonly string[];
}

/** @throws Error that names the file and line when a line is not a pair: a list read wrongly would spoil texts. */
export function parseMisprints(source: string, file = misprintsFile): readonly Misprint[] {
  return source.replace(/^\uFEFF/, '').split(/\r?\n/).flatMap((line, place) => {
    const [wrong, right, ...more] = wordsOf(line.replace(/#.*/, ''));
    if (!wrong) return [];
    // 苏州工业园 is to be written 苏州工业园区; an import that made one of the other would go on for ever.
    const isLonger = right?.includes(wrong) ?? false;
    if (!right || right === wrong || (isLonger && file === misprintsFile)) {
      throw new Error(`${file}:${place + 1} “${line.trim()}”：一行写“错的 对的”。 / ${file}:${place + 1}: a line is "wrong right".`);
    }
    return [{ wrong, right, except: [...(isLonger ? [right] : []), ...more].filter((word) => word.includes(wrong)) }];
  });
}

function wordsOf(line: string): readonly string[] {
  return line.split(line.includes('|') ? '|' : /[\s\u3000]+/).map((word) => word.trim()).filter((word) => word !== '');
}

/** The list of misprints of a content folder; empty when there is none. */
export function readMisprints(content: string): Promise<readonly Misprint[]> {
  return readList(content, misprintsFile);
}

/** The list of required spellings of a content folder; empty when there is none. */
export function readSpellings(content: string): Promise<readonly Misprint[]> {
  return readList(content, spellingsFile);
}

async function readList(content: string, file: string): Promise<readonly Misprint[]> {
  const source = await fs.readFile(path.join(content, file), 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  });
  return parseMisprints(source, file);
}

export interface FoundMisprint extends Misprint {
  readonly start: number;
}

/** Every misprint of a text, in order; of two that overlap, the earlier. */
export function findMisprints(text: string, list: readonly Misprint[]): readonly FoundMisprint[] {
  const found = list.flatMap((misprint) => {
    const places: FoundMisprint[] = [];
    for (let at = text.indexOf(misprint.wrong); at !== -1; at = text.indexOf(misprint.wrong, at + 1)) {
      if (isWhole(text, at, misprint.wrong) && !misprint.except.some((word) => standsIn(text, at, misprint.wrong, word))) places.push({ ...misprint, start: at });
    }
    return places;
  });
  let end = 0;
  return found
    .sort((a, b) => a.start - b.start || b.wrong.length - a.wrong.length)
    .filter(({ start, wrong }) => {
      if (start < end) return false;
      end = start + wrong.length;
      return true;
    });
}

/** A word in Latin letters is not looked for inside another. */
function isWhole(text: string, at: number, word: string): boolean {
  const around = text.slice(Math.max(0, at - 1), at + word.length + 1);
  return !/^[\p{Script=Latin}\d]{2}/u.test(at === 0 ? '' : around) && !/[\p{Script=Latin}\d]{2}$/u.test(at + word.length === text.length ? '' : around);
}

function standsIn(text: string, at: number, wrong: string, word: string): boolean {
  for (let offset = word.indexOf(wrong); offset !== -1; offset = word.indexOf(wrong, offset + 1)) {
    if (text.startsWith(word, at - offset)) return true;
  }
  return false;
}
