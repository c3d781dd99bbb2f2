/**
 * Views in PostgreSQL, for several machines that share their counts. Every question has a time limit, connections heal by themselves,
 * and the schema is made on first use, however many machines start at once.
 */
import { dayOf, type ArticleViews, type Views } from './views';

/** To get a connection, and again to get an answer; a page does not wait longer for a number. */
const limitMilliseconds = 2000;
const connections = 4;
/** Any number that nobody else in the database uses: it makes machines create the schema one after another. */
const schemaLock = 20230203;

const schema = `
  BEGIN;
  SELECT pg_advisory_xact_lock(${schemaLock});
  CREATE TABLE IF NOT EXISTS portal_views (article text NOT NULL, day date NOT NULL, views bigint NOT NULL, PRIMARY KEY (article, day));
  CREATE INDEX IF NOT EXISTS portal_views_by_day ON portal_views (day);
  CREATE TABLE IF NOT EXISTS portal_view_readers (day date NOT NULL, article text NOT NULL, reader text NOT NULL, PRIMARY KEY (day, article, reader));
  COMMIT;
`;

const record = `
  WITH fresh AS (INSERT INTO portal_view_readers (day, article, reader) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING article, day)
  INSERT INTO portal_views (article, day, views) SELECT article, day, 1 FROM fresh
  ON CONFLICT (article, day) DO UPDATE SET views = portal_views.views + 1`;
const forget = 'DELETE FROM portal_view_readers WHERE day < $1';
const count = 'SELECT article, SUM(views)::float8 AS views FROM portal_views WHERE article = ANY($1::text[]) GROUP BY article';
const mostViewed = `
  SELECT article, SUM(views)::float8 AS views FROM portal_views WHERE day >= $1
  GROUP BY article ORDER BY 2 DESC, article COLLATE "C" LIMIT $2`;

interface Answer {
  readonly rows: ArticleViews[];
  readonly rowCount: number | null;
}

interface Connections {
  query(sql: string, values?: readonly unknown[]): Promise<Answer>;
  end(): Promise<void>;
}

export function openPostgresViews(databaseUrl: string): Views {
  let opening: Promise<Connections> | undefined;
  let forgottenBefore = '';
  let isClosed = false;
  const underWay = new Set<Promise<unknown>>();

  /** The pool once its schema stands; a first attempt that fails is made again with the next question. */
  function connected(): Promise<Connections> {
    opening ??= connect(databaseUrl).catch((trouble: unknown) => {
      opening = undefined;
      throw trouble;
    });
    return opening;
  }

  /** Runs until its end even when `close` comes meanwhile. */
  async function ask<Result>(question: (pool: Connections) => Promise<Result>): Promise<Result> {
    if (isClosed) throw new Error('浏览量数据库已经关闭。 / The database of views is closed.');
    const answer = connected().then(question);
    underWay.add(answer);
    try {
      return await answer;
    } finally {
      underWay.delete(answer);
    }
  }

  /** Once a day and process; whoever comes first takes the marks of earlier days out for all. */
  async function forgetBefore(day: string, pool: Connections): Promise<void> {
    if (day <= forgottenBefore) return;
    forgottenBefore = day;
    await pool.query(forget, [day]);
  }

  return {
    recordView: (article, reader, at) =>
      ask(async (pool) => {
        const day = dayOf(at);
        await forgetBefore(day, pool);
        return (await pool.query(record, [day, article, reader])).rowCount === 1;
      }),
    countViews: async (articles) => {
      const { rows } = await ask((pool) => pool.query(count, [articles]));
      return new Map([...articles.map((article) => [article, 0] as const), ...rows.map(({ article, views }) => [article, views] as const)]);
    },
    listMostViewed: async (since, limit) => (await ask((pool) => pool.query(mostViewed, [dayOf(since), limit]))).rows,
    close: async () => {
      if (isClosed) return;
      isClosed = true;
      await Promise.allSettled(underWay);
      const pool = await opening?.catch(() => undefined);
      await pool?.end();
    },
  };
}

async function connect(databaseUrl: string): Promise<Connections> {
  // Loaded here, so that a portal with a file of its own never loads the driver.
  const { Pool } = await import('pg');
  const pool = new Pool({
    connectionString: databaseUrl,
    max: connections,
    connectionTimeoutMillis: limitMilliseconds,
    query_timeout: limitMilliseconds,
    statement_timeout: limitMilliseconds,
    idleTimeoutMillis: 60_000,
    application_name: 'portal',
    // An acknowledged view is on disk whatever the server's default says.
    options: '-c synchronous_commit=on',
  });
  // An idle connection that breaks is dropped and replaced; without a listener it would end the process.
  pool.on('error', () => undefined);
  try {
    await pool.query(schema);
    return { query: (sql, values) => pool.query<ArticleViews>(sql, [...(values ?? [])]), end: () => pool.end() };
  } catch (trouble) {
    await pool.end();
    throw trouble;
  }
}
