/**
 * A brand run: an unbroken row of advertising words in a text, such as 365现金官网_365在线娱乐平台官网_365bet平台网投.
 * Finds the rows and says how surely each is an advertisement; what a row stands in place of is for the rules to tell.
 */
import { wordAt, type FoundWord, type WordKind } from './brand-words';
import type { Folded } from './fold';

export interface BrandRun {
  /** Offsets in the folded text. */
  readonly start: number;
  readonly end: number;
  readonly words: readonly FoundWord[];
  /** From 0 to 1, as in Finding. */
  readonly confidence: number;
}

/** Given to what is more likely reported than advertised. */
const doubtful = 0.4;
/** What may stand between two words of one row. */
const joint = /^[\s_\-|·•・*~^+/\\.,:—–（(）)【】[\]「」☆★✅♛✨❤⚡️🔥]{0,4}$/u;
/** The police report such brands too: 捣毁“亚博体育”赌博网站. */
const crime = /打击|涉嫌|诈骗|警方|公安机关|民警|查处|查获|捣毁|打掉|破获|犯罪|赌博罪|开设赌场|判处|判刑|非法|取缔|嫌疑人|反诈|整治|违法|涉案|境外赌博|跨境|缉捕|归案|检察|法院审理|切勿|谨防|警惕|侵权|举报/;

export function findBrandRuns(folded: Folded): BrandRun[] {
  const { text } = folded;
  const runs: BrandRun[] = [];
  let words: FoundWord[] = [];
  const close = (): void => {
    const run = asRun(words, folded);
    if (run) runs.push(run);
    words = [];
  };
  let at = 0;
  while (at < text.length) {
    const word = wordAt(text, at);
    if (!word) {
      at += 1;
      continue;
    }
    const last = words.at(-1);
    const gap = last ? text.slice(last.end, word.start) : '';
    if (word.kind === 'honest' || gap.includes('\n') || !joint.test(gap)) close();
    if (word.kind !== 'honest') words.push(word);
    at = word.end;
  }
  close();
  return runs;
}

function asRun(row: readonly FoundWord[], folded: Folded): BrandRun | undefined {
  const words = withoutLooseEnds(row);
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last) return undefined;
  const confidence = judge(words, folded);
  if (confidence === 0) return undefined;
  const isReported = confidence > doubtful && isCrimeReport(folded.text, first.start, last.end, words);
  return { start: first.start, end: last.end, words, confidence: isReported ? doubtful : confidence };
}

/** Fillers at the ends (的, 最, 中国) belong to the sentence, not to the advertisement; numbers that open a brand belong to it. */
function withoutLooseEnds(row: readonly FoundWord[]): readonly FoundWord[] {
  const isLoose = (word: FoundWord): boolean => word.kind === 'filler' && !isNumber(word);
  const from = row.findIndex((word) => !isLoose(word));
  const to = row.findLastIndex((word) => !isLoose(word));
  return from < 0 ? [] : row.slice(from, to + 1);
}

function judge(words: readonly FoundWord[], folded: Folded): number {
  const count = (...kinds: WordKind[]): number => new Set(words.filter(({ kind }) => kinds.includes(kind)).map(({ text }) => text)).size;
  const [brands, names, games, softs, porn, proxies, web] = [count('brand'), count('name'), count('game'), count('soft'), count('porn'), count('proxy'), count('web')];
  const numbers = words.filter(isNumber).length;
  const isDisguised = words.some(
    ({ isSplit, start, end, kind }) => (kind === 'brand' || kind === 'game' || kind === 'porn') && (isSplit || folded.isDisguised.slice(start, end).some(Boolean)),
  );
  if (brands > 0) return web + games + softs + names + brands > 1 || isDisguised ? 0.99 : 0.95;
  if (names > 0 && games + softs > 0 && web > 0) return 0.97;
  if (numbers > 0 && games + softs > 0 && web > 0) return 0.95;
  if (names > 0 && web >= 3) return 0.9;
  if (games > 0 && games + softs >= 2 && web >= 1 && words.length >= 4) return 0.9;
  if (porn >= 2 || (porn >= 1 && web >= 2)) return 0.9;
  if (proxies >= 2 || (proxies >= 1 && web >= 2)) return 0.85;
  return isDisguised ? 0.8 : 0;
}

function isNumber({ kind, text }: FoundWord): boolean {
  return kind === 'filler' && /^\d/.test(text);
}

/** True when the sentence speaks of crime and the row is its object: a brand in quotation marks, or words that name no brand. */
function isCrimeReport(text: string, start: number, end: number, words: readonly FoundWord[]): boolean {
  const before = /[^。！？!?\n]*$/.exec(text.slice(Math.max(0, start - 200), start))?.[0] ?? '';
  const after = /^[^。！？!?\n]*/.exec(text.slice(end, end + 200))?.[0] ?? '';
  const isQuoted = /[“‘"'「『《]$/.test(before) && /^[”’"'」』》]/.test(after);
  const namesBrand = words.some((word) => word.kind === 'brand' || word.kind === 'name' || isNumber(word));
  return (isQuoted || !namesBrand) && crime.test(before + after);
}
