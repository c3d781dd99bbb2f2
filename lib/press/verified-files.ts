/**
 * Whether a file beside the editors' texts still holds the bytes that are known of it. It is read through once, and again when its size or
 * its time has changed; an editor may have put another file there of which nobody knows yet.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import fs from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { ignoreMissing } from '@/lib/content/scan';

export interface ExpectedFile {
  /** Absolute. */
  readonly file: string;
  /** In bytes. */
  readonly size: number;
  /** The beginning of the SHA-256 of its bytes, in hex. */
  readonly hash: string;
}

const mostRemembered = 1_000;

/** @returns A question that is false for a file that is gone. */
export function openVerifying(): (expected: ExpectedFile) => Promise<boolean> {
  /** What was read before, by file: its size and time, and the hash of its bytes then. */
  const verified = new Map<string, { readonly state: string; readonly hash: string }>();

  const hashOf = async (file: string, state: string): Promise<string> => {
    const known = verified.get(file);
    if (known?.state === state) return known.hash;
    const hash = createHash('sha256');
    await pipeline(createReadStream(file), hash);
    const found = { state, hash: hash.digest('hex') };
    if (verified.size >= mostRemembered) verified.clear();
    verified.set(file, found);
    return found.hash;
  };

  return async ({ file, size, hash }) => {
    const facts = await fs.stat(file).catch(ignoreMissing);
    return facts?.size === size && (await hashOf(file, `${facts.size} ${facts.mtimeMs}`)).startsWith(hash);
  };
}
