/**
 * Editions of issues, as they lie beside the editors' files. Promises: only what the catalogue offers, at its own address; the bytes sent are
 * those that the ledger names, so that a file half copied, or another of its name, is not sent.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import fs from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { EditionFile } from '@/lib/content/editions';
import { ignoreMissing } from '@/lib/content/scan';
import { parseEditionPath, type EditionAddress } from '@/lib/routes';
import type { PictureFile } from './pictures';

export interface Editions {
  /** @param path Of the request. */
  find(path: string): Promise<PictureFile | undefined>;
}

const mostRemembered = 1_000;

export function openEditions(find: (address: EditionAddress) => EditionFile | undefined): Editions {
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

  return {
    async find(path) {
      const address = parseEditionPath(path);
      const edition = address && find(address);
      const facts = edition && (await fs.stat(edition.file).catch(ignoreMissing));
      if (!edition || facts?.size !== edition.size) return undefined;
      if ((await hashOf(edition.file, `${facts.size} ${facts.mtimeMs}`)) !== edition.hash) return undefined;
      return { file: edition.file, type: edition.type, size: edition.size, etag: `"${edition.hash.slice(0, 32)}"` };
    },
  };
}
