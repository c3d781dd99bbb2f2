/**
 * The one door of SQLite (libsql, the interface of better-sqlite3). It hides the driver's traps: a boolean or a lone null as a
 * parameter aborts the process, bytes come back in two shapes, answers may be stale (see `prepare`), and there is no read-only mode. WAL is always on, so that readers never wait for the writer and see
 * a committed change with their next question.
 */
import fs from 'node:fs';
import path from 'node:path';
import Driver from 'libsql';

export type SqlValue = string | number | null;

export interface Statement<Row> {
  /** The first row, or undefined. */
  get(...values: readonly SqlValue[]): Row | undefined;
  all(...values: readonly SqlValue[]): Row[];
  /** @returns How many rows changed. */
  run(...values: readonly SqlValue[]): number;
}

export interface Database {
  /** The caller vouches for the shape of the rows: name every column in the SELECT. */
  prepare<Row = unknown>(sql: string): Statement<Row>;
  exec(sql: string): void;
  close(): void;
}

/**
 * Opens a database file; a writer creates the file and its folder when missing.
 * @param use A `read` connection refuses every write and throws when the file is missing.
 * @throws Error that names the file when it cannot be opened as a database.
 */
export function openSqlite(file: string, use: 'read' | 'write'): Database {
  if (use === 'write') fs.mkdirSync(path.dirname(file), { recursive: true });
  else if (!fs.existsSync(file)) throw new Error(`${file}：没有这个数据库文件。 / ${file}: there is no such database file.`);
  try {
    const driver = new Driver(file);
    driver.exec('PRAGMA busy_timeout = 10000');
    if (use === 'read') driver.exec('PRAGMA query_only = 1');
    else driver.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
    driver.exec('SELECT 1 FROM sqlite_master LIMIT 1');
    return wrap(driver);
  } catch (cause) {
    throw new Error(`${file}：不能作为数据库打开。 / ${file}: cannot be opened as a database.`, { cause });
  }
}

/** Whether opening or asking failed because the file is no (whole) database, and not because of rights, space or locks. */
export function isBrokenDatabase(error: unknown): boolean {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Driver.SqliteError && /^SQLITE_(?:NOTADB|CORRUPT)/.test(cause.code);
}

function wrap(driver: Driver.Database): Database {
  return {
    prepare: <Row>(sql: string) => prepare<Row>(driver, sql),
    exec: (sql) => {
      driver.exec(sql);
    },
    close: () => {
      driver.close();
    },
  };
}

/**
 * The driver's `get` answers with the values of the last question when that one was an `all` or failed. So each way of asking has a
 * statement of its own, and one that failed is thrown away.
 */
function prepare<Row>(driver: Driver.Database, sql: string): Statement<Row> {
  let spare: Driver.Statement | undefined = driver.prepare(sql);
  const statements = new Map<string, Driver.Statement>();
  const ask = <Answer>(way: 'get' | 'all' | 'run', question: (statement: Driver.Statement) => Answer): Answer => {
    const statement = statements.get(way) ?? spare ?? driver.prepare(sql);
    spare = undefined;
    statements.delete(way);
    const answer = question(statement);
    statements.set(way, statement);
    return answer;
  };
  return {
    get: (...values) => ask('get', (statement) => statement.get(values) as Row | undefined),
    all: (...values) => ask('all', (statement) => statement.all(values) as Row[]),
    run: (...values) => ask('run', (statement) => statement.run(values).changes),
  };
}
