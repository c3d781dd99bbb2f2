/**
 * Finds the part of a page that holds the article's text. Two witnesses: what page makers call that part (TRS_Editor, zoom,
 * UCAP-CONTENT), and where the sentences are; the second decides.
 */
import { isBlock, isFurniture, isUnseen } from './elements';
import { elementsOf, labelOf, type ElementNode, type TreeNode } from '@/lib/desk/html-tree';

const known = /(?:^|\s)(?:TRS_\w+|trs_editor_view|zoom|zoomcon|UCAP-CONTENT|js_content|v_news_content|vsb_content\w*|art(?:icle)?[-_]?(?:content|con|body|text|main)|pages_content|xxgk_content|news[-_]?(?:content|con|body|text)|con[-_]?text|contentText|text[-_]?content|Custom_UnionStyle|detail[-_]?(?:content|con)|bt[-_]?content|main[-_]?text|ue[-_]?content|ueditor\w*|content[-_]?(?:body|main|detail|txt))(?:\s|$)/i;
const good = /article|content|zoom|editor|detail|text|\bnews|\bcon\b|main|view|body/i;
const bad = /nav|menu|foot|head(?!line)|side|related|recommend|share|comment|copyright|\bhot|list|link|banner|crumb|position|location|search|login|tool|tab\b|notice|rank/i;

/** @returns The body element, or the page itself when nothing in it reads like sentences. */
export function findBody(page: ElementNode): ElementNode {
  const worth = new Map<ElementNode, number>();
  const score = new Map<ElementNode, number>();
  const total = (element: ElementNode): number => {
    if (isUnseen(element) || isFurniture(element)) return 0;
    const own = worthOf(element);
    let sum = own;
    for (const child of element.children) if (child.kind === 'element' && isBlock(child)) sum += total(child);
    // Blocks inside inline elements (a <font> around everything) count as well.
    for (const child of element.children) if (child.kind === 'element' && !isBlock(child)) sum += blocksWithin(child).reduce((more, block) => more + total(block), 0);
    worth.set(element, sum);
    if (own > 0) credit(score, element, own);
    return sum;
  };
  total(page);
  const [best] = [...score].sort(([a, x], [b, y]) => y * bias(b) - x * bias(a))[0] ?? [page];
  const most = worth.get(best) ?? 0;
  const named = [...elementsOf(page)].find((element) => known.test(labelOf(element)) && (worth.get(element) ?? 0) >= most * 0.6);
  return named ?? widen(best, worth);
}

/** How much an element's own words, not those of blocks in it, read like sentences. */
function worthOf(element: ElementNode): number {
  const { text, linked } = ownWords(element);
  const plain = text.replace(/\s+/g, '');
  if (plain.length < 8) return 0;
  const stops = plain.match(/[，。；：、！？,;]/g)?.length ?? 0;
  const share = Math.min(1, linked.replace(/\s+/g, '').length / plain.length);
  return (plain.length + 6 * stops) * (1 - share) ** 2 * (stops > 0 || plain.length > 30 ? 1 : 0.2);
}

function ownWords(element: ElementNode): { readonly text: string; readonly linked: string } {
  let [text, linked] = ['', ''];
  const visit = (node: TreeNode, isLinked: boolean): void => {
    if (node.kind === 'text') {
      text += node.text;
      if (isLinked) linked += node.text;
    } else if (!isBlock(node) && !isUnseen(node)) for (const child of node.children) visit(child, isLinked || node.name === 'a');
  };
  for (const child of element.children) visit(child, false);
  return { text, linked };
}

function blocksWithin(element: ElementNode): readonly ElementNode[] {
  return element.children.flatMap((child) => (child.kind === 'text' ? [] : isBlock(child) ? [child] : blocksWithin(child)));
}

/** A paragraph speaks for what holds it; a block with words of its own for itself too. */
function credit(score: Map<ElementNode, number>, element: ElementNode, own: number): void {
  const isLeaf = /^(?:p|li|h[1-6]|dd|dt|pre|blockquote|center)$/.test(element.name);
  let share = isLeaf ? own : own * 1.2;
  let at = isLeaf ? element.parent : element;
  for (let step = 0; at && step < 4; step++, at = at.parent, share *= 0.6) score.set(at, (score.get(at) ?? 0) + share);
}

function bias(element: ElementNode): number {
  const label = labelOf(element);
  return (good.test(label) ? 1.3 : 1) * (bad.test(label) && !good.test(label) ? 0.4 : 1) * (/^(?:article|main)$/.test(element.name) ? 1.3 : 1);
}

/** Goes up while the parent holds a good deal more: an article whose paragraphs lie in sections of their own. */
function widen(element: ElementNode, worth: ReadonlyMap<ElementNode, number>): ElementNode {
  let at = element;
  while (at.parent && at.parent.name !== '#document' && at.parent.name !== 'html') {
    const [here, above] = [worth.get(at) ?? 0, worth.get(at.parent) ?? 0];
    const isMore = above > here * 1.25 && at.parent.name !== 'body';
    if (!isMore && !/^(?:p|h[1-6]|tbody|tr|td|li|center|font|span|blockquote)$/.test(at.name)) break;
    at = at.parent;
  }
  return at;
}
