/**
 * Parallel text (对照): one article in two languages, block beside block. Nobody marks which paragraph is which: they are found by what they
 * are and where they stand. Promises: no block of either text is lost, repeated or moved; a block without a partner stands alone.
 */
import { align } from './alignment';
import type { Article } from './article';
import type { Block } from './markdown';
import type { Figure } from './picture';

export interface ParallelText {
  /** The Original first, where it is one of the two; else the text in the reader's language. */
  readonly articles: readonly [Article, Article];
  readonly rows: readonly ParallelRow[];
}

/** What stands beside each other, in the order of `articles`; undefined where one text has nothing of the kind. */
export type ParallelRow =
  | { readonly kind: 'text'; readonly html: readonly [string | undefined, string | undefined] }
  /** One picture, with the words that each text gives it. */
  | { readonly kind: 'figure'; readonly figures: readonly [Figure | undefined, Figure | undefined] };

/** A text as the pairing sees it. */
export interface TextInBlocks {
  readonly blocks: readonly Block[];
  /** Shown after the text, because the body does not place them. */
  readonly figures: readonly Figure[];
}

/** Headings and pictures hold two texts together: where one stands in both, all before it belongs to what stands before it there. */
const anchorWorth = 4;
/** Beyond so many combinations, which no article comes near, blocks are paired by their place alone. */
const mostCombinations = 1_000_000;

export function pairTexts(one: TextInBlocks, other: TextInBlocks): readonly ParallelRow[] {
  const rows: ParallelRow[] = [];
  const lay = (first: Block | undefined, second: Block | undefined): void => {
    const picture = (first?.figure ?? second?.figure)?.picture;
    rows.push(
      picture
        ? { kind: 'figure', figures: [first?.figure ?? findFigure(one.figures, picture.path), second?.figure ?? findFigure(other.figures, picture.path)] }
        : { kind: 'text', html: [first?.html, second?.html] },
    );
  };
  let [at, beside] = [0, 0];
  for (const [pairedAt, pairedBeside] of pairBlocks(one.blocks, other.blocks)) {
    while (at < pairedAt) lay(one.blocks[at++], undefined);
    while (beside < pairedBeside) lay(undefined, other.blocks[beside++]);
    lay(one.blocks[at++], other.blocks[beside++]);
  }
  while (at < one.blocks.length) lay(one.blocks[at++], undefined);
  while (beside < other.blocks.length) lay(undefined, other.blocks[beside++]);
  return [...rows, ...figuresAfter(rows, one, other)];
}

/** The figures that stand after the text in both: what one body places, the other need not show again. */
function figuresAfter(rows: readonly ParallelRow[], one: TextInBlocks, other: TextInBlocks): readonly ParallelRow[] {
  const placed = new Set(rows.flatMap((row) => (row.kind === 'figure' ? row.figures.map((figure) => figure?.picture.path) : [])));
  const paths = new Set([...one.figures, ...other.figures].map(({ picture }) => picture.path));
  return [...paths].filter((path) => !placed.has(path)).map((path) => ({ kind: 'figure', figures: [findFigure(one.figures, path), findFigure(other.figures, path)] }));
}

function findFigure(figures: readonly Figure[], path: string): Figure | undefined {
  return figures.find(({ picture }) => picture.path === path);
}

/** As many pairs of one form as there can be; of several ways, the one in which partners take the most equal shares of their texts. */
function pairBlocks(ones: readonly Block[], others: readonly Block[]): readonly (readonly [number, number])[] {
  const [whole, wholeBeside] = [lengthOf(ones), lengthOf(others)];
  // All likenesses together are worth less than one more pair.
  const likenessWorth = 1 / (Math.min(ones.length, others.length) + 1);
  const worth = (one: Block, other: Block): number => {
    if (one.form !== other.form || one.figure?.picture.path !== other.figure?.picture.path) return 0;
    const [share, shareBeside] = [(one.length + 1) / whole, (other.length + 1) / wholeBeside];
    const likeness = Math.min(share, shareBeside) / Math.max(share, shareBeside);
    return (one.figure || one.form === 'heading' ? anchorWorth : 1) + likeness * likenessWorth;
  };
  if (ones.length * others.length <= mostCombinations) return align(ones, others, worth);
  return ones.flatMap((one, place) => (others[place] && worth(one, others[place]) > 0 ? [[place, place] as const] : []));
}

function lengthOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { length }) => sum + length + 1, 0);
}
