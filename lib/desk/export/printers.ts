/**
 * The printers at work: as many processes as there are processors to use, each with a few pages in hand.
 * Promises that a page that cannot be printed fails alone, and that a printer that dies fails the pages it had in hand.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Environment } from '@/lib/environment';
import { parseWord, type Order, type Report } from './order';

export interface Printers {
  readonly count: number;
  /** Whether there is none left to print anything. */
  readonly haveEnded: boolean;
  /** @throws Error when the page cannot be printed. */
  print(order: Omit<Order, 'number'>): Promise<Report>;
  close(): Promise<void>;
}

const mostPrinters = 4;

interface Printer {
  readonly child: ChildProcess;
  readonly inHand: Map<number, { readonly resolve: (report: Report) => void; readonly reject: (error: Error) => void }>;
  hasEnded: boolean;
}

/** @throws Error when a printer does not start; it has then said why on standard error. */
export async function openPrinters(environment: Environment, most = mostPrinters): Promise<Printers> {
  const printers = await Promise.all(Array.from({ length: Math.min(availableParallelism(), most) }, () => openPrinter(environment)));
  let last = 0;
  return {
    count: printers.length,
    get haveEnded() {
      return printers.every((one) => one.hasEnded);
    },
    print(order) {
      const printer = printers.filter((one) => !one.hasEnded).reduce<Printer | undefined>((idlest, one) => (idlest && idlest.inHand.size <= one.inHand.size ? idlest : one), undefined);
      if (!printer) return Promise.reject(new Error('打印进程都已退出。 / Every printer has ended.'));
      const number = ++last;
      return new Promise((resolve, reject) => {
        printer.inHand.set(number, { resolve, reject });
        printer.child.send({ number, ...order } satisfies Order);
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

function openPrinter({ origin, content, data, cards }: Environment): Promise<Printer> {
  const child = fork(fileURLToPath(new URL('./printer.ts', import.meta.url)), {
    // Next's own words would break the bar; its errors are welcome.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', PORTAL_ORIGIN: origin, PORTAL_CONTENT: content, PORTAL_DATA: data, PORTAL_CARDS: cards ? 'yes' : 'no' },
  });
  const printer: Printer = { child, inHand: new Map(), hasEnded: false };
  return new Promise((resolve, reject) => {
    child.on('message', (message) => {
      const word = parseWord(message);
      if (word === 'ready') {
        resolve(printer);
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
      for (const { reject: fail } of printer.inHand.values()) fail(error);
      printer.inHand.clear();
      reject(error);
    };
    child.once('error', end);
    child.once('exit', end);
  });
}
