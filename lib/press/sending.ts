/**
 * How an answer leaves the house: Prints and files, whole, in part, or not at all when the client has them already.
 * Promises: HEAD gets the headers of GET and no body; every answer carries the security headers it was given; a broken connection or
 * disk ends that answer and nothing else.
 */
import { createReadStream } from 'node:fs';
import { STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';
import { negotiateCoding } from './encoding';
import type { PictureFile } from './pictures';
import type { Print, Rendition } from './print';
import { parseRange } from './ranges';

/** What went out, for the log. */
export interface Sent {
  readonly status: number;
  /** Of the body. */
  readonly bytes: number;
}

/** @param status Another than the Print's own: the page for what failed also says that too much is asked at once. */
export function sendPrint(request: IncomingMessage, response: ServerResponse, print: Print, status = print.status): Sent {
  const known = request.headers['if-none-match'];
  if (known !== undefined && print.status === 200 && isKnown(known, print.etag)) {
    response.writeHead(304, [...print.unchanged]).end();
    return { status: 304, bytes: 0 };
  }
  const rendition = print.in(negotiateCoding(request.headers['accept-encoding']));
  if (status === print.status) sendHead(response, status, rendition);
  else response.writeHead(status, rendition.headers);
  // To HEAD, Node sends no body.
  response.end(rendition.body);
  return { status, bytes: request.method === 'HEAD' ? 0 : rendition.body.length };
}

/** What of Node's answer is not in its types: the head as it will be sent, once it is known. */
type WithHead = ServerResponse & { _header: string | null };

/**
 * Node checks and joins the same fifteen headers again for every answer: a third of the work of a warm page. Those of a Print were
 * checked and joined when it was made, and only the date is new. Where Node would say something else, or keeps its head elsewhere, it does it.
 */
function sendHead(response: ServerResponse, status: number, { headers, opening, closing }: Rendition): void {
  if (!response.shouldKeepAlive || !hasHead(response)) {
    response.writeHead(status, headers);
    return;
  }
  response.statusCode = status;
  response._header = opening + closing + datedEnd();
}

function hasHead(response: ServerResponse): response is WithHead {
  return '_header' in response && response._header === null;
}

let end = '';
let endedAt = 0;

/** The last lines of a head; a date serves for its second. */
function datedEnd(): string {
  const second = Math.floor(Date.now() / 1000);
  if (second !== endedAt) [end, endedAt] = [`Date: ${new Date(second * 1000).toUTCString()}\r\nConnection: keep-alive\r\n\r\n`, second];
  return end;
}

/**
 * Sends a file from the disk, or the part of it that is asked for.
 * @param headers Cache-Control and the security headers, names and values in turn.
 */
export function sendFile(request: IncomingMessage, response: ServerResponse, { file, type, size, etag }: PictureFile, headers: readonly string[]): Sent {
  const shared = ['ETag', etag, 'Accept-Ranges', 'bytes', ...headers];
  const known = request.headers['if-none-match'];
  if (known !== undefined && isKnown(known, etag)) {
    response.writeHead(304, shared).end();
    return { status: 304, bytes: 0 };
  }
  const isSameAsBefore = (request.headers['if-range'] ?? etag) === etag;
  const range = request.method === 'GET' && isSameAsBefore ? parseRange(request.headers.range, size) : undefined;
  if (range === 'unsatisfiable') {
    response.writeHead(416, ['Content-Range', `bytes */${size}`, 'Content-Length', '0', ...headers]).end();
    return { status: 416, bytes: 0 };
  }
  const { start, end } = range ?? { start: 0, end: size - 1 };
  const length = String(end - start + 1);
  const [status, part] = range ? [206, ['Content-Range', `bytes ${start}-${end}/${size}`]] : [200, []];
  response.writeHead(status, ['Content-Type', type, 'Content-Length', length, ...part, ...shared]);
  if (request.method === 'HEAD') {
    response.end();
    return { status, bytes: 0 };
  }
  // On trouble the pipeline destroys the connection, which tells the client that the body is not whole.
  pipeline(createReadStream(file, { start, end }), response, () => undefined);
  return { status, bytes: end - start + 1 };
}

/** A short text or JSON for programs: refusals, health, counts. `headers` are names and values in turn. */
export function sendWords(request: IncomingMessage, response: ServerResponse, status: number, words: string | object, headers: readonly string[]): Sent {
  const isText = typeof words === 'string';
  const body = Buffer.from(isText ? `${words}\n` : JSON.stringify(words));
  response.writeHead(status, ['Content-Type', isText ? 'text/plain; charset=utf-8' : 'application/json', 'Content-Length', String(body.length), ...headers]);
  response.end(body);
  return { status, bytes: request.method === 'HEAD' ? 0 : body.length };
}

export function sendRedirect(response: ServerResponse, status: 301 | 302 | 308, location: string, headers: readonly string[]): Sent {
  response.writeHead(status, ['Location', location, 'Content-Length', '0', ...headers]).end();
  return { status, bytes: 0 };
}

export function wordsOf(status: number): string {
  return `${status} ${STATUS_CODES[status] ?? ''}`.trim();
}

/** Weak comparison (RFC 9110 §13.1.2). */
function isKnown(header: string, etag: string): boolean {
  if (header === etag || header === '*') return true;
  const bare = etag.replace(/^W\//, '');
  return header.split(',').some((one) => one.trim().replace(/^W\//, '') === bare);
}
