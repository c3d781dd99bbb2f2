/**
 * Folding: the plain form behind a disguise. Full-width and styled letters, Cyrillic and Greek look-alikes, numeric entities,
 * invisible characters and Traditional forms of the words spammers use all come out as the one plain spelling the rules know.
 * Promises a map back: every character of the folded text knows where it stood in the original.
 */

export interface Folded {
  readonly text: string;
  /** Where folded character i began in the original; one entry more than characters, the last is the original's length. */
  readonly starts: readonly number[];
  /** Where folded character i ended in the original (its entity or invisible followers not included). */
  readonly ends: readonly number[];
  /** True for a folded character that looked different in the original or had something invisible before it: the mark of a disguise. */
  readonly isDisguised: readonly boolean[];
}

const invisible = /^[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFE00-\uFE0F\uFEFF\u{E0000}-\u{E007F}]$/u;
const entity = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(shy|zwnj|zwj|lrm|rlm|nbsp|ensp|emsp|thinsp|middot|bull));?/y;
const namedEntities: Readonly<Record<string, string>> = {
  shy: '\u00AD', zwnj: '\u200C', zwj: '\u200D', lrm: '\u200E', rlm: '\u200F', nbsp: ' ', ensp: ' ', emsp: ' ', thinsp: ' ', middot: '·', bull: '•',
};
const lookAlikes: Readonly<Record<string, string>> = pairs('аa вb еe ёe кk мm нh оo рp сc тt уy хx іi ѕs ԁd ɡg αa βb εe ιi κk νv οo ρp τt υu χx ⅼl');
/** Traditional forms of the characters in the brands' words; not a converter, only what keeps a brand from hiding. */
const plainForms: Readonly<Record<string, string>> = pairs(
  '現现 網网 官官 線线 娛娱 樂乐 臺台 體体 馬马 龍龙 錢钱 戶户 開开 場场 賭赌 號号 註注 機机 發发 載载 門门 葡葡 銀银 陽阳 勝胜 贏赢 億亿 萬万 亞亚 優优 豐丰 環环 華华 會会 遊游 雲云 樂乐 魚鱼 電电 競竞 視视 訊讯 備备 蘋苹 戲戏 彩彩 時时 賽赛 車车 運运 飛飞 艇艇 買买 輪轮 盤盘 撲扑 賓宾 沖冲 錄录 冊册 簡简 資资 傳传 頁页 導导 航航 舉举 辦办 尋寻 換换 試试 韋韦 偉伟 凱凯 紅红 獎奖 單单 雙双 樓楼 鳳凤',
);

function pairs(list: string): Readonly<Record<string, string>> {
  return Object.fromEntries(list.split(' ').map((pair) => { const [from = '', to = ''] = Array.from(pair); return [from, to]; }));
}

/** Folds a text; linear in its length. Combining marks on Latin letters and digits go, those of other scripts stay. */
export function fold(text: string): Folded {
  const characters: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const isDisguised: boolean[] = [];
  let at = 0;
  let wasSplit = false;
  while (at < text.length) {
    const [shown, length, wasEntity] = readCharacter(text, at);
    const from = at;
    at += length;
    if (shown === '' || invisible.test(shown)) {
      wasSplit = characters.length > 0;
      continue;
    }
    for (const plain of plainCharacters(shown)) {
      characters.push(plain);
      starts.push(from);
      ends.push(at);
      isDisguised.push(wasSplit || wasEntity || (plain !== shown && plain !== shown.toLowerCase() && !(shown in plainForms)));
    }
    wasSplit = false;
  }
  starts.push(text.length);
  return { text: characters.join(''), starts, ends, isDisguised };
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

/** One UTF-16 unit each, so that offsets in the folded text count as offsets in `starts`. */
function plainCharacters(shown: string): string[] {
  if (/^[\u3040-\u30ff\u4e00-\u9fff]$/.test(shown)) return [plainForms[shown] ?? shown];
  const normal = shown === '\u3000' ? ' ' : shown.normalize('NFKD').replace(/\p{Mn}+/gu, '').toLowerCase();
  if (normal === '' && /\p{Mn}/u.test(shown)) return [];
  return Array.from(normal, (character) => lookAlikes[character] ?? plainForms[character] ?? character).flatMap((character) => Array.from({ length: character.length }, (_, unit) => character.charAt(unit)));
}
