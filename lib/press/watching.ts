/**
 * From the editors' files to the readers: what changed in the content folder, and what comes due by its time, is forgotten by the
 * shelf, so that the next reader gets the new page. Problems are told in the log when they appear.
 */
import type { Change, Indexer } from '@/lib/content/indexer';
import { watchContent, type Following } from '@/lib/content/watch';
import { explain, type Log } from './log';
import type { Printing } from './printing';
import { stalePages } from './publishing';

export interface Watching {
  close(): void;
}

/** The clock may be set, and a laptop may sleep: look again at least this often, in milliseconds. */
const longestWait = 60_000;
/** A whole archive imported with one mistake in each file would drown the log. */
const mostProblemsTold = 200;

interface Means {
  readonly indexer: Indexer;
  readonly log: Pick<Log, 'say' | 'problem'>;
  /** Left out when nothing is kept: `npm run dev`. */
  readonly printing?: Pick<Printing, 'publish'>;
  /** The content folder, when it was followed before it was read. */
  readonly following?: Following | undefined;
  /** The clock, for tests. */
  readonly now?: () => Date;
}

export function watchForReaders({ indexer, log, printing, following, now = () => new Date() }: Means): Watching {
  const told = new Set<string>();
  let publishedUntil = now();
  let timer: NodeJS.Timeout;

  const tellProblems = (): void => {
    const news = indexer.problems().map((problem) => ({ problem, key: JSON.stringify(problem) }));
    for (const { problem, key } of news.filter(({ key }) => !told.has(key)).slice(0, mostProblemsTold)) {
      log.problem(problem);
      told.add(key);
    }
    // What was mended is told again when it comes back.
    const standing = new Set(news.map(({ key }) => key));
    for (const key of told) if (!standing.has(key)) told.delete(key);
  };

  const publish = (changes: readonly Change[], cause: 'files' | 'time'): void => {
    if (changes.length === 0) return;
    printing?.publish(stalePages(changes));
    log.say('info', 'published', { cause, changes: changes.length, first: changes[0] });
  };

  const waitForTime = (): void => {
    clearTimeout(timer);
    const due = indexer.nextDue(publishedUntil)?.getTime() ?? Infinity;
    timer = setTimeout(publishDue, Math.min(Math.max(due - now().getTime(), 0), longestWait)).unref();
  };
  const publishDue = (): void => {
    const until = now();
    publish(indexer.dueBetween(publishedUntil, until), 'time');
    publishedUntil = until;
    waitForTime();
  };

  tellProblems();
  waitForTime();
  const onChange = (changes: readonly Change[]): void => {
    publish(changes, 'files');
    tellProblems();
    waitForTime();
  };
  const watch = watchContent(indexer, { onChange, onTrouble: (error) => log.say('error', 'watching-failed', { error: explain(error) }) }, following);
  return {
    close() {
      clearTimeout(timer);
      watch.close();
    },
  };
}
