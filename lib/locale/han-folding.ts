/**
 * One form for all forms of a Han character, so that text in Simplified is found in Traditional and the other way round: 發, 髮 and 发
 * are one, and so are 裡, 裏 and 里. Whatever `toTraditional` makes of a text folds to what the text itself folds to, character by
 * character. The forms are those that OpenCC's dictionaries (from opencc-js) give for each other, read on first use (about 0.1 s).
 * A search may find too much by it (后 and 後 are two words in Traditional), never too little.
 */
import { Locale as FromSimplified } from 'opencc-js/cn2t';
import { Locale as FromTraditional } from 'opencc-js/t2cn';
import { correctedPhrases } from './traditional-corrections';

let folding: ReadonlyMap<string, string> | undefined;

/** Characters that have another form, each with the one that stands for all of them. Those that stand for themselves are left out. */
export function hanFolding(): ReadonlyMap<string, string> {
  folding ??= readFolding();
  return folding;
}

function readFolding(): ReadonlyMap<string, string> {
  const dictionaries = [FromSimplified.from['cn'], FromSimplified.to['tw'], FromSimplified.to['hk'], FromTraditional.from['tw'], FromTraditional.from['hk'], FromTraditional.to['cn']];
  const lists = dictionaries.flatMap((groups) => (groups ?? []).flat()).filter((list) => typeof list === 'string');
  if (lists.length < dictionaries.length) throw new Error('opencc-js: its dictionaries are not where they were; see readFolding in lib/locale/han-folding.ts');
  const forms = new Map<string, string>();
  const formOf = (character: string): string => {
    const next = forms.get(character);
    return next === undefined ? character : formOf(next);
  };
  const unite = (one: string, other: string): void => {
    const [from, to] = [formOf(other), formOf(one)];
    if (from !== to) forms.set(from, to);
  };
  const unitePhrases = (simplified: string, traditional: string): void => {
    const [one, other] = [Array.from(simplified), Array.from(traditional)];
    // Phrases of different length are vocabulary, and no characters.
    if (one.length === other.length) one.forEach((character, place) => unite(character, other[place] ?? character));
  };
  for (const list of lists) {
    for (const entry of list.split('|')) {
      const gap = entry.indexOf(' ');
      unitePhrases(entry.slice(0, gap), entry.slice(gap + 1));
    }
  }
  for (const [simplified, traditional] of correctedPhrases) unitePhrases(simplified, traditional);
  const families = new Map<string, string[]>();
  for (const character of forms.keys()) {
    const head = formOf(character);
    families.set(head, [...(families.get(head) ?? [head]), character]);
  }
  return new Map([...families.values()].flatMap((family) => pairs(family)));
}

/** For the whole family stands one from the block of common characters, when it has one. */
function pairs(family: readonly string[]): readonly (readonly [string, string])[] {
  const [standing = ''] = family.filter(isCommon).concat(family);
  return family.filter((character) => character !== standing).map((character) => [character, standing]);
}

function isCommon(character: string): boolean {
  return character >= '\u4E00' && character <= '\u9FFF' && character.length === 1;
}
