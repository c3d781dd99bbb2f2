/**
 * Fills the full-text index on another thread. Texts are handed over and written in batches; whoever hands over much waits now and then.
 * Promises: what was handed over is there when `commit` has ended, before the first index says so itself; a rebuild that is broken off
 * leaves a file that is not current.
 */
import type { Locale } from '@/lib/locale/locales';
import { openSqliteAside } from '@/lib/sqlite';
import { removeSearchFile, searchTables, searchVersion } from './search-file';
import { soundsOf } from './sounds';
import { filterToken, tokensOf } from './tokens';

/** One text of an article, as readers of its language see it. */
export interface SearchText {
  /** See key.ts. */
  readonly key: number;
  readonly locale: Locale;
  readonly periodical: string;
  /** By the name the Original gives. */
  readonly column: string;
  readonly title: string;
  /** Lines beside the title: kicker, summary, names, captions. */
  readonly about: readonly string[];
  /** Plain text. */
  readonly body: string;
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

/** Letters of SQL that are written at once, and that may wait. */
const batch = 500_000;
const mostWaiting = 8_000_000;

/** @param rebuild The stamp of the first index, when everything is to be filled anew. */
export function openSearchWriter(file: string, rebuild?: number): SearchWriter {
  if (rebuild !== undefined) removeSearchFile(file);
  const database = openSqliteAside(file, 'write');
  let isFresh = rebuild !== undefined;
  let isInTransaction = false;
  let waiting = 0;
  let trouble: unknown;
  let latest: Promise<void> = Promise.resolve();
  let sql: string[] = [];
  let length = 0;

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

  function flush(): void {
    if (sql.length === 0) return;
    if (!isInTransaction) write('BEGIN IMMEDIATE');
    isInTransaction = true;
    write(sql.join(';\n'));
    sql = [];
    length = 0;
  }

  function add(statement: string): void {
    sql.push(statement);
    length += statement.length;
    if (length > batch) flush();
  }

  /** Nothing is lost by a crash before the last statement: a file without version and stamp is none. */
  if (isFresh) write(`PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -32768; ${searchTables}`);

  const settled = async (): Promise<void> => {
    await latest;
    if (trouble !== undefined) throw trouble instanceof Error ? trouble : new Error(`${file}: the full-text index cannot be written`);
  };

  return {
    replace(keys, texts) {
      if (keys.length > 0 && !isFresh) for (const table of ['heading', 'whole']) add(`DELETE FROM ${table} WHERE rowid IN (${keys.join(', ')})`);
      for (const { key, locale, periodical, column, title, about, body } of texts) {
        const [titleTokens, aboutTokens] = [tokensOf(title, locale), about.map((line) => tokensOf(line, locale)).join(' ')];
        const filters = `${filterToken(periodical)} ${filterToken(periodical, column)}`;
        add(`INSERT INTO heading (rowid, title, about, sounds) VALUES (${key}, ${quoted(titleTokens)}, ${quoted(`${aboutTokens} ${filters}`)}, ${quoted(locale === 'en' || locale === 'ja' ? '' : soundsOf(title))})`);
        add(`INSERT INTO whole (rowid, words) VALUES (${key}, ${quoted(`${titleTokens} ${aboutTokens} ${tokensOf(body, locale)} ${filters}`)})`);
      }
    },
    async pace() {
      if (waiting > mostWaiting) await settled();
    },
    async commit() {
      flush();
      if (isInTransaction) write('COMMIT');
      isInTransaction = false;
      if (isFresh) write(`PRAGMA synchronous = NORMAL; PRAGMA application_id = ${rebuild}; PRAGMA user_version = ${searchVersion}; PRAGMA journal_mode = WAL`);
      isFresh = false;
      await settled();
    },
    async rollback() {
      sql = [];
      length = 0;
      if (isInTransaction) write('ROLLBACK');
      isInTransaction = false;
      trouble = undefined;
      await settled();
    },
    close: () => database.close(),
  };
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
