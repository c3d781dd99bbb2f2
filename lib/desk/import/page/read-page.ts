/**
 * A saved page to a manuscript: facts that the page states, then in this order what a pasted article has too: breadcrumb, kicker,
 * headline, lines of time and source, body, lines below. The cleaners go on from there; all that is left out is noted.
 */
import { noteBy } from '../cleaner';
import { readBreadcrumb } from '../cleaners/breadcrumb';
import { readFootFacts } from '../cleaners/tail';
import { findTime } from '../date-text';
import { isAttachment, isButtons } from '../furniture';
import { readLabelled } from '../labelled';
import { noFacts, textOf, type Block, type Manuscript, type Note } from '../manuscript';
import { readBlocks, type PageBlock } from './block-reader';
import { findBody } from './body-finder';
import { isWithin, labelOf, parseHtml, type ElementNode } from '@/lib/desk/html-tree';
import { readPageFacts, type PageFacts } from './page-facts';

const note = noteBy('page');

export function readPage(source: string): Manuscript {
  const page = parseHtml(source);
  const stated = readPageFacts(page);
  const body = findBody(page);
  const { blocks: all, left } = readBlocks(page, (address) => resolve(address, stated.address));
  const blocks = all.flatMap(asLines);
  const first = blocks.findIndex(({ element }) => isWithin(element, body));
  const last = blocks.findLastIndex(({ element }) => isWithin(element, body));
  const parts = first < 0 ? { head: [], inside: blocks, foot: [] } : { head: blocks.slice(0, first), inside: blocks.slice(first, last + 1), foot: blocks.slice(last + 1) };
  const head = chooseHead(parts, stated);
  const foot = parts.foot.slice(0, 30).filter(({ block }) => block.kind !== 'figure' && (readFootFacts(textOf(block)) !== undefined || isAttachment(textOf(block))));
  const kept = [...head.kept, ...parts.inside, ...foot];
  const gone = [...parts.head, ...parts.foot].filter((block) => !kept.includes(block));
  const title = head.title ?? stated.titles[0] ?? stated.barTitles[0];
  return {
    blocks: kept.map(({ block }) => block),
    facts: { ...noFacts, ...stated.facts, ...(title !== undefined && { title }) },
    notes: [
      ...statedNotes(stated),
      ...gone.map(({ block }) => note('dropped', { zh: '页面的其他部分', en: 'another part of the page' }, { line: block.line, text: textOf(block) })),
      ...left.map(({ line, text, kind }) =>
        kind === 'embedded'
          ? note('doubt', { zh: '页面嵌有视频或外部内容，没有带入', en: 'video or embedded content, not taken over' }, { line, text })
          : note('dropped', { zh: '页面的工具或导航', en: 'tools or navigation of the page' }, { line, text }),
      ),
    ],
  };
}

interface PageParts {
  readonly head: readonly PageBlock[];
  readonly inside: readonly PageBlock[];
  readonly foot: readonly PageBlock[];
}

/** Blocks around the body that speak of the article, in the order a pasted article has. */
function chooseHead({ head, inside, foot }: PageParts, stated: PageFacts): { readonly kept: readonly PageBlock[]; readonly title?: string } {
  const crumb = head.findLast(({ block }) => readBreadcrumb(textOf(block)) !== undefined);
  const found = findTitle([...head, ...inside.slice(0, 8)], stated, crumb ? (readBreadcrumb(textOf(crumb.block)) ?? []) : []);
  const labels = head.slice(-30).filter((candidate) => candidate !== crumb && isLabels(candidate));
  const isTimed = [...labels, ...inside.slice(0, 8)].some(holdsTime);
  const below = isTimed ? [] : foot.slice(0, 15).filter(holdsTime).slice(0, 1);
  const isInHead = found !== undefined && head.includes(found);
  const around = isInHead ? neighbours(head, found) : { above: undefined, below: undefined };
  const kept = [crumb, around.above, isInHead ? found : undefined, around.below, ...labels, ...below].filter((block): block is PageBlock => block !== undefined);
  return { kept: [...new Set(kept)], ...(found && { title: singleLine(textOf(found.block)) }) };
}

function isLabels({ block }: PageBlock): boolean {
  return block.kind === 'paragraph' && readLabelled(textOf(block)).length > 0;
}

function holdsTime({ block }: PageBlock): boolean {
  return block.kind === 'paragraph' && readLabelled(textOf(block)).some(({ kind, value }) => kind === 'time' && findTime(value) !== undefined);
}

/** The block that is the headline: what the page calls its title, a heading, what stands above the line of time and source. */
function findTitle(blocks: readonly PageBlock[], stated: PageFacts, crumb: readonly string[]): PageBlock | undefined {
  const timeAt = blocks.findIndex(holdsTime);
  const scored = blocks.map((candidate, place) => {
    const above = timeAt - place;
    const isAboveTime = above >= 1 && above <= 3 ? 1.6 - above * 0.4 : 0;
    const isColumn = crumb.some((part) => bare(part) === bare(textOf(candidate.block))) ? 2 : 0;
    const score = titleScore(candidate, stated);
    return { candidate, score: score > 0 || isAboveTime > 1 ? score + isAboveTime - isColumn + place / 10_000 : 0 };
  });
  const best = scored.sort((a, b) => b.score - a.score)[0];
  return best && best.score >= 1.2 ? best.candidate : undefined;
}

function titleScore({ block, element }: PageBlock, { titles, barTitles }: PageFacts): number {
  if (block.kind !== 'paragraph' && block.kind !== 'heading') return 0;
  const text = bare(textOf(block));
  if (text.length < 2 || text.length > 120 || readBreadcrumb(textOf(block)) || readLabelled(textOf(block)).length > 0) return 0;
  const level = block.kind === 'heading' ? Math.max(0.3, 2.2 - block.depth * 0.4) : 0;
  const named = /title|headline|\bbt\b|biaoti/i.test(`${labelOf(element)} ${element.parent ? labelOf(element.parent) : ''}`) ? 0.8 : 0;
  const isStated = titles.some((title) => bare(title) === text) ? 4 : 0;
  const isOnBar = barTitles.some((title) => bare(title) === text) ? 2 : barTitles.some((title) => text.length >= 6 && bare(title).startsWith(text)) ? 1.5 : 0;
  return Math.max(isStated, isOnBar) + level + named;
}

/** The kicker above the headline and the subtitle below it, when they lie in the same part of the page. */
function neighbours(head: readonly PageBlock[], title: PageBlock): { readonly above: PageBlock | undefined; readonly below: PageBlock | undefined } {
  const at = head.indexOf(title);
  const [above, below] = [head[at - 1], head[at + 1]];
  const isNear = (other: PageBlock | undefined): other is PageBlock => other !== undefined && isShort(other.block) && shareParent(other.element, title.element);
  const isKicker = isNear(above) && !readBreadcrumb(textOf(above.block)) && !isButtons(textOf(above.block)) && readLabelled(textOf(above.block)).length === 0;
  const isSubtitle = isNear(below) && /^[—―-]{1,2}/.test(textOf(below.block).trim());
  return { above: isKicker ? above : undefined, below: isSubtitle ? below : undefined };
}

function isShort(block: Block): boolean {
  return (block.kind === 'paragraph' || block.kind === 'heading') && textOf(block).trim().length <= 60;
}

function shareParent(a: ElementNode, b: ElementNode): boolean {
  return a.parent !== undefined && b.parent !== undefined && (a.parent === b.parent || a.parent === b.parent.parent || a.parent.parent === b.parent);
}

/** A list of links that is a breadcrumb, a table of labels that is a line of facts: as the lines they are. */
function asLines(pageBlock: PageBlock): readonly PageBlock[] {
  const { block, element } = pageBlock;
  const line = (text: string): PageBlock => ({ block: { kind: 'paragraph', line: block.line, runs: [{ text }] }, element });
  if (block.kind === 'list') {
    const items = block.items.map((item) => item.map(textOf).join(' ').trim());
    if (items.every((text) => readLabelled(text).length > 0)) return items.map(line);
    const joined = block.items.map((item) => item.map(textOf).join('').trim()).filter((text) => text !== '').join(' > ');
    return /crumb|position|location|dqwz|weizhi|path/i.test(`${labelOf(element)} ${element.parent ? labelOf(element.parent) : ''}`) ? [line(joined.replace(/(?:\s*>\s*){2,}/g, ' > '))] : [pageBlock];
  }
  if (block.kind === 'table') {
    const cells = block.rows.map((row) => row.map((runs) => runs.map(({ text }) => text).join('').trim()));
    const pairs = cells.flatMap((row) => Array.from({ length: Math.ceil(row.length / 2) }, (_, place) => [row[place * 2] ?? '', row[place * 2 + 1] ?? ''] as const));
    const lines = pairs.filter(([label]) => label !== '').map(([label, value]) => `${label.replace(/[\s:：]+/g, '')}：${value}`);
    return lines.length > 0 && lines.every((text) => readLabelled(text).length > 0) ? lines.map(line) : [pageBlock];
  }
  return [pageBlock];
}

function statedNotes({ facts, author }: PageFacts): readonly Note[] {
  const found = Object.entries(facts).map(([name, value]) => note('found', { zh: `页面标签 ${name}`, en: `meta tag ${name}` }, { text: typeof value === 'string' ? value : JSON.stringify(value) }));
  return author === undefined ? found : [...found, note('doubt', { zh: '页面标签 Author 可能是作者，也可能是责任编辑，没有采用', en: 'the Author tag may name the writer or the editor; not used' }, { text: author })];
}

function resolve(address: string, base: string | undefined): string | undefined {
  if (address === '' || /^(?:javascript|data|vbscript|file|about):|^#/i.test(address)) return undefined;
  if (/^(?:mailto|tel):/i.test(address)) return address;
  const full = URL.canParse(address, base) ? new URL(address, base) : undefined;
  return full && /^https?:$/.test(full.protocol) ? full.href : undefined;
}

function bare(text: string): string {
  return text.normalize('NFKC').replace(/[\s\p{P}\p{S}]/gu, '');
}

function singleLine(text: string): string {
  return text.replace(/\s*\n\s*/g, '').trim();
}
