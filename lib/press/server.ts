/**
 * The HTTP server: admission, the fast path from the shelf, the log, and how the portal comes up and goes down.
 * Promises: one request's trouble never ends the process or another request; clients that dawdle are cut off; until the press is open
 * and once it closes, `/healthz/ready` says so; closing waits for the answers under way.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { healthPaths, openAdmission, type Refusal } from './admission';
import type { Answer, Answered } from './answering';
import { lifetimes, securityHeaders } from './headers';
import { endIdleConnections } from './idle';
import { explain, type Log, type Via } from './log';
import type { Print } from './print';
import type { Printing } from './printing';
import { sendPrint, sendWords, wordsOf, type Sent } from './sending';
import { fileFor } from './speculation';

/** What is needed to answer; until it is there, the portal is starting. */
export interface Opened {
  readonly shelf: Printing['shelf'];
  readonly files: ReadonlyMap<string, Print>;
  readonly answer: Answer;
}

export interface Press {
  /** Where it really listens. */
  readonly port: number;
  open(opened: Opened): void;
  /** Says that it is not ready, soon takes no new connection, and ends when the answers under way are out. */
  close(): Promise<void>;
}

interface Place {
  readonly host: string;
  readonly port: number;
  readonly origin: string;
}

/** A client has this long, in milliseconds, for its headers and for the whole request. */
const patience = { headersTimeout: 10_000, requestTimeout: 20_000 };
/** Between two signs of life: longer than proxies keep their connections (60 s), so that they close them, not we under their hands. */
const idlePatience = 65_000;
const mostConnections = 10_000;
/** Closing: so long, in milliseconds, are those who have knocked already let in (and proxies told), and so long are answers waited for. */
const lastCall = 500;
const drainingPatience = 10_000;

/** @throws Error when the port is taken. */
export async function listen({ host, port, origin }: Place, log: Log): Promise<Press> {
  const headers = ['Cache-Control', lifetimes.private, ...securityHeaders(origin)];
  const server = createServer({ ...patience, keepAliveTimeout: 0, connectionsCheckingInterval: 5_000, maxHeaderSize: 16_384, requireHostHeader: false });
  endIdleConnections(server, idlePatience, 5_000);
  server.maxConnections = mostConnections;
  server.maxHeadersCount = 100;
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  const listening = portOf(server);
  const admit = openAdmission(origin, listening);
  let opened: Opened | undefined;
  let isClosing = false;

  const refuse = (request: IncomingMessage, response: ServerResponse, { status, allow }: Refusal): Sent => {
    // Whoever sends what we do not take may go on sending it.
    return sendWords(request, response, status, wordsOf(status), ['Connection', 'close', ...(allow ? ['Allow', allow] : []), ...headers]);
  };
  const tellHealth = (request: IncomingMessage, response: ServerResponse, path: string): Sent => {
    const isReady = opened !== undefined && !isClosing;
    const status = isReady || path === '/healthz/live' ? 200 : 503;
    const shelf = opened && { pages: opened.shelf.count, bytes: opened.shelf.bytes };
    return sendWords(request, response, status, { live: true, ready: isReady, shelf, memory: process.memoryUsage.rss() }, headers);
  };

  const note = ({ method = '' }: IncomingMessage, path: string, began: number, { status, bytes }: Sent, via: Via): void => {
    log.request(method, path, status, bytes, performance.now() - began, via);
  };
  const fail = (request: IncomingMessage, response: ServerResponse, path: string, began: number, error: unknown): void => {
    log.say('error', 'answer-failed', { method: request.method, path, error: explain(error) });
    if (response.headersSent) response.destroy();
    else note(request, path, began, sendWords(request, response, 500, wordsOf(500), headers), 'refusal');
  };

  server.on('request', (request, response) => {
    const began = performance.now();
    const { url = '' } = request;
    const query = url.indexOf('?');
    const path = query === -1 ? url : url.slice(0, query);
    try {
      const refusal = admit(request);
      if (refusal) return note(request, path, began, refuse(request, response, refusal), 'refusal');
      // Nearly every request ends here: nothing is made for it, no function and no list.
      const page = opened?.shelf.find(path);
      if (page) return note(request, path, began, sendPrint(request, response, page), 'shelf');
      if (healthPaths.includes(path)) return note(request, path, began, tellHealth(request, response, path), 'api');
      if (!opened) return note(request, path, began, sendWords(request, response, 503, '正在准备，请稍后再来。 / Getting ready, please come back in a moment.', ['Retry-After', '5', ...headers]), 'refusal');
      const file = opened.files.get(fileFor(path, request.headers['save-data']));
      if (file) return note(request, path, began, sendPrint(request, response, file), 'file');
      opened.answer(request, response, path).then(
        (answered: Answered) => {
          if (answered.error !== undefined) log.say('error', 'page-failed', { path, error: explain(answered.error) });
          note(request, path, began, answered, answered.via);
        },
        (error: unknown) => fail(request, response, path, began, error),
      );
    } catch (error) {
      fail(request, response, path, began, error);
    }
  });
  server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) => void refuse(request, response, { status: 417 }));
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => refuseConnection(socket, statusOf(error.code), headers));
  server.on('connect', (_request, socket) => refuseConnection(socket, 405, headers));

  return {
    port: listening,
    open(means) {
      opened = means;
    },
    close() {
      isClosing = true;
      return drain(server);
    },
  };
}

async function drain(server: Server): Promise<void> {
  // The system has accepted connections that Node has not seen yet; closing now would cut them off.
  await wait(lastCall);
  // Kept-alive connections become idle one by one as their answers go out.
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const end = setTimeout(() => server.closeAllConnections(), drainingPatience);
  await new Promise<void>((resolve) => server.close(() => resolve()));
  clearInterval(idle);
  clearTimeout(end);
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** For what the parser could not make a request of. */
function statusOf(code: string | undefined): number {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return 431;
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return 408;
    case 'HPE_INVALID_METHOD':
      return 405;
    default:
      return 400;
  }
}

function refuseConnection(socket: Duplex | Socket, status: number, headers: readonly string[]): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const named = ['Connection', 'close', 'Content-Length', '0', ...(status === 405 ? ['Allow', 'GET, HEAD'] : []), ...headers];
  const lines = named.flatMap((name, place) => (place % 2 === 0 ? [`${name}: ${named[place + 1] ?? ''}`] : []));
  socket.end(`HTTP/1.1 ${wordsOf(status)}\r\n${lines.join('\r\n')}\r\n\r\n`);
}
