/**
 * Editions of issues, as they lie beside the editors' files. Promises: only what the catalogue offers, at its own address; the bytes sent are
 * those that the ledger names, so that a file half copied, or another of its name, is not sent.
 */
import type { EditionFile } from '@/lib/content/editions';
import { parseEditionPath, type EditionAddress } from '@/lib/routes';
import type { PictureFile } from './pictures';
import { openVerifying } from './verified-files';

export interface Editions {
  /** @param path Of the request. */
  find(path: string): Promise<PictureFile | undefined>;
}

export function openEditions(find: (address: EditionAddress) => EditionFile | undefined): Editions {
  const isAsExpected = openVerifying();
  return {
    async find(path) {
      const address = parseEditionPath(path);
      const edition = address && find(address);
      if (!edition || !(await isAsExpected(edition))) return undefined;
      return { file: edition.file, type: edition.type, size: edition.size, etag: `"${edition.hash.slice(0, 32)}"` };
    },
  };
}
