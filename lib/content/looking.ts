/**
 * A look at the whole content folder: which files are not as the index knows them. A portal of many files has it done on another thread:
 * asking the system about a hundred thousand files takes seconds, at a start and every time the watcher may have missed something.
 */
import fs from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { KnownFiles } from './known-files';
import { findNews, pathsOf } from './news';

interface LookedAt {
  /** Absolute. */
  readonly content: string;
  /** The index, whole and with nothing half done in it. */
  readonly indexFile: string;
  readonly known: KnownFiles;
}

/** What goes to the other thread, and what comes back. */
export interface LookQuestion extends Pick<LookedAt, 'content' | 'indexFile'> {
  /** Nobody waits for the answer: readers go first. */
  readonly isPatient?: true;
}
export type LookAnswer = { readonly paths: readonly string[] } | { readonly error: unknown };

/** From so many files on, another thread saves more time than it takes to start. */
const manyFiles = 5000;
/** An index of so many files has more bytes than these. */
const largeIndex = 16 * 1024 * 1024;

/**
 * Begins a look before there is anything else of a portal, when the index of the last time is a large one.
 * @param after The thread starts at once, and looks when this has ended.
 * @returns As `lookAtAll`; undefined when there is no such index, or none yet. Trouble is met by whoever awaits it.
 */
export function lookAhead(question: LookQuestion, after: Promise<unknown>): Promise<readonly string[]> | undefined {
  const size = fs.statSync(question.indexFile, { throwIfNoEntry: false })?.size ?? 0;
  if (size < largeIndex) return undefined;
  const look = lookAside(question, after);
  look.catch(() => undefined);
  return look;
}

/**
 * @returns Every file with news, by its name on disk; what is gone by the name it had.
 * @throws Error when the disk fails.
 */
export async function lookAtAll({ content, indexFile, known }: LookedAt): Promise<readonly string[]> {
  return known.knowsMoreThan(manyFiles) ? lookAside({ content, indexFile, isPatient: true }) : pathsOf(await findNews(content, known));
}

export async function lookAside({ content, indexFile, isPatient }: LookQuestion, after: Promise<unknown> = Promise.resolve()): Promise<readonly string[]> {
  // Of that name there is a file beside this one, and one beside the press when it is built.
  const worker = new Worker(new URL('./look-thread.mjs', import.meta.url));
  const ask = (): void => {
    worker.postMessage({ content, indexFile, ...(isPatient && { isPatient }) } satisfies LookQuestion);
  };
  void after.then(ask, ask);
  return new Promise((resolve, reject) => {
    worker.once('message', (answer: LookAnswer) => {
      if ('error' in answer) reject(answer.error instanceof Error ? answer.error : new Error(String(answer.error)));
      else resolve(answer.paths);
    });
    worker.once('error', reject);
    worker.once('exit', () => {
      reject(new Error('查看文件的线程没有回答就结束了。 / The thread that looks at the files ended without an answer.'));
    });
  });
}
