/** Headings of a body under the page's own h1: they start at h2 and never skip a level, and each has an id to link to. */
import { idPrefix, slugOf } from './links';
import { descendants, inlineText, setProperties, type TreeNode } from './tree';

export interface Heading {
  /** 2 to 6. */
  readonly level: number;
  readonly id: string;
  readonly text: string;
}

/**
 * Sets levels and ids. The id comes from the words before any conversion, so that a link holds in both Chinese scripts.
 * @param top The level of the outermost headings.
 * @returns The heading nodes, in order.
 */
export function mendHeadings(tree: TreeNode, top: number): readonly TreeNode[] {
  const open: { readonly written: number; readonly level: number }[] = [];
  const taken = new Set<string>();
  const nodes = [...descendants(tree)].filter((node) => node.type === 'heading');
  for (const node of nodes) {
    const written = node.depth ?? top;
    while ((open.at(-1)?.written ?? 0) >= written) open.pop();
    const level = Math.min(6, (open.at(-1)?.level ?? top - 1) + 1);
    open.push({ written, level });
    node.depth = level;
    setProperties(node, { id: idPrefix + claim(slugOf(inlineText(node)), taken) });
  }
  return nodes;
}

/** Reads the headings once their words are final. */
export function listHeadings(nodes: readonly TreeNode[]): readonly Heading[] {
  return nodes.map((node) => ({ level: node.depth ?? 2, id: String(node.data?.hProperties?.['id']), text: inlineText(node).replaceAll('\n', ' ') }));
}

function claim(slug: string, taken: Set<string>): string {
  let candidate = slug;
  for (let count = 2; taken.has(candidate); count += 1) candidate = `${slug}-${count}`;
  taken.add(candidate);
  return candidate;
}
