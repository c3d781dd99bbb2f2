/**
 * Edits to words wherever they stand in a manuscript: in facts, paragraphs, lists, tables, captions. A cleaner that corrects words
 * sees plain texts with their lines and answers with edits; how the words are split into runs is hidden from it.
 */
import { textOfRuns, type Block, type FactName, type Facts, type Manuscript, type Run } from './manuscript';

export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Piece {
  readonly text: string;
  /** Line of the input; undefined for a fact that came from a flag. */
  readonly line?: number;
}

type EditPiece = (piece: Piece, place: number) => readonly Edit[];

/** All words of the manuscript, in the order in which `rewriteWords` offers them. */
export function listPieces(manuscript: Manuscript): readonly Piece[] {
  const pieces: Piece[] = [];
  rewriteWords(manuscript, (piece) => {
    pieces.push(piece);
    return [];
  });
  return pieces;
}

/** Applies edits, in order of place and not overlapping, to every piece. */
export function rewriteWords(manuscript: Manuscript, edit: EditPiece): Manuscript {
  let place = 0;
  const next = (text: string, line?: number): readonly Edit[] => edit({ text, ...(line !== undefined && { line }) }, place++);
  const { lines } = manuscript.facts;
  const facts = rewriteFacts(manuscript.facts, (text, name) => editText(text, next(text, lines[name])));
  const blocks = manuscript.blocks.map((block) => rewriteBlock(block, next));
  return { ...manuscript, facts, blocks };
}

export function editText(text: string, edits: readonly Edit[]): string {
  return edits.toReversed().reduce((edited, { start, end, text: right }) => edited.slice(0, start) + right + edited.slice(end), text);
}

/** The new text takes the look of the run in which the old one began. */
export function editRuns(runs: readonly Run[], edits: readonly Edit[]): readonly Run[] {
  if (edits.length === 0) return runs;
  let from = 0;
  const edited = runs.map((run) => {
    const [start, end] = [from, from + run.text.length];
    from = end;
    const here = edits
      .filter((edit) => edit.start < end && edit.end > start || (edit.start === edit.end && edit.start >= start && edit.start < end))
      .map((edit) => ({ start: Math.max(edit.start, start) - start, end: Math.min(edit.end, end) - start, text: edit.start >= start ? edit.text : '' }));
    return here.length > 0 ? { ...run, text: editText(run.text, here) } : run;
  });
  return edited.filter(({ text }) => text !== '');
}

function rewriteFacts(facts: Facts, edit: (text: string, name: FactName) => string): Facts {
  const { title, kicker, summary, source, newspaper } = facts;
  return {
    ...facts,
    ...(title !== undefined && { title: edit(title, 'title') }),
    ...(kicker !== undefined && { kicker: edit(kicker, 'kicker') }),
    ...(summary !== undefined && { summary: edit(summary, 'summary') }),
    ...(source && { source: { ...source, name: edit(source.name, 'source') } }),
    authors: facts.authors.map((author) => edit(author, 'authors')),
    ...(newspaper && { newspaper: { ...newspaper, name: edit(newspaper.name, 'newspaper') } }),
    keywords: facts.keywords.map((keyword) => edit(keyword, 'keywords')),
  };
}

function rewriteBlock(block: Block, next: (text: string, line: number) => readonly Edit[]): Block {
  const { line } = block;
  const words = (text: string): string => editText(text, next(text, line));
  const runs = (list: readonly Run[]): readonly Run[] => editRuns(list, next(textOfRuns(list), line));
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return { ...block, runs: runs(block.runs) };
    case 'list':
      return { ...block, items: block.items.map((item) => item.map((inner) => rewriteBlock(inner, next))) };
    case 'quote':
      return { ...block, blocks: block.blocks.map((inner) => rewriteBlock(inner, next)) };
    case 'table':
      return { ...block, ...(block.caption !== undefined && { caption: words(block.caption) }), rows: block.rows.map((row) => row.map(runs)) };
    case 'figure':
      return { ...block, alt: words(block.alt), ...(block.caption !== undefined && { caption: words(block.caption) }) };
  }
}
