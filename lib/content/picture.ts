/**
 * A picture of the content folder: as editors name it, as pages show it, and what its bytes say.
 */
import { createHash } from 'node:crypto';
import type { Locale } from '@/lib/locale/locales';
import { z } from 'zod';
import { loadSharp } from '@/lib/sharp';
import type { Claim } from './claim';
import type { KeyPath, TextDocument } from './document';
import { closed, text, type FieldTrouble } from './fields';

export interface Picture {
  /** Address of the file itself (routes.picturePath). */
  readonly path: string;
  readonly width: number;
  readonly height: number;
  /** The language of alt and caption: the Original's when the Translation gives no words for the picture. */
  readonly shownLocale: Locale;
  readonly alt: string;
  readonly caption?: string;
  readonly credit?: string;
  /** Smaller copies for `srcset`, narrowest first; empty for small files and for GIF, which may move. */
  readonly copies: readonly { readonly path: string; readonly width: number }[];
}

/** A picture standing in a text or after it, with the words under it. */
export interface Figure {
  /** Its alt text is the body's own where the body gives one; `shownLocale` is the language of that. */
  readonly picture: Picture;
  readonly caption?: string | undefined;
  readonly credit?: string | undefined;
  /** The language of caption and credit. */
  readonly shownLocale: Locale;
}

/** Widths of smaller copies; one is made only when it is narrower than the picture. Always WebP. */
export const copyWidths: readonly number[] = [480, 960, 1600];

/** Larger pictures are refused: 20 MB is a print file, not a page's. */
export const maximumPictureBytes = 20 * 1024 * 1024;

const imageTrouble: FieldTrouble = {
  rule: 'image-missing',
  zh: '写同一文件夹里的图片文件名，例如 huichang.jpg',
  en: 'Write the name of a picture in the same folder, such as huichang.jpg',
};

/** `image` of the front matter: a bare file name. */
const imageName = z
  .string()
  .refine((name) => !/[/\\?#]/.test(name) && /\.(?:jpe?g|png|webp|avif|gif)$/i.test(name), { params: { ...imageTrouble } })
  .transform((name) => name.normalize('NFC'));

export const pictureSchema = closed({ image: imageName, alt: text, caption: text.optional(), credit: text.optional() });
/** A Translation's words for a picture of the Original. */
export const pictureWordsSchema = closed({ alt: text.optional(), caption: text.optional(), credit: text.optional() });

export type PictureSource = z.infer<typeof pictureSchema>;
export type PictureWords = z.infer<typeof pictureWordsSchema>;

/** The claim that the picture named at this place of the front matter lies in the folder; none when no file name stands there. */
export function claimPicture(document: TextDocument, path: KeyPath): readonly Claim[] {
  const image = imageName.safeParse(document.valueAt(path));
  return image.success ? [{ kind: 'picture', image: image.data, isDescribed: true, at: document.placeOfValue(path) }] : [];
}

export interface MeasuredPicture {
  readonly hash: string;
  /** The media type by the bytes, whatever the name says. */
  readonly type: string;
  readonly width: number;
  readonly height: number;
}

const mediaTypes: Readonly<Record<string, string>> = { jpeg: 'image/jpeg', png: 'image/png', webp: 'image/webp', heif: 'image/avif', gif: 'image/gif' };

/** Type, size as shown (EXIF orientation applied) and hash of a picture; undefined when the bytes are no whole picture that pages can show. */
export async function measurePicture(bytes: Buffer): Promise<MeasuredPicture | undefined> {
  const sharp = loadSharp();
  try {
    const { format, autoOrient } = await sharp(bytes).metadata();
    const type = mediaTypes[format];
    if (!type || !isWhole(bytes, type)) return undefined;
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
    return { hash, type, width: autoOrient.width, height: autoOrient.height };
  } catch {
    return undefined;
  }
}

/** A copy cut short keeps a good header; the end tells. Bytes after the end are common and harmless. */
function isWhole(bytes: Buffer, type: string): boolean {
  switch (type) {
    case 'image/jpeg':
      return bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) > bytes.length / 2;
    case 'image/png':
      return bytes.lastIndexOf('IEND', undefined, 'latin1') !== -1;
    case 'image/gif':
      return bytes.lastIndexOf(0x3b) > bytes.length / 2;
    case 'image/webp':
      return bytes.readUInt32LE(4) + 8 <= bytes.length;
    default:
      return true;
  }
}
