/**
 * The techniques of hijackers, as functions that do to a clean text what was done to real pages. Each says what was there before, so
 * that a test can ask not only whether it was found but whether it was put right.
 */
import { advertisement, brand, latinBrands, links, lotteries, pornography, proxies, shortBrands } from './advertising';
import type { Chance } from './chance';

export interface Technique {
  readonly name: string;
  /** The rule that must find it. */
  readonly rule: string;
  /** Whether the original can be known, so that a repair must give it back to the character. */
  readonly isReversible: boolean;
  readonly inject: (text: string, chance: Chance) => string;
}

/** The place of the samples; clean texts call it 园区. */
export const samplePlace = '示例园区';

export const techniques: readonly Technique[] = [
  { name: 'empty-elements', rule: 'empty-elements', isReversible: true, inject: strewElements },
  { name: 'hidden-links', rule: 'hidden-elements', isReversible: true, inject: (text, chance) => insertBetweenParagraphs(text, chance, hide(links(chance, false), chance)) },
  { name: 'link-stuffing', rule: 'link-stuffing', isReversible: true, inject: (text, chance) => insertBetweenParagraphs(text, chance, links(chance, chance.below(2) === 0)) },
  { name: 'place-replaced', rule: 'spam-brand', isReversible: true, inject: replacePlace },
  { name: 'word-replaced', rule: 'spam-brand', isReversible: false, inject: (text, chance) => replaceOnce(text, /(?<=推动)园区(?=各项)|(?<=，)\p{Script=Han}{2}(?=高质量)|居民|企业|会议|部门/u, brand(chance)) },
  { name: 'brand-inserted', rule: 'spam-brand', isReversible: false, inject: (text, chance) => insertInSentence(text, chance, brand(chance)) },
  { name: 'brand-split', rule: 'spam-brand', isReversible: false, inject: (text, chance) => insertInSentence(text, chance, split(chance.pick(shortBrands), chance.pick(['.', '*', '·', ' ', '-', '_', '＊', '•', '|', '~']))) },
  { name: 'brand-zero-width', rule: 'spam-brand', isReversible: false, inject: (text, chance) => insertInSentence(text, chance, split(chance.pick(shortBrands), chance.pick(['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad']))) },
  { name: 'brand-full-width', rule: 'spam-brand', isReversible: false, inject: (text, chance) => insertInSentence(text, chance, widen(chance.pick(latinBrands), chance)) },
  { name: 'brand-look-alike', rule: 'spam-brand', isReversible: false, inject: (text, chance) => insertInSentence(text, chance, chance.pick(latinBrands).replaceAll('e', 'е').replaceAll('a', 'а')) },
  { name: 'brand-entities', rule: 'spam-brand', isReversible: false, inject: (text, chance) => insertInSentence(text, chance, entities(chance.pick(shortBrands), chance)) },
  { name: 'pornography', rule: 'spam-brand', isReversible: false, inject: (text, chance) => insertInSentence(text, chance, chance.pick(pornography)) },
  { name: 'proxy-sites', rule: 'spam-brand', isReversible: false, inject: (text, chance) => insertInSentence(text, chance, chance.pick(proxies)) },
  { name: 'lottery', rule: 'spam-brand', isReversible: false, inject: (text, chance) => insertInSentence(text, chance, chance.pick(lotteries)) },
  { name: 'pinyin-plain', rule: 'pinyin-brackets', isReversible: true, inject: (text, chance) => addPinyin(text, chance, false) },
  { name: 'pinyin-tones', rule: 'pinyin-brackets', isReversible: true, inject: (text, chance) => addPinyin(text, chance, true) },
  { name: 'bad-traditional', rule: 'bad-traditional', isReversible: false, inject: makeTraditional },
  { name: 'emoji', rule: 'strewn-emoji', isReversible: true, inject: strewEmoji },
  { name: 'broken-bytes', rule: 'broken-bytes', isReversible: false, inject: breakBytes },
  { name: 'advertisement', rule: 'advertisement', isReversible: false, inject: (_, chance) => advertisement(chance) },
];

function strewElements(text: string, chance: Chance): string {
  const names = ['legend', 'samp', 'sup', 'mark', 'del', 'p', 'td', 'wbr', 'input', 'address', 'menuitem', 'rt', 'meter', 'center', 'delect', 'option'] as const;
  const id = Array.from({ length: 5 }, (_, place) => (place === 1 ? chance.pick(['2', '4', '7', '9']) : chance.pick(['a', 'h', 'k', 'q', 's', 'x', '3', '8']))).join('').replace(/^\d/, 'z').replace(/\d$/, 'k');
  const element = (): string => {
    const name = chance.pick(names);
    return name === 'wbr' || name === 'input' ? `<${name} id="${id}">` : `<${name} id="${id}"></${name}>`;
  };
  const clump = (): string => Array.from({ length: 2 + chance.below(3) }, element).join('');
  return `${clump()}${text.split('\n\n').map((paragraph, place) => (place > 0 && chance.below(2) === 0 ? clump() : '') + paragraph).join('\n\n')}${clump()}`;
}

function hide(content: string, chance: Chance): string {
  const open = chance.pick(['<div style="display:none">', '<div style="position:absolute;left:-9999px">', '<div style="font-size:0px">', '<div hidden>', '<div style="height:1px;overflow:hidden">', '<div style="text-indent:-9999px">', '<div style="visibility: hidden">']);
  return `${open}${content}</div>`;
}

function insertBetweenParagraphs(text: string, chance: Chance, added: string): string {
  const paragraphs = text.split('\n\n');
  const at = 1 + chance.below(Math.max(1, paragraphs.length - 1));
  return [...paragraphs.slice(0, at), added, ...paragraphs.slice(at)].join('\n\n');
}

/** The institution that opens the first paragraph becomes the place, and the place a brand. */
function replacePlace(text: string, chance: Chance): string {
  return `1月31日，${brand(chance)}召开大会。${text}`;
}

/** What `place-replaced` was before. */
export function beforeReplacement(text: string): string {
  return `1月31日，${samplePlace}召开大会。${text}`;
}

function replaceOnce(text: string, pattern: RegExp, by: string): string {
  return text.replace(pattern, by);
}

/** Into a sentence of the news, not into one about crime: that is a report, and reports may name. */
function insertInSentence(text: string, chance: Chance, added: string): string {
  const places = [...text.matchAll(/(?<=推动园区各项工作|再上新台阶|形成合力|交流发言|落到实处)(?=[，。再])/gu)].map(({ index }) => index);
  const at = places[chance.below(places.length)] ?? 0;
  return text.slice(0, at) + added + text.slice(at);
}

function split(word: string, by: string): string {
  return Array.from(word).join(by);
}

function widen(word: string, chance: Chance): string {
  const offset = chance.below(2) === 0 ? 0xfee0 : undefined;
  return Array.from(word, (character) => {
    const code = character.charCodeAt(0);
    if (offset !== undefined) return String.fromCharCode(code + offset);
    return /\d/.test(character) ? String.fromCodePoint(0x1d7ce + Number(character)) : String.fromCodePoint(0x1d41a + code - 97);
  }).join('');
}

function entities(word: string, chance: Chance): string {
  return Array.from(word, (character) => (chance.below(2) === 0 ? `&#${character.codePointAt(0) ?? 0};` : `&#x${(character.codePointAt(0) ?? 0).toString(16)};`)).join('');
}

const readings: readonly (readonly [character: string, plain: string, toned: string])[] = [
  ['办', 'ban', 'bàn'], ['工', 'gong', 'gōng'], ['作', 'zuo', 'zuò'], ['会', 'hui', 'huì'], ['推', 'tui', 'tuī'], ['动', 'dong', 'dòng'], ['新', 'xin', 'xīn'], ['台', 'tai', 'tái'], ['区', 'qu', 'qū'], ['项', 'xiang', 'xiàng'], ['再', 'zai', 'zài'], ['园', 'yuan', 'yuán'],
];

function addPinyin(text: string, chance: Chance, isToned: boolean): string {
  const open = chance.pick(['(', '（']);
  const close = open === '(' ? ')' : '）';
  const wanted = 3 + chance.below(6);
  const words = [...text.matchAll(/推动园区各项工作再上新台阶/gu)];
  const spots = words.flatMap(({ index }) => Array.from('推动园区各项工作再上新台阶', (_, offset) => index + offset)).filter((at) => readings.some(([character]) => character === text[at]));
  const first = chance.below(spots.length);
  const chosen = new Set(Array.from({ length: wanted }, (_, place) => spots[(first + place * 5) % spots.length]));
  return Array.from({ length: text.length }, (_, at) => {
    const character = text.charAt(at);
    const reading = readings.find(([known]) => known === character);
    return chosen.has(at) && reading ? `${character}${open}${isToned ? reading[2] : reading[1]}${close}` : character;
  }).join('');
}

/** Character by character, the way that knows no words. */
const careless: Readonly<Record<string, string>> = Object.fromEntries(
  ['发髮', '面麵', '只隻', '系係', '制製', '了瞭', '向嚮', '家傢', '历曆', '复複', '别彆', '志誌', '注註', '准準', '后後', '里裡', '会會', '议議', '动動', '业業', '务務', '产產', '实實', '现現', '强強', '为為', '环環', '个個', '员員', '对對', '区區', '园園', '项項', '东東', '书書', '记記', '党黨', '组組', '织織', '举舉', '办辦', '启啟', '开開', '续續', '学學', '题題', '领領', '导導', '极極', '进進', '创創', '优優', '营營', '围圍'].map(
    (pair) => [pair.charAt(0), pair.charAt(1)],
  ),
);

function makeTraditional(text: string, chance: Chance): string {
  const convert = (part: string): string => Array.from(part, (character) => careless[character] ?? character).join('');
  const lead = '会议强调，要完善制度体系，推动各方面发展，把国家的要求落实为每个人的行动，只有这样才能实现目标。';
  // The whole text, or one paragraph of it.
  return chance.below(2) === 0 ? convert(`${lead}${text}`) : `${text}\n\n${convert(lead)}`;
}

function strewEmoji(text: string, chance: Chance): string {
  const emoji = ['😀', '🌟', '🔥', '👍', '🥳', '⚡️', '🏆', '💰', '🎯', '🇨🇳'] as const;
  let count = 0;
  return text.replace(/(?<=\p{Script=Han})[，。]/gu, (stop) => (count++ < 2 || chance.below(4) === 0 ? `${chance.pick(emoji)}${stop}` : stop));
}

function breakBytes(text: string, chance: Chance): string {
  const at = text.indexOf('推动园区');
  const by = [
    (): string => '\ufffd\ufffd',
    (): string => '锟斤拷锟斤拷',
    (): string => Array.from(Buffer.from('推动园区'), (byte) => windows1252(byte)).join(''),
    (): string => new TextDecoder('gb18030').decode(Buffer.from('推动园区各项工作再上新台阶')),
    (): string => '推动??区',
    (): string => '推动园区?/span>',
    (): string => '烫烫烫烫',
  ] as const;
  return text.slice(0, at) + chance.pick(by)() + text.slice(at + 4);
}

function windows1252(byte: number): string {
  return new TextDecoder('windows-1252').decode(Uint8Array.of(byte));
}
