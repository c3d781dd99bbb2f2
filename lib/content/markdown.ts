/**
 * Markdown to HTML: the only remark of the house, and the only source of HTML that a page may set as HTML.
 * Hides the parser, the passes that mend the tree (lib/content/markdown/), and the sanitiser. It promises: no raw HTML, no inline
 * style, no address of another kind than http, https, mailto, tel or our own; no id that could be the page's; headings from h2 down.
 */
import { remark } from 'remark';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkCjkFriendlyGfmStrikethrough from 'remark-cjk-friendly-gfm-strikethrough';
import remarkGfm from 'remark-gfm';
import remarkHtml from 'remark-html';
import type { Processor } from 'unified';
import type { Locale } from '@/lib/locale/locales';
import { fill, messages } from '@/lib/locale/messages';
import { blocksOf, type TreeBlock } from './markdown/blocks';
import { placePictures, type PictureMention } from './markdown/figures';
import { gatherFootnotes } from './markdown/footnotes';
import { mendHanText } from './markdown/han-text';
import { listHeadings, mendHeadings, type Heading } from './markdown/headings';
import { mendLinks, resolveReferences } from './markdown/links';
import { outlineOfTree, type BodyOutline } from './markdown/outline';
import { linesOf, normalNewlines, plainTextOfSimple } from './markdown/plain-text';
import { mendRuby, readingsOf } from './markdown/ruby';
import { safeHtml } from './markdown/safe-html';
import { scopeIds } from './markdown/scope';
import { mendTables } from './markdown/tables';
import { findTangle } from './markdown/tangle';
import { rewrite, descendants, isReading, text, type TreeNode } from './markdown/tree';
import type { Picture } from './picture';

export type { Heading } from './markdown/headings';
export type { BodyOutline } from './markdown/outline';
export type { PictureMention } from './markdown/figures';
export { plainTextOfSimple };

export interface RenderOptions {
  /** The language of the body after conversion, and of the words it is given besides its own: the notes' heading, the names of tables. */
  readonly locale: Locale;
  /** The picture of a file name in the body's folder, its words already in the reader's language; undefined when there is none. */
  readonly pictures?: (name: string) => Picture | undefined;
  /** Applied to every run of the body's own words (Traditional Chinese), never to addresses or ids. */
  readonly convertText?: (text: string) => string;
  /** How many levels below h2 the body's headings start. Default 0. */
  readonly headingShift?: number;
  /** Part of every id, where several bodies stand on one page; a slug. */
  readonly idScope?: string;
}

export interface RenderedMarkdown {
  /** Sanitised. */
  readonly html: string;
  /** The words, one line a paragraph, after conversion; see `plainTextOf`. */
  readonly text: string;
  readonly headings: readonly Heading[];
  /** Names of the pictures the body shows, each once, in order. */
  readonly placedPictures: readonly string[];
  /** Names that `pictures` did not know; the HTML leaves them out. Lines count from the body's first. */
  readonly missingPictures: readonly PictureMention[];
  /** Pictures for which neither the body nor the front matter has a text alternative. */
  readonly picturesWithoutAlt: readonly PictureMention[];
  /** Lines where HTML was written; its tags are left out (comments and `<br>` are not counted: they do what they say). */
  readonly ignoredHtmlLines: readonly number[];
}

/** A body as blocks. */
export interface RenderedBlocks extends Pick<RenderedMarkdown, 'placedPictures'> {
  readonly blocks: readonly Block[];
}

/** One block of a body; its HTML is sanitised. */
export interface Block extends Omit<TreeBlock, 'node'> {
  readonly html: string;
}

const processor = remark()
  // One tilde is 10~20, not strikethrough.
  .use(remarkGfm, { singleTilde: false })
  .use(remarkCjkFriendly)
  .use(remarkCjkFriendlyGfmStrikethrough, { singleTilde: false })
  .use(noIndentedCode)
  .use(remarkHtml, { sanitize: safeHtml })
  .freeze();

/** Authors indent paragraphs with spaces; nobody of them means program code by it. Fenced code stays. */
function noIndentedCode(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: ['codeIndented'] } }];
}

type Root = ReturnType<typeof processor.parse>;

/** The tree of a body; of one that is nested beyond measure, its lines as they stand. */
function parse(source: string): Root {
  const normal = normalNewlines(source);
  if (!findTangle(normal)) return processor.parse(normal);
  const paragraphs = normal.split(/\n(?:[ \t]*\n)+/).filter((lines) => lines.trim() !== '');
  return { type: 'root', children: paragraphs.map((value) => ({ type: 'paragraph', children: [{ type: 'text', value }] })) };
}

/** Renders a body: the Markdown after the front matter. */
export function renderMarkdown(source: string, options: RenderOptions): RenderedMarkdown {
  const { root, ...told } = mend(source, options);
  return { html: htmlOf(root), ...told };
}

/** Renders a body block by block. */
export function renderBlocks(source: string, options: RenderOptions): RenderedBlocks {
  const { root, placedPictures } = mend(source, options);
  const tree: TreeNode = root;
  const blocks = blocksOf(tree).map(({ node, ...block }) => {
    // The processor takes a whole tree and nothing less.
    tree.children = [node];
    return { ...block, html: htmlOf(root) };
  });
  return { blocks, placedPictures };
}

function htmlOf(root: Root): string {
  return processor.stringify(root).trim();
}

/** The tree with everything mended, and what was found on the way. */
function mend(source: string, options: RenderOptions): { readonly root: Root } & Omit<RenderedMarkdown, 'html'> {
  const { locale, pictures = () => undefined, convertText, headingShift = 0, idScope } = options;
  const words = messages(locale).prose;
  const top = 2 + headingShift;
  const root = parse(source);
  const tree: TreeNode = root;
  const ignoredHtmlLines = takeOutHtml(tree);
  mendWords(tree);
  mendLinks(tree);
  const headingNodes = mendHeadings(tree, top);
  if (convertText) convert(tree, convertText);
  const plainText = linesOf(tree).join('\n');
  const headings = listHeadings(headingNodes);
  const { placed, missing, withoutAlt } = placePictures(tree, pictures, locale);
  mendTables(tree, (number) => fill(words.table, { number }));
  gatherFootnotes(tree, top, {
    heading: words.notes,
    back: (number, nth) => (nth === undefined ? fill(words.backToText, { number }) : fill(words.backToPlace, { number, nth })),
  });
  if (idScope !== undefined) scopeIds(tree, idScope);
  return {
    root,
    text: plainText,
    headings,
    placedPictures: placed,
    missingPictures: missing,
    picturesWithoutAlt: withoutAlt,
    ignoredHtmlLines,
  };
}

/** The words of a body for extracts: a line each for paragraph, heading, table row and list item; no captions, no readings. */
export function plainTextOf(source: string): string {
  return plainTextOfSimple(source) ?? linesOf(parseWords(source)).join('\n');
}

/** What a body can be found by: its words as `plainTextOf` has them, then the readings above them, a line each. */
export function searchTextOf(source: string): string {
  const simple = plainTextOfSimple(source);
  if (simple !== undefined) return simple;
  const tree = parseWords(source);
  return [...linesOf(tree), ...readingsOf(tree)].join('\n');
}

function parseWords(source: string): TreeNode {
  const tree: TreeNode = parse(source);
  takeOutHtml(tree);
  mendWords(tree);
  return tree;
}

/** Anything a body of this shape may hold that `outlineOf` lists. */
const outlined = /^ {0,3}(?:#|=+[ \t]*$|-+[ \t]*$)|\]|<|\||:\/\/|www\.|@/m;

/** Headings, links and tables as they are written, with their places: for checks, not for pages. */
export function outlineOf(source: string): BodyOutline {
  if (!outlined.test(source)) return { headings: [], links: [], tables: [] };
  const tree: TreeNode = parse(source);
  takeOutHtml(tree);
  mendRuby(tree);
  return outlineOfTree(tree);
}

function mendWords(tree: TreeNode): void {
  resolveReferences(tree);
  dropUnusedNotes(tree);
  tickTasks(tree);
  mendHanText(tree);
  mendRuby(tree);
}

/** Of several notes of one name the first counts; one that nothing calls is not shown. */
function dropUnusedNotes(tree: TreeNode): void {
  const called = new Set([...descendants(tree)].flatMap((node) => (node.type === 'footnoteReference' ? [node.identifier] : [])));
  rewrite(tree, (node) => (node.type === 'footnoteDefinition' && !called.delete(node.identifier) ? [] : undefined));
}

/** A task's box is a sign in its text, not a form control without a form. */
function tickTasks(tree: TreeNode): void {
  for (const node of descendants(tree)) {
    const [first] = node.type === 'listItem' && typeof node.checked === 'boolean' ? (node.children ?? []) : [];
    first?.children?.unshift(text(node.checked ? '☑ ' : '☐ '));
    if (first) node.checked = null;
  }
}

/** Takes HTML out of the tree, turns `<br>` into a line break, and returns the lines where something was lost. */
function takeOutHtml(tree: TreeNode): number[] {
  const lines = new Set<number>();
  rewrite(tree, (node) => {
    if (node.type !== 'html') return undefined;
    const html = node.value ?? '';
    if (/^<br\s*\/?>$/i.test(html)) return [{ type: 'break' }];
    if (!/^<!--(?:(?!-->)[\s\S])*-->\s*$/.test(html)) lines.add(node.position?.start.line ?? 1);
    return [];
  });
  return [...lines].sort((a, b) => a - b);
}

function convert(tree: TreeNode, convertText: (text: string) => string): void {
  for (const node of descendants(tree)) {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell' || isReading(node)) convertTogether(wordsIn(node), convertText);
    if (node.alt) node.alt = convertText(node.alt);
    if (node.title) node.title = convertText(node.title);
  }
}

/** What follows one another in a block: text, and what parts it (line breaks, code, pictures); not the readings above words. */
function wordsIn(node: TreeNode): TreeNode[] {
  return (node.children ?? []).flatMap((child) => (!child.children ? [child] : isReading(child) ? [] : wordsIn(child)));
}

/** A word may go on from one node into the next (**头**发), and its characters depend on one another: 髮 here, 發 elsewhere. */
function convertTogether(nodes: readonly TreeNode[], convertText: (text: string) => string): void {
  const values = nodes.map(({ value = '\n' }) => value);
  const converted = Array.from(convertText(values.join('')));
  const isEven = converted.length === Array.from(values.join('')).length;
  let at = 0;
  for (const [place, node] of nodes.entries()) {
    const value = values[place] ?? '';
    const end = at + Array.from(value).length;
    if (node.type === 'text') node.value = isEven ? converted.slice(at, end).join('') : convertText(value);
    at = end;
  }
}
