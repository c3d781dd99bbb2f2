/**
 * The paragraphs of a text as a translator meets them: the words of the front matter, then each block of the body. Each has a mark, a
 * short hash of its words, by which a Translation tells what it was made from.
 */
import { createHash } from 'node:crypto';
import { align } from '@/lib/content/alignment';
import type { Position } from '@/lib/content/content-problem';
import type { KeyPath, TextDocument } from '@/lib/content/document';

export interface Paragraph {
  /** Six hexadecimal digits; among the paragraphs of an article, two different ones never meet in practice. */
  readonly mark: string;
  readonly at: Position;
  /** How it begins. */
  readonly opening: string;
  readonly isOfBody: boolean;
}

const openingLength = 16;
const wordKeys: readonly KeyPath[] = [['title'], ['kicker'], ['summary'], ['withdrawal', 'reason']];
const pictureKeys = ['alt', 'caption', 'credit'] as const;

/** Every paragraph, in order. White space counts for nothing: a paragraph broken into lines otherwise is the same. */
export function paragraphsOf(document: TextDocument): readonly Paragraph[] {
  return [...wordsOfFrontMatter(document), ...wordsOfBody(document)];
}

function wordsOfFrontMatter(document: TextDocument): readonly Paragraph[] {
  const figures = lengthAt(document, ['figures']);
  const pictures: readonly KeyPath[] = [['cover'], ...Array.from({ length: figures }, (_, at): KeyPath => ['figures', at])];
  const corrections = Array.from({ length: lengthAt(document, ['corrections']) }, (_, at): KeyPath => ['corrections', at]);
  const paths: readonly KeyPath[] = [
    ...wordKeys,
    ...pictures.flatMap((picture) => pictureKeys.map((key): KeyPath => [...picture, key])),
    ...corrections.flatMap((correction): readonly KeyPath[] => [[...correction, 'wrong'], [...correction, 'right']]),
  ];
  return paths.flatMap((path) => {
    const words = document.valueAt(path);
    return typeof words === 'string' ? [paragraph(words, document.placeOfValue(path), false)] : [];
  });
}

function wordsOfBody({ body, bodyLine }: TextDocument): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let lines: string[] = [];
  for (const [at, line] of [...body.split('\n'), ''].entries()) {
    if (line.trim() !== '') lines.push(line);
    else if (lines.length > 0) {
      paragraphs.push(paragraph(lines.join('\n'), { line: bodyLine + at - lines.length, column: 1 }, true));
      lines = [];
    }
  }
  return paragraphs;
}

function paragraph(words: string, at: Position, isOfBody: boolean): Paragraph {
  const plain = words.normalize('NFC').replace(/\s+/gu, ' ').trim();
  const opening = Array.from(plain).slice(0, openingLength).join('');
  return { mark: createHash('sha256').update(plain).digest('hex').slice(0, 6), at, opening: opening === plain ? plain : `${opening}……`, isOfBody };
}

function lengthAt(document: TextDocument, path: KeyPath): number {
  const list = document.valueAt(path);
  return Array.isArray(list) ? list.length : 0;
}

/** What became of the paragraphs since: `before` counts in the old ones, `now` in the new ones. */
export type ParagraphChange =
  | { readonly kind: 'changed'; readonly before: number; readonly now: number }
  /** New, behind the old paragraph `before` (-1 at the top). */
  | { readonly kind: 'added'; readonly before: number; readonly now: number }
  /** Gone, from before the new paragraph `now`. */
  | { readonly kind: 'removed'; readonly before: number; readonly now: number };

/** Compares by the longest common row, so that a paragraph put in makes one change and not as many as follow it. */
export function compareParagraphs(before: readonly string[], now: readonly string[]): readonly ParagraphChange[] {
  const changes: ParagraphChange[] = [];
  let [from, to] = [0, 0];
  const kept = align(before, now, (one, other) => (one === other ? 1 : 0));
  for (const [keptBefore, keptNow] of [...kept, [before.length, now.length] as const]) {
    while (from < keptBefore && to < keptNow) changes.push({ kind: 'changed', before: from++, now: to++ });
    while (from < keptBefore) changes.push({ kind: 'removed', before: from++, now: keptNow });
    while (to < keptNow) changes.push({ kind: 'added', before: from - 1, now: to++ });
    [from, to] = [keptBefore + 1, keptNow + 1];
  }
  return changes;
}
