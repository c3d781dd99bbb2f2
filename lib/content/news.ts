/**
 * What is new on disk compared with the index: files to read and files that are gone, folder by folder.
 */
import path from 'node:path';
import { breather } from './breather';
import type { KnownFile, KnownFiles } from './known-files';
import { folderOf, parsePlace } from './place';
import { isSettled, scanFile, scanTree, type FolderScan, type ScannedFile } from './scan';

export interface ChangedFile extends ScannedFile {
  /** Relative to the content folder, as addresses say it. */
  readonly path: string;
  readonly diskName: string;
}

export interface FolderNews {
  readonly changed: ChangedFile[];
  readonly vanished: string[];
}

type Known = Pick<KnownFiles, 'knownFiles' | 'knownFolders' | 'hashOf'>;

/**
 * Compares disk and index.
 * @param paths Files or folders to look at, absolute or relative to the content folder; everything when left out. A file named here
 *   is read even when its stamp is the same.
 */
export async function findNews(content: string, known: Known, paths?: readonly string[]): Promise<Map<string, FolderNews>> {
  const news = new Map<string, FolderNews>();
  if (!paths) {
    await compareTree(content, '', known, news);
    return news;
  }
  for (const wanted of new Set(paths.map((name) => relativeTo(content, name)))) {
    if (wanted === undefined) continue;
    const file = wanted === '' ? undefined : scanFile(path.join(content, wanted));
    if (file) addFile(wanted, file, news);
    else await compareTree(content, wanted, known, news);
    if (!file && known.hashOf(wanted.normalize('NFC')) !== undefined) newsOf(news, folderOf(wanted)).vanished.push(wanted.normalize('NFC'));
  }
  return news;
}

/** Every file with news, by its name on disk; what is gone by the name it had. */
export function pathsOf(news: ReadonlyMap<string, FolderNews>): string[] {
  return [...news].flatMap(([folder, { changed, vanished }]) => [...changed.map(({ diskName }) => (folder === '' ? diskName : `${folder}/${diskName}`)), ...vanished]);
}

async function compareTree(content: string, top: string, known: Known, news: Map<string, FolderNews>): Promise<void> {
  const gone = new Set(known.knownFolders(top));
  const breathe = breather();
  for (const scan of scanTree(content, top)) {
    gone.delete(scan.folder);
    compareFolder(scan, known, news);
    await breathe();
  }
  for (const folder of gone) compareFolder({ folder, files: new Map(), folders: [] }, known, news);
}

function compareFolder({ folder, files }: FolderScan, { knownFiles }: Known, news: Map<string, FolderNews>): void {
  const standing = knownFiles(folder);
  if (isAsKnown(files, standing)) return;
  const known = new Map(standing.map((file) => [file.path, file]));
  const changed: ChangedFile[] = [];
  for (const [diskName, { stamp, size }] of files) {
    const file = join(folder, diskName);
    const before = known.get(file);
    known.delete(file);
    const isUnchanged = before?.stamp === stamp && before.diskName === diskName && isSettled(stamp);
    if (!isUnchanged && parsePlace(file)) changed.push({ path: file, diskName, stamp, size });
  }
  const vanished = [...known.keys()];
  if (changed.length > 0 || vanished.length > 0) news.set(folder, { changed, vanished });
}

/** Nearly every folder is, and each of 100,000 files costs a start time: no path is put together here. */
function isAsKnown(files: FolderScan['files'], known: readonly KnownFile[]): boolean {
  return files.size === known.length && known.every(({ diskName, stamp }) => isSettled(stamp) && files.get(diskName)?.stamp === stamp);
}

function addFile(wanted: string, { stamp, size }: ScannedFile, news: Map<string, FolderNews>): void {
  const folder = folderOf(wanted);
  const diskName = path.posix.basename(wanted);
  const file = join(folder, diskName);
  if (parsePlace(file)) newsOf(news, folder).changed.push({ path: file, diskName, stamp, size });
}

function newsOf(news: Map<string, FolderNews>, folder: string): FolderNews {
  const found = news.get(folder) ?? { changed: [], vanished: [] };
  news.set(folder, found);
  return found;
}

/** The path as the index knows it; undefined when it lies outside the content folder. */
function relativeTo(content: string, name: string): string | undefined {
  const relative = path.relative(content, path.resolve(content, name));
  return relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative) ? undefined : relative.split(path.sep).join('/');
}

function join(folder: string, diskName: string): string {
  const name = diskName.normalize('NFC');
  return folder === '' ? name : `${folder}/${name}`;
}
