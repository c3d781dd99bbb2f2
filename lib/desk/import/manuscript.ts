/**
 * A manuscript: a page on its way to an article. Blocks in order, facts as they are found, and notes on everything that was done,
 * so that no loss goes unseen. Readers make it from bytes, cleaners hand it on one after another, writers make an article of it.
 */
import type { Bilingual } from '@/lib/problem';

/** Words in one look. A line break inside a paragraph is a newline in the text. */
export interface Run {
  readonly text: string;
  readonly isStrong?: true;
  readonly isEmphasis?: true;
  /** The address it links to. */
  readonly link?: string;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  /** 1-based line of the input, on every block. */
  readonly line: number;
  readonly runs: readonly Run[];
}
export interface Heading {
  readonly kind: 'heading';
  readonly line: number;
  /** 1 is the highest. */
  readonly depth: number;
  readonly runs: readonly Run[];
}
export interface List {
  readonly kind: 'list';
  readonly line: number;
  readonly isOrdered: boolean;
  readonly items: readonly (readonly Block[])[];
}
export interface Quote {
  readonly kind: 'quote';
  readonly line: number;
  readonly blocks: readonly Block[];
}
export interface Table {
  readonly kind: 'table';
  readonly line: number;
  readonly caption?: string;
  /** The first row is the head; every row has the same number of cells. */
  readonly rows: readonly (readonly (readonly Run[])[])[];
}
export interface Figure {
  readonly kind: 'figure';
  readonly line: number;
  /** The picture as the page names it, later as the article's folder does. */
  readonly image: string;
  readonly alt: string;
  readonly caption?: string;
}
export type Block = Paragraph | Heading | List | Quote | Table | Figure;

export interface Facts {
  readonly breadcrumb: readonly string[];
  readonly title?: string;
  readonly kicker?: string;
  readonly summary?: string;
  /** `YYYY-MM-DD HH:MM`. */
  readonly published?: string;
  readonly column?: string;
  readonly source?: { readonly name: string; readonly address?: string };
  readonly authors: readonly string[];
  readonly newspaper?: { readonly name: string; readonly date?: string; readonly page?: string };
  readonly keywords: readonly string[];
  /** On which line of the input a fact was found. */
  readonly lines: Readonly<Partial<Record<FactName, number>>>;
}

export type FactName = Exclude<keyof Facts, 'lines'>;

export type NoteKind = 'found' | 'dropped' | 'changed' | 'doubt' | 'refused';

export interface Note {
  readonly kind: NoteKind;
  /** The line of the input; undefined when the note is not about a place. */
  readonly line?: number;
  /** When it is about several lines. */
  readonly lastLine?: number;
  /** The cleaner or reader that says it. */
  readonly by: string;
  readonly words: Bilingual;
  /** What it is about, as it stood. */
  readonly text?: string;
}

export interface Manuscript {
  readonly blocks: readonly Block[];
  readonly facts: Facts;
  readonly notes: readonly Note[];
}

export const noFacts: Facts = { breadcrumb: [], authors: [], keywords: [], lines: {} };

export function plainRuns(text: string): readonly Run[] {
  return [{ text }];
}

export function textOfRuns(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('');
}

/** The words of a block; of a list or table, all of them, a line each. */
export function textOf(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return textOfRuns(block.runs);
    case 'list':
      return block.items.flat().map(textOf).join('\n');
    case 'quote':
      return block.blocks.map(textOf).join('\n');
    case 'table':
      return [block.caption ?? '', ...block.rows.map((row) => row.map(textOfRuns).join('　'))].join('\n').trim();
    case 'figure':
      return block.caption ?? block.alt;
  }
}
