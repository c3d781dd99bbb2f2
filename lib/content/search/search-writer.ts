/**
 * Fills the full-text index on another thread. Texts are handed over and written in batches; whoever hands over much waits now and then.
 * Promises: what was handed over is there when `commit` has ended, before the first index says so itself; a rebuild that is broken off
 * leaves a file that is not current.
 */
import { openSqliteAside } from '@/lib/sqlite';
import { inLargePieces, inOnePiece, removeSearchFile, searchTables, searchVersion } from './search-file';
import type { TextTokens } from './text-tokens';
import { filterToken } from './tokens';

/** One text of an article. */
export interface SearchText {
  /** See key.ts. */
  readonly key: number;
  readonly periodical: string;
  /** By the name the Original gives. */
  readonly column: string;
  readonly tokens: TextTokens;
}

export interface SearchWriter {
  /** The texts take the place of whatever stood under the keys. In a rebuild they come by ascending key as far as possible. */
  replace(keys: readonly number[], texts: readonly SearchText[]): void;
  /** Ends when not too much is waiting to be written. */
  pace(): Promise<void>;
  commit(): Promise<void>;
  rollback(): Promise<void>;
  close(): Promise<void>;
}

/** Letters of SQL that are written at once: little enough for memory that has been used before. And that may wait. */
const batch = 24_000;
const mostWaiting = 12_000_000;

/** @param rebuild The stamp of the first index, when everything is to be filled anew. */
export function openSearchWriter(file: string, rebuild?: number): SearchWriter {
  if (rebuild !== undefined) removeSearchFile(file);
  const database = openSqliteAside(file, 'write');
  let isFresh = rebuild !== undefined;
  let isInTransaction = false;
  let waiting = 0;
  let trouble: unknown;
  let latest: Promise<void> = Promise.resolve();
  let waitingFor = nothing();

  function write(statements: string): void {
    waiting += statements.length;
    latest = database.exec(statements).then(
      () => void (waiting -= statements.length),
      (error: unknown) => {
        waiting -= statements.length;
        trouble ??= error;
      },
    );
  }

  /** What waits, as statements of one row each: before one of several rows, FTS5 writes all that it has gathered as a piece of its own. */
  function takeStatements(): readonly string[] {
    const { gone, headings, wholes } = waitingFor;
    if (gone.length + headings.length === 0) return [];
    const keys = gone.join(', ');
    waitingFor = nothing();
    return [
      ...(isInTransaction ? [] : ['BEGIN IMMEDIATE']),
      ...(keys ? [`DELETE FROM heading WHERE rowid IN (${keys}); DELETE FROM whole WHERE rowid IN (${keys})`] : []),
      ...headings.map((row) => `INSERT INTO heading (rowid, title, about, sounds) VALUES ${row}`),
      ...wholes.map((row) => `INSERT INTO whole (rowid, words) VALUES ${row}`),
    ];
  }

  function flush(): void {
    write(takeStatements().join('; '));
    isInTransaction = true;
  }

  /** Nothing is lost by a crash before the last statement: a file without version and stamp is none. */
  if (isFresh) write(`PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -32768; ${searchTables}; ${inLargePieces}`);

  const settled = async (): Promise<void> => {
    await latest;
    if (trouble !== undefined) throw trouble instanceof Error ? trouble : new Error(`${file}: the full-text index cannot be written`);
  };

  return {
    replace(keys, texts) {
      if (!isFresh) waitingFor.gone.push(...keys);
      for (const { key, periodical, column, tokens } of texts) {
        const { title, about, body, sounds } = tokens;
        const filters = `${filterToken(periodical)} ${filterToken(periodical, column)}`;
        const whole = `(${key}, ${quoted(`${title} ${about} ${body} ${filters}`)})`;
        waitingFor.headings.push(`(${key}, ${quoted(title)}, ${quoted(`${about} ${filters}`)}, ${quoted(sounds)})`);
        waitingFor.wholes.push(whole);
        waitingFor.length += whole.length;
        if (waitingFor.length > batch) flush();
      }
    },
    async pace() {
      if (waiting > mostWaiting) await settled();
    },
    async commit() {
      if (isInTransaction) await settled();
      const last = takeStatements();
      // At once: between two calls a busy server comes back after the page under way, and an editor is waiting.
      if (isInTransaction || last.length > 0) write([...last, 'COMMIT'].join('; '));
      isInTransaction = false;
      if (isFresh) write(`${inOnePiece}; PRAGMA synchronous = NORMAL; PRAGMA application_id = ${rebuild}; PRAGMA user_version = ${searchVersion}; PRAGMA journal_mode = WAL`);
      isFresh = false;
      await settled();
    },
    async rollback() {
      waitingFor = nothing();
      // Where nothing was begun, or the trouble ended it, there is nothing to take back.
      write('ROLLBACK');
      isInTransaction = false;
      await latest;
      trouble = undefined;
    },
    close: () => database.close(),
  };
}

/** Rows to take out and to put in; what goes, goes first. */
function nothing(): { readonly gone: number[]; readonly headings: string[]; readonly wholes: string[]; length: number } {
  return { gone: [], headings: [], wholes: [], length: 0 };
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
