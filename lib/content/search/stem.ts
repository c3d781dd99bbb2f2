/**
 * The stem of an English word, so that library finds libraries and opened finds opening: the algorithm of M. F. Porter ("An algorithm
 * for suffix stripping", 1980), in lower case. A stem is no word; it is only ever compared with other stems.
 */

const consonant = '(?:[^aeiouy]|(?<![^aeiou])y|^y)';
const vowel = '(?:[aeiou]|(?<=[^aeiou])y)';
/** m > 0, m = 1, m > 1: how often a vowel is followed by a consonant. */
const measured = new RegExp(`^${consonant}*${vowel}+${consonant}`);
const measuredOnce = new RegExp(`^${consonant}*${vowel}+${consonant}+(?:${vowel}+)?$`);
const measuredTwice = new RegExp(`^${consonant}*${vowel}+${consonant}+${vowel}+${consonant}`);
const voiced = new RegExp(vowel);
const doubled = /([^aeiouylsz])\1$/;
const short = new RegExp(`^.*${consonant}${vowel}[^aeiouwxy]$`);

const second: readonly (readonly [string, string])[] = [
  ['ational', 'ate'], ['tional', 'tion'], ['enci', 'ence'], ['anci', 'ance'], ['izer', 'ize'], ['abli', 'able'], ['alli', 'al'], ['entli', 'ent'],
  ['eli', 'e'], ['ousli', 'ous'], ['ization', 'ize'], ['ation', 'ate'], ['ator', 'ate'], ['alism', 'al'], ['iveness', 'ive'], ['fulness', 'ful'],
  ['ousness', 'ous'], ['aliti', 'al'], ['iviti', 'ive'], ['biliti', 'ble'],
];
const third: readonly (readonly [string, string])[] = [
  ['icate', 'ic'], ['ative', ''], ['alize', 'al'], ['iciti', 'ic'], ['ical', 'ic'], ['ful', ''], ['ness', ''],
];
const fourth: readonly string[] = [
  'ement', 'ance', 'ence', 'able', 'ible', 'ment', 'ant', 'ent', 'ism', 'ate', 'iti', 'ous', 'ive', 'ize', 'ion', 'al', 'er', 'ic', 'ou',
];

const mostKnown = 50_000;
const known = new Map<string, string>();

/** @param word In lower case. */
export function stemOf(word: string): string {
  if (word.length < 3 || !/^[a-z]+$/.test(word)) return word;
  const before = known.get(word);
  if (before !== undefined) return before;
  const stem = strip(word);
  // The words of a language; the limit is for those that are made up.
  if (known.size >= mostKnown) known.clear();
  known.set(word, stem);
  return stem;
}

function strip(word: string): string {
  let stem = withoutPlural(word);
  stem = withoutPast(stem);
  if (stem.endsWith('y') && voiced.test(stem.slice(0, -1))) stem = `${stem.slice(0, -1)}i`;
  stem = replaceEnding(replaceEnding(stem, second), third);
  stem = withoutFourth(stem);
  if (stem.endsWith('e')) {
    const rest = stem.slice(0, -1);
    if (measuredTwice.test(rest) || (measuredOnce.test(rest) && !short.test(rest))) stem = rest;
  }
  return stem.endsWith('ll') && measuredTwice.test(stem) ? stem.slice(0, -1) : stem;
}

function withoutPlural(word: string): string {
  if (word.endsWith('sses') || word.endsWith('ies')) return word.slice(0, -2);
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

function withoutPast(word: string): string {
  if (word.endsWith('eed')) return measured.test(word.slice(0, -3)) ? word.slice(0, -1) : word;
  const [, rest] = /^(.+?)(?:ed|ing)$/.exec(word) ?? [];
  if (rest === undefined || !voiced.test(rest)) return word;
  if (/(?:at|bl|iz)$/.test(rest)) return `${rest}e`;
  if (doubled.test(rest)) return rest.slice(0, -1);
  return measuredOnce.test(rest) && short.test(rest) ? `${rest}e` : rest;
}

/** The longest ending that is in the list is replaced when what stands before it is long enough. */
function replaceEnding(word: string, endings: readonly (readonly [string, string])[]): string {
  const [ending, replacement] = endings.filter(([candidate]) => word.endsWith(candidate)).sort(([a], [b]) => b.length - a.length)[0] ?? [];
  if (ending === undefined) return word;
  const rest = word.slice(0, -ending.length);
  return measured.test(rest) ? rest + (replacement ?? '') : word;
}

function withoutFourth(word: string): string {
  const ending = fourth.find((candidate) => word.endsWith(candidate));
  if (ending === undefined) return word;
  const rest = word.slice(0, -ending.length);
  if (ending === 'ion' && !/[st]$/.test(rest)) return word;
  return measuredTwice.test(rest) ? rest : word;
}
