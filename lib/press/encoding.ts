/**
 * Content codings: which one a client gets (RFC 9110 §12.5.3), and the compression itself, of long texts off the main thread.
 * Promises: brotli before gzip before nothing among what the client likes equally well; never a coding it refuses.
 */
import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, constants, gunzipSync, gzip, gzipSync } from 'node:zlib';

export const codings = ['br', 'gzip', 'identity'] as const;
export type Coding = (typeof codings)[number];

const rememberedHeaders = 256;
const remembered = new Map<string, Coding>();

/**
 * The coding for an Accept-Encoding header. A client that sends none gets the bytes as they are; so does one that refuses everything,
 * because a body it may not be able to read is better than none (the RFC leaves that to us).
 */
export function negotiateCoding(header: string | undefined): Coding {
  if (header === undefined) return 'identity';
  const known = remembered.get(header);
  if (known) return known;
  const coding = chooseCoding(header);
  // Browsers send a handful of different headers; the limit is for those who make them up.
  if (remembered.size >= rememberedHeaders) remembered.clear();
  remembered.set(header, coding);
  return coding;
}

function chooseCoding(header: string): Coding {
  const weights = new Map<string, number>();
  for (const part of header.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((text) => text.trim());
    const q = parameters.map((parameter) => /^q\s*=\s*(.*)$/.exec(parameter)?.[1]).find((value) => value !== undefined);
    if (name) weights.set(name === 'x-gzip' ? 'gzip' : name, q === undefined ? 1 : readWeight(q));
  }
  const weightOf = (coding: Coding): number => weights.get(coding) ?? weights.get('*') ?? (coding === 'identity' ? 0.0005 : 0);
  const best = codings.reduce((heaviest, coding) => (weightOf(coding) > weightOf(heaviest) ? coding : heaviest));
  return weightOf(best) > 0 ? best : 'identity';
}

/** A q value the RFC does not allow is taken as a refusal. */
function readWeight(q: string): number {
  return /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(q) ? Number(q) : 0;
}

/** Brotli's quality and gzip's level. */
const efforts = { once: [4, 3], page: [7, 6], file: [11, 9] } as const;
export type Effort = keyof typeof efforts;

/**
 * Bytes, more than most pages have: so much is compressed where it is, an article's page in one or two milliseconds. Handing it to
 * other threads takes as much of the processor in all, and far longer when these are busy with V8's own work.
 */
const shortText = 65_536;

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

/**
 * Compresses text in both codings.
 * @param effort `once` for what one reader gets, `page` for what the first of many is waiting for, `file` for what is compressed at the
 *   start and sent for months.
 */
export async function compress(bytes: Buffer, effort: Effort): Promise<{ br: Buffer; gzip: Buffer }> {
  const [br, gzip] = await Promise.all([compressIn('br', bytes, effort), compressIn('gzip', bytes, effort)]);
  return { br, gzip };
}

/** The bytes themselves where there is no coding. */
export async function compressIn(coding: Coding, bytes: Buffer, effort: Effort): Promise<Buffer> {
  const [quality, level] = efforts[effort];
  const isQuick = effort !== 'file' && bytes.length <= shortText;
  if (coding === 'identity') return bytes;
  if (coding === 'gzip') return fitted(isQuick ? gzipSync(bytes, { level }) : await deflate(bytes, { level }));
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    [constants.BROTLI_PARAM_LGWIN]: windowFor(bytes.length),
  };
  return fitted(isQuick ? brotliCompressSync(bytes, { params }) : await brotli(bytes, { params }));
}

/**
 * The smallest window that holds the whole text, as a power of two (RFC 7932 §9.1): the answer is as short. Unasked, the encoder takes
 * tables for four million characters, whose memory is slower to get than a page is to compress.
 */
function windowFor(length: number): number {
  const roomy = Math.ceil(Math.log2(length + 16));
  return Math.min(Math.max(roomy, 16), constants.BROTLI_DEFAULT_WINDOW);
}

/** zlib hands out a corner of a 16 KB block, which would stay in memory for as long as the corner does. */
function fitted(bytes: Buffer): Buffer {
  const copy = Buffer.allocUnsafeSlow(bytes.length);
  bytes.copy(copy);
  return copy;
}

/** The bytes as they were: for the rare client without gzip, so that nobody has to keep them. */
export function decompress(gzipped: Buffer): Buffer {
  return gunzipSync(gzipped);
}
