/**
 * The index: one SQLite file in the portal's data folder, derived from the content folder and safe to delete.
 * Here are its tables and the way to open it for the one writer and for readers. A change of the tables, or of what parsers put into
 * them, must raise `version`: the writer then rebuilds everything inside one transaction, so that readers never see half of it.
 */
import { randomInt } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Environment } from '@/lib/environment';
import { isBrokenDatabase, openSqlite, type Database } from '@/lib/sqlite';

const version = 8;

const tables = `
  CREATE TABLE file (
    path TEXT PRIMARY KEY,       -- as the address says it (NFC), relative to the content folder
    folder TEXT NOT NULL,
    disk_name TEXT NOT NULL,     -- the file's own name on this disk
    stamp TEXT NOT NULL,
    hash TEXT NOT NULL,
    is_admitted INTEGER NOT NULL, -- 1: what stands on disk is what readers see
    problems TEXT,               -- JSON, of the file alone; NULL when none
    conflicts TEXT,              -- JSON, with other files; NULL when none
    claims TEXT,                 -- JSON; NULL when none
    outline TEXT NOT NULL        -- JSON
  );
  CREATE INDEX file_of_folder ON file (folder);
  -- The last good version of every text; id stays the same as long as the file does (for a full-text index to hold on to).
  CREATE TABLE document (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,
    data TEXT NOT NULL,          -- JSON, as its schema gives it
    extract TEXT NOT NULL,
    body TEXT NOT NULL           -- last, so that lists do not read its pages
  );
  CREATE TABLE periodical (slug TEXT PRIMARY KEY, position INTEGER) WITHOUT ROWID;
  CREATE TABLE issue (
    periodical TEXT NOT NULL,
    date TEXT NOT NULL,
    opens TEXT,                  -- when its first listed article is published
    exists_from TEXT,            -- the same, withdrawn articles included
    PRIMARY KEY (periodical, date)
  ) WITHOUT ROWID;
  CREATE TABLE article (
    periodical TEXT NOT NULL,
    issue TEXT NOT NULL,
    slug TEXT NOT NULL,
    published TEXT NOT NULL,
    status TEXT NOT NULL,
    key INTEGER,                 -- its number in the full-text index (search/key.ts); NULL when nobody may find it
    column_name TEXT NOT NULL,
    corrected TEXT,              -- the day of the last correction; NULL when there is none
    position INTEGER,
    rank INTEGER NOT NULL DEFAULT 0, -- place in the issue: by column, position, time, slug
    code TEXT NOT NULL,          -- of its short address
    PRIMARY KEY (periodical, issue, slug)
  ) WITHOUT ROWID;
  CREATE UNIQUE INDEX article_key ON article (key) WHERE key IS NOT NULL;
  -- The keywords of listed articles, for those that go together; in an issue's column the order is that of publication.
  CREATE TABLE keyword (
    periodical TEXT NOT NULL,
    column_name TEXT NOT NULL,
    word TEXT NOT NULL,
    issue TEXT NOT NULL,
    published TEXT NOT NULL,
    slug TEXT NOT NULL,
    PRIMARY KEY (periodical, column_name, word, issue, published, slug)
  ) WITHOUT ROWID;
  CREATE TABLE picture (
    folder TEXT NOT NULL,        -- periodical/issue
    name TEXT NOT NULL,
    disk_name TEXT NOT NULL,
    hash TEXT NOT NULL,
    type TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    PRIMARY KEY (folder, name)
  ) WITHOUT ROWID;
  CREATE TABLE recording (
    folder TEXT NOT NULL,        -- periodical/issue
    name TEXT NOT NULL,
    disk_name TEXT NOT NULL,
    hash TEXT NOT NULL,
    format TEXT NOT NULL,
    size INTEGER NOT NULL,       -- bytes
    seconds INTEGER NOT NULL,
    PRIMARY KEY (folder, name)
  ) WITHOUT ROWID;
  -- The last good version of redirects.txt; addresses as all languages share them.
  CREATE TABLE redirect (
    source TEXT PRIMARY KEY,
    target TEXT NOT NULL,
    code TEXT                    -- of the short address that an article had there
  ) WITHOUT ROWID;
`;

/** Ways to look into the tables that nobody takes while they are filled: sorting each once at the end is far cheaper than keeping it sorted. */
const readersIndexes = [
  'CREATE INDEX IF NOT EXISTS file_in_trouble ON file (path) WHERE problems IS NOT NULL OR conflicts IS NOT NULL',
  'CREATE INDEX IF NOT EXISTS issue_newest ON issue (date DESC, periodical, opens)',
  'CREATE INDEX IF NOT EXISTS article_in_issue ON article (periodical, issue, rank, status, published)',
  "CREATE INDEX IF NOT EXISTS article_newest ON article (published DESC, issue DESC, periodical) WHERE status = 'published'",
  "CREATE INDEX IF NOT EXISTS article_newest_of ON article (periodical, published DESC, issue DESC) WHERE status = 'published'",
  'CREATE INDEX IF NOT EXISTS article_corrected ON article (corrected DESC) WHERE corrected IS NOT NULL',
  'CREATE INDEX IF NOT EXISTS article_by_code ON article (code, published)',
  "CREATE INDEX IF NOT EXISTS article_due ON article (published) WHERE status <> 'draft'",
  'CREATE INDEX IF NOT EXISTS keyword_of_article ON keyword (periodical, issue, slug)',
  'CREATE INDEX IF NOT EXISTS redirect_of_code ON redirect (code) WHERE code IS NOT NULL',
  'CREATE INDEX IF NOT EXISTS redirect_to ON redirect (target)',
] as const;

/** Memory for the pages of the file, in KiB: to fill it from nothing, and afterwards, when a change touches a few. */
const rebuildingCache = 65_536;
const servingCache = 4_096;

/** That of a preview holds drafts, and has a name of its own, so that no portal ever serves it. */
export function indexFileOf(environment: Pick<Environment, 'data' | 'isPreview'>): string {
  return path.join(environment.data, environment.isPreview ? 'preview.sqlite' : 'index.sqlite');
}

/** The index opened for its one writer. */
export interface OpenedIndex {
  readonly database: Database;
  readonly isRebuilding: boolean;
  /** What a file that was made together with this index has been marked with. */
  readonly stamp: number;
}

/**
 * Opens the index for its one writer. When the tables are missing or of another version, or what goes with them is missing, a
 * transaction that rebuilds them is left open (`isRebuilding`); the writer's first refresh fills and commits it.
 * @param isComplete Whether what goes with the index of this stamp is there.
 */
export function openIndexForWriting(file: string, isComplete: (stamp: number) => boolean = () => true): OpenedIndex {
  const found = openOrReplace(file);
  found.exec(`PRAGMA cache_size = -${servingCache}`);
  const before = stampOf(found);
  if (versionOf(found) === version && isComplete(before)) return { database: found, isRebuilding: false, stamp: before };
  const database = versionOf(found) === 0 ? replaceUnfinished(found, file) : found;
  database.exec(`PRAGMA cache_size = -${rebuildingCache}`);
  database.exec('BEGIN IMMEDIATE');
  for (const { name } of database.prepare<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").all()) {
    database.exec(`DROP TABLE "${name}"`);
  }
  database.exec(tables);
  return { database, isRebuilding: true, stamp: randomInt(1, 2 ** 31) };
}

/** Nobody reads what no writer has finished: it is written into its place, without a log as large as the tables that is then copied. */
function replaceUnfinished(found: Database, file: string): Database {
  found.close();
  removeIndex(file);
  const database = openSqlite(file, 'write');
  database.exec('PRAGMA journal_mode = MEMORY');
  return database;
}

/** Sorts the rebuilt tables for readers, table by table. Nothing may be written meanwhile; where it broke off, it goes on when it is called again. */
export async function sortForReaders(database: Database, breathe: () => Promise<void>): Promise<void> {
  for (const index of readersIndexes) {
    database.exec(index);
    await breathe();
  }
}

/** The rebuilt tables are there for everyone: gives back the memory and the disk that it took. */
export function commitRebuilding(database: Database, stamp: number): void {
  database.exec('COMMIT');
  // The log of the change is as large as the tables, and would lie beside them for as long as the portal runs.
  database.exec('PRAGMA journal_mode = WAL; PRAGMA wal_checkpoint(TRUNCATE)');
  // Last: an index that bears these is whole.
  database.exec(`PRAGMA application_id = ${stamp}; PRAGMA user_version = ${version}`);
  database.exec(`PRAGMA cache_size = -${servingCache}`);
}

/**
 * Opens the index for reading.
 * @throws Error that names the file when no writer has filled it yet.
 */
export function openIndexForReading(file: string): Database {
  const database = openSqlite(file, 'read');
  if (versionOf(database) === version) return database;
  database.close();
  throw new Error(`${file}：索引还没有建好，先启动门户。 / ${file}: the index is not built yet; start the portal first.`);
}

/** What the index, and whatever was made together with it, is marked with. */
export function stampOf(database: Database): number {
  return database.prepare<{ application_id: number }>('PRAGMA application_id').get()?.application_id ?? 0;
}

function versionOf(database: Database): number | undefined {
  return database.prepare<{ user_version: number }>('PRAGMA user_version').get()?.user_version;
}

/** A file that is no database any more is nothing to mourn: it is derived from the content folder. */
function openOrReplace(file: string): Database {
  try {
    return openSqlite(file, 'write');
  } catch (error) {
    if (!isBrokenDatabase(error)) throw error;
    removeIndex(file);
    return openSqlite(file, 'write');
  }
}

function removeIndex(file: string): void {
  for (const ending of ['', '-wal', '-shm']) fs.rmSync(`${file}${ending}`, { force: true });
}
