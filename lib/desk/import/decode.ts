/**
 * Bytes to text. What the bytes say beats what the page declares: a byte order mark, then valid UTF-8, then the zeros of UTF-16, then
 * GB18030 (which reads GBK and GB2312 too) or Big5, whichever reads like Chinese.
 */
import { isUtf8 } from 'node:buffer';

export type Encoding = 'UTF-8' | 'UTF-16' | 'GB18030' | 'Big5';

export interface Decoded {
  /** With `\n` as the only line end. */
  readonly text: string;
  readonly encoding: Encoding;
}

export function decode(bytes: Uint8Array): Decoded {
  const [encoding, label] = findEncoding(bytes);
  return { text: new TextDecoder(label).decode(bytes).replace(/\r\n?/g, '\n'), encoding };
}

function findEncoding(bytes: Uint8Array): [Encoding, label: string] {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return ['UTF-16', 'utf-16le'];
  if (first === 0xfe && second === 0xff) return ['UTF-16', 'utf-16be'];
  if (isUtf8(bytes)) return isWideAscii(bytes) ?? ['UTF-8', 'utf-8'];
  return isWideAscii(bytes) ?? (isSpoiltUtf8(bytes) ? ['UTF-8', 'utf-8'] : readsBetterAsBig5(bytes) ? ['Big5', 'big5'] : ['GB18030', 'gb18030']);
}

/** UTF-16 without a mark: every second byte of the markup is zero. */
function isWideAscii(bytes: Uint8Array): [Encoding, label: string] | undefined {
  const sample = bytes.subarray(0, 4096);
  let [even, odd] = [0, 0];
  sample.forEach((byte, place) => {
    if (byte === 0 && place % 2 === 0) even += 1;
    else if (byte === 0) odd += 1;
  });
  if (even + odd === 0 || Math.max(even, odd) * 10 < sample.length || Math.min(even, odd) * 20 > Math.max(even, odd)) return undefined;
  return ['UTF-16', odd > even ? 'utf-16le' : 'utf-16be'];
}

/** UTF-8 with a few characters cut in two: nearly all sequences are whole. GB18030 hardly ever looks like that. */
function isSpoiltUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes);
  const lost = text.match(/\ufffd/g)?.length ?? 0;
  const whole = text.match(/[\u0800-\ufffc]/g)?.length ?? 0;
  return whole >= 10 && lost * 20 < whole;
}

/** The commonest characters of each script: text in the wrong encoding holds next to none of them. */
const commonSimplified = /[的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运]/g;
const commonTraditional = /[的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作里用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心本前開但因只從想實日軍者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應戰向頭文體政美相見被利什二等產或新己制身果加西斯月話合回特代內信表化老給世位次度門任常先海通教兒原東聲提立及比員解水名真論處走義各入幾口認條平系氣題活爾更別打女變四神總何電數安少報才結反受目太量再感建務做接必場件計管期市直德資命山金指克許統區保至隊形社便空決治展馬科司五基眼書非則聽白卻界達光放強即像難且權思王象完設式色路記南品住告類求據程北邊死張該交規萬取拉格望覺術領共確傳師觀清今切院讓識候帶導爭運]/g;

function readsBetterAsBig5(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 65_536);
  const score = (label: string, common: RegExp): number => {
    const text = new TextDecoder(label).decode(sample);
    return (text.match(common)?.length ?? 0) - 5 * (text.match(/\ufffd/g)?.length ?? 0);
  };
  return score('big5', commonTraditional) > score('gb18030', commonSimplified);
}
