/**
 * The writer of the index: brings it up to date with the content folder and tells what changed for readers.
 * It promises: a file with an error keeps its last good version; one refresh is one transaction; an unchanged file is not read;
 * the event loop is given back every few milliseconds, so that readers are served during the largest refresh.
 */
import fs from 'node:fs/promises';
import type { Environment } from '@/lib/environment';
import { chinaTime, momentOf } from '@/lib/locale/dates';
import { byPlace, type Problem } from '@/lib/problem';
import { breather } from './breather';
import { unique, type Change } from './change';
import { findMissingFoundations } from './foundations';
import { commitRebuilding, indexFileOf, openIndexForReading, openIndexForWriting, sortForReaders } from './index-file';
import { openIndexWriter, parseProblems, type FileRow } from './index-writer';
import { countFiles, takeIn } from './intake';
import { openLoader } from './loader';
import { lookAtAll } from './looking';
import { findNews } from './news';
import { openRelated } from './related';
import { ignoreMissing } from './scan';
import { isSearchCurrent, searchFileOf } from './search/search-file';
import { openSearchWriter } from './search/search-writer';

export type { Change };

export interface RefreshOptions {
  /** Called after each file that had to be read. */
  readonly progress?: (done: number, total: number) => void;
  /** A look at everything that has begun already. */
  readonly ahead?: Promise<readonly string[]>;
  /** Files or folders to look at, absolute or relative to the content folder; everything when left out. */
  readonly paths?: readonly string[];
}

export interface Indexer {
  readonly content: string;
  /** Whether there is an index to answer from, be it that of the last time. */
  readonly isFilled: boolean;
  /**
   * Looks at the files and brings the index up to date. What is found is taken in one call after the other; a look at everything keeps
   * no other call waiting.
   * @returns What readers see differently now.
   * @throws Error when the content folder is missing, or the disk fails; the index is then as before.
   */
  refresh(options?: RefreshOptions): Promise<readonly Change[]>;
  /** Everything wrong with the files as they stand, by place. */
  problems(): readonly Problem[];
  /** When the next scheduled article is due, strictly after this moment. */
  nextDue(after: Date): Date | undefined;
  /** What comes due after `from`, up to and including `to`. */
  dueBetween(from: Date, to: Date): readonly Change[];
  /** At once, or when the refreshes under way are done. */
  close(): void;
}

/**
 * In a preview the index takes drafts for published, as if everything were out; nobody searches there.
 * @param options.isSearched Whether anybody will search: the full-text index is half of the work.
 */
export function openIndexer(environment: Pick<Environment, 'content' | 'data' | 'isPreview'>, { isSearched = true }: { readonly isSearched?: boolean } = {}): Indexer {
  const { content, isPreview = false } = environment;
  const indexFile = indexFileOf(environment);
  const searchFile = isSearched && !isPreview ? searchFileOf(environment) : undefined;
  const { database, isRebuilding, stamp } = openIndexForWriting(indexFile, (own) => searchFile === undefined || isSearchCurrent(searchFile, own));
  const search = searchFile === undefined ? undefined : openSearchWriter(searchFile, isRebuilding ? stamp : undefined);
  const writer = openIndexWriter(database, { isPreview, search });
  let isInTransaction = isRebuilding;
  let reader = isRebuilding ? undefined : openIndexForReading(indexFile);
  let queue: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  let isClosed = false;

  /** Only what must not be done twice at once waits for its turn. */
  async function bringUpToDate({ progress, ahead, paths }: RefreshOptions): Promise<readonly Change[]> {
    await requireFolder(content);
    // A look at everything takes seconds in a large archive, and an editor has just saved a file: that one goes first.
    const found = paths ?? (reader && ((await ahead?.catch(() => undefined)) ?? (await lookAtAll({ content, indexFile, known: writer }))));
    if (found?.length === 0) return [];
    return inTurn(() => refresh({ ...(progress && { progress }), ...(found && { paths: found }) }));
  }

  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = queue.then(work);
    queue = result.catch(() => undefined);
    return result;
  }

  async function refresh({ progress, paths }: RefreshOptions): Promise<readonly Change[]> {
    const news = await findNews(content, writer, paths);
    if (news.size === 0 && !isInTransaction) return [];
    if (!isInTransaction) database.exec('BEGIN IMMEDIATE');
    isInTransaction = true;
    const loader = openLoader(countFiles(news), { isSearched: search !== undefined });
    try {
      const changes = await takeIn({ content, writer, loader }, news, progress);
      const searched = search?.commit();
      // On another thread; whoever awaits it below meets the error.
      searched?.catch(() => undefined);
      if (!reader) await sortForReaders(database, breather());
      // First: what the index does not know yet is read again after a crash, and then found again.
      await searched;
      if (reader) database.exec('COMMIT');
      else commitRebuilding(database, stamp);
      isInTransaction = false;
      reader ??= openIndexForReading(indexFile);
      return changes;
    } catch (error) {
      if (reader) {
        await search?.rollback().catch(() => undefined);
        database.exec('ROLLBACK');
        isInTransaction = false;
      }
      throw error;
    } finally {
      loader.close();
    }
  }

  function release(): void {
    // The driver keeps a transaction, and with it the lock, beyond the closing of its connection.
    if (isInTransaction) database.exec('ROLLBACK');
    reader?.close();
    reader = undefined;
    database.close();
    void search?.close();
  }

  return {
    content,
    get isFilled() {
      return reader !== undefined;
    },
    refresh(options = {}) {
      if (isClosed) return Promise.reject(new Error(`${indexFile}：索引已关闭。 / ${indexFile}: the index is closed.`));
      waiting++;
      const result = bringUpToDate(options);
      void result
        .catch(() => undefined)
        .then(() => {
          waiting--;
          if (isClosed && waiting === 0) release();
        });
      return result;
    },
    problems() {
      const rows = reader?.prepare<Pick<FileRow, 'problems' | 'conflicts'>>('SELECT problems, conflicts FROM file WHERE problems IS NOT NULL OR conflicts IS NOT NULL').all() ?? [];
      const found = rows.flatMap(({ problems, conflicts }) => [...parseProblems(problems), ...parseProblems(conflicts)]);
      const periodicals = reader?.prepare<{ periodical: string }>('SELECT DISTINCT periodical FROM issue').all().map((row) => row.periodical) ?? [];
      const isThere = reader?.prepare<{ path: string }>('SELECT path FROM file WHERE path = ?');
      const missing = isThere ? findMissingFoundations(periodicals, (file) => isThere.get(file) !== undefined) : [];
      return unique([...missing, ...found]).sort(byPlace);
    },
    nextDue(after) {
      const row = reader?.prepare<{ published: string | null }>("SELECT min(published) AS published FROM article WHERE status <> 'draft' AND published > ?").get(chinaTime(after));
      return row?.published ? momentOf(row.published) : undefined;
    },
    dueBetween(from, to) {
      const rows = reader?.prepare<{ periodical: string; issue: string; slug: string }>("SELECT periodical, issue, slug FROM article WHERE status <> 'draft' AND published > ? AND published <= ?").all(chinaTime(from), chinaTime(to)) ?? [];
      const related = reader && openRelated(reader);
      return unique(
        rows.flatMap((article): Change[] => [
          { kind: 'article', ...article },
          { kind: 'issue', periodical: article.periodical, issue: article.issue },
          ...(related?.issuesNaming(article, chinaTime(to)) ?? []).map((issue): Change => ({ kind: 'related', ...issue })),
        ]),
      );
    },
    close() {
      if (isClosed) return;
      isClosed = true;
      if (waiting === 0) release();
    },
  };
}

async function requireFolder(content: string): Promise<void> {
  const facts = await fs.stat(content).catch(ignoreMissing);
  if (!facts?.isDirectory()) throw new Error(`${content}：没有这个内容文件夹（PORTAL_CONTENT）。 / ${content}: there is no such content folder (PORTAL_CONTENT).`);
}
