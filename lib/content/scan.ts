/**
 * What lies in the content folder at this moment: every file that may be ours, with a stamp that changes when the file does.
 * Nothing is read; a few dozen requests are under way at a time, so that a large archive on a slow disk neither waits nor floods it.
 */
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { isIgnoredName } from './place';

/** Costs half of what fs.promises.stat does, which counts at 100,000 files. */
const stat = promisify(fs.stat);

export interface ScannedFile {
  /** Size, time of change and time of the directory entry. Two that start with ? may be of different bytes. */
  readonly stamp: string;
  readonly size: number;
}

export interface FolderScan {
  /** Relative to the content folder, '' for itself. */
  readonly folder: string;
  /** By file name as on disk. */
  readonly files: ReadonlyMap<string, ScannedFile>;
  readonly folders: readonly string[];
}

/** A file changed this shortly ago may change again within the resolution of the clock. */
const unsettledFor = 2000;
const concurrency = 16;
const foldersAhead = 4;

/** Goes through a folder and all below it, in no promised order; a folder that is gone is no error and is not handed out. */
export async function* scanTree(content: string, top: string): AsyncGenerator<FolderScan> {
  const waiting = [top];
  const underWay: Promise<FolderScan | undefined>[] = [];
  while (waiting.length > 0 || underWay.length > 0) {
    while (underWay.length < foldersAhead && waiting.length > 0) underWay.push(scanFolder(content, waiting.pop() ?? ''));
    const found = await underWay.shift();
    if (!found) continue;
    waiting.push(...found.folders.map((inner) => (found.folder === '' ? inner : `${found.folder}/${inner}`)));
    yield found;
  }
}

/** One folder without those below it; undefined when it is gone. */
export async function scanFolder(content: string, folder: string): Promise<FolderScan | undefined> {
  const entries = await fs.promises.readdir(path.join(content, folder), { withFileTypes: true }).catch(ignoreMissing);
  if (!entries) return undefined;
  const ours = entries.filter(({ name }) => !isIgnoredName(name)).sort((a, b) => (a.name < b.name ? -1 : 1));
  const files = new Map<string, ScannedFile>();
  const candidates = ours.filter((entry) => entry.isFile() || entry.isSymbolicLink());
  await eachLimited(candidates, async ({ name }) => {
    const file = await scanFile(path.join(content, folder, name));
    if (file) files.set(name, file);
  });
  return { folder, files, folders: ours.filter((entry) => entry.isDirectory()).map(({ name }) => name) };
}

/** One file; undefined when there is none of this name. */
export async function scanFile(disk: string): Promise<ScannedFile | undefined> {
  const facts = await stat(disk).catch(ignoreMissing);
  if (!facts?.isFile()) return undefined;
  const { size, mtimeMs, ctimeMs } = facts;
  const isUnsettled = Date.now() - Math.max(mtimeMs, ctimeMs) < unsettledFor;
  return { stamp: `${isUnsettled ? '?' : ''}${size}:${mtimeMs}:${ctimeMs}`, size };
}

/** Runs the work on every item, a limited number at a time. */
export async function eachLimited<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let item = items[next++]; item !== undefined; item = items[next++]) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, items.length) }, lane));
}

/** For `.catch` of a file that may vanish at any moment. */
export function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
  throw error;
}
