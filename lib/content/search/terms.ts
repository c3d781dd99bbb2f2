/** What a reader typed, taken apart: words between spaces are looked for each, words in quotation marks as they stand. Everything is text. */
import { soundsMatch } from './sounds';
import { termOf, type Term } from './tokens';

export interface Wanted {
  readonly terms: readonly Term[];
  /** The words of each term, as they were typed. */
  readonly words: readonly string[];
  /** For the titles' sounds; undefined when what was typed is no pinyin. */
  readonly sounds: string | undefined;
}

const mostTerms = 8;
const quotedOrWord = /(?<![^\s\u3000])["“”＂]([^"“”＂]+)["“”＂](?![^\s\u3000])|[^\s\u3000]+/gu;

export function readTerms(typed: string): Wanted {
  const parts = [...typed.matchAll(quotedOrWord)].map(([whole, phrase]) => phrase ?? whole);
  const found = parts.flatMap((words) => {
    const term = termOf(words);
    return term ? [{ words: words.trim(), term }] : [];
  });
  const distinct = found.filter(({ term }, place) => found.findIndex((other) => other.term.match === term.match) === place).slice(0, mostTerms);
  return { terms: distinct.map(({ term }) => term), words: distinct.map(({ words }) => words), sounds: soundsMatch(typed) };
}
