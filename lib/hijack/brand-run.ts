/**
 * A brand run: an unbroken row of advertising words in a text, such as 365现金官网_365在线娱乐平台官网_365bet平台网投.
 * Finds the rows and says how surely each is an advertisement; what a row stands in place of is for the rules to tell.
 */
import { listWords, type FoundWord, type WordKind } from './brand-words';
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
const joint = /^[ \t_\-|·•・*~^+/\\.:：—–（(）)【】[\]「」☆★✅♛✨❤⚡️🔥]{0,4}$/u;
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
  for (const word of listWords(text)) {
    const last = words.at(-1);
    if (word.kind === 'honest' || (last && !joint.test(text.slice(last.end, word.start)))) close();
    if (word.kind !== 'honest') words.push(word);
  }
  close();
  return runs;
}

function asRun(row: readonly FoundWord[], folded: Folded): BrandRun | undefined {
  const words = withoutLooseEnds(row);
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last) return undefined;
  const confidence = judge(row, folded);
  if (confidence === 0) return undefined;
  const isReported = confidence > doubtful && isCrimeReport(folded.text, first.start, last.end, words);
  return { start: first.start, end: last.end, words, confidence: isReported ? doubtful : confidence };
}

/** Fillers at the ends (的, 最, 中国) belong to the sentence, not to the advertisement; numbers and 澳门 before a brand belong to it. */
function withoutLooseEnds(row: readonly FoundWord[]): readonly FoundWord[] {
  const isPorn = row.some(({ kind }) => kind === 'porn');
  const isLoose = (word: FoundWord): boolean => word.kind === 'filler' && !isNumber(word) && !(isPorn && pornFiller.test(word.text));
  const core = row.findIndex((word) => !isLoose(word));
  const end = row.findLastIndex((word) => !isLoose(word));
  if (core < 0) return [];
  const isHome = /^(?:澳门|香港|澳洲)$/.test(row[core - 1]?.text ?? '') && row[core - 1]?.end === row[core]?.start;
  const isGroup = /^(?:国际|集团|有限公司|首页|主页|大全|线路)$/.test(row[end + 1]?.text ?? '') && row[end + 1]?.start === row[end]?.end;
  return row.slice(isHome ? core - 1 : core, isGroup ? end + 2 : end + 1);
}

/** Words that an editor never splits or writes in other letters. */
const disguisable: ReadonlySet<WordKind> = new Set(['brand', 'hard', 'game', 'porn']);
/** Fillers that belong to a pornographic row. */
const pornFiller = /^(?:国产|欧美|日韩|亚洲|中文|字幕|高清|免费|精品|视频)$/;

function judge(words: readonly FoundWord[], folded: Folded): number {
  const count = (...kinds: WordKind[]): number => new Set(words.filter(({ kind }) => kinds.includes(kind)).map(({ text }) => text)).size;
  if (words.every(({ kind }) => kind === 'web' || kind === 'filler')) return 0;
  const [brands, sures, codes, hards, softs, porn, proxies, web] = [count('brand'), count('sure'), count('code'), count('hard'), count('soft'), count('porn'), count('proxy'), count('web')];
  const games = hards + count('game');
  const names = sures + count('name');
  const numbers = words.filter(isNumber).length;
  const isDisguised = words.some(({ isSplit, start, end, kind }) => disguisable.has(kind) && (isSplit || isAnyDisguised(folded, start, end)));
  if (brands > 0) return web + games + softs + names + brands > 1 || isDisguised ? 0.99 : 0.95;
  if (names > 0 && games + softs > 0 && web > 0) return 0.97;
  if (sures > 0 && games + softs + web + codes + numbers > 0) return 0.9;
  if (codes > 0 && ((names > 0 && web + games + softs > 0) || (games + softs > 0 && web > 0))) return 0.9;
  if (names > 0 && isChinaHouse(words, folded)) return 0.9;
  if (numbers > 0 && games + softs > 0 && web > 0) return 0.95;
  if (names > 0 && web >= 3) return 0.9;
  if (hards > 0 && (web > 0 || games + softs >= 2)) return 0.9;
  if (games > 0 && games + softs >= 2 && web >= 1 && words.length >= 4) return 0.9;
  if (games > 0 && web >= 2) return 0.75;
  if (porn > 0 && isPornographic(words)) return 0.9;
  if (softs > 0 && countGates(words) >= 2) return 0.8;
  if (proxies >= 2 || (proxies >= 1 && web >= 2)) return 0.85;
  if (isDisguised) return 0.8;
  if (codes > 0 && names > 0) return 0.75;
  return hards > 0 ? doubtful : 0;
}

/** 开云·(中国)官方网站, 米兰（中国）有限公司官网: how the fronts of gambling sites call themselves. */
function isChinaHouse(words: readonly FoundWord[], folded: Folded): boolean {
  const [first, last] = [words[0], words.at(-1)];
  return first !== undefined && last !== undefined && /[·•・-]?[(（]中国[)）]/.test(folded.text.slice(first.start, last.end + 1)) && words.some(({ kind }) => kind === 'web');
}

/** Doors of gambling sites: 体育官网入口, 娱乐app下载. Platforms and live video alone are everywhere. */
function countGates(words: readonly FoundWord[]): number {
  return new Set(words.map(({ text }) => text).filter((text) => /^(?:官网|官方网站|官方网址|网址|入口|登录|登陆|登入|app|下载|手机版|网页版|电脑版|客户端|备用|注册|安卓|苹果版|ios)$/.test(text))).size;
}

function isAnyDisguised(folded: Folded, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (folded.isDisguised(i)) return true;
  return false;
}

/** 一区二区 is a housing estate, 久久为功 a virtue and 成人 a grown-up: only such words together say more. */
function isPornographic(words: readonly FoundWord[]): boolean {
  const has = (pattern: RegExp): number => new Set(words.map(({ text }) => text).filter((text) => pattern.test(text))).size;
  const strong = has(/^(?:无码|av|情色|色情|黄片|人妻|毛片|三级片|福利姬|裸聊|约炮|看片|看黄|一夜情|性爱|外围女)$/);
  const area = has(/^[一二三]区$/);
  const mild = has(/^(?:久久|国产|欧美|日韩|亚洲|激情|成人|偷拍|自拍|私密|黄色)$/);
  const shows = has(/^(?:视频|影院|观看|播放|在线|直播|高清|免费|精品|中文|字幕|电影|网站|平台|app|下载|入口)$/);
  return (strong > 0 && strong + mild + shows + area >= 2) || has(/^(?:自拍|偷拍)$/) + has(/^(?:国产|欧美|日韩|亚洲)$/) >= 2 || (area > 0 && mild > 0) || (mild > 0 && shows >= 3);
}

function isNumber({ kind, text }: FoundWord): boolean {
  return kind === 'filler' && /^\d/.test(text);
}

/** True when the sentence speaks of crime and the row is its object: a brand in quotation marks, or words that name no brand. */
function isCrimeReport(text: string, start: number, end: number, words: readonly FoundWord[]): boolean {
  const before = /[^。！？!?\n]*$/.exec(text.slice(Math.max(0, start - 200), start))?.[0] ?? '';
  const after = /^[^。！？!?\n]*/.exec(text.slice(end, end + 200))?.[0] ?? '';
  const isQuoted = /[“‘"'「『《]$/.test(before) && /^[”’"'」』》]/.test(after);
  const namesBrand = words.some((word) => word.kind === 'brand' || word.kind === 'sure' || word.kind === 'name' || isNumber(word));
  return (isQuoted || !namesBrand) && crime.test(before + after);
}
