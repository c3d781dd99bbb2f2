/**
 * Pictures of the content folder, and their smaller copies, made once with sharp and kept on the disk in bounded space.
 * Promises: only files the catalogue names, in widths the pages name; the bytes sent are the ones the hash in the address stands for;
 * however many ask at once, a copy is made once, and few are made at a time. The only door of sharp in this room.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import { copyWidths } from '@/lib/content/picture';
import { datePattern, slugPattern } from '@/lib/routes';
import { loadSharp } from '@/lib/sharp';
import { openDiskShelf } from './disk-shelf';

/** A file that may be sent: its bytes are known to be right. */
export interface PictureFile {
  readonly file: string;
  readonly type: string;
  readonly size: number;
  /** Strong: the bytes under it never change. */
  readonly etag: string;
}

/** What the catalogue knows of a picture. */
export interface KnownPicture {
  readonly file: string;
  readonly type: string;
  readonly width: number;
}

export type FindPicture = (folder: string, name: string, hash: string) => KnownPicture | undefined;

export interface Pictures {
  /**
   * @param target The path of an address below /media/, still escaped.
   * @throws Error when the disk or sharp fails.
   */
  find(target: string): Promise<PictureFile | undefined>;
}

const addressPattern = /^\/media\/([^/]+)\/([^/]+)\/([0-9a-f]{8,64})\/([^/]+)$/;
const copyPattern = /^(.+)\.(\d{1,5})\.webp$/;
const quality = 80;
/** Space for copies on the disk: about 20,000 of them. */
const usualLimit = 1024 * 1024 * 1024;

export async function openPictures(folder: string, find: FindPicture, limit = usualLimit): Promise<Pictures> {
  const copies = await openDiskShelf({ folder, limit, mostAtOnce: 2, holds: (name) => copyPattern.test(name) });
  const verified = new Map<string, string>();

  const readOriginal = async (picture: KnownPicture, hash: string): Promise<PictureFile | undefined> => {
    const { size, mtimeMs } = await fs.stat(picture.file);
    const state = `${hash} ${size} ${mtimeMs}`;
    if (verified.get(picture.file) !== state) {
      // The editor may have changed the file, and the index does not know it yet.
      if (hashOf(await fs.readFile(picture.file), hash.length) !== hash) return undefined;
      if (verified.size > 10_000) verified.clear();
      verified.set(picture.file, state);
    }
    return { file: picture.file, type: picture.type, size, etag: `"${hash}"` };
  };

  const readCopy = async (picture: KnownPicture, hash: string, width: number): Promise<PictureFile | undefined> => {
    const made = await copies.find(`${hash}.${width}.webp`, async () => {
      const bytes = await fs.readFile(picture.file);
      return hashOf(bytes, hash.length) === hash ? shrink(bytes, width) : undefined;
    });
    return made && { ...made, type: 'image/webp', etag: `"${hash}.${width}"` };
  };

  return {
    async find(target) {
      const [, periodical = '', issue = '', hash = '', escaped = ''] = addressPattern.exec(target) ?? [];
      const name = unescape(escaped);
      if (!slugPattern.test(periodical) || !datePattern.test(issue) || name === undefined) return undefined;
      const picture = find(`${periodical}/${issue}`, name, hash);
      if (picture) return readOriginal(picture, hash);
      const [, original = '', digits = ''] = copyPattern.exec(name) ?? [];
      const width = Number(digits);
      const whole = copyWidths.includes(width) ? find(`${periodical}/${issue}`, original, hash) : undefined;
      return whole && width < whole.width ? readCopy(whole, hash, width) : undefined;
    },
  };
}

async function shrink(bytes: Buffer, width: number): Promise<Buffer> {
  const sharp = loadSharp();
  // One thread a picture: the other processor prints pages.
  sharp.concurrency(1);
  return sharp(bytes).autoOrient().resize({ width, withoutEnlargement: true }).webp({ quality }).toBuffer();
}

function hashOf(bytes: Buffer, length: number): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, length);
}

function unescape(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
