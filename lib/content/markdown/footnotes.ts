/**
 * Footnotes, numbered in the order the text calls them and gathered under a heading at its end. Made here and not by remark-html,
 * whose sanitiser prefixes the ids but not the links to them.
 */
import { idPrefix } from './links';
import { element, rewrite, setProperties, text, type TreeNode } from './tree';

export interface FootnoteWords {
  readonly heading: string;
  /** The name of the link from note `number` back to the text; `nth` when several places call the note, both from 1. */
  back(number: number, nth?: number): string;
}

interface Note {
  readonly number: number;
  readonly definition: TreeNode;
  calls: number;
}

/** An underscore cannot stand in a heading's id, so these never meet one. */
const headingId = `${idPrefix}notes_heading`;
const noteId = (number: number) => `${idPrefix}note_${number}`;
const callId = (number: number, nth: number) => `${idPrefix}call_${number}_${nth}`;

/**
 * Moves the notes to the end of the tree; each has one definition and is called at least once.
 * @param level Of the heading over the notes.
 */
export function gatherFootnotes(tree: TreeNode, level: number, words: FootnoteWords): void {
  const definitions = new Map<string, TreeNode>();
  rewrite(tree, (node) => {
    if (node.type !== 'footnoteDefinition') return undefined;
    definitions.set(node.identifier ?? '', node);
    return [];
  });
  const notes = new Map<string, Note>();
  const numberCalls = (part: TreeNode) =>
    rewrite(part, (node) => {
      const definition = node.type === 'footnoteReference' ? definitions.get(node.identifier ?? '') : undefined;
      return definition && [callTo(definition, notes)];
    });
  numberCalls(tree);
  // A note may call another, which then joins the end of the queue; a Map is walked in order of insertion, additions included.
  for (const { definition } of notes.values()) numberCalls(definition);
  if (notes.size === 0) return;
  const heading = { type: 'heading', depth: level, data: { hProperties: { id: headingId } }, children: [text(words.heading)] };
  const list = element('ol', {}, [...notes.values()].map((note) => noteItem(note, words)));
  tree.children?.push(element('section', { className: ['footnotes'], role: 'doc-endnotes', ariaLabelledBy: headingId }, [heading, list]));
}

function callTo(definition: TreeNode, notes: Map<string, Note>): TreeNode {
  const identifier = definition.identifier ?? '';
  const note = notes.get(identifier) ?? { number: notes.size + 1, definition, calls: 0 };
  notes.set(identifier, note);
  note.calls += 1;
  const link: TreeNode = { type: 'link', url: `#${noteId(note.number)}`, children: [text(String(note.number))] };
  setProperties(link, { id: callId(note.number, note.calls), role: 'doc-noteref', ariaDescribedBy: headingId });
  return element('sup', {}, [link]);
}

function noteItem({ number, definition, calls }: Note, words: FootnoteWords): TreeNode {
  const blocks = definition.children ?? [];
  const backLinks = Array.from({ length: calls }, (_, place) => {
    const link: TreeNode = { type: 'link', url: `#${callId(number, place + 1)}`, children: [text('↩\ufe0e')] };
    setProperties(link, { role: 'doc-backlink', ariaLabel: words.back(number, calls > 1 ? place + 1 : undefined) });
    return [text(' '), link];
  }).flat();
  const last = blocks.at(-1);
  if (last?.type === 'paragraph') last.children?.push(...backLinks);
  else blocks.push({ type: 'paragraph', children: backLinks.slice(1) });
  return element('li', { id: noteId(number) }, blocks);
}
