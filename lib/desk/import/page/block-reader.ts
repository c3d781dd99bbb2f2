/**
 * A part of a page to blocks: paragraphs however they were made (`<p>`, `<div>`, `<br>`, layout tables), headings, lists, tables,
 * figures. What cannot be taken over (video, embedded pages, tools) is told, not lost in silence.
 */
import type { Block, Run } from '../manuscript';
import { textOf, textOfRuns } from '../manuscript';
import { isBlock, isBold, isCentred, isEmbedded, isFurniture, isUnseen } from './elements';
import { attribute, elementsOf, labelOf, textWithin, type ElementNode, type TreeNode } from '@/lib/desk/html-tree';
import { collapse, paragraphsOf, type LinedRun } from './inline-text';
import { isDataTable, readTable } from './table-reader';

export interface PageBlock {
  readonly block: Block;
  /** The element it was made of. */
  readonly element: ElementNode;
}

export interface ReadBlocks {
  readonly blocks: readonly PageBlock[];
  /** Parts that were left out and hold something a reader could miss. */
  readonly left: readonly { readonly line: number; readonly text: string; readonly kind: 'embedded' | 'furniture' }[];
}

type Look = Omit<Run, 'text'>;

/** @param resolve the full address of a link, undefined when it leads nowhere */
export function readBlocks(root: ElementNode, resolve: (address: string) => string | undefined): ReadBlocks {
  const blocks: PageBlock[] = [];
  const left: { line: number; text: string; kind: 'embedded' | 'furniture' }[] = [];
  let runs: LinedRun[] = [];
  let home = root;

  function flush(): void {
    for (const { line, runs: words } of paragraphsOf(runs)) blocks.push({ block: { kind: 'paragraph', line, runs: words }, element: home });
    runs = [];
  }

  function visit(node: TreeNode, look: Look): void {
    if (node.kind === 'text') {
      const text = collapse(node.text);
      if (text !== '') runs.push({ ...look, text, line: node.line });
      return;
    }
    if (isUnseen(node)) {
      if (isEmbedded(node)) left.push({ line: node.line, text: attribute(node, 'src'), kind: 'embedded' });
      return;
    }
    if (isFurniture(node)) {
      const text = textWithin(node).replace(/\s+/g, ' ').trim();
      if (text !== '') left.push({ line: node.line, text, kind: 'furniture' });
      return;
    }
    if (node.name === 'br') runs.push({ text: '\n', line: node.line });
    else if (node.name === 'hr') flush();
    else if (node.name === 'img') readPicture(node);
    else if (isBlock(node)) visitBlock(node);
    else for (const child of node.children) visit(child, lookOf(node, look));
  }

  function visitBlock(element: ElementNode): void {
    flush();
    const outer = home;
    home = element;
    const heading = /^h([1-6])$/.exec(element.name)?.[1];
    if (heading !== undefined) readHeading(element, Number(heading));
    else if ((element.name === 'ul' || element.name === 'ol') && !isLayoutList(element)) readList(element);
    else if (element.name === 'blockquote') readQuote(element);
    else if (element.name === 'table' && isDataTable(element)) blocks.push({ block: readTable(element, (cell) => runsWithin(cell)), element });
    else if (element.name === 'pre') readPreformatted(element);
    else for (const child of element.children) visit(child, isBold(element) ? { isStrong: true } : {});
    flush();
    home = outer;
  }

  function lookOf(element: ElementNode, look: Look): Look {
    const address = element.name === 'a' ? resolve(attribute(element, 'href').trim()) : undefined;
    return {
      ...look,
      ...(isBold(element) && { isStrong: true }),
      ...((element.name === 'i' || element.name === 'em') && { isEmphasis: true }),
      ...(address !== undefined && { link: address }),
    };
  }

  /** The words of a part as one line of runs, for headings and cells. */
  function runsWithin(element: ElementNode): readonly Run[] {
    const inner = readBlocks(withChildren(element), resolve);
    left.push(...inner.left);
    return inner.blocks.flatMap(({ block }, place): readonly Run[] => {
      const words = 'runs' in block ? block.runs : [{ text: textOf(block) }];
      return place === 0 ? words : [{ text: '\n' }, ...words];
    });
  }

  function readHeading(element: ElementNode, depth: number): void {
    const words = runsWithin(element).map(({ isStrong: _, ...run }): Run => run);
    if (textOfRuns(words).trim() !== '') blocks.push({ block: { kind: 'heading', line: element.line, depth, runs: words }, element });
  }

  function readList(element: ElementNode): void {
    const items = element.children.filter((child): child is ElementNode => child.kind === 'element' && !isUnseen(child)).map((item) => {
      const inner = readBlocks(withChildren(item), resolve);
      left.push(...inner.left);
      return inner.blocks.map(({ block }) => block);
    });
    const filled = items.filter((item) => item.length > 0);
    if (filled.length > 0) blocks.push({ block: { kind: 'list', line: element.line, isOrdered: element.name === 'ol', items: filled }, element });
  }

  function readQuote(element: ElementNode): void {
    const inner = readBlocks(withChildren(element), resolve);
    left.push(...inner.left);
    if (inner.blocks.length > 0) blocks.push({ block: { kind: 'quote', line: element.line, blocks: inner.blocks.map(({ block }) => block) }, element });
  }

  function readPreformatted(element: ElementNode): void {
    textWithin(element).split('\n').forEach((text, offset) => {
      runs.push({ text, line: element.line + offset }, { text: '\n\n', line: element.line + offset });
    });
  }

  function readPicture(element: ElementNode): void {
    const image = [attribute(element, 'src'), attribute(element, 'data-src'), attribute(element, 'data-original'), attribute(element, 'oldsrc')].find((address) => address !== '' && !/^data:image\/gif|blank\.gif|loading|spacer/i.test(address));
    if (image === undefined || isOrnament(element, image)) return;
    flush();
    const alt = (attribute(element, 'alt') || attribute(element, 'title')).trim();
    blocks.push({ block: { kind: 'figure', line: element.line, image, alt: /\.(?:jpe?g|png|gif|bmp|webp)$/i.test(alt) ? '' : alt }, element });
  }

  for (const child of root.children) visit(child, {});
  flush();
  return { blocks: withCaptions(blocks), left };
}

/** A list whose items hold whole columns of a page. */
function isLayoutList(list: ElementNode): boolean {
  return list.children.some((item) => item.kind === 'element' && [...elementsOf(item)].filter(({ name }) => /^(?:p|h[1-6]|table|form)$/.test(name)).length >= 3);
}

/** The same part as a root of its own: what it is called no longer matters. */
function withChildren(element: ElementNode): ElementNode {
  return { ...element, name: 'div', attributes: new Map() };
}

function isOrnament(element: ElementNode, image: string): boolean {
  const size = (name: string): number => Number.parseInt(attribute(element, name), 10);
  return size('width') < 40 || size('height') < 40 || /(?:^|[/_-])(?:icon|ico|logo|qr(?:code)?|ewm|erweima|weixin|wechat|weibo|share|print|arrow|dot|line|bg|button|btn)\w{0,8}\.(?:png|gif|jpe?g|svg)/i.test(image) || /\.svg(?:$|\?)/i.test(image);
}

const captionOpening = /^(?:图\s*[\d一二三四五六七八九十]*\s*[:：为]|图片?说明|[▲△↑↓▼◎])/;

/** The line under a picture that is about it becomes its caption. */
function withCaptions(blocks: readonly PageBlock[]): readonly PageBlock[] {
  const captioned: PageBlock[] = [];
  let wasTaken = false;
  blocks.forEach((current, place) => {
    if (wasTaken) {
      wasTaken = false;
      return;
    }
    const next = blocks[place + 1];
    const words = next?.block.kind === 'paragraph' ? textOf(next.block).trim() : '';
    const isCaption = next !== undefined && words !== '' && words.length <= 100 && (next.element.name === 'figcaption' || captionOpening.test(words) || /caption|tushuo|pic-?(?:text|desc|title)|img-?(?:text|desc|title)/i.test(labelOf(next.element)) || (isCentred(next.element) && words.length <= 60 && !/[。；]./.test(words)));
    if (current.block.kind === 'figure' && isCaption) {
      const caption = words.replace(/^[▲△↑↓▼◎]\s*/, '').replace(/^图片?说明\s*[:：]\s*/, '');
      captioned.push({ ...current, block: { ...current.block, caption, alt: current.block.alt || caption } });
      wasTaken = true;
    } else captioned.push(current);
  });
  return captioned;
}
