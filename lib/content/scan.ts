/**
 * What lies in the content folder at this moment: every file that may be ours, with a stamp that changes when the file does.
 * The system is asked without waiting in line: between two turns of a busy server an archive of 100,000 files would otherwise be looked
 * through for half a minute, and handing a small file to another thread costs more than reading it. Whoever goes through many folders
 * gives the event loop back between them.
 */
import fs from 'node:fs';
import path from 'node:path';
import { isIgnoredName } from './place';

export interface ScannedFile {
  /** Size, time of change and time of the directory entry; see `isSettled`. */
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

/** Whether a file of the same stamp has the same bytes: not when it was taken while they could change without leaving a trace. */
export function isSettled(stamp: string): boolean {
  return !stamp.startsWith('?');
}

/** A file changed this shortly ago may change again within the resolution of the clock. */
const unsettledFor = 2000;
const concurrency = 16;

/** Goes through a folder and all below it, in no promised order; a folder that is gone is no error and is not handed out. */
export function* scanTree(content: string, top: string): Generator<FolderScan> {
  const waiting = [top];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const found = scanFolder(content, folder);
    if (!found) continue;
    waiting.push(...found.folders.map((inner) => (found.folder === '' ? inner : `${found.folder}/${inner}`)));
    yield found;
  }
}

/** One folder without those below it; undefined when it is gone. */
export function scanFolder(content: string, folder: string): FolderScan | undefined {
  const disk = path.join(content, folder);
  const entries = listFolder(disk);
  if (!entries) return undefined;
  const ours = entries.filter(({ name }) => !isIgnoredName(name)).sort((a, b) => (a.name < b.name ? -1 : 1));
  const files = new Map<string, ScannedFile>();
  for (const entry of ours) {
    if (!entry.isFile() && !entry.isSymbolicLink()) continue;
    // Not path.join, which takes as long as a third of asking the system.
    const file = scanFile(`${disk}${path.sep}${entry.name}`);
    if (file) files.set(entry.name, file);
  }
  return { folder, files, folders: ours.filter((entry) => entry.isDirectory()).map(({ name }) => name) };
}

/** One file; undefined when there is none of this name. */
export function scanFile(disk: string): ScannedFile | undefined {
  const facts = orMissing(() => fs.statSync(disk, { throwIfNoEntry: false }));
  if (!facts?.isFile()) return undefined;
  const { size, mtimeMs, ctimeMs } = facts;
  const isUnsettled = Date.now() - Math.max(mtimeMs, ctimeMs) < unsettledFor;
  return { stamp: `${isUnsettled ? '?' : ''}${size}:${mtimeMs}:${ctimeMs}`, size };
}

/** What a folder holds; undefined when it is gone, or no folder. */
export function listFolder(disk: string): fs.Dirent[] | undefined {
  return orMissing(() => fs.readdirSync(disk, { withFileTypes: true }));
}

/** All bytes of a file; undefined when it is gone. */
export function readWhole(disk: string): Buffer | undefined {
  return orMissing(() => fs.readFileSync(disk));
}

function orMissing<Result>(ask: () => Result): Result | undefined {
  try {
    return ask();
  } catch (error) {
    ignoreMissing(error as NodeJS.ErrnoException);
    return undefined;
  }
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
