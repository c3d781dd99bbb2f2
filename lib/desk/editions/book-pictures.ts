/**
 * Pictures as e-readers take them: JPEG, PNG and GIF go into the book as they are, all else, and what is too large for a hand-held page,
 * is drawn anew. The only door of sharp in this room.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import type { Catalogue } from '@/lib/content/catalogue';
import { loadSharp } from '@/lib/sharp';

export interface BookPicture {
  /** Its name in the book: `pictures/lake-c728ee76.jpg`. */
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** WebP is a core type of EPUB 3.3, but of no reader before 2023. */
const taken: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/gif': 'gif' };
const widest = 1600;
const quality = 82;
const addressPattern = /^\/media\/([^/]+\/[^/]+)\/([0-9a-f]+)\/([^/]+)$/;

/** @param path The picture's address in the portal. @returns Undefined when there is no such picture any more. */
export async function readBookPicture(catalogue: Pick<Catalogue, 'findPictureFile'>, path: string): Promise<BookPicture | undefined> {
  const [, folder = '', hash = '', name = ''] = addressPattern.exec(path) ?? [];
  const found = catalogue.findPictureFile(folder, decodeURIComponent(name), hash);
  if (!found) return undefined;
  const bytes = await fs.readFile(found.file);
  // The editor may be changing the file at this moment.
  if (createHash('sha256').update(bytes).digest('hex').slice(0, hash.length) !== hash) return undefined;
  const ending = taken[found.type];
  const whole = ending !== undefined && (found.width <= widest || ending === 'gif') ? { ending, type: found.type, bytes } : await redraw(bytes);
  const stem = decodeURIComponent(name).toLowerCase().replace(/\.[^.]*$/, '').replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  return { name: `pictures/${[stem, hash.slice(0, 8)].filter((part) => part !== '').join('-')}.${whole.ending}`, type: whole.type, bytes: whole.bytes };
}

async function redraw(bytes: Buffer): Promise<{ readonly ending: string; readonly type: string; readonly bytes: Buffer }> {
  const sharp = loadSharp();
  const picture = sharp(bytes).autoOrient().resize({ width: widest, withoutEnlargement: true });
  const { hasAlpha } = await sharp(bytes).metadata();
  return hasAlpha
    ? { ending: 'png', type: 'image/png', bytes: await picture.png({ compressionLevel: 9 }).toBuffer() }
    : { ending: 'jpg', type: 'image/jpeg', bytes: await picture.jpeg({ quality, progressive: true }).toBuffer() };
}
