/**
 * Rule `doubled-word`: a word written twice by a slip. Chinese reduplicates by nature (研究研究、高高兴兴), so only words that never
 * double are looked for, with the compounds in which two of them meet rightly (目的的、除了了解、现在在); and a phrase of four
 * characters or more that stands twice in a row.
 */
import { isChinese, warnAt, type Checker } from './checked-text';

/** The character, what may stand before the pair, and what may follow it, when the pair is right. */
const singles: readonly (readonly [character: string, before: string, after: string])[] = [
  ['的', '目|标|打|有|众矢之|无', '确|士'],
  ['了', '不|除|为|时|知|未|明', '解|结|断|然|却|事|之|不'],
  ['是', '于|但|可|只|正|就|还|也|便|若|要|凡|总|先|国', '非|否'],
  ['在', '现|存|实|所|内|潜|自|正|外|好|旨|健', '线|场|校|职|建|编|岗|家|册|此|于|座|位|押|逃|即|乎|野'],
  ['也', '', ''],
  ['这', '', ''],
  ['我', '自|唯|忘', '们'],
  ['与', '参|给|赋|授', '会|其|否|众'],
];
const single = new RegExp(
  singles.map(([character, before, after]) => `${before === '' ? '' : `(?<!${before})`}${character}${character}${after === '' ? '' : `(?!${after})`}(?!${character})(?<!${character.repeat(3)})`).join('|'),
  'gu',
);
const words = /(进行|以及|我们|他们|因为|所以|但是|通过|对于|关于|为了|可以|已经|这个|如果|由于|并且|或者|这些|那些|就是|不是|根据|按照|还有|之后|之前)\1/gu;
const phrase = /(\p{Script=Han}{4,16})\1/gu;
const english = /\b(the|a|an|of|to|in|is|are|was|were|and|for|with|on|at|by|from|this|these|be|it|we|or|as)([ \t]+|[ \t]*\n[ \t]*)\1\b/gi;

export const doubled: Checker = {
  rules: ['doubled-word'],
  check(text) {
    const patterns = isChinese(text) ? [single, words, phrase] : text.place.locale === 'en' ? [english] : [];
    const found = patterns.flatMap((pattern) => [...text.prose.matchAll(pattern)]).filter(([whole]) => !isSlogan(whole));
    return found.map((match) => {
      const [whole] = match;
      const half = match[1] ?? whole.slice(0, whole.length / 2);
      return warnAt(
        text,
        match.index,
        'doubled-word',
        { zh: `“${half}”重复了`, en: `"${half}" stands twice` },
        { zh: '删去一个；有意重复就不用改', en: 'Take one out, unless it is meant' },
      );
    });
  },
};

/** 加油加油加油加油, 年年岁岁年年岁岁: what repeats within itself is meant to. */
function isSlogan(whole: string): boolean {
  return /^(.{1,3})\1{3,}$/u.test(whole) || /^(.)\1/u.test(whole) && whole.length > 2;
}
