/**
 * Follows the content folder and refreshes the index when files change: one watch per folder (Node 20's recursive watch on Linux
 * takes one per file), new and moved folders followed, files taken when they have been quiet for a moment. Watching can miss things
 * (network disks, limits of the system), so everything is also looked over once in a while.
 */
import type { Change } from './change';
import { openFolderWatches, type FolderWatches } from './folder-watches';
import type { Indexer } from './indexer';

export interface WatchEvents {
  /** After every look at files that may have changed, with what readers see differently; an empty list when only Problems may have. */
  readonly onChange: (changes: readonly Change[]) => void;
  /** Watching or refreshing failed; it goes on and will be tried again. */
  readonly onTrouble: (error: Error) => void;
}

export interface ContentWatch {
  /** When every folder is watched. */
  readonly followed: Promise<void>;
  /** When what changed before that is taken in as well. */
  readonly ready: Promise<void>;
  close(): void;
}

/** A content folder that is followed: what happens in it is kept until a watch takes it. */
export interface Following {
  /** When every folder is watched. Trouble is met by whoever awaits it. */
  readonly followed: Promise<void>;
  readonly watches: FolderWatches;
  /** Files that something happened to, and when first and last. */
  readonly pending: Map<string, { readonly first: number; readonly last: number }>;
  /** From now on, and for what has been kept. */
  tell(listeners: { readonly onEvent: () => void; readonly onTrouble: (error: Error) => void }): void;
}

/** A file is taken when nothing has happened to it for this long, in milliseconds ... */
const quiet = 40;
/** ... or when it has been written to for this long without a pause. */
const patience = 1000;
/** A look at everything takes at most this share of the time, and happens at most once a minute. */
const rescanShare = 0.02;
const shortestRescan = 60_000;
const retryAfter = 5000;

/** Follows a folder before anything in it is read: nothing slips through between the reading and the watch. */
export function followContent(content: string): Following {
  const pending: Following['pending'] = new Map();
  const troubles: Error[] = [];
  let listeners: Parameters<Following['tell']>[0] = { onEvent: () => undefined, onTrouble: (error) => troubles.push(error) };
  const watches = openFolderWatches(content, {
    onEvent(file) {
      const now = performance.now();
      pending.set(file, { first: pending.get(file)?.first ?? now, last: now });
      listeners.onEvent();
    },
    onTrouble: (error) => {
      listeners.onTrouble(error);
    },
  });
  const followed = watches.follow('');
  followed.catch(() => undefined);
  return {
    followed,
    watches,
    pending,
    tell(others) {
      listeners = others;
      for (const error of troubles.splice(0)) others.onTrouble(error);
      if (pending.size > 0) others.onEvent();
    },
  };
}

/**
 * @param following The folder, when it was followed before everything in it was read into the index; else it is followed from now on, and
 *   looked at once more.
 */
export function watchContent(indexer: Indexer, events: WatchEvents, following?: Following): ContentWatch {
  const { followed, watches, pending, tell } = following ?? followContent(indexer.content);
  let isClosed = false;
  let isFlushing = false;
  let flushTimer: NodeJS.Timeout | undefined;
  let rescanTimer: NodeJS.Timeout | undefined;

  function takeDue(): string[] {
    const now = performance.now();
    const due = [...pending].filter(([, { first, last }]) => now - last >= quiet - 1 || now - first >= patience).map(([file]) => file);
    for (const file of due) pending.delete(file);
    return due;
  }

  function flush(): void {
    flushTimer = undefined;
    if (isClosed || isFlushing) return;
    const paths = takeDue();
    isFlushing = true;
    void look(paths).finally(() => {
      isFlushing = false;
      if (pending.size > 0) flushTimer ??= setTimeout(flush, quiet / 2);
    });
  }

  /** Follows folders first and looks into them afterwards, so that nothing slips through between the two. */
  async function look(paths: readonly string[]): Promise<void> {
    if (paths.length === 0) return;
    try {
      for (const file of paths) await watches.follow(file);
      const changes = await indexer.refresh({ paths });
      if (!isClosed) events.onChange(changes);
    } catch (error) {
      report(error);
    }
  }

  async function lookAtAll(): Promise<void> {
    const start = performance.now();
    let wait = retryAfter;
    try {
      await watches.follow('');
      const changes = await indexer.refresh();
      if (!isClosed) events.onChange(changes);
      wait = Math.max(shortestRescan, (performance.now() - start) / rescanShare);
    } catch (error) {
      report(error);
    }
    lookLater(wait);
  }

  function lookLater(wait: number): void {
    if (!isClosed) rescanTimer = setTimeout(() => void lookAtAll(), wait).unref();
  }

  function report(error: unknown): void {
    if (!isClosed) events.onTrouble(error instanceof Error ? error : new Error(String(error)));
  }

  tell({ onEvent: () => (flushTimer ??= setTimeout(flush, quiet)), onTrouble: report });
  return {
    followed: followed.catch(report),
    ready: followed.then(() => (following ? lookLater(shortestRescan) : lookAtAll()), lookAtAll),
    close() {
      isClosed = true;
      clearTimeout(flushTimer);
      clearTimeout(rescanTimer);
      watches.close();
    },
  };
}
