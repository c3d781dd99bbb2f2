/**
 * The log: one JSON object a line, each with `time` and `level`. Lines are gathered and written together, off the main thread.
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
const mostBytesWaiting = 4 * 1024 * 1024;
const longestPath = 300;

/**
 * @param output A file descriptor; 1 is standard output.
 * @param tells Whether there is a line for every request, or only for what needs somebody's attention.
 */
export function openLog(output: number, tells: 'requests' | 'problems'): Log {
  let lines: string[] = [];
  let waiting = 0;
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

  const take = (): string => {
    if (dropped > 0) lines.push(`${JSON.stringify({ time: new Date(), level: 'warning', event: 'log-lines-dropped', count: dropped })}\n`);
    const text = lines.join('');
    [lines, waiting, dropped] = [[], 0, 0];
    return text;
  };
  const write = (): void => {
    timer = undefined;
    if (isWriting) return;
    isWriting = true;
    fs.write(output, take(), () => {
      // A closed output (`npm start | head`) must not end the portal.
      isWriting = false;
      if (lines.length > 0) schedule();
    });
  };
  const schedule = (): void => {
    timer ??= setTimeout(write, flushEvery).unref();
  };
  const add = (line: string): void => {
    if (waiting + line.length > mostBytesWaiting) dropped += 1;
    else {
      lines.push(line);
      waiting += line.length;
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
        fs.writeSync(output, take());
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
