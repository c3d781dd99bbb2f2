/**
 * HTML to a tree of our own: elements with their places, texts with their lines. The only door of parse5, which reads as browsers do.
 * Promises a tree no deeper than `deepest`, whatever the page does; and refuses pages built to stop a parser.
 */
import { parse, type DefaultTreeAdapterTypes } from 'parse5';

export interface TextNode {
  readonly kind: 'text';
  readonly text: string;
  readonly line: number;
}

export interface ElementNode {
  readonly kind: 'element';
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly TreeNode[];
  readonly parent: ElementNode | undefined;
  readonly line: number;
  /** 1-based, in UTF-16 code units. */
  readonly column: number;
}

export type TreeNode = TextNode | ElementNode;

const deepest = 200;
const longest = 4_000_000;
const mostTags = 120_000;
/** Browsers' parsing rules walk the open elements again and again; nobody nests so many by hand. */
const mostOpen = 1500;

interface Growing {
  readonly kind: 'element';
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: (TextNode | Growing)[];
  readonly parent: Growing | undefined;
  readonly line: number;
  readonly column: number;
}

/** The page's `html` element. @throws Error when the page is too large or nested beyond reason. */
export function parseHtml(source: string): ElementNode {
  assertReasonable(source);
  const document = parse(source, { sourceCodeLocationInfo: true });
  const root: Growing = { kind: 'element', name: '#document', attributes: new Map(), children: [], parent: undefined, line: 1, column: 1 };
  const waiting: { readonly node: DefaultTreeAdapterTypes.ChildNode; readonly into: Growing; readonly depth: number }[] = document.childNodes.toReversed().map((node) => ({ node, into: root, depth: 0 }));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, into, depth } = next;
    const line = node.sourceCodeLocation?.startLine ?? into.line;
    if ('value' in node) {
      const blank = /^\s*/.exec(node.value)?.[0] ?? '';
      into.children.push({ kind: 'text', text: node.value, line: line + (blank.match(/\n/g)?.length ?? 0) });
    } else if ('tagName' in node) {
      const isTooDeep = depth >= deepest;
      const element: Growing = isTooDeep
        ? into
        : { kind: 'element', name: node.tagName, attributes: new Map(node.attrs.map(({ name, value }) => [name, value])), children: [], parent: into, line, column: node.sourceCodeLocation?.startCol ?? into.column };
      if (!isTooDeep) into.children.push(element);
      for (const child of node.childNodes.toReversed()) waiting.push({ node: child, into: element, depth: depth + 1 });
    }
  }
  return root;
}

function assertReasonable(source: string): void {
  let [tags, open, most] = [0, 0, 0];
  for (const match of source.matchAll(/<(\/?)([a-zA-Z][a-zA-Z0-9]*)/g)) {
    tags += 1;
    if (/^(?:p|li|td|th|tr|dt|dd|option|br|img|hr|input|meta|link|area|base|col|embed|source|track|wbr|param)$/i.test(match[2] ?? '')) continue;
    open = Math.max(0, open + (match[1] === '/' ? -1 : 1));
    most = Math.max(most, open);
  }
  if (source.length > longest || tags > mostTags || most > mostOpen) {
    throw new Error('网页太大或嵌套太深，不像一篇文章。 / The page is too large or nested too deeply to be an article.');
  }
}

/** Every element below, in the order of the page. */
export function* elementsOf(root: ElementNode): Generator<ElementNode> {
  for (const child of root.children) {
    if (child.kind === 'text') continue;
    yield child;
    yield* elementsOf(child);
  }
}

export function textWithin(node: TreeNode): string {
  return node.kind === 'text' ? node.text : node.children.map(textWithin).join('');
}

export function attribute(element: ElementNode, name: string): string {
  return element.attributes.get(name) ?? '';
}

/** Class and id, by which page makers say what a part is. */
export function labelOf(element: ElementNode): string {
  return `${attribute(element, 'class')} ${attribute(element, 'id')}`.trim();
}

export function isWithin(element: ElementNode | undefined, ancestor: ElementNode): boolean {
  for (let at = element; at; at = at.parent) if (at === ancestor) return true;
  return false;
}
