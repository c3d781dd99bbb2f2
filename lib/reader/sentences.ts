/**
 * The text of an article as it is read aloud: paragraph by paragraph, in pieces of a sentence. A piece knows its place in the page and its
 * language. None is longer than browsers speak without stopping by themselves (about 15 seconds): longer sentences are cut at a clause.
 */

export interface Piece {
  readonly text: string;
  readonly range: Range;
  /** The `lang` that holds there. */
  readonly lang: string;
  /** Counts paragraphs, from 0. */
  readonly paragraph: number;
}

const blocks = 'h1, h2, h3, h4, p, li, td, th, figcaption';
/** What a voice would stumble over: marks of notes, readings above words it reads anyway, what is hidden from a screen reader. */
const silent = 'sup, rt, rp, [aria-hidden=true], [data-footnote-backref], .visually-hidden';
/** Characters that take about ten seconds: Han and kana are slower than letters. */
const longest = { wide: 45, narrow: 150 };
const widePattern = /[\u3040-\u30ff\u3400-\u9fff]/;
const clausePattern = /[，、；：,;:—]\s*/g;

/** @param places The parts of the page that are read, in order. */
export function piecesOf(places: Iterable<Element>): readonly Piece[] {
  const pieces: Piece[] = [];
  let paragraph = 0;
  for (const place of places) {
    for (const block of place.matches(blocks) ? [place] : place.querySelectorAll(blocks)) {
      const found = piecesOfBlock(block, paragraph);
      if (found.length > 0) paragraph += 1;
      pieces.push(...found);
    }
  }
  return pieces;
}

function piecesOfBlock(block: Element, paragraph: number): readonly Piece[] {
  const nodes = textNodesOf(block);
  const text = nodes.map(({ data }) => data).join('');
  const lang = block.closest('[lang]')?.getAttribute('lang') ?? '';
  return cut(text, lang).flatMap(({ start, end }) => {
    const spoken = text.slice(start, end).trim();
    return spoken === '' ? [] : [{ text: spoken, range: rangeOf(nodes, start, end), lang, paragraph }];
  });
}

/** The block's own text, without that of blocks within it. */
function textNodesOf(block: Element): readonly Text[] {
  const nodes: Text[] = [];
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (node instanceof Text && parent?.closest(blocks) === block && !parent.closest(silent)) nodes.push(node);
  }
  return nodes;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function cut(text: string, lang: string): readonly Span[] {
  return sentencesOf(text, lang).flatMap(({ start, end }) => {
    const limit = widePattern.test(text.slice(start, end)) ? longest.wide : longest.narrow;
    const spans: Span[] = [];
    let [from, last] = [start, start];
    for (const clause of [...text.slice(start, end).matchAll(clausePattern)].map((match) => start + match.index + match[0].length).concat(end)) {
      if (clause - from > limit && last > from) {
        spans.push({ start: from, end: last });
        from = last;
      }
      last = clause;
    }
    return [...spans, { start: from, end }];
  });
}

function sentencesOf(text: string, lang: string): readonly Span[] {
  if ('Segmenter' in Intl) return [...new Intl.Segmenter(lang || undefined, { granularity: 'sentence' }).segment(text)].map(({ index, segment }) => ({ start: index, end: index + segment.length }));
  return [...text.matchAll(/[^。！？!?.]+[。！？!?.]*[”’」』)）]*/g)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

function rangeOf(nodes: readonly Text[], start: number, end: number): Range {
  const range = document.createRange();
  let at = 0;
  for (const node of nodes) {
    const next = at + node.length;
    if (start >= at && start < next) range.setStart(node, start - at);
    if (end > at && end <= next) range.setEnd(node, end - at);
    at = next;
  }
  return range;
}
