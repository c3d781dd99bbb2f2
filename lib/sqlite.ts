/**
 * The one door of SQLite (libsql, the interface of better-sqlite3). It hides the driver's traps: a boolean or a lone null as a
 * parameter aborts the process, bytes come back in two shapes, answers may be stale (see `prepare`), and there is no read-only mode. WAL is always on, so that readers never wait for the writer and see
 * a committed change with their next question.
 */
import fs from 'node:fs';
import path from 'node:path';
import Driver from 'libsql';
import AsideDriver from 'libsql/promise';

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

/** What is used of the driver, whose own types say nothing. */
interface AsideConnection {
  exec(sql: string): Promise<void>;
  prepare(sql: string): Promise<{ all(values: readonly SqlValue[]): Promise<unknown[]> }>;
  close(): void;
}

/** A connection whose work is done on other threads, while this one serves readers. Statements are done one after the other. */
export interface AsideDatabase {
  /** One or more statements, complete with their values. */
  exec(sql: string): Promise<void>;
  /** The rows of one question; the caller vouches for their shape. */
  ask<Row>(sql: string, ...values: readonly SqlValue[]): Promise<readonly Row[]>;
  /** At once, or when the statements under way are done. */
  close(): Promise<void>;
}

/**
 * Opens a database file as `openSqlite` does.
 * @throws Error that names the file when it cannot be opened as a database.
 */
export function openSqliteAside(file: string, use: 'read' | 'write'): AsideDatabase {
  openSqlite(file, use).close();
  const driver = new AsideDriver(file, {}) as AsideConnection;
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = queue.then(work);
    queue = result.catch(() => undefined);
    return result;
  };
  const exec = (sql: string): Promise<void> => inTurn(() => driver.exec(sql));
  void exec(`PRAGMA busy_timeout = 10000; ${use === 'read' ? 'PRAGMA query_only = 1' : 'PRAGMA synchronous = NORMAL'}`).catch(() => undefined);
  return {
    exec,
    ask: <Row>(sql: string, ...values: readonly SqlValue[]) =>
      inTurn(async () => {
        // The driver's statements do not survive an error, and preparing one costs little beside what it asks here.
        const statement = await driver.prepare(sql);
        return (await statement.all(values)) as readonly Row[];
      }),
    close: () =>
      inTurn(() => {
        driver.close();
        return Promise.resolve();
      }),
  };
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
