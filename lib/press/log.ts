/**
 * The log: one JSON object a line, each with `time` and `level`. Lines are gathered as bytes and written together, off the main thread:
 * tens of thousands of strings a second, each waiting a tenth of one, would keep the garbage collector busy.
 * Promises: a slow or stuck reader of the log never slows the portal (lines beyond a bound are dropped and counted), and no line says
 * who asked or what was searched for.
 */
import fs from 'node:fs';
import { plainProblem, type Problem } from '@/lib/problem';

export type LogLevel = 'info' | 'warning' | 'error';

/** How an answer came about: from the shelf, printed for this request, from the files, or without a body of its own. */
export type Via = 'shelf' | 'print' | 'file' | 'picture' | 'api' | 'refusal';

export interface Log {
  /** @param path Without the query: what readers search for is nobody's business. */
  request(method: string, path: string, status: number, bytes: number, milliseconds: number, via: Via): void;
  say(level: LogLevel, event: string, facts?: Readonly<Record<string, unknown>>): void;
  problem(problem: Problem): void;
  /** Writes what is left; for the moment before the process ends. */
  flush(): void;
}

const flushEvery = 100;
/** Bytes of each of the two pages: one is filled while the other is on its way out. */
const pageSize = 2 * 1024 * 1024;
const longestPath = 300;

/**
 * @param output A file descriptor; 1 is standard output.
 * @param tells Whether there is a line for every request, or only for what needs somebody's attention.
 */
export function openLog(output: number, tells: 'requests' | 'problems'): Log {
  let filling = Buffer.allocUnsafe(pageSize);
  let leaving = Buffer.allocUnsafe(pageSize);
  let filled = 0;
  let dropped = 0;
  let isWriting = false;
  let timer: NodeJS.Timeout | undefined;

  // Writing a date costs as much as the rest of a line: one serves for a millisecond.
  let stamp = '';
  let stampedAt = -1;
  const now = (): string => {
    const at = performance.now();
    if (at - stampedAt >= 1) [stamp, stampedAt] = [new Date().toISOString(), at];
    return stamp;
  };

  const put = (line: string): boolean => {
    // No character takes more than three bytes for each of its UTF-16 units.
    if (filled + line.length * 3 > pageSize) return false;
    filled += filling.write(line, filled);
    return true;
  };
  /** What waits to be written, with a word on what was dropped; what comes now goes onto the other page. */
  const turnPage = (): Buffer => {
    if (dropped > 0 && put(`${JSON.stringify({ time: new Date(), level: 'warning', event: 'log-lines-dropped', count: dropped })}\n`)) dropped = 0;
    const written = filling.subarray(0, filled);
    [filling, leaving, filled] = [leaving, filling, 0];
    return written;
  };
  const write = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (isWriting) return;
    isWriting = true;
    fs.write(output, turnPage(), () => {
      // A closed output (`npm start | head`) must not end the portal.
      isWriting = false;
      if (filled > 0) schedule();
    });
  };
  const schedule = (): void => {
    timer ??= setTimeout(write, flushEvery).unref();
  };
  const add = (line: string): void => {
    if (!put(line)) {
      write();
      if (!put(line)) dropped += 1;
    }
    schedule();
  };
  const say = (level: LogLevel, event: string, facts: Readonly<Record<string, unknown>> = {}): void => {
    add(`${JSON.stringify({ time: new Date(), level, event, ...facts })}\n`);
  };

  return {
    request(method, path, status, bytes, milliseconds, via) {
      // 503 is said on purpose: starting, closing, too busy, no store.
      const level: LogLevel = status === 503 ? 'warning' : status >= 500 ? 'error' : 'info';
      if (tells === 'problems' && level === 'info') return;
      // By hand, because this is the one line that is written tens of thousands of times a second.
      add(
        `{"time":"${now()}","level":"${level}","event":"request","method":"${method}","path":${JSON.stringify(path.slice(0, longestPath))},` +
          `"status":${status},"bytes":${bytes},"ms":${Math.round(milliseconds * 100) / 100},"via":"${via}"}\n`,
      );
    },
    say,
    problem: (problem) => say(problem.level, 'problem', { problem: plainProblem(problem) }),
    flush() {
      clearTimeout(timer);
      timer = undefined;
      try {
        fs.writeSync(output, turnPage());
      } catch {
        // Nobody reads any more.
      }
    },
  };
}

/** An error as one line of the log: the message, where it was thrown, and what caused it. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const place = error.stack?.split('\n').find((line) => line.trim().startsWith('at '))?.trim() ?? '';
  return `${error.message} ${place}${error.cause === undefined ? '' : ` (${explain(error.cause)})`}`.trim();
}
