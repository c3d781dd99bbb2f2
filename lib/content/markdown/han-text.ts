/**
 * Mends what Chinese and Japanese text suffers in Markdown made for spaces: a line break inside a paragraph must not become a space
 * between Han characters, and the two ideographic spaces an author types before a paragraph are layout, not text.
 */
import { inlineText, rewrite, type TreeNode } from './tree';

const wide = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303f\\uff00-\\uffef]';
/** Punctuation that Chinese shares with other scripts: it joins a line only when the other side is surely wide. */
const shared = '[“”‘’—…·]';
const joint = new RegExp(`(?<=${wide})\\n(?=${wide}|${shared})|(?<=${shared})\\n(?=${wide})`, 'gu');
const indent = /^[\s\u3000\u00a0\u2003]+/u;

/** Takes out the line breaks between wide characters; the others stay. */
export function joinHanLines(text: string): string {
  return text.includes('\n') ? text.replace(joint, '') : text;
}

/** Splits paragraphs at lines that begin with an ideographic space, takes such indents off, joins lines, drops blocks that are then empty. */
export function mendHanText(tree: TreeNode): void {
  rewrite(tree, (node) => {
    if (node.type !== 'paragraph' && node.type !== 'heading') return undefined;
    return splitAtIndents(node).filter((block) => {
      takeOffIndent(block);
      joinLinesOf(block);
      return (block.children ?? []).some((child) => child.type !== 'text' || child.value !== '');
    });
  });
}

/** A line that begins with an ideographic space begins a paragraph, after a plain line end as after a hard break. */
function splitAtIndents(block: TreeNode): TreeNode[] {
  const parts: TreeNode[][] = [[]];
  const children = block.children ?? [];
  children.forEach((child, place) => {
    if (child.type === 'break' && children[place + 1]?.value?.startsWith('\u3000')) parts.push([]);
    else if (child.type !== 'text') parts.at(-1)?.push(child);
    else {
      const [first = '', ...others] = (child.value ?? '').split(/\n(?=\u3000)/u);
      parts.at(-1)?.push({ ...child, value: first });
      for (const value of others) parts.push([{ ...child, value }]);
    }
  });
  return parts.map((part) => ({ ...block, children: part }));
}

function takeOffIndent(block: TreeNode): void {
  const first = block.children?.[0];
  if (first?.type === 'text') first.value = first.value?.replace(indent, '');
  const last = block.children?.at(-1);
  if (last?.type === 'text') last.value = last.value?.replace(/[\s\u3000]+$/u, '');
}

function joinLinesOf(parent: TreeNode): void {
  const children = parent.children ?? [];
  children.forEach((child, place) => {
    if (child.children) joinLinesOf(child);
    if (child.type !== 'text' || !child.value?.includes('\n')) return;
    const before = /.$/su.exec(inlineTextOf(children[place - 1]))?.[0] ?? '';
    const [after = ''] = inlineTextOf(children[place + 1]);
    child.value = joinHanLines(before + child.value + after).slice(before.length, after ? -after.length : undefined);
  });
}

function inlineTextOf(node: TreeNode | undefined): string {
  return node ? inlineText(node) : '';
}
