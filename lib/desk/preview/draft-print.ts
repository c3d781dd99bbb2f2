/** A Print as a preview makes it: not compressed, because it goes no further than this machine, and kept by nobody. */
import { createHash } from 'node:crypto';
import type { Print } from '@/lib/press/print';

export interface DraftPrint extends Print {
  /** What tells it from the same page at another time. */
  readonly version: string;
}

interface Facts {
  readonly status?: number;
  /** With its charset. */
  readonly type: string;
  /** Names and values in turn. */
  readonly headers: readonly string[];
  /** Made of the bytes when left out. */
  readonly version?: string;
}

export function draftPrint(body: Buffer, { status = 200, type, headers, version = versionOf(body) }: Facts): DraftPrint {
  const etag = `W/"${version}"`;
  const unchanged = ['ETag', etag, ...headers];
  const rendition = { body, headers: ['Content-Type', type, 'Content-Length', String(body.length), ...unchanged] };
  return { status, etag, version, size: body.length, unchanged, in: () => rendition };
}

export function versionOf(body: string | Buffer): string {
  return createHash('sha256').update(body).digest('base64url').slice(0, 22);
}
