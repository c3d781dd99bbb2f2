/**
 * The pictures of a saved page: found beside it, given names of their own, written into the folder. A picture that is not
 * there, or is none, is told; the article still names it, so that `check` asks for it until it is.
 */
import fs from 'node:fs/promises';
import path from 'node:path';
import { measurePicture } from '@/lib/content/picture';
import { noteBy, withNotes } from './cleaner';
import type { Block, Figure, Manuscript, Note } from './manuscript';

const note = noteBy('pictures');
const endings: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp', 'image/avif': 'avif', 'image/gif': 'gif' };

export interface FoundPicture {
  /** The name in the folder. */
  readonly name: string;
  readonly bytes: Buffer;
}

/**
 * @param folder where the saved page lies; undefined for standard input
 * @param slug the article's, from which the names are made
 */
export async function takePictures(manuscript: Manuscript, folder: string | undefined, slug: string): Promise<{ readonly manuscript: Manuscript; readonly pictures: readonly FoundPicture[] }> {
  const pictures: FoundPicture[] = [];
  const notes: Note[] = [];
  const take = async (figure: Figure): Promise<Figure> => {
    const place = { line: figure.line, text: figure.image.slice(0, 120) };
    const bytes = await findBytes(figure.image, folder);
    const measured = bytes && (await measurePicture(bytes));
    const number = pictures.length + notes.filter(({ kind }) => kind === 'doubt').length + 1;
    const ending = (measured && endings[measured.type]) ?? 'jpg';
    const name = `${slug}-${number}.${ending}`;
    if (bytes && measured) {
      const twin = pictures.find((picture) => picture.bytes.equals(bytes));
      if (!twin) pictures.push({ name, bytes });
      notes.push(note('found', { zh: `图片存为 ${twin?.name ?? name}`, en: `picture saved as ${twin?.name ?? name}` }, place));
      if (figure.alt === '') notes.push(note('doubt', { zh: '图片没有替代文字：在方括号里写图里有什么', en: 'the picture has no alt text: write what it shows in the brackets' }, place));
      return { ...figure, image: twin?.name ?? name };
    }
    notes.push(note('doubt', bytes ? { zh: `不是能用的图片；请另存为 ${name} 放进这一期`, en: `not a picture that can be used; save it as ${name} in the issue` } : { zh: `网页旁边没有这张图片；请存为 ${name} 放进这一期`, en: `the picture is not beside the page; save it as ${name} in the issue` }, place));
    return { ...figure, image: name };
  };
  const blocks: Block[] = [];
  for (const block of manuscript.blocks) blocks.push(await takeIn(block, take));
  return { manuscript: withNotes({ ...manuscript, blocks }, notes), pictures };
}

async function takeIn(block: Block, take: (figure: Figure) => Promise<Figure>): Promise<Block> {
  if (block.kind === 'figure') return take(block);
  const each = async (blocks: readonly Block[]): Promise<readonly Block[]> => {
    const taken: Block[] = [];
    for (const inner of blocks) taken.push(await takeIn(inner, take));
    return taken;
  };
  if (block.kind === 'quote') return { ...block, blocks: await each(block.blocks) };
  if (block.kind !== 'list') return block;
  const items: (readonly Block[])[] = [];
  for (const item of block.items) items.push(await each(item));
  return { ...block, items };
}

/** A data address, a file beside the page, or one of the same name in a folder beside it (browsers save to `name_files`). */
async function findBytes(image: string, folder: string | undefined): Promise<Buffer | undefined> {
  const data = /^data:image\/[\w.+-]+;base64,([A-Za-z0-9+/=\s]+)$/.exec(image)?.[1];
  if (data !== undefined) return Buffer.from(data, 'base64');
  if (folder === undefined) return undefined;
  const address = decodeSafely(image.replace(/[?#].*$/, ''));
  const name = path.posix.basename(address);
  if (!/^(?:https?:)?\/\//.test(address)) {
    const beside = await readInside(folder, address);
    if (beside) return beside;
  }
  const folders = await fs.readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of folders) {
    const found = entry.isDirectory() && name !== '' ? await readInside(folder, path.posix.join(entry.name, name)) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** Never reads outside the page's folder, whatever the page says. */
async function readInside(folder: string, address: string): Promise<Buffer | undefined> {
  const file = path.resolve(folder, address.replace(/^\/+/, ''));
  const inside = path.relative(folder, file);
  if (inside === '' || inside.startsWith('..') || path.isAbsolute(inside)) return undefined;
  return fs.readFile(file).catch(() => undefined);
}

function decodeSafely(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
