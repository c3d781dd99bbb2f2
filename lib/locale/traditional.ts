/**
 * Simplified to Traditional Chinese: characters, never vocabulary (软件 stays 軟件), because this is official text.
 * Hides OpenCC's dictionaries (from opencc-js), how they are matched, and our own short list of corrections. The dictionary is read
 * on first use (about 0.1 s, 12 MB) and kept; import this module on the server only.
 */
import { Locale } from 'opencc-js/cn2t';
import { correctedPhrases, keptForms } from './traditional-corrections';
import { openMatcher } from './traditional-matching';

let convert: ((text: string) => string) | undefined;
let lastProtection: { words: readonly string[]; protection: Protection | undefined } | undefined;

interface Protection {
  readonly pattern: RegExp;
  /** What stands in the Traditional text for each word: nearly always the word itself. */
  readonly replacement: ReadonlyMap<string, string>;
}

/**
 * The text in Traditional characters, as set in Taiwan's standard forms (為 裡 麵, not OpenCC's 爲 裏 麪). Quotation marks stay as they are.
 * @param protectedWords Words that come out exactly as they went in, the longest match first. A word written `甲=乙` comes out as 乙:
 *   for a name of which one character must change and another must not (`范晓东=范曉東`).
 * @returns The same text when nothing in it changes.
 */
export function toTraditional(text: string, protectedWords: readonly string[] = []): string {
  if (text === '') return text;
  convert ??= openConverter();
  const protection = findProtection(protectedWords);
  if (!protection) return convert(text);
  let result = '';
  let end = 0;
  for (const match of text.matchAll(protection.pattern)) {
    const [word] = match;
    result += convert(text.slice(end, match.index)) + (protection.replacement.get(word) ?? word);
    end = match.index + word.length;
  }
  return result + convert(text.slice(end));
}

function openConverter(): (text: string) => string {
  const [simplified = [], taiwan = []] = [Locale.from['cn']?.[0], Locale.to['tw']?.[0]];
  const [phraseList, characterList] = simplified;
  const formList = taiwan[1];
  if (typeof phraseList !== 'string' || typeof characterList !== 'string' || typeof formList !== 'string') {
    throw new Error('opencc-js: its dictionaries are not where they were; see openConverter in lib/locale/traditional.ts');
  }
  const forms = new Map(entriesOf(formList).filter(([form]) => !keptForms.has(form)));
  const inTaiwan = (text: string): string => Array.from(text, (character) => forms.get(character) ?? character).join('');
  const characters = new Map([...forms, ...entriesOf(characterList).map(([from, to]) => [from, inTaiwan(to)] as const)]);
  const phrases = new Map([...entriesOf(phraseList).map(([from, to]) => [from, inTaiwan(to)] as const), ...correctedPhrases]);
  return openMatcher({ characters, phrases });
}

/** A dictionary is one text: `后 後|发 發`. */
function entriesOf(dictionary: string): (readonly [string, string])[] {
  return dictionary.split('|').map((entry) => {
    const gap = entry.indexOf(' ');
    return [entry.slice(0, gap), entry.slice(gap + 1)];
  });
}

/** Almost every call brings the site's one list: compiled once as long as the same list comes. */
function findProtection(words: readonly string[]): Protection | undefined {
  if (lastProtection?.words !== words) lastProtection = { words, protection: compile(words) };
  return lastProtection.protection;
}

function compile(words: readonly string[]): Protection | undefined {
  const replacement = new Map<string, string>();
  for (const entry of words) {
    const [word = '', wanted = word] = entry.split('=').map((part) => part.trim());
    if (word) replacement.set(word, wanted);
  }
  if (replacement.size === 0) return undefined;
  const longestFirst = [...replacement.keys()].sort((a, b) => b.length - a.length);
  const escaped = longestFirst.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return { pattern: new RegExp(escaped.join('|'), 'gu'), replacement };
}
