/**
 * Draws a card: the picture of 1200 by 630 that social networks show beside a link, in the look of a periodical's cover. Text is drawn with the
 * fonts of this machine, and looked at first: a sign for which there is no glyph comes out as a box with its number, and no card with such a
 * box is ever sent. Like pictures, cards are drawn by sharp, one at a time, on a thread that readers do not wait for.
 */
import { localeFacts, type Locale } from '@/lib/locale/locales';
import { loadSharp } from '@/lib/sharp';
import { escapeXml } from '@/lib/wire/xml';
import { breakLines } from './headline-lines';

/** What stands on a card, in one language. */
export interface Card {
  readonly locale: Locale;
  /** The periodical, and the day of the issue. */
  readonly over: string;
  readonly headline: string;
  /** Who publishes it. */
  readonly under: string;
}

export const cardSize = { width: 1200, height: 630 } as const;

/** Another number draws all cards anew. */
export const cardEdition = 1;

/** The colours of app/_styles/tokens.css: a cover, what is written on it, its binding. */
const colours = { cover: '#0b463b', onCover: '#f5f1e6', binding: '#9db7ae' } as const;
/** What fontconfig knows the faces by. In English the Korean face sets quotation marks at Latin width. */
const faces: Readonly<Record<Locale, string>> = { 'zh-hans': 'SC', 'zh-hant': 'TC', ja: 'JP', en: 'KR' };
const left = 84;
const mostWidth = 960;
/** Headline sizes in pixels, from large to small, and the lines there is room for. */
const sizes: readonly (readonly [size: number, lines: number])[] = [[92, 2], [84, 3], [74, 3], [66, 3], [58, 4], [50, 4]];
const leading = 1.32;
const middle = 328;

/** A word of every script that headlines are written in. */
const samples: readonly (readonly [Locale, string])[] = [['zh-hans', '园区“观”，'], ['zh-hant', '園區「觀」'], ['ja', 'あア々ー'], ['en', 'Aé’']];

/** Whether the machine has fonts for cards. */
export async function hasFontsForCards(): Promise<boolean> {
  for (const [locale, text] of samples) if (!(await canDraw(text, locale))) return false;
  return true;
}

/** @returns A PNG; where no font can draw the headline, what stands over it takes its place. */
export async function drawCard({ locale, over, headline, under }: Card): Promise<Buffer> {
  const [isOver, isHeadline, isUnder] = [await canDraw(over, locale), await canDraw(headline, locale), await canDraw(under, locale)];
  const { size, lines } = isHeadline || isOver ? await fit(isHeadline ? headline : over, locale) : { size: 0, lines: [] };
  const first = middle - ((lines.length - 1) * size * leading) / 2 + size * 0.36;
  const texts = [
    ...(isOver && isHeadline ? [line(over, locale, { y: 112, size: await sizeFor(over, locale, 36), colour: colours.onCover })] : []),
    ...lines.map((text, place) => line(text, locale, { y: first + place * size * leading, size, colour: colours.onCover })),
    ...(isUnder ? [line(under, locale, { y: 558, size: await sizeFor(under, locale, 32), colour: colours.binding })] : []),
  ];
  const { width, height } = cardSize;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><path fill="${colours.cover}" d="M0 0h${width}v${height}H0z"/>${binding()}${texts.join('')}</svg>`;
  return openSharp()(Buffer.from(svg)).png({ palette: true, colours: 64, effort: 1, dither: 0 }).toBuffer();
}

/** The stitches at the edge of a book bound in the old way, as on the portal's covers. */
function binding(): string {
  return `<path stroke="${colours.binding}" stroke-width="4" d="M1128 0v630M1128 63h72M1128 231h72M1128 399h72M1128 567h72"/>`;
}

function line(text: string, locale: Locale, { y, size, colour }: { readonly y: number; readonly size: number; readonly colour: string }): string {
  // The empty half of an opening mark stands in the margin.
  const x = left - (/^[（《〈「『【〔“‘]/.test(text) && locale !== 'en' ? size * 0.45 : 0);
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" fill="${colour}" font-family="${familyOf(locale)}" font-weight="700" font-size="${size}" xml:lang="${localeFacts[locale].tag}">${escapeXml(text)}</text>`;
}

function familyOf(locale: Locale): string {
  const face = faces[locale];
  return [`Noto Serif CJK ${face}`, `Source Han Serif ${face}`, `Noto Sans CJK ${face}`, `Source Han Sans ${face}`, 'serif'].join(', ');
}

/** The largest size at which the headline fits, and its lines there; what fits at no size is cut. */
async function fit(headline: string, locale: Locale): Promise<{ readonly size: number; readonly lines: readonly string[] }> {
  const widthOf = await openWidths(headline, locale);
  for (const [size, room] of sizes) {
    const lines = breakLines(headline, { locale, widthOf, most: mostWidth / size });
    if (lines && lines.length <= room) return { size, lines };
  }
  const signs = Array.from(headline);
  return fit(`${signs.slice(0, Math.floor(signs.length * 0.9) - 1).join('').trimEnd()}…`, locale);
}

async function sizeFor(text: string, locale: Locale, usual: number): Promise<number> {
  const widthOf = await openWidths(text, locale);
  return Math.min(usual, Math.floor(mostWidth / widthOf(text)));
}

/** Widths of parts of a text, in ems: Han and kana are one wide; runs of other signs are measured once, as the font draws them. */
async function openWidths(text: string, locale: Locale): Promise<(part: string) => number> {
  const letters = new Map<string, number>();
  for (const sign of new Set(Array.from(text))) if (!isSquare(sign)) letters.set(sign, await advanceOf(sign, locale));
  return (part) => Array.from(part).reduce((sum, sign) => sum + (letters.get(sign) ?? 1), 0);
}

function isSquare(sign: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff60]/u.test(sign);
}

/** What a sign moves the pen on, in ems: measured between two others, because only ink can be measured. */
async function advanceOf(sign: string, locale: Locale): Promise<number> {
  const [alone, between] = [(await measure('HH', locale)).width, (await measure(`H${sign}H`, locale)).width];
  return (between - alone) / measured;
}

const measured = 100;

async function measure(text: string, locale: Locale): Promise<{ readonly width: number; readonly height: number }> {
  const { width, height } = await inked(text, locale).metadata();
  return { width, height };
}

function inked(text: string, locale: Locale) {
  const sharp = openSharp();
  return sharp({ text: { text: `<span lang="${localeFacts[locale].tag}">${escapeXml(text)}</span>`, font: `${familyOf(locale)} Bold ${measured}`, dpi: 72 } });
}

/** Signs that were drawn well, by language. */
const drawn = new Map<Locale, Set<string>>();
const mostDrawn = 20_000;

/** Whether every sign of the text has a glyph. */
async function canDraw(text: string, locale: Locale): Promise<boolean> {
  const known = drawn.get(locale) ?? new Set();
  drawn.set(locale, known);
  if (known.size > mostDrawn) known.clear();
  // Joiners, variation selectors and accents are part of what they follow.
  for (const sign of new Set(text.replace(/[\s\p{Mn}\p{Cf}]/gu, ''))) {
    if (known.has(sign)) continue;
    if (await isBox(sign, locale)) return false;
    known.add(sign);
  }
  return true;
}

/** What was found for the two below, by language: fonts stay as they are while the portal runs. */
const boxes = new Map<string, string | undefined>();

/** Where there is no glyph, Pango draws a frame with the number in it; the frame is the same around every number of as many digits. */
async function isBox(sign: string, locale: Locale): Promise<boolean> {
  // Neither will ever have a glyph: a place left empty in a full block, and one of a plane without characters.
  const unknown = sign.length === 1 ? '\u0378' : '\u{50000}';
  const key = `${locale} ${unknown}`;
  if (!boxes.has(key)) boxes.set(key, await frameOf(unknown, locale));
  const frame = boxes.get(key);
  const own = await frameOf(sign, locale);
  return own === undefined || own === frame;
}

/** The outermost pixels of a sign's ink; undefined when it has none. */
async function frameOf(sign: string, locale: Locale): Promise<string | undefined> {
  const { data, info } = await inked(sign, locale).raw().toBuffer({ resolveWithObject: true }).catch(() => ({ data: undefined, info: undefined }));
  if (!data) return undefined;
  const { width, height, channels } = info;
  const at = (x: number, y: number): number => data[(y * width + x) * channels] ?? 0;
  const rows = [0, height - 1].map((y) => Array.from({ length: width }, (_, x) => at(x, y)).join());
  const sides = [0, width - 1].map((x) => Array.from({ length: height }, (_, y) => at(x, y)).join());
  return [width, height, ...rows, ...sides].join(' ');
}

function openSharp() {
  const sharp = loadSharp();
  // One thread a card: the other processor prints pages.
  sharp.concurrency(1);
  return sharp;
}
