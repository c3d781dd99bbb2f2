/** The blocks of a body, for whoever sets it beside another: paragraphs, headings, single items of lists, figures, tables, notes. */
import type { Figure } from '@/lib/content/picture';
import { inlineText, type TreeNode } from './tree';

/** A block of the mended tree. */
export interface TreeBlock {
  /** What it is: only blocks of one form can be each other's translation. A heading's level is none of it. */
  readonly form: string;
  /** Characters of its words. */
  readonly length: number;
  /** What a block of the form `figure` shows. */
  readonly figure?: Figure;
  readonly node: TreeNode;
}

/** Every block in order; an item of a list stays in a list of its own, with its number. */
export function blocksOf({ children = [] }: TreeNode): readonly TreeBlock[] {
  return children.flatMap((node) => (node.type === 'list' ? itemsOf(node) : [blockOf(node)]));
}

function itemsOf(list: TreeNode): readonly TreeBlock[] {
  return (list.children ?? []).map((item, place) => blockOf({ ...list, children: [item], ...(typeof list.start === 'number' && { start: list.start + place }) }));
}

function blockOf(node: TreeNode): TreeBlock {
  const figure = node.data?.figure;
  return { form: node.data?.hName ?? node.type, length: inlineText(node).length, ...(figure && { figure }), node };
}
