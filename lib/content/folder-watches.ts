/**
 * One fs.watch for every folder of a tree, kept right while folders come, go, move and are swapped for others of the same name.
 */
import fs from 'node:fs';
import path from 'node:path';
import { breather } from './breather';
import { isIgnoredName } from './place';
import { listFolder } from './scan';

export interface FolderWatchEvents {
  /** Something happened to this file or folder, relative to the top with forward slashes; '' is the top itself. */
  readonly onEvent: (file: string) => void;
  readonly onTrouble: (error: Error) => void;
}

export interface FolderWatches {
  /** Brings the watches at and below a path up to date with the disk; a file is no trouble, nor is what is gone. */
  follow(file: string): Promise<void>;
  close(): void;
}

/** A folder moved away keeps its watch on Linux, so the inode tells whether a watch is still the right one. */
interface WatchedFolder {
  readonly inode: number;
  readonly watcher: fs.FSWatcher | undefined;
  readonly inner: Map<string, WatchedFolder>;
}

export function openFolderWatches(top: string, { onEvent, onTrouble }: FolderWatchEvents): FolderWatches {
  /** Holds the top under the name ''. */
  const root = new Map<string, WatchedFolder>();
  let isClosed = false;
  let hasToldLimit = false;
  const breathe = breather();

  function watch(folder: string): fs.FSWatcher | undefined {
    try {
      const watcher = fs.watch(path.join(top, folder), { persistent: false }, (_, name) => {
        if (name === null) onEvent(folder);
        else if (!isIgnoredName(name)) onEvent(join(folder, name));
      });
      return watcher.on('error', () => {
        onEvent(folder);
      });
    } catch (error) {
      tell(error);
      return undefined;
    }
  }

  /** A system that allows too few watches says so for every folder; once is enough. */
  function tell(error: unknown): void {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || hasToldLimit) return;
    hasToldLimit = code === 'ENOSPC' || code === 'EMFILE';
    const advice = hasToldLimit
      ? '系统允许监视的文件夹太少，请调大 fs.inotify.max_user_watches；改动仍会被发现，只是慢一些。 / the system allows too few watched folders: raise fs.inotify.max_user_watches; changes are still found, only later.'
      : '不能监视。 / cannot be watched.';
    onTrouble(new Error(`${top}：${advice}`, { cause: error }));
  }

  /** @param among The folders known beside it. */
  async function followFolder(folder: string, name: string, among: Map<string, WatchedFolder>): Promise<void> {
    await breathe();
    const facts = fs.statSync(path.join(top, folder), { throwIfNoEntry: false });
    if (isClosed) return;
    if (!facts?.isDirectory()) {
      drop(name, among);
      return;
    }
    if (among.get(name)?.inode !== facts.ino) drop(name, among);
    const known = among.get(name);
    const here = known?.watcher ? known : { inode: facts.ino, watcher: watch(folder), inner: known?.inner ?? new Map<string, WatchedFolder>() };
    among.set(name, here);
    const entries = listFolder(path.join(top, folder)) ?? [];
    const standing = new Set(entries.filter((entry) => entry.isDirectory() && !isIgnoredName(entry.name)).map((entry) => entry.name));
    for (const inner of standing) await followFolder(join(folder, inner), inner, here.inner);
    for (const inner of here.inner.keys()) if (!standing.has(inner)) drop(inner, here.inner);
  }

  return {
    async follow(file) {
      let among = root;
      const names = file === '' ? [''] : ['', ...file.split('/')];
      for (const name of names.slice(0, -1)) {
        const inner = among.get(name)?.inner;
        // The folder above is not watched (yet): whoever follows that one comes by here.
        if (!inner) return;
        among = inner;
      }
      await followFolder(file, names.at(-1) ?? '', among);
    },
    close() {
      isClosed = true;
      drop('', root);
    },
  };
}

function drop(name: string, among: Map<string, WatchedFolder>): void {
  const folder = among.get(name);
  if (!folder) return;
  folder.watcher?.close();
  for (const inner of folder.inner.keys()) drop(inner, folder.inner);
  among.delete(name);
}

function join(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}
