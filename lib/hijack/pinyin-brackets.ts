/**
 * Rule `pinyin-brackets`: the reading of a common character in brackets behind it, 办(ban)公 or 會(huì): a copying machine's way of
 * making a text look new. An honest gloss stands on a rare character, or shows the reading one would not expect: 单(shàn)县.
 */
import type { Finding, HijackRule } from './finding';
import { firstReading, isReadingOf, isSyllable } from './readings';
import { simplifiedForm } from './traditional-forms';

const gloss = /(?<=(\p{Script=Han}))[(（]\s?([a-zāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜüńňǹḿ]{1,6})\s?[)）]/gu;
/** From so many readings on that nobody needs to be told, it is done by a machine whatever the other characters. */
const everywhere = 10;

function findPinyinBrackets(text: string): Finding[] {
  if (!/[(（]\s?[a-zà-ü]/u.test(text)) return [];
  const glosses = [...text.matchAll(gloss)].flatMap((match) => {
    const [whole, character = '', pinyin = ''] = match;
    const syllable = pinyin.replace(/[üǖǘǚǜ]/g, 'v').normalize('NFD').replace(/\p{Mn}/gu, '');
    if (!isSyllable(syllable)) return [];
    const plain = simplifiedForm(character);
    const isExpected = firstReading(plain ?? character) === syllable;
    return [{ start: match.index, end: match.index + whole.length, character: plain ?? character, syllable, isExpected, isToned: /[^a-z]/.test(pinyin), isTraditional: plain !== undefined }];
  });
  const expected = glosses.filter(({ isExpected }) => isExpected).length;
  return glosses.map(({ start, end, character, syllable, isExpected, isToned, isTraditional }) => ({
    rule: 'pinyin-brackets',
    confidence: isExpected ? confidenceOfExpected(expected, isToned, isTraditional) : expected >= everywhere && isReadingOf(syllable, character) ? 0.9 : 0.3,
    start,
    end,
    evidence: text.slice(Math.max(0, start - 2), end),
    reason: { zh: `常用字“${character}”后面加注拼音，全文 ${expected} 处`, en: `pinyin in brackets behind the common character ${character}, ${expected} in the text` },
    repair: '',
  }));
}

/** A single gloss with its tone may teach a tone: 燕(yān)山. */
function confidenceOfExpected(expected: number, isToned: boolean, isTraditional: boolean): number {
  if (expected >= 3) return 0.98;
  if (isTraditional || !isToned) return 0.9;
  return expected === 2 ? 0.8 : 0.6;
}

export const pinyinBrackets: HijackRule = {
  name: 'pinyin-brackets',
  summary: { zh: '常用字后面括注拼音：办(ban)公、會(huì)；生僻字和多音字的注音不算。', en: 'Pinyin in brackets behind common characters; glosses of rare characters and unexpected readings are honest.' },
  find: findPinyinBrackets,
};
