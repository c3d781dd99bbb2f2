/**
 * A headline broken into lines as a compositor would: no line begins with a mark that closes or ends with one that opens (禁则,
 * https://www.w3.org/TR/clreq/#prohibition_rules_for_line_start_end and jlreq §3.1.7), no word is cut where it can be helped, and the lines are
 * nearly of one length. Knows nothing of fonts: widths are asked for.
 */
import { localeFacts, type Locale } from '@/lib/locale/locales';

/** Marks that may not begin a line, small kana and the long-vowel mark among them. */
const closing = /^[\p{Pe}\p{Pf}、。，．,.!?:;！？：；…‥—～〜·・‧％%‰°′″々〻ヽヾゝゞーぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ]/u;
/** Marks that may not end a line. */
const opening = /[\p{Ps}\p{Pi}$￥¥£€＃#@]$/u;
/** Han, kana, hangul and full-width signs, between which a line may be broken. */
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60々ー]/u;

/** A piece that stays whole, the space that goes before it when it does not begin a line, and whether breaking before it cuts a word. */
interface Piece {
  readonly text: string;
  readonly space: string;
  readonly cutsWord: boolean;
}

interface Measure {
  readonly locale: Locale;
  /** Width of a text, in any unit. */
  readonly widthOf: (text: string) => number;
  /** Widest line, in the same unit. */
  readonly most: number;
}

/** Against a cut word weighs a line shorter than the others by this part of the widest. */
const cutWeight = 0.25;

/** @returns As few lines as hold the text, as even as can be; undefined when a piece is wider than a line. */
export function breakLines(text: string, { locale, widthOf, most }: Measure): readonly string[] | undefined {
  const pieces = piecesOf(text.trim(), locale);
  const line = (from: number, to: number): string => pieces.slice(from, to).map(({ text: own, space }, place) => (place === 0 ? own : space + own)).join('');
  // For each number of pieces: the fewest lines they fill, at the least cost, and where the last of them begins.
  const best: { readonly lines: number; readonly cost: number; readonly from: number }[] = [{ lines: 0, cost: 0, from: 0 }];
  for (let to = 1; to <= pieces.length; to++) {
    for (let from = to - 1; from >= 0; from--) {
      const before = best[from];
      const width = widthOf(line(from, to));
      if (width > most) break;
      if (!before) continue;
      const slack = (most - width) / most;
      const candidate = { lines: before.lines + 1, cost: before.cost + slack ** 2 + (from > 0 && pieces[from]?.cutsWord ? cutWeight ** 2 : 0), from };
      const known = best[to];
      if (!known || candidate.lines < known.lines || (candidate.lines === known.lines && candidate.cost < known.cost)) best[to] = candidate;
    }
  }
  const lines: string[] = [];
  for (let to = pieces.length; to > 0; ) {
    const last = best[to];
    if (!last) return undefined;
    lines.unshift(line(last.from, to));
    to = last.from;
  }
  return lines;
}

function piecesOf(text: string, locale: Locale): readonly Piece[] {
  const { tag } = localeFacts[locale];
  const inWords = new Set<number>();
  for (const { index, segment, isWordLike } of new Intl.Segmenter(tag, { granularity: 'word' }).segment(text)) {
    if (isWordLike) for (let place = index + 1; place < index + segment.length; place++) inWords.add(place);
  }
  const pieces: Piece[] = [];
  let space = '';
  for (const { segment: sign, index } of new Intl.Segmenter(tag).segment(text)) {
    if (/^\s+$/u.test(sign)) {
      space = ' ';
      continue;
    }
    const last = pieces.at(-1);
    if (last && !mayBreak(last.text, sign, space !== '')) pieces[pieces.length - 1] = { ...last, text: last.text + space + sign };
    else pieces.push({ text: sign, space, cutsWord: inWords.has(index) });
    space = '';
  }
  return pieces;
}

function mayBreak(before: string, sign: string, isSpaced: boolean): boolean {
  if (closing.test(sign) || opening.test(before)) return false;
  if (isSpaced) return true;
  const [last = ''] = Array.from(before).slice(-1);
  // A number keeps what it counts: 12期.
  return wide.test(last) || (wide.test(sign) && !/\d/.test(last));
}
