/**
 * The way to Next: asks its request handler for one address and takes the answer out of its hands, without a socket.
 * Promises: nothing a reader sent but the address reaches Next (no header, no body, no cookie), so a page depends on its address
 * alone; only a few pages are composed at once, the next ones wait, and when too many wait, they are turned away.
 */
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';

/** Next's request handler, or anything that answers like one. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

export interface Composed {
  readonly status: number;
  /** Content-Type. */
  readonly type: string;
  readonly body: Buffer;
  /** True when time alone makes it another; kept for a minute, then. */
  readonly isFleeting?: boolean;
  /** True for a file that is part of a page, and goes out with the headers of one. */
  readonly isForReaders?: boolean;
  /** Headers of this answer alone, names and values in turn. */
  readonly headers?: readonly string[];
}

/**
 * @param isAwaited Whether it goes before those who wait.
 * @throws TooBusy; or Error when Next fails or takes too long.
 */
export type Compose = (target: string, isAwaited?: boolean) => Promise<Composed>;

/** Composing is work for one processor: more at once only makes each of them slower. */
const mostAtOnce = 2;
const mostWaiting = 1_000;
const patience = 15_000;

export class TooBusy extends Error {}

/** @param origin What Next is told about the address readers see. */
export function openComposing(handler: Handler, origin: string, limits = { mostAtOnce, mostWaiting, patience }): Compose {
  const waiting: (() => void)[] = [];
  let busy = 0;

  const enter = async (isAwaited: boolean): Promise<void> => {
    if (busy < limits.mostAtOnce) {
      busy += 1;
      return;
    }
    if (waiting.length >= limits.mostWaiting) throw new TooBusy(`${waiting.length} pages are waiting to be composed`);
    await new Promise<void>((resolve) => (isAwaited ? waiting.unshift(resolve) : waiting.push(resolve)));
  };
  const leave = (): void => {
    const next = waiting.shift();
    // The place is handed over, so `busy` stays.
    if (next) next();
    else busy -= 1;
  };

  return async (target, isAwaited = false) => {
    await enter(isAwaited);
    try {
      return await ask(handler, origin, target, limits.patience);
    } finally {
      leave();
    }
  };
}

function ask(handler: Handler, origin: string, target: string, limit: number): Promise<Composed> {
  return new Promise((resolve, reject) => {
    const request = new IncomingMessage(new Socket());
    request.method = 'GET';
    request.url = target;
    const { host, protocol } = new URL(origin);
    request.headers = { host, 'x-forwarded-host': host, 'x-forwarded-proto': protocol.slice(0, -1), accept: '*/*' };
    request.complete = true;
    request.push(null);
    const timer = setTimeout(() => reject(new Error(`Next did not finish ${target} within ${limit} ms`)), limit);
    const response = new Captured(request, (composed) => {
      clearTimeout(timer);
      resolve(composed);
    });
    Promise.resolve(handler(request, response)).catch((error: unknown) => {
      clearTimeout(timer);
      reject(error instanceof Error ? error : new Error(String(error)));
    });
  });
}

/** A response whose bytes stay here. */
class Captured extends ServerResponse {
  readonly #chunks: Buffer[] = [];
  readonly #done: (composed: Composed) => void;

  constructor(request: IncomingMessage, done: (composed: Composed) => void) {
    super(request);
    this.#done = done;
  }

  /** Headers handed in here would never be seen by getHeader. */
  override writeHead(status: number, ...rest: readonly unknown[]): this {
    this.statusCode = status;
    const headers = rest.find((argument) => typeof argument === 'object' && argument !== null) ?? {};
    const pairs = Array.isArray(headers) ? headers.flatMap((name, place) => (place % 2 === 0 ? [[name, headers[place + 1]]] : [])) : Object.entries(headers);
    for (const [name, value] of pairs) this.setHeader(String(name), String(value));
    return this;
  }

  override write(chunk: unknown, ...rest: readonly unknown[]): boolean {
    this.#take(chunk, rest);
    const written = rest.find((argument) => typeof argument === 'function');
    if (written) process.nextTick(written);
    return true;
  }

  override end(...rest: readonly unknown[]): this {
    const [chunk, ...others] = rest;
    if (typeof chunk !== 'function') this.#take(chunk, others);
    if (this.writableEnded) return this;
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- writableEnded, which Next asks for, is read from it
    this.finished = true;
    const type = this.getHeader('content-type');
    this.#done({ status: this.statusCode, type: typeof type === 'string' ? type : '', body: Buffer.concat(this.#chunks) });
    this.emit('finish');
    this.emit('close');
    const ended = rest.find((argument) => typeof argument === 'function');
    if (ended) process.nextTick(ended);
    return this;
  }

  #take(chunk: unknown, rest: readonly unknown[]): void {
    const [encoding] = rest;
    if (typeof chunk === 'string') this.#chunks.push(Buffer.from(chunk, typeof encoding === 'string' && Buffer.isEncoding(encoding) ? encoding : 'utf8'));
    else if (chunk instanceof Uint8Array) this.#chunks.push(Buffer.from(chunk));
  }
}
