/**
 * What a cleaner is: a small pure step from manuscript to manuscript, with a name, the reason why it exists, and what it may know.
 */
import type { Bilingual } from '@/lib/problem';
import type { Misprint } from '@/lib/desk/misprints';
import type { Block, FactName, Facts, Manuscript, Note, NoteKind } from './manuscript';

export interface CleaningContext {
  /** The place the site speaks of, from site.md. */
  readonly place?: string;
  readonly misprints: readonly Misprint[];
}

export interface Cleaner {
  readonly id: string;
  readonly why: Bilingual;
  clean(manuscript: Manuscript, context: CleaningContext): Manuscript;
}

/** Notes of one cleaner. */
export function noteBy(by: string): (kind: NoteKind, words: Bilingual, place?: { line?: number; lastLine?: number; text?: string }) => Note {
  return (kind, words, place = {}) => ({ kind, by, words, ...place });
}

export function withNotes(manuscript: Manuscript, notes: readonly Note[]): Manuscript {
  return notes.length === 0 ? manuscript : { ...manuscript, notes: [...manuscript.notes, ...notes] };
}

/** Adds facts that the manuscript does not have yet: what was found first stays. */
export function withFacts(manuscript: Manuscript, found: Partial<Omit<Facts, 'lines'>>, line: number): Manuscript {
  const { facts } = manuscript;
  const isOpen = (name: FactName): boolean => {
    const value = facts[name];
    return value === undefined || (Array.isArray(value) && value.length === 0);
  };
  const fresh = Object.fromEntries(Object.entries(found).filter(([name]) => isFactName(name) && isOpen(name)));
  const lines = Object.fromEntries(Object.keys(fresh).map((name) => [name, line]));
  return { ...manuscript, facts: { ...facts, ...fresh, lines: { ...facts.lines, ...lines } } };
}

const factNames: Readonly<Record<FactName, true>> = {
  breadcrumb: true, title: true, kicker: true, summary: true, published: true, column: true, source: true, authors: true, newspaper: true, keywords: true,
};

function isFactName(name: string): name is FactName {
  return name in factNames;
}

/** Takes blocks out of the manuscript. */
export function withoutBlocks(manuscript: Manuscript, gone: ReadonlySet<Block>): Manuscript {
  return gone.size === 0 ? manuscript : { ...manuscript, blocks: manuscript.blocks.filter((block) => !gone.has(block)) };
}
