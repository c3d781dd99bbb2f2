/**
 * The proofreader: every content checker over every text that can be read, as warnings. Schemas, pictures and pairs are judged by
 * lib/content/check.ts; what is here is about what the words say and where the links lead.
 */
import fs from 'node:fs/promises';
import path from 'node:path';
import { parseDocument } from '@/lib/content/document';
import { parsePlace } from '@/lib/content/place';
import { scanTree } from '@/lib/content/scan';
import { readMisprints } from '@/lib/desk/misprints';
import { readShelf } from '@/lib/desk/shelf';
import { chinaTime } from '@/lib/locale/dates';
import { byPlace, type Problem } from '@/lib/problem';
import { checkedText, type CheckContext, type CheckedText, type Checker, type Shelves } from './checked-text';
import { columns } from './columns';
import { dates } from './dates';
import { doubled } from './doubled';
import { halfWidth } from './half-width';
import { headings } from './headings';
import { hijacked } from './hijacked';
import { links } from './links';
import { misprinted } from './misprinted';
import { tables } from './tables';

export const checkers: readonly Checker[] = [hijacked, links, headings, tables, halfWidth, doubled, misprinted, dates, columns];

/**
 * @param only A file or folder, relative with forward slashes; everything when absent.
 * @returns By place.
 */
export async function proofread(content: string, only?: string, now = new Date()): Promise<readonly Problem[]> {
  const shelves = openShelves(content);
  const { place } = await readShelf(content);
  const context: CheckContext = { now: chinaTime(now), ...(place !== undefined && { sitePlace: place }), misprints: await readMisprints(content), shelves };
  const problems: Problem[] = [];
  for (const file of listTexts(content, only)) {
    const text = await shelves.text(file);
    if (!text) continue;
    for (const checker of checkers) problems.push(...(await checker.check(text, context)));
  }
  return problems.sort(byPlace);
}

function listTexts(content: string, only: string | undefined): readonly string[] {
  if (only?.endsWith('.md')) return [only];
  const files: string[] = [];
  for (const { folder, files: found } of scanTree(content, only ?? '')) {
    for (const name of found.keys()) if (name.endsWith('.md')) files.push(folder === '' ? name : `${folder}/${name}`);
  }
  return files;
}

/** Keeps what was read last: links of an issue lead mostly into it. */
function openShelves(content: string): Shelves {
  const texts = new Map<string, CheckedText | undefined>();
  const folders = new Map<string, readonly string[]>();
  return {
    async text(file) {
      if (texts.has(file)) return texts.get(file);
      const text = await readTextFile(content, file);
      if (texts.size > 500) texts.clear();
      texts.set(file, text);
      return text;
    },
    async names(folder) {
      const known = folders.get(folder) ?? (await fs.readdir(path.join(content, folder)).catch(() => [])).sort();
      folders.set(folder, known);
      return known;
    },
  };
}

async function readTextFile(content: string, file: string): Promise<CheckedText | undefined> {
  const place = parsePlace(file.normalize('NFC'));
  if (!place || place.kind === 'misplaced' || place.kind === 'picture') return undefined;
  const bytes = await fs.readFile(path.join(content, file)).catch(() => undefined);
  const document = bytes && parseDocument(file, bytes);
  if (!document || !('data' in document)) return undefined;
  return checkedText(place, document, bytes.toString('utf8').replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'));
}
