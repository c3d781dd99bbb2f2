/**
 * Folding: the plain form behind a disguise. Full-width and styled letters, Cyrillic and Greek look-alikes, numeric entities,
 * invisible characters and Traditional forms of the words spammers use all come out as the one plain spelling the rules know.
 * Promises a map back: every character of the folded text knows where it stood in the original. Text without any disguise, which is
 * nearly all text, is folded without being taken apart.
 */

export interface Folded {
  readonly text: string;
  /** Where folded character i begins in the original; for i = length, the original's end. */
  start(i: number): number;
  /** Where folded character i ends in the original. */
  end(i: number): number;
  /** True for a folded character that looked different in the original or had something invisible before it: the mark of a disguise. */
  isDisguised(i: number): boolean;
}

const invisible = /^[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFE00-\uFE0F\uFEFF\u{E0000}-\u{E007F}]$/u;
const entity = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(shy|zwnj|zwj|lrm|rlm|nbsp|ensp|emsp|thinsp|middot|bull));?/y;
const namedEntities: Readonly<Record<string, string>> = {
  shy: '\u00AD', zwnj: '\u200C', zwj: '\u200D', lrm: '\u200E', rlm: '\u200F', nbsp: ' ', ensp: ' ', emsp: ' ', thinsp: ' ', middot: '·', bull: '•',
};
const lookAlikes = pairs('аa вb еe ёe кk мm нh оo рp сc тt уy хx іi ѕs ԁd ɡg αa βb εe ιi κk νv οo ρp τt υu χx ⅼl');
/** Traditional forms of the characters in the brands' words; not a converter, only what keeps a brand from hiding. */
const plainForms = pairs(
  '現现 網网 線线 娛娱 樂乐 臺台 體体 馬马 龍龙 錢钱 戶户 開开 場场 賭赌 號号 註注 機机 發发 載载 門门 銀银 陽阳 勝胜 贏赢 億亿 萬万 亞亚 優优 豐丰 環环 華华 會会 遊游 雲云 魚鱼 電电 競竞 視视 訊讯 備备 蘋苹 戲戏 時时 賽赛 ' +
    '車车 運运 飛飞 買买 輪轮 盤盘 撲扑 賓宾 沖冲 錄录 冊册 簡简 資资 傳传 頁页 導导 尋寻 換换 試试 韋韦 偉伟 凱凯 紅红 獎奖 單单 雙双 樓楼 鳳凤',
);
/** What text without a disguise never holds. Full-width punctuation is left as it is: a comma between words parts them. */
const disguise = /[^\n\r\t -~\u4e00-\u9fff\u3000-\u3020—…“”‘’·•×°±‰℃Ⅰ-Ⅻ∶―＋－～，。、；：？！（）％]|&(?:#|shy|zw|[lr]rm|nbsp|e[nm]sp|thinsp|middot|bull)/;
const disguises = new RegExp(disguise, 'gu');
const anyPlainForm = new RegExp(`[${[...plainForms.keys()].join('')}]`, 'g');

function pairs(list: string): ReadonlyMap<string, string> {
  return new Map(list.split(' ').map((pair): [string, string] => [pair.charAt(0), pair.charAt(1)]));
}

let latest: { readonly source: string; readonly folded: Folded } | undefined;

/** Folds a text; linear in its length. Combining marks on Latin letters and digits go, those of other scripts stay. */
export function fold(text: string): Folded {
  // Several rules look at one text in turn.
  if (latest?.source !== text) latest = { source: text, folded: disguise.test(text) ? foldDisguised(text) : foldPlain(text) };
  return latest.folded;
}

function foldPlain(text: string): Folded {
  return { text: plainWords(text), start: (i) => i, end: (i) => i + 1, isDisguised: () => false };
}

function plainWords(text: string): string {
  return text.replace(anyPlainForm, (character) => plainForms.get(character) ?? character).replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** A stretch of folded text: either as it stood, or one disguised character with its entity. */
interface Stretch {
  /** Where it begins in the folded text, and in the original. */
  readonly at: number;
  readonly from: number;
  /** The length of what one disguised character took in the original; undefined for text as it stood. */
  readonly width?: number;
  readonly isDisguised: boolean;
}

function foldDisguised(text: string): Folded {
  const stretches: Stretch[] = [];
  let folded = '';
  let done = 0;
  let wasSplit = false;
  const takePlain = (end: number): void => {
    if (end <= done) return;
    // What follows something invisible is disguised in its first character only.
    if (wasSplit) stretches.push({ at: folded.length, from: done, width: 1, isDisguised: true });
    if (end > done + (wasSplit ? 1 : 0)) stretches.push({ at: folded.length + (wasSplit ? 1 : 0), from: done + (wasSplit ? 1 : 0), isDisguised: false });
    folded += plainWords(text.slice(done, end));
    wasSplit = false;
  };
  disguises.lastIndex = 0;
  for (let match = disguises.exec(text); match; match = disguises.exec(text)) {
    takePlain(match.index);
    const [shown, length, wasEntity] = readCharacter(text, match.index);
    done = match.index + length;
    disguises.lastIndex = done;
    if (shown === '' || invisible.test(shown)) {
      wasSplit = folded !== '';
      continue;
    }
    const plain = plainCharacters(shown);
    const isDisguised = wasSplit || wasEntity || plain !== shown.toLowerCase();
    for (let unit = 0; unit < plain.length; unit++) stretches.push({ at: folded.length + unit, from: match.index, width: length, isDisguised });
    folded += plain;
    wasSplit = false;
  }
  takePlain(text.length);
  const stretchOf = (i: number): Stretch | undefined => {
    let [low, high] = [0, stretches.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((stretches[middle]?.at ?? 0) <= i) low = middle + 1;
      else high = middle;
    }
    return stretches[low - 1];
  };
  const placeOf = (i: number, isEnd: boolean): number => {
    const stretch = i < folded.length ? stretchOf(i) : undefined;
    if (!stretch) return text.length;
    return stretch.width === undefined ? stretch.from + (i - stretch.at) + (isEnd ? 1 : 0) : stretch.from + (isEnd ? stretch.width : 0);
  };
  return { text: folded, start: (i) => placeOf(i, false), end: (i) => placeOf(i, true), isDisguised: (i) => stretchOf(i)?.isDisguised ?? false };
}

/** The character at a place, its length in the source, and whether it was written as an entity. */
function readCharacter(text: string, at: number): [shown: string, length: number, wasEntity: boolean] {
  if (text[at] === '&') {
    entity.lastIndex = at;
    const match = entity.exec(text);
    if (match) {
      const code = match[1] ? Number(match[1]) : match[2] ? Number.parseInt(match[2], 16) : undefined;
      const named = match[3] ? namedEntities[match[3]] : undefined;
      const shown = named ?? (code !== undefined && code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '');
      return [shown, match[0].length, named !== ' '];
    }
  }
  const code = text.codePointAt(at) ?? 0;
  return [String.fromCodePoint(code), code > 0xffff ? 2 : 1, false];
}

function plainCharacters(shown: string): string {
  if (/^[\u3040-\u30ff]$/.test(shown)) return shown;
  const normal = shown.normalize('NFKD').replace(/\p{Mn}+/gu, '').toLowerCase();
  return Array.from(normal, (character) => lookAlikes.get(character) ?? plainForms.get(character) ?? character).join('');
}
