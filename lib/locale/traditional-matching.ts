/**
 * Finds a dictionary's phrases in Chinese text without tearing words apart.
 * Longest match from the left, which is all that opencc-js does, takes 生发 out of 民生|发展 and prints 民生髮展. Here a phrase counts
 * only when both its ends fall on the ends of words, as ICU's word list (Intl.Segmenter) sees them.
 */

export interface Dictionary {
  /** What each character becomes when no phrase says otherwise; absent when it stays. */
  readonly characters: ReadonlyMap<string, string>;
  /** Phrases of two characters and more, those included in which nothing changes. */
  readonly phrases: ReadonlyMap<string, string>;
}

/** Bounded, because ICU takes time squared over a run without punctuation; sentences are far shorter. */
const hanRun = /\p{Script=Han}{1,200}/gu;
/** ICU likes to see words here where a noun ends and a place begins (面上, 台中), or inside a number: a phrase may cross these. */
const looseWord = /^(?:.[上中下里内外前后面]|[〇零一二三四五六七八九十百千万亿两几数]+)$/u;

/** Opens a converter over the dictionary; other scripts, digits and punctuation pass as they are. */
export function openMatcher({ characters, phrases }: Dictionary): (text: string) => string {
  const words = new Intl.Segmenter('zh', { granularity: 'word' });
  const longest = new Map<string, number>();
  const ambiguous = new Set<string>();
  for (const [phrase, wanted] of phrases) {
    const first = phrase.charAt(0);
    longest.set(first, Math.max(longest.get(first) ?? 0, phrase.length));
    for (let place = 0; place < phrase.length; place += 1) {
      const character = phrase.charAt(place);
      if ((characters.get(character) ?? character) !== wanted.charAt(place)) ambiguous.add(character);
    }
  }

  /** For every code unit, where its word starts, and whether that word is loose. */
  function wordsOf(run: string): { readonly start: Uint32Array; readonly isLoose: Uint8Array } {
    const start = new Uint32Array(run.length + 1).fill(run.length);
    const isLoose = new Uint8Array(run.length + 1);
    for (const { index, segment } of words.segment(run)) {
      start.fill(index, index, index + segment.length);
      if (looseWord.test(segment)) isLoose.fill(1, index, index + segment.length);
    }
    return { start, isLoose };
  }

  function convertRun(run: string): string {
    if (!hasAny(run, ambiguous)) return convertCharacters(run);
    const { start, isLoose } = wordsOf(run);
    const isEdge = (place: number) => start[place] === place || isLoose[place] === 1;
    let result = '';
    for (let place = 0; place < run.length; ) {
      let length = isEdge(place) ? Math.min(longest.get(run.charAt(place)) ?? 0, run.length - place) : 0;
      let wanted: string | undefined;
      for (; length > 1; length -= 1) {
        if (isEdge(place + length)) wanted = phrases.get(run.slice(place, place + length));
        if (wanted !== undefined) break;
      }
      if (wanted === undefined) {
        const character = String.fromCodePoint(run.codePointAt(place) ?? 0);
        wanted = characters.get(character) ?? character;
        length = character.length;
      }
      result += wanted;
      place += length;
    }
    return result;
  }

  function convertCharacters(run: string): string {
    let result = '';
    for (const character of run) result += characters.get(character) ?? character;
    return result;
  }

  return (text) => text.replace(hanRun, convertRun);
}

function hasAny(run: string, characters: ReadonlySet<string>): boolean {
  for (const character of run) if (characters.has(character)) return true;
  return false;
}
