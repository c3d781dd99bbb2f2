/**
 * The Markdown tree as the mending passes see it: remark's mdast nodes, read loosely so that one small set of functions serves all.
 * `data.hName` and `data.hProperties` say which element a node becomes; the sanitiser has the last word on them.
 */
import type { Figure } from '@/lib/content/picture';

type PropertyValue = boolean | number | string | null | undefined | (string | number)[];

export interface TreeNode {
  type: string;
  value?: string;
  children?: TreeNode[];
  depth?: number;
  url?: string;
  alt?: string | null;
  title?: string | null;
  identifier?: string;
  checked?: boolean | null;
  align?: unknown[] | null;
  /** The number that an ordered list begins with. */
  start?: number | null;
  data?: { hName?: string | undefined; hProperties?: Record<string, PropertyValue> | undefined; figure?: Figure };
  position?: { start: Place; end: Place };
}

interface Place {
  line: number;
  column: number;
  offset?: number;
}

export function element(name: string, properties: Record<string, PropertyValue>, children: TreeNode[]): TreeNode {
  return { type: 'element', data: { hName: name, hProperties: properties }, children };
}

export function text(value: string): TreeNode {
  return { type: 'text', value };
}

/** Adds properties to the element a node will become. */
export function setProperties(node: TreeNode, properties: Record<string, PropertyValue>): void {
  node.data = { ...node.data, hProperties: { ...node.data?.hProperties, ...properties } };
}

/** Every node under this one, in the order of the text. */
export function* descendants(node: TreeNode): Generator<TreeNode> {
  for (const child of node.children ?? []) {
    yield child;
    yield* descendants(child);
  }
}

/** Replaces nodes, the innermost first. `change` gives what stands in a node's place, or undefined to leave it. */
export function rewrite(parent: TreeNode, change: (node: TreeNode) => readonly TreeNode[] | undefined): void {
  if (!parent.children) return;
  parent.children = parent.children.flatMap((child) => {
    rewrite(child, change);
    return change(child) ?? [child];
  });
}

/** The words of inline content; a line break is a newline, a picture, a note's number or the reading above a word is nothing. */
export function inlineText(node: TreeNode): string {
  if (node.type === 'break') return '\n';
  if (node.type === 'image' || node.type === 'footnoteReference' || isReading(node)) return '';
  return node.value ?? (node.children ?? []).map(inlineText).join('');
}

/** Whether the node is a reading above a word (ruby), or one of the brackets around it. */
export function isReading({ data }: TreeNode): boolean {
  return data?.hName === 'rt' || data?.hName === 'rp';
}
