/**
 * A body as plain text: a paragraph a block, lists with their marks, tables a row a line, notes with their numbers, pictures by what
 * they show.
 */
import { readBody, type ElementNode, type TreeNode } from './body';

const wordsOf = (picture: ElementNode): string => picture.attributes.get('alt')?.trim() ?? '';

/** @returns Blocks, to be set apart by an empty line; a block may have several lines. */
export function bodyBlocks(html: string): readonly string[] {
  return blocksOf(readBody(html));
}

function blocksOf(nodes: readonly TreeNode[]): string[] {
  return nodes.flatMap((node) => (node.kind === 'element' ? blockOf(node) : oneBlock(node.text)));
}

function blockOf(element: ElementNode): string[] {
  switch (element.name) {
    case 'ul':
    case 'ol':
      return oneBlock(listLines(element).join('\n'));
    case 'table':
      return oneBlock(rowsOf(element).join('\n'));
    case 'blockquote':
      return oneBlock(blocksOf(element.children).join('\n\n').replace(/^/gm, '> ').replace(/^> $/gm, '>'));
    case 'pre':
      return oneBlock(textOf(element));
    case 'hr':
      return ['* * *'];
    case 'figure':
      return oneBlock(figureLine(element));
    case 'section':
    case 'div':
      return blocksOf(element.children);
    default:
      return oneBlock(inlineText(element));
  }
}

function oneBlock(text: string): string[] {
  const block = text.replace(/[ \t]+$/gm, '').replace(/^\n+|\n+$/g, '');
  return block.trim() === '' ? [] : [block];
}

function listLines(list: ElementNode): readonly string[] {
  const isNotes = list.parent?.attributes.get('role') === 'doc-endnotes';
  let number = Number(list.attributes.get('start') ?? 1);
  return elements(list).map((item) => {
    const mark = list.name === 'ul' ? '- ' : isNotes ? `[${number++}] ` : `${number++}. `;
    const inside: string[] = [];
    let words = '';
    // Words that stand in the item itself make a line together.
    for (const node of item.children) {
      if (node.kind === 'element' && ['ul', 'ol', 'p', 'pre', 'table', 'div', 'blockquote', 'figure'].includes(node.name)) {
        inside.push(...oneBlock(words), ...blockOf(node));
        words = '';
      } else words += inlineOf(node);
    }
    inside.push(...oneBlock(tidy(words)));
    return mark + inside.join('\n').replaceAll('\n', `\n${' '.repeat(mark.length)}`);
  });
}

function rowsOf(table: ElementNode): readonly string[] {
  return elements(table).flatMap((part) => (part.name === 'tr' ? [elements(part).map(inlineText).join(' | ')] : rowsOf(part)));
}

function figureLine(figure: ElementNode): string {
  const parts = elements(figure);
  const words = parts.filter(({ name }) => name === 'img').map(wordsOf).filter((alt) => alt !== '').map((alt) => `[${alt}]`);
  const caption = parts.find(({ name }) => name === 'figcaption');
  return [...words, ...(caption ? [inlineText(caption)] : [])].join(' ');
}

function elements(parent: ElementNode): readonly ElementNode[] {
  return parent.children.filter((node) => node.kind === 'element');
}

function inlineText(element: ElementNode): string {
  return tidy(element.children.map(inlineOf).join(''));
}

function inlineOf(node: TreeNode): string {
  if (node.kind === 'text') return node.text.replace(/\s+/g, ' ');
  if (node.name === 'br') return '\n';
  if (node.name === 'img') return wordsOf(node) && `[${wordsOf(node)}]`;
  const role = node.attributes.get('role');
  if (role === 'doc-backlink') return '';
  const inside = node.children.map(inlineOf).join('');
  return role === 'doc-noteref' ? `[${inside}]` : inside;
}

function tidy(text: string): string {
  return text.replace(/ *\n */g, '\n').replace(/ {2,}/g, ' ').trim();
}

/** With every space and line break. */
function textOf(node: TreeNode): string {
  return node.kind === 'text' ? node.text : node.children.map(textOf).join('');
}
