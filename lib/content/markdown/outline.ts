/** What stands where in a body, for those who check it: headings, links and tables, with their lines. Nothing is mended. */
import { mendHeadings } from './headings';
import { resolveReferences } from './links';
import { descendants, type TreeNode } from './tree';

/** Counted from 1, in the body. */
interface Spot {
  readonly line: number;
  readonly column: number;
}

export interface BodyOutline {
  /** `depth` is the number of # signs; `id` is the one the page gives it. */
  readonly headings: readonly (Spot & { readonly depth: number; readonly id: string })[];
  /** `address` as it is written. */
  readonly links: readonly (Spot & { readonly address: string })[];
  readonly tables: readonly (Spot & { readonly columns: number })[];
}

export function outlineOfTree(tree: TreeNode): BodyOutline {
  resolveReferences(tree);
  const written = [...descendants(tree)];
  const headings = written.filter(({ type }) => type === 'heading').map((node) => ({ ...spotOf(node), depth: node.depth ?? 1 }));
  const ids = mendHeadings(tree, 2).map((node) => String(node.data?.hProperties?.['id']));
  return {
    headings: headings.map((heading, place) => ({ ...heading, id: ids[place] ?? '' })),
    links: written.flatMap((node) => (node.type === 'link' ? [{ ...spotOf(node), address: (node.url ?? '').trim() }] : [])),
    tables: written.flatMap((node) => (node.type === 'table' ? [{ ...spotOf(node), columns: node.children?.[0]?.children?.length ?? 0 }] : [])),
  };
}

function spotOf({ position }: TreeNode): Spot {
  return { line: position?.start.line ?? 1, column: position?.start.column ?? 1 };
}
