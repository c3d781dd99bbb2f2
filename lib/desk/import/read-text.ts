/** Reads pasted text: every line that is not blank is a paragraph. */
import { noFacts, plainRuns, type Block, type Manuscript } from './manuscript';

export function readText(text: string): Manuscript {
  const blocks = text.split('\n').flatMap((line, place): Block[] => (line.trim() === '' ? [] : [{ kind: 'paragraph', line: place + 1, runs: plainRuns(line) }]));
  return { blocks, facts: noFacts, notes: [] };
}
