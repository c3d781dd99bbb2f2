/** Spaces that were layout: full-width indents, non-breaking spaces, tabs, the blanks of copied columns. */
import { type Cleaner } from '../cleaner';
import { editRuns, type Edit } from '../edits';
import { textOf, textOfRuns, type Block, type Run } from '../manuscript';

const outer = /^[\s\u3000\u00a0\ufeff]+|[\s\u3000\u00a0\ufeff]+$/g;
const inner = /[ \t\u3000\u00a0\u2002-\u200a\u202f]+/g;

export const spaces: Cleaner = {
  id: 'spaces',
  why: { zh: '段首空格、不间断空格、多余空格是排版，不是文字', en: 'Indents, non-breaking and doubled spaces are layout, not words' },
  clean: (manuscript) => ({ ...manuscript, blocks: manuscript.blocks.map(tidyBlock).filter((block) => block.kind === 'figure' || textOf(block) !== '') }),
};

function tidyBlock(block: Block): Block {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return { ...block, runs: tidyRuns(block.runs) };
    case 'list':
      return { ...block, items: block.items.map((item) => item.map(tidyBlock)) };
    case 'quote':
      return { ...block, blocks: block.blocks.map(tidyBlock) };
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map(tidyRuns)) };
    case 'figure':
      return block;
  }
}

export function tidyRuns(runs: readonly Run[]): readonly Run[] {
  const text = textOfRuns(runs);
  const single = [...text.matchAll(inner)].filter(([found]) => found !== ' ').map((match): Edit => ({ start: match.index, end: match.index + match[0].length, text: ' ' }));
  const collapsed = editRuns(runs, single);
  const shorter = textOfRuns(collapsed);
  return editRuns(collapsed, [...shorter.matchAll(outer)].map((match) => ({ start: match.index, end: match.index + match[0].length, text: '' })));
}
