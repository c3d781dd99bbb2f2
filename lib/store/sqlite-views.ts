/**
 * Views in a SQLite file. The driver is synchronous and a commit waits for the disk, so views that come within a few milliseconds are
 * written in one transaction: the event loop stops once for all of them, not once for each.
 */
import { openSqlite, type Database, type Statement } from '@/lib/sqlite';
import { dayOf, type ArticleViews, type Views } from './views';

/** How long a view waits for others to be written with it. */
const gatherMilliseconds = 10;
/** How long to wait for another process that writes the same file; the event loop stands still meanwhile. */
const busyMilliseconds = 250;
/** Marks of earlier days taken out with one commit: a million of them must not stop the portal at midnight. */
const forgetAtOnce = 500;

const schema = `
  CREATE TABLE IF NOT EXISTS views (article TEXT NOT NULL, day TEXT NOT NULL, views INTEGER NOT NULL, PRIMARY KEY (article, day)) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS views_by_day ON views (day);
  CREATE TABLE IF NOT EXISTS readers (day TEXT NOT NULL, article TEXT NOT NULL, reader TEXT NOT NULL, UNIQUE (day, article, reader));
`;

interface Connection {
  readonly database: Database;
  readonly insertReader: Statement<unknown>;
  readonly addView: Statement<unknown>;
  readonly forget: Statement<unknown>;
  readonly count: Statement<ArticleViews>;
  readonly mostViewed: Statement<ArticleViews>;
}

interface PendingView {
  readonly article: string;
  readonly reader: string;
  readonly day: string;
  resolve(isCounted: boolean): void;
  reject(trouble: unknown): void;
}

export function openSqliteViews(file: string): Views {
  let connection: Connection | undefined;
  let pending: PendingView[] = [];
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  /** Runs on the open file, opening it when needed; after any trouble the next call opens it afresh. */
  function ask<Result>(question: (open: Connection) => Result): Promise<Result> {
    return new Promise((resolve) => {
      if (isClosed) throw new Error(`${file}：已经关闭。 / ${file}: is closed.`);
      connection ??= connect(file);
      try {
        resolve(question(connection));
      } catch (trouble) {
        disconnect();
        throw trouble;
      }
    });
  }

  function disconnect(): void {
    const left = connection;
    connection = undefined;
    if (!left) return;
    // A database closed in the middle of a transaction keeps its lock until its statements are collected as garbage.
    for (const step of [() => left.database.exec('ROLLBACK'), () => left.database.close()]) {
      try {
        step();
      } catch {
        // It is being left because it is broken.
      }
    }
  }

  function writePending(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const views = pending;
    pending = [];
    if (views.length === 0) return Promise.resolve();
    return ask((open) => writeAll(open, views)).then(
      (counted) => {
        views.forEach((view, place) => view.resolve(counted[place] ?? false));
      },
      (trouble: unknown) => {
        for (const view of views) view.reject(trouble);
      },
    );
  }

  return {
    recordView: (article, reader, at) =>
      new Promise((resolve, reject) => {
        pending.push({ article, reader, day: dayOf(at), resolve, reject });
        timer ??= setTimeout(() => void writePending(), gatherMilliseconds);
      }),
    countViews: async (articles) => {
      const rows = await ask(({ count }) => count.all(JSON.stringify(articles)));
      return new Map([...articles.map((article) => [article, 0] as const), ...rows.map(({ article, views }) => [article, views] as const)]);
    },
    listMostViewed: (since, limit) => ask(({ mostViewed }) => mostViewed.all(dayOf(since), limit)),
    close: async () => {
      await writePending();
      isClosed = true;
      disconnect();
    },
  };
}

function connect(file: string): Connection {
  const database = openSqlite(file, 'write');
  try {
    // FULL: an acknowledged view survives a power cut, not only a crash of the process.
    database.exec(`PRAGMA busy_timeout = ${busyMilliseconds}; PRAGMA synchronous = FULL`);
    database.exec(schema);
    return {
      database,
      insertReader: database.prepare('INSERT OR IGNORE INTO readers (day, article, reader) VALUES (?, ?, ?)'),
      addView: database.prepare('INSERT INTO views (article, day, views) VALUES (?, ?, 1) ON CONFLICT (article, day) DO UPDATE SET views = views + 1'),
      forget: database.prepare('DELETE FROM readers WHERE rowid IN (SELECT rowid FROM readers WHERE day < ? LIMIT ?)'),
      count: database.prepare('SELECT article, SUM(views) AS views FROM views WHERE article IN (SELECT value FROM json_each(?)) GROUP BY article'),
      mostViewed: database.prepare('SELECT article, SUM(views) AS views FROM views WHERE day >= ? GROUP BY article ORDER BY 2 DESC, 1 LIMIT ?'),
    };
  } catch (trouble) {
    database.close();
    throw trouble;
  }
}

/** @returns For each view whether it was counted. */
function writeAll({ database, insertReader, addView, forget }: Connection, views: readonly PendingView[]): boolean[] {
  database.exec('BEGIN IMMEDIATE');
  const counted = views.map(({ article, reader, day }) => {
    const isNew = insertReader.run(day, article, reader) > 0;
    if (isNew) addView.run(article, day);
    return isNew;
  });
  const [oldest = ''] = views.map(({ day }) => day).sort();
  forget.run(oldest, forgetAtOnce);
  database.exec('COMMIT');
  return counted;
}
