/**
 * The full-text index: a second SQLite file beside the first, derived from the same files and as safe to delete. It is a file of its own
 * because filling it is as much work as everything else together, and is done on another thread meanwhile.
 * The first file's stamp stands in it: the two belong together, or both are made anew.
 */
import fs from 'node:fs';
import path from 'node:path';
import type { Environment } from '@/lib/environment';
import { openSqlite } from '@/lib/sqlite';
import { tokenizer } from './tokens';

/** Raised when the tables or what is put into them change. */
export const searchVersion = 3;

const options = `content = '', contentless_delete = 1, tokenize = "${tokenizer}"`;

/** `heading` holds what weighs more, in few words, so that looking there is cheap; `whole` holds every word of a text, the heading's too. */
export const searchTables = `
  CREATE VIRTUAL TABLE heading USING fts5(title, about, sounds, ${options});
  CREATE VIRTUAL TABLE whole USING fts5(words, ${options});
`;

/**
 * How a new index is put together (SQLite's FTS5, §6): of large pieces that are merged once, at the end, because every question is asked of
 * every piece, and never before, while whoever hands over texts would wait; afterwards as usual, for the changes of editors are small.
 */
export const inLargePieces = forBothTables(`('automerge', 0), ('crisismerge', 1999), ('hashsize', 16777216)`);
export const inOnePiece = forBothTables(`('optimize', NULL), ('automerge', 4), ('crisismerge', 16), ('hashsize', 1048576)`);

function forBothTables(settings: string): string {
  return ['heading', 'whole'].map((table) => `INSERT INTO ${table} (${table}, rank) VALUES ${settings}`).join('; ');
}

export function searchFileOf(environment: Pick<Environment, 'data'>): string {
  return path.join(environment.data, 'search.sqlite');
}

/** Whether there is a whole full-text index that belongs to the index of this stamp. */
export function isSearchCurrent(file: string, stamp: number): boolean {
  if (!fs.existsSync(file)) return false;
  try {
    const database = openSqlite(file, 'read');
    const version = database.prepare<{ user_version: number }>('PRAGMA user_version').get()?.user_version;
    const own = database.prepare<{ application_id: number }>('PRAGMA application_id').get()?.application_id;
    database.close();
    return version === searchVersion && own === stamp;
  } catch {
    // Whatever is wrong with it, another one will be made.
    return false;
  }
}

export function removeSearchFile(file: string): void {
  for (const ending of ['', '-wal', '-shm', '-journal']) fs.rmSync(`${file}${ending}`, { force: true });
}
