/** The files that the index knows, as a look at the disk needs them: the writer has this, and so has the thread that looks at everything. */
import type { Database } from '@/lib/sqlite';

export interface KnownFile {
  readonly path: string;
  readonly diskName: string;
  readonly stamp: string;
}

export type KnownFiles = ReturnType<typeof openKnownFiles>;

export function openKnownFiles(database: Database) {
  const sql = {
    // One JSON text a folder: handing over rows one by one takes the longest part of a start at which nothing has changed.
    files: database.prepare<{ files: string }>('SELECT json_group_array(json_array(path, disk_name, stamp)) AS files FROM file WHERE folder = ?'),
    folders: database.prepare<{ folder: string }>('SELECT DISTINCT folder FROM file'),
    foldersBelow: database.prepare<{ folder: string }>("SELECT DISTINCT folder FROM file WHERE folder = ?1 OR (folder > ?1 || '/' AND folder < ?1 || '0')"),
    more: database.prepare<{ path: string }>('SELECT path FROM file LIMIT 1 OFFSET ?'),
    hash: database.prepare<{ hash: string }>('SELECT hash FROM file WHERE path = ?'),
  };
  return {
    /** The files of a folder as last seen. */
    knownFiles(folder: string): readonly KnownFile[] {
      const files = JSON.parse(sql.files.get(folder)?.files ?? '[]') as [string, string, string][];
      return files.map(([path, diskName, stamp]) => ({ path, diskName, stamp }));
    },
    /** Folders at or below this one in which files are known. */
    knownFolders: (folder: string): readonly string[] => (folder === '' ? sql.folders.all() : sql.foldersBelow.all(folder)).map((row) => row.folder),
    knowsMoreThan: (count: number): boolean => sql.more.get(count) !== undefined,
    /** Of the bytes as last read. */
    hashOf: (path: string): string | undefined => sql.hash.get(path)?.hash,
  };
}
