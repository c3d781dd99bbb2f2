/** The body of an article as a tree: what the sanitiser let through, to be written as something else than HTML. */
import { parseHtml, type ElementNode, type TreeNode } from '@/lib/desk/html-tree';

export type { ElementNode, TreeNode };

/** @param html Sanitised. */
export function readBody(html: string): readonly TreeNode[] {
  const [document] = parseHtml(`<!DOCTYPE html><html><body>${html}</body></html>`).children.filter((node) => node.kind === 'element');
  const body = document?.children.find((node) => node.kind === 'element' && node.name === 'body');
  return body?.kind === 'element' ? body.children : [];
}

/** Every element of the tree, in the order of the text. */
export function* elementsOf(nodes: readonly TreeNode[]): Generator<ElementNode> {
  for (const node of nodes) {
    if (node.kind !== 'element') continue;
    yield node;
    yield* elementsOf(node.children);
  }
}
