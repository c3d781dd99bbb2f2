/**
 * The editors' list of misprints and required spellings: `misprints.txt` in the content folder, one pair a line.
 *   扞卫 捍卫            wrong, right
 *   按排 安排 按排序      after them, words in which the "wrong" is right
 *   # a note
 * The desk corrects nothing that is not on this list, and says where it did.
 */
import fs from 'node:fs/promises';
import path from 'node:path';

export const misprintsFile = 'misprints.txt';

export interface Misprint {
  readonly wrong: string;
  readonly right: string;
  /** Words that hold `wrong` and are right. */
  readonly except: readonly string[];
}

/** @throws Error that names the file and line when a line is not a pair: a list read wrongly would spoil texts. */
export function parseMisprints(source: string): readonly Misprint[] {
  return source.replace(/^\uFEFF/, '').split(/\r?\n/).flatMap((line, place) => {
    const [wrong, right, ...except] = line.replace(/#.*/, '').trim().split(/[\s\u3000]+/);
    if (!wrong) return [];
    if (!right || right === wrong || right.includes(wrong)) {
      throw new Error(`${misprintsFile}:${place + 1} “${line.trim()}”：一行写“误字 正字”。 / ${misprintsFile}:${place + 1}: a line is "wrong right".`);
    }
    return [{ wrong, right, except: except.filter((word) => word.includes(wrong)) }];
  });
}

/** The list of a content folder; empty when there is none. */
export async function readMisprints(content: string): Promise<readonly Misprint[]> {
  const file = path.join(content, misprintsFile);
  const source = await fs.readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  });
  return parseMisprints(source);
}

export interface FoundMisprint extends Misprint {
  readonly start: number;
}

/** Every misprint of a text, in order; of two that overlap, the earlier. */
export function findMisprints(text: string, list: readonly Misprint[]): readonly FoundMisprint[] {
  const found = list.flatMap((misprint) => {
    const places: FoundMisprint[] = [];
    for (let at = text.indexOf(misprint.wrong); at !== -1; at = text.indexOf(misprint.wrong, at + 1)) {
      if (!misprint.except.some((word) => standsIn(text, at, misprint.wrong, word))) places.push({ ...misprint, start: at });
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

function standsIn(text: string, at: number, wrong: string, word: string): boolean {
  for (let offset = word.indexOf(wrong); offset !== -1; offset = word.indexOf(wrong, offset + 1)) {
    if (text.startsWith(word, at - offset)) return true;
  }
  return false;
}
