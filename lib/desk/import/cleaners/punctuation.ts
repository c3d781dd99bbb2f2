/** Half-width punctuation between Han characters becomes full-width; 10:20, 2+3+1 and English stay as they are. */
import { noteBy, withNotes, type Cleaner } from '../cleaner';
import { rewriteWords, type Edit } from '../edits';
import type { Note } from '../manuscript';

const note = noteBy('punctuation');
const wideOf: Readonly<Record<string, string>> = { ',': '，', ':': '：', ';': '；', '?': '？', '!': '！' };
/** A Han character, or punctuation that stands only in Chinese. */
const han = /[\p{Script=Han}\u3001-\u303f\uff01-\uff5e“”‘’—…·]/u;
const joined = /[\p{Script=Latin}\p{Nd}%‰℃)\]"]/u;

export const punctuation: Cleaner = {
  id: 'punctuation',
  why: { zh: '中文之间用全角标点（GB/T 15834）', en: 'Chinese text takes full-width punctuation (GB/T 15834)' },
  clean(manuscript) {
    const counts = new Map<number, number>();
    let total = 0;
    const cleaned = rewriteWords(manuscript, ({ text, line }) => {
      const edits = fullWidthEdits(text);
      total += edits.length;
      if (line !== undefined && edits.length > 0) counts.set(line, (counts.get(line) ?? 0) + edits.length);
      return edits;
    });
    const lines = [...counts.keys()].sort((a, b) => a - b);
    const [first, last] = [lines[0], lines.at(-1)];
    const spot = { ...(first !== undefined && { line: first }), ...(last !== undefined && { lastLine: last }) };
    const notes: readonly Note[] = total === 0 ? [] : [note('changed', { zh: `${total} 处半角标点改为全角`, en: `${total} half-width punctuation marks made full-width` }, spot)];
    return withNotes(cleaned, notes);
  },
};

/** The edits that make a text's punctuation full-width. */
export function fullWidthEdits(text: string): readonly Edit[] {
  return [...markEdits(text), ...bracketEdits(text), ...quoteEdits(text)].sort((a, b) => a.start - b.start);
}

function markEdits(text: string): Edit[] {
  return [...text.matchAll(/[,:;?!]/g)].flatMap((match) => {
    const [mark] = match;
    const [before, after] = [text.slice(0, match.index).trimEnd().at(-1) ?? '', text.slice(match.index + 1).trimStart()[0] ?? ''];
    if (!isChinesePlace(text, match.index, before, after)) return [];
    const space = /^ ?/.exec(text.slice(match.index + 1))?.[0] ?? '';
    return [{ start: match.index, end: match.index + 1 + space.length, text: wideOf[mark] ?? mark }];
  });
}

/** Han on one side, and on the other Han, nothing, or Latin that does not make it a number, a time or an address. */
function isChinesePlace(text: string, at: number, before: string, after: string): boolean {
  if (/^:\/\//.test(text.slice(at)) || /^[,:]\d/.test(text.slice(at)) && /\d/.test(text[at - 1] ?? '')) return false;
  if (han.test(before)) return true;
  return han.test(after) && joined.test(before) && !/[\w.]+@|https?/.test(text.slice(Math.max(0, at - 8), at));
}

function bracketEdits(text: string): Edit[] {
  return [...text.matchAll(/\(([^()（）]*)\)/g)].flatMap((match) => {
    const end = match.index + match[0].length;
    const isChinese = han.test(match[1] ?? '') || han.test(text[match.index - 1] ?? '');
    if (!isChinese) return [];
    return [{ start: match.index, end: match.index + 1, text: '（' }, { start: end - 1, end, text: '）' }];
  });
}

/** Straight quotation marks, only when they pair up and each pair holds or touches Han. */
function quoteEdits(text: string): Edit[] {
  const places = [...text.matchAll(/"/g)].map(({ index }) => index);
  if (places.length === 0 || places.length % 2 === 1) return [];
  const pairs = Array.from({ length: places.length / 2 }, (_, place): [number, number] => [places[place * 2] ?? 0, places[place * 2 + 1] ?? 0]);
  const isChinese = pairs.every(([open, close]) => han.test(text.slice(open + 1, close)) || han.test(text[open - 1] ?? '') || han.test(text[close + 1] ?? ''));
  return isChinese ? pairs.flatMap(([open, close]) => [{ start: open, end: open + 1, text: '“' }, { start: close, end: close + 1, text: '”' }]) : [];
}
