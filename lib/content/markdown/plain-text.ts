/**
 * The words of a body without their dress: one line a paragraph, heading, row or item, for search and extracts. Pictures and their
 * captions are left out. `plainTextOfSimple` is the cheap path for bodies that use no Markdown, which is most of an archive; `plainTextOfMarked` that for a
 * quotation or list at the beginning.
 */
import { joinHanLines } from './han-text';
import { inlineText, type TreeNode } from './tree';

/** The lines of a mended tree. */
export function linesOf(node: TreeNode): string[] {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return lineOf(inlineText(node));
    case 'tableRow':
      return lineOf((node.children ?? []).map(inlineText).join(' '));
    case 'code':
      return (node.value ?? '').split('\n').flatMap(lineOf);
    default:
      return (node.children ?? []).flatMap(linesOf);
  }
}

function lineOf(text: string): string[] {
  const line = joinHanLines(text).replace(/[ \t\n]+/g, ' ').trim();
  return line ? [line] : [];
}

/** Any of these may be Markdown, or an address that becomes a link; a body without them is paragraphs (and headings) and nothing else. */
const markup = /[`*_[\]<>&\\|^{\0\ufeff]|~~|^[ \t]*(?:[-+=:#]|\d{1,9}[.)](?:[ \t]|$))/m;

/** A line that is a heading, and holds no # but its first ones. */
const heading = /(?<![^\n])#{1,6} +([^\s#][^\n#]*)(?![^\n])/g;

/** The plain text of a body that surely uses no Markdown but headings, equal to what the full parse gives; undefined for every other body. */
export function plainTextOfSimple(source: string): string | undefined {
  const normal = normalNewlines(source).replace(heading, '\n\n$1\n\n');
  if (markup.test(normal)) return undefined;
  return normal
    .split(/\n(?:[ \t]*\n)+/)
    .flatMap((paragraph) => paragraph.split('\n').map(trimLine).join('\n').split(/\n(?=\u3000)/u))
    .flatMap(lineOf)
    .join('\n');
}

/** A quotation, and a list, of which every line begins with the mark. */
const marks: readonly RegExp[] = [/^> ?(?=\S)/, /^- (?=\S)/];

/** The same for one block that is such a quotation or list and holds no other Markdown; undefined for every other block. */
export function plainTextOfMarked(block: string): string | undefined {
  const lines = block.trimEnd().split('\n');
  const mark = marks.find((candidate) => lines.every((line) => candidate.test(line)));
  // An item is a line of its own, and so is a paragraph.
  return mark && plainTextOfSimple(lines.map((line) => line.replace(mark, '')).join(mark === marks[1] ? '\n\n' : '\n'));
}

export function normalNewlines(source: string): string {
  return source.includes('\r') ? source.replace(/\r\n?/g, '\n') : source;
}

/** Markdown takes spaces and tabs off a line's ends, but not the ideographic space. */
function trimLine(line: string): string {
  return line.replace(/^[ \t]+|[ \t]+$/g, '');
}
