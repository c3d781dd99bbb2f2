/**
 * A Print: the finished bytes of one answer, compressed once, with their headers, ready to be sent any number of times.
 * Promises: the ETag comes from the content alone (the same on every machine), and the byte count that the shelf reckons with never
 * grows after the Print is made.
 */
import { createHash } from 'node:crypto';
import { STATUS_CODES, validateHeaderName, validateHeaderValue } from 'node:http';
import { compress, compressIn, decompress, type Coding, type Effort } from './encoding';

export interface Print {
  readonly status: number;
  readonly etag: string;
  /** Memory it takes, in bytes. */
  readonly size: number;
  /** Headers of a 304, names and values in turn. */
  readonly unchanged: readonly string[];
  /** The body in a coding, or the nearest there is, and its headers. */
  in(coding: Coding): Rendition;
}

export interface Rendition {
  readonly body: Buffer;
  /** Names and values in turn. */
  readonly headers: string[];
  /** The same as they go over the wire, after the status line and before the date: first this Print's own, then those it shares with others. */
  readonly opening: string;
  readonly closing: string;
}

export interface PrintFacts {
  readonly body: Buffer;
  readonly status?: number;
  /** With its charset. */
  readonly type: string;
  /** Cache-Control. */
  readonly lifetime: string;
  /** Further headers, names and values in turn: the security headers at least. */
  readonly headers: readonly string[];
  /** Headers that no other Print has, names and values in turn. */
  readonly own?: readonly string[];
  /** See compress. */
  readonly effort: Effort;
}

/** Strings, lists and Map entries of one Print, roughly. */
const overhead = 2_000;
const compressible = /^(?:text\/|image\/svg|application\/(?:[\w.-]+\+)?(?:json|xml|javascript|manifest))/;

export async function makePrint(facts: PrintFacts): Promise<Print> {
  const { body, status = 200, type, effort } = facts;
  if (!compressible.test(type) || body.length <= 200) return makePlainPrint(facts);
  const { etag, unchanged, render } = prepare(facts, ['Vary', 'Accept-Encoding']);
  const { br, gzip } = await compress(body, effort);
  const renditions = { br: render(br, 'br'), gzip: render(gzip, 'gzip') };
  return {
    status,
    etag,
    size: br.length + gzip.length + overhead,
    unchanged,
    in: (coding) => (coding === 'identity' ? render(decompress(gzip), coding) : renditions[coding]),
  };
}

/** For one reader, in the coding that this one gets; whatever is asked of it afterwards. */
export async function makePrintOnce(coding: Coding, facts: Omit<PrintFacts, 'effort'>): Promise<Print> {
  const { etag, unchanged, render } = prepare(facts, ['Vary', 'Accept-Encoding']);
  const only = render(await compressIn(coding, facts.body, 'once'), coding);
  return { status: facts.status ?? 200, etag, size: only.body.length + overhead, unchanged, in: () => only };
}

/** In no coding but the bytes themselves. */
export function makePlainPrint(facts: Omit<PrintFacts, 'effort'>): Print {
  const { body, status = 200 } = facts;
  const { etag, unchanged, render } = prepare(facts, []);
  const only = render(body, 'identity');
  return { status, etag, size: body.length + overhead, unchanged, in: () => only };
}

function prepare({ body, status = 200, type, lifetime, headers, own: further = [] }: Omit<PrintFacts, 'effort'>, vary: readonly string[]) {
  // Weak, because the codings differ in bytes and mean the same.
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const shared = ['Cache-Control', lifetime, ...vary, ...headers];
  const closing = kept(linesOf(shared));
  const render = (bytes: Buffer, coding: Coding): Rendition => {
    const own = ['Content-Type', type, 'Content-Length', String(bytes.length), ...(coding === 'identity' ? [] : ['Content-Encoding', coding]), 'ETag', etag, ...further];
    return { body: bytes, headers: [...own, ...shared], opening: `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${linesOf(own)}`, closing };
  };
  return { etag, unchanged: ['ETag', etag, ...further, ...shared], render };
}

/** Header lines (RFC 9112 §5). @throws TypeError when a name or a value holds what would end its line. */
function linesOf(headers: readonly string[]): string {
  let lines = '';
  for (let place = 0; place < headers.length; place += 2) {
    const [name = '', value = ''] = headers.slice(place, place + 2);
    validateHeaderName(name);
    validateHeaderValue(name, value);
    lines += `${name}: ${value}\r\n`;
  }
  return lines;
}

/** One copy of what thousands of Prints have in common: as many as kinds of lifetime and header lists, about a dozen. */
const keptLines = new Map<string, string>();
const mostKeptLines = 64;

function kept(lines: string): string {
  const known = keptLines.get(lines);
  if (known !== undefined) return known;
  // Lines with something of their own file in them are not worth keeping.
  if (keptLines.size < mostKeptLines) keptLines.set(lines, lines);
  return lines;
}
