/**
 * Lists of what to fetch to keep an issue take the way of pages: composed when asked for, kept on the shelf, forgotten when the issue
 * changes. Their sizes are those of the prints themselves.
 */
import type { Catalogue } from '@/lib/content/catalogue';
import { parseSavingListPath, parseShown } from '@/lib/routes';
import type { Compose } from './composing';
import type { Pictures } from './pictures';
import type { Print } from './print';
import { composeSavingList, versionOf, type FindSent, type Sent } from './saving-list';

export interface SavingLists {
  /** Whether there is such a list at this moment. */
  has(path: string): boolean;
  /** Composes the lists, and leaves the rest to the `compose` given. */
  with(compose: Compose): Compose;
}

interface Means {
  readonly catalogue: Pick<Catalogue, 'findIssue' | 'has'>;
  /** Files beside the pages, by path. */
  readonly files: ReadonlyMap<string, Print>;
  readonly pictures: Pictures;
  /** Pages and files for programs. @throws Error when there is none at the path. */
  readonly print: (path: string) => Promise<Print>;
  readonly hasFile: (path: string) => boolean;
}

export function openSavingLists({ catalogue, files, pictures, print, hasFile }: Means): SavingLists {
  const has = (path: string): boolean => {
    const address = parseSavingListPath(path);
    return address !== undefined && catalogue.has({ ...address.issue, kind: 'issue-print' });
  };
  const find: FindSent = async (path) => {
    const picture = path.startsWith('/media/') ? await pictures.find(path) : undefined;
    if (picture) return { bytes: picture.size, version: versionOf(picture.etag) };
    const file = files.get(path);
    if (file) return sentAs(file);
    if (parseShown(path)) return sentAs(await print(path), true);
    return hasFile(path) ? sentAs(await print(path)) : undefined;
  };
  return {
    has,
    with: (compose) => async (path, isAwaited) => {
      const address = parseSavingListPath(path);
      if (!address) return compose(path, isAwaited);
      const list = await composeSavingList(address, catalogue, files.keys(), find);
      if (!list) return { status: 404, type: 'text/plain', body: Buffer.alloc(0) };
      return { status: 200, type: 'application/json', body: Buffer.from(JSON.stringify(list)), isForReaders: true };
    },
  };
}

function sentAs(print: Print, isPage = false): Sent {
  return { bytes: print.in('br').body.length, version: versionOf(print.etag), ...(isPage && { html: print.in('identity').body.toString() }) };
}
