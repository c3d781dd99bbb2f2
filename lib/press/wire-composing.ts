/**
 * Files of the wire take the way of pages: composed once, kept on the shelf, forgotten when what they show has changed. Only one is
 * written at a time, between readers' pages: programs can wait.
 */
import type { Wire } from '@/lib/wire/wire';
import type { TryAnswer } from './answering';
import type { Compose } from './composing';
import { lifetimes } from './headers';
import { makePrint } from './print';
import { sendPrint } from './sending';

/** Composes what is on the wire, and leaves the rest to `compose`. */
export function withWire(wire: Wire, compose: Compose): Compose {
  let queue: Promise<unknown> = Promise.resolve();
  return async (path, isAwaited) => {
    if (!wire.has(path)) return compose(path, isAwaited);
    const written = queue.then(() => wire.write(path));
    queue = written.catch(() => undefined);
    const file = await written;
    // What is gone by now is missing, as Next would say.
    if (!file) return { status: 404, type: 'text/plain', body: Buffer.alloc(0) };
    return { status: 200, type: file.type, body: Buffer.from(file.body), isFleeting: file.isFleeting, ...(file.isForReaders && { isForReaders: true }), ...(file.headers && { headers: file.headers }) };
  };
}

/** For `npm run dev`, where nothing is kept. @param headers The security headers, names and values in turn. */
export function answerFromWire(wire: Wire, headers: readonly string[]): TryAnswer {
  return async (request, response, path) => {
    const file = wire.has(path) ? await wire.write(path) : undefined;
    if (!file) return undefined;
    const print = await makePrint({ body: Buffer.from(file.body), type: file.type, lifetime: lifetimes.private, headers, ...(file.headers && { own: file.headers }), effort: 'page' });
    return { ...sendPrint(request, response, print), via: 'print' };
  };
}
