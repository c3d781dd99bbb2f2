/**
 * The printers at work: processes of their own, each with a few pages in hand; the first begins with the first page, the next ones when those
 * before them have enough to do.
 * Promises that a page that cannot be printed fails alone, and that a printer that dies fails the pages it had in hand.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { Environment } from '@/lib/environment';
import { parseWord, type Order, type Report } from './order';

export interface Printers {
  /** So many have been at work. */
  readonly count: number;
  /** Whether those who were at work have all ended. */
  readonly haveEnded: boolean;
  /** @throws Error when the page cannot be printed, or a printer does not start; it has then said why on standard error. */
  print(order: Omit<Order, 'number'>): Promise<Report>;
  close(): Promise<void>;
}

const mostPrinters = 4;
/** With so many pages in hand a printer is busy for as long as another takes to start. */
const enough = 4;

interface Printer {
  readonly child: ChildProcess;
  readonly isReady: Promise<void>;
  readonly inHand: Map<number, { readonly resolve: (report: Report) => void; readonly reject: (error: Error) => void }>;
  hasEnded: boolean;
}

/** @param root The folder of the built portal. */
export function openPrinters(environment: Environment, root: string, most = Math.min(availableParallelism(), mostPrinters)): Printers {
  const printers: Printer[] = [];
  let last = 0;
  const choose = (): Printer | undefined => {
    const idlest = printers.filter((one) => !one.hasEnded).reduce<Printer | undefined>((best, one) => (best && best.inHand.size <= one.inHand.size ? best : one), undefined);
    if (printers.length === most || (idlest && idlest.inHand.size < enough)) return idlest;
    const another = openPrinter(environment, root);
    printers.push(another);
    return another;
  };
  return {
    get count() {
      return printers.length;
    },
    get haveEnded() {
      return printers.length > 0 && printers.every((one) => one.hasEnded);
    },
    print(order) {
      const printer = choose();
      if (!printer) return Promise.reject(new Error('打印进程都已退出。 / Every printer has ended.'));
      const number = ++last;
      return new Promise((resolve, reject) => {
        printer.inHand.set(number, { resolve, reject });
        printer.isReady.then(() => printer.child.send({ number, ...order } satisfies Order), reject);
      });
    },
    async close() {
      await Promise.all(
        printers.map(async ({ child, hasEnded }) => {
          if (hasEnded) return;
          const ended = new Promise((resolve) => child.once('exit', resolve));
          child.disconnect();
          await ended;
        }),
      );
    },
  };
}

function openPrinter({ origin, content, data, cards }: Environment, root: string): Printer {
  const child = fork(path.join(root, '.build/printer.mjs'), {
    cwd: root,
    // Those of whoever orders: a loader of sources is nothing to what is built.
    execArgv: [],
    // Next's own words would break the bar; its errors are welcome.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', PORTAL_ORIGIN: origin, PORTAL_CONTENT: content, PORTAL_DATA: data, PORTAL_CARDS: cards ? 'yes' : 'no' },
  });
  let ready: () => void = () => undefined;
  let refuse: (error: Error) => void = () => undefined;
  const isReady = new Promise<void>((resolve, reject) => ([ready, refuse] = [resolve, reject]));
  // Whoever orders hears of it; between two orders nobody need.
  isReady.catch(() => undefined);
  const printer: Printer = { child, isReady, inHand: new Map(), hasEnded: false };
  child.on('message', (message) => {
    const word = parseWord(message);
    if (word === 'ready') {
      ready();
      return;
    }
    const hand = printer.inHand.get(word.number);
    printer.inHand.delete(word.number);
    if ('trouble' in word) hand?.reject(new Error(word.trouble));
    else hand?.resolve(word);
  });
  const end = (): void => {
    printer.hasEnded = true;
    const error = new Error('打印进程意外退出。 / A printer ended unexpectedly.');
    for (const { reject } of printer.inHand.values()) reject(error);
    printer.inHand.clear();
    refuse(error);
  };
  child.once('error', end);
  child.once('exit', end);
  return printer;
}
