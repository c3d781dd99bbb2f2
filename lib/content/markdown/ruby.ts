/**
 * Readings above characters (ruby, 注音): `{漢字|かんじ}` for a word, `{漢字|かん|じ}` character by character. What only looks like it stays as
 * it is written; `findRuby` tells the two apart for `check`.
 */
import { descendants, element, rewrite, text, type TreeNode } from './tree';

export interface Ruby {
  readonly base: string;
  /** One for the whole word, or one for each of its characters. */
  readonly readings: readonly string[];
}

export interface WrittenRuby {
  /** UTF-16 code units from the beginning of the source. */
  readonly offset: number;
  readonly written: string;
  /** Whether a body shows it as a reading. */
  readonly isGood: boolean;
}

const spelling = /\{([^{}|\s]+)\|([^{}\n]+)\}/g;
const han = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** Han characters, kana, letters and digits, with the signs that stand within words. */
const word = /^[\p{L}\p{N}\p{M}々〆ヶー・’'.-]+$/u;
const reading = /^[\p{L}\p{N}\p{M}々ー・ˊˇˋ˙’'. -]+$/u;
/** What was meant for a reading: characters in braces before a bar, of either width; to the end of the line where nothing closes it. */
const meant = /[{｛][^{}｛｝|｜\n]*[|｜][^{}｛｝\n]*[}｝]?/g;

function parseRuby(base: string, written: string): Ruby | undefined {
  const readings = written.split('|').map((part) => part.trim());
  const isWord = han.test(base) && word.test(base) && readings.every((part) => reading.test(part));
  return isWord && (readings.length === 1 || readings.length === Array.from(base).length) ? { base, readings } : undefined;
}

/** Turns readings in the tree's words into elements. What has no readings in it costs one look. */
export function mendRuby(tree: TreeNode): void {
  rewrite(tree, (node) => {
    if (node.type !== 'text' || !node.value?.includes('{')) return undefined;
    const { value } = node;
    const parts: TreeNode[] = [];
    let end = 0;
    for (const match of value.matchAll(spelling)) {
      const ruby = parseRuby(match[1] ?? '', match[2] ?? '');
      if (!ruby) continue;
      if (match.index > end) parts.push(text(value.slice(end, match.index)));
      parts.push(rubyElement(ruby));
      end = match.index + match[0].length;
    }
    return end === 0 ? undefined : [...parts, ...(end < value.length ? [text(value.slice(end))] : [])];
  });
}

/** Brackets around the reading are for programs that know no ruby. */
function rubyElement({ base, readings }: Ruby): TreeNode {
  const parts = readings.length === 1 ? [base] : Array.from(base);
  return element('ruby', {}, parts.flatMap((part, place) => [text(part), ...['（', readings[place] ?? '', '）'].map((sign, at) => element(at === 1 ? 'rt' : 'rp', {}, [text(sign)]))]));
}

/** The readings of a tree, a word each. */
export function readingsOf(tree: TreeNode): readonly string[] {
  const words = [...descendants(tree)].filter(({ data }) => data?.hName === 'ruby');
  return words.map((node) => (node.children ?? []).flatMap(({ data, children }) => (data?.hName === 'rt' ? (children?.[0]?.value ?? '') : [])).join(''));
}

/**
 * Where braces and a bar were surely meant for a reading.
 * @param source In it `\|` is a bar, as cells of tables need it.
 */
export function findRuby(source: string): readonly WrittenRuby[] {
  if (!/[{｛]/.test(source)) return [];
  return [...source.matchAll(meant)].flatMap(({ 0: written, index }) => {
    const [, base, readings] = /^\{([^|]+?)\\?\|(.*)\}$/.exec(written) ?? [];
    const isGood = base !== undefined && readings !== undefined && parseRuby(base, readings.replaceAll('\\|', '|')) !== undefined;
    return han.test(written) ? [{ offset: index, written, isGood }] : [];
  });
}
