/** Chooses where views are kept: PostgreSQL when several machines share their counts, else a SQLite file on this one. */
import { openPostgresViews } from './postgres-views';
import { openSqliteViews } from './sqlite-views';
import type { Views } from './views';

/**
 * Opens the counts; nothing is touched before the first question, so this never fails.
 * @param file Of the SQLite database; used when there is no `databaseUrl`.
 * @param databaseUrl `postgres://…`, as in DATABASE_URL.
 */
export function openViews({ file, databaseUrl }: { readonly file: string; readonly databaseUrl?: string }): Views {
  return databaseUrl ? openPostgresViews(databaseUrl) : openSqliteViews(file);
}
