/**
 * A Print: the finished bytes of one answer, compressed once, with their headers, ready to be sent any number of times.
 * Promises: the ETag comes from the content alone (the same on every machine), and the byte count that the shelf reckons with never
 * grows after the Print is made.
 */
import { createHash } from 'node:crypto';
import { compress, decompress, type Coding } from './encoding';

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
  /** See compress. */
  readonly effort: 'page' | 'file';
}

/** Strings, lists and Map entries of one Print, roughly. */
const overhead = 2_000;
const compressible = /^(?:text\/|image\/svg|application\/(?:[\w.-]+\+)?(?:json|xml|javascript|manifest))/;

export async function makePrint({ body, status = 200, type, lifetime, headers, effort }: PrintFacts): Promise<Print> {
  // Weak, because the codings differ in bytes and mean the same.
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const isCompressible = compressible.test(type) && body.length > 200;
  const unchanged = ['ETag', etag, 'Cache-Control', lifetime, ...(isCompressible ? ['Vary', 'Accept-Encoding'] : []), ...headers];
  const render = (bytes: Buffer, coding: Coding): Rendition => ({
    body: bytes,
    headers: [
      ...['Content-Type', type, 'Content-Length', String(bytes.length)],
      ...(coding === 'identity' ? [] : ['Content-Encoding', coding]),
      ...unchanged,
    ],
  });
  if (!isCompressible) {
    const only = render(body, 'identity');
    return { status, etag, size: body.length + overhead, unchanged, in: () => only };
  }
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
