/**
 * Loads files of the content folder and makes them ready for both indexes: all the work that needs nothing but the file itself.
 * A few files are loaded in place. For an archive that is another thread's work, while this one writes the index and serves readers.
 */
import { Worker } from 'node:worker_threads';
import type { ArticleSource } from './article';
import { breather } from './breather';
import { openingOf } from './opening';
import { parsePlace, type Misplaced, type Place } from './place';
import { loadContentFile, type FoundFile, type LoadedFile } from './reading';
import { eachLimited } from './scan';
import { textTokens, type TextTokens } from './search/text-tokens';

export interface WantedFile extends FoundFile {
  /** Relative to the content folder. */
  readonly path: string;
  /** When the bytes have this hash they are not read again. */
  readonly knownHash?: string | undefined;
}

/** Plain values only: it may come from another thread. */
export interface ReadyFile extends Omit<LoadedFile, 'document'> {
  /** What lists and descriptions say of the text; '' where they say nothing. */
  readonly extract?: string;
  /** Only of articles, and where anybody will search. */
  readonly tokens?: TextTokens;
}

export interface Loader {
  /** How many folders should be asked for ahead, so that there is always work. */
  readonly foldersAhead: number;
  /**
   * @returns One answer for each file, in their order; undefined for files that are gone by now.
   * @throws Error when the disk fails.
   */
  load(files: readonly WantedFile[]): Promise<readonly (ReadyFile | undefined)[]>;
  /** Nothing may be waited for any more. */
  close(): void;
}

export interface LoaderOptions {
  /** Whether to make tokens for the full-text index. */
  readonly isSearched: boolean;
}

/** From so many files on, another thread saves more time than it takes to start. */
const manyFiles = 5000;

export function openLoader(files: number, options: LoaderOptions): Loader {
  return files < manyFiles ? openLoaderHere(options) : openLoaderAside(options);
}

export function openLoaderHere({ isSearched }: LoaderOptions): Loader {
  const breathe = breather();
  return {
    foldersAhead: 0,
    async load(files) {
      const ready = new Map<WantedFile, ReadyFile | undefined>();
      await eachLimited(files, async (file) => {
        ready.set(file, await makeReady(file, isSearched));
        await breathe();
      });
      return files.map((file) => ready.get(file));
    },
    close: () => undefined,
  };
}

async function makeReady({ path, disk, size, knownHash }: WantedFile, isSearched: boolean): Promise<ReadyFile | undefined> {
  const place = parsePlace(path);
  const loaded = place && (await loadContentFile(place, { disk, size }, knownHash));
  if (!loaded) return undefined;
  const { hash, reading } = loaded;
  return { hash, ...(reading && { reading, ...(reading.text && textFor(place, reading.text, isSearched)) }) };
}

function textFor(place: Place | Misplaced, text: { readonly data: object; readonly body: string }, isSearched: boolean): Pick<ReadyFile, 'extract' | 'tokens'> {
  if (place.kind !== 'article') return { extract: '' };
  const { summary } = text.data as ArticleSource;
  return { extract: summary ?? openingOf(text.body, place.locale), ...(isSearched && { tokens: textTokens(text, place.locale) }) };
}

/** What goes to the other thread, and what comes back: one answer for each question, in their order. */
export type LoaderQuestion = readonly WantedFile[];
export type LoaderAnswer = { readonly files: readonly (ReadyFile | undefined)[] } | { readonly error: unknown };

function openLoaderAside(options: LoaderOptions): Loader {
  // Of that name there is a file beside this one, and one beside the press when it is built.
  const worker = new Worker(new URL('./loader-thread.mjs', import.meta.url), { workerData: options });
  const waiting: { readonly resolve: (files: readonly (ReadyFile | undefined)[]) => void; readonly reject: (error: unknown) => void }[] = [];
  let trouble: Error | undefined;
  const end = (error: Error): void => {
    trouble ??= error;
    for (const { reject } of waiting.splice(0)) reject(error);
  };
  worker.on('message', (answer: LoaderAnswer) => {
    const question = waiting.shift();
    if ('error' in answer) question?.reject(answer.error);
    else question?.resolve(answer.files);
  });
  const stop = (): void => {
    end(new Error('读文件的线程已经结束。 / The thread that reads files has ended.'));
  };
  worker.on('error', end);
  worker.on('exit', stop);
  return {
    foldersAhead: 4,
    load: (files) =>
      trouble === undefined
        ? new Promise((resolve, reject) => {
            waiting.push({ resolve, reject });
            worker.postMessage(files);
          })
        : Promise.reject(trouble),
    close() {
      // A thread that is told to end may still answer, or not: whoever waits hears the same each time.
      stop();
      void worker.terminate();
    },
  };
}
