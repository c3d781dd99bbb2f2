/** The pictures of an issue's folder: what each is, and its bytes, small enough for a page of many, as an address that holds them. */
import fs from 'node:fs/promises';
import path from 'node:path';
import { measurePicture } from '@/lib/content/picture';
import { issueFolder } from '@/lib/content/place';
import { openPictures } from '@/lib/press/pictures';
import { picturePath } from '@/lib/routes';
import type { IssuePlace } from './read-issue';

export interface FolderPicture {
  readonly name: string;
  /** Pixels as shown. */
  readonly width: number;
  readonly height: number;
  /** Bytes of the file. */
  readonly size: number;
  /** A `data:` address. */
  readonly data: string;
}

/** Larger pictures are shown by a smaller copy of one of these widths. */
const widths = [960, 480] as const;
/** Heavier ones too. */
const heavy = 300_000;
/** Copies only pass through, in bytes. */
const roomForCopies = 64 * 1024 * 1024;

/** @param data A folder for copies. @returns By name; a file that cannot be opened as a picture is left out. */
export async function readFolderPictures(content: string, place: IssuePlace, names: readonly string[], data: string): Promise<ReadonlyMap<string, FolderPicture>> {
  const folder = `${place.periodical}/${place.issue}`;
  const known = new Map<string, { readonly file: string; readonly type: string; readonly width: number; readonly hash: string }>();
  const copies = await openPictures(data, (where, name, hash) => (where === folder && known.get(name)?.hash === hash ? known.get(name) : undefined), roomForCopies);
  const found = new Map<string, FolderPicture>();
  for (const name of names) {
    const file = path.join(content, issueFolder(place), name);
    const bytes = await fs.readFile(file).catch(() => undefined);
    const measured = bytes && (await measurePicture(bytes));
    if (!bytes || !measured) continue;
    const { hash, type, width, height } = measured;
    known.set(name, { file, type, width, hash });
    const narrower = widths.find((least) => width > least && (least === widths[0] || bytes.length > heavy));
    const copy = narrower === undefined ? undefined : await copies.find(picturePath(folder, name, hash, { width: narrower, format: 'webp' }));
    const shown = copy ? { type: copy.type, bytes: await fs.readFile(copy.file) } : { type, bytes };
    found.set(name, { name, width, height, size: bytes.length, data: `data:${shown.type};base64,${shown.bytes.toString('base64')}` });
  }
  return found;
}
