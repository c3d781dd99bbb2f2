/**
 * What each address gets: the slow path of the press, for everything that is not on the shelf or in the list of files.
 * Promises: Next is asked only for addresses that exist; what does not exist and what fails gets a whole page in the language of its
 * address; a redirect leads to an address of ours that was put together here, never to words from the request.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isLocale, negotiateLocale, type Locale } from '@/lib/locale/locales';
import { isBelowElder, parseCardPath, parseShortPath, parseShown, pathOf, pathOfShown, viewsPath, type Address } from '@/lib/routes';
import type { Cards } from './cards';
import { TooBusy } from './composing';
import type { Editions } from './editions';
import { negotiateCoding } from './encoding';
import { lifetimes, securityHeaders } from './headers';
import type { Via } from './log';
import type { Pictures } from './pictures';
import type { Printing } from './printing';
import type { Recordings } from './recordings';
import type { Search } from './searching';
import { sendFile, sendPrint, sendRedirect, type Sent } from './sending';

export interface Answered extends Sent {
  readonly via: Via;
  /** What went wrong, when something did. */
  readonly error?: unknown;
}

/**
 * Answers, or says by undefined that there is no such thing.
 * @param path The path of the request, without its query.
 */
export type TryAnswer = (request: IncomingMessage, response: ServerResponse, path: string) => Promise<Answered | undefined>;
/** Always answers. */
export type Answer = (request: IncomingMessage, response: ServerResponse, path: string) => Promise<Answered>;

interface OwnMeans {
  readonly origin: string;
  readonly pictures: Pictures;
  readonly editions?: Editions;
  readonly recordings?: Recordings;
  /** Left out where there are no fonts to draw them with. */
  readonly cards?: Pick<Cards, 'find'>;
  /** Answers what stands below /api/views/. */
  readonly views?: TryAnswer;
  /** Cache-Control and all else, names and values in turn; those for readers when left out. */
  readonly headers?: { readonly entrance: readonly string[]; readonly pictures: readonly string[]; readonly recordings: readonly string[] };
}

/** What the press answers without Next: the ways in, pictures, cards, recordings, editions, counts. */
export function openOwnAnswers({ origin, pictures, cards, editions, recordings, views, headers = readersHeaders(origin) }: OwnMeans): TryAnswer {
  // Those of pages: in an export a host needs no rule for them.
  const forEditions = ['Cache-Control', lifetimes.page, ...securityHeaders(origin)];
  const forCards = ['Cache-Control', lifetimes.file, ...securityHeaders(origin, 'cross-origin')];
  return async (request, response, path) => {
    if (path === '/') {
      const front = pathOf({ kind: 'front', locale: negotiateLocale(request.headers['accept-language']) });
      return { ...sendRedirect(response, 302, front, headers.entrance), via: 'file' };
    }
    const code = parseShortPath(path);
    if (code !== undefined) {
      const copy = pathOf({ kind: 'copy', locale: negotiateLocale(request.headers['accept-language']), code });
      return { ...sendRedirect(response, 302, copy, headers.entrance), via: 'file' };
    }
    if (path.startsWith(viewsPath)) return views?.(request, response, path);
    if (parseCardPath(path)) {
      const card = await cards?.find(path);
      return card && { ...sendFile(request, response, card, forCards), via: 'picture' };
    }
    if (!path.startsWith('/media/')) {
      const recording = await recordings?.find(path);
      if (recording) return { ...sendFile(request, response, recording, headers.recordings), via: 'file' };
      const edition = await editions?.find(path);
      return edition && { ...sendFile(request, response, edition, forEditions), via: 'file' };
    }
    const picture = await pictures.find(path);
    return picture && { ...sendFile(request, response, picture, headers.pictures), via: 'picture' };
  };
}

/** A recording is the text itself: once that is withdrawn, no cache may hold it for long. Other houses' readers of feeds play it. */
export function recordingHeaders(origin: string): readonly string[] {
  return ['Cache-Control', lifetimes.file, ...securityHeaders(origin, 'cross-origin')];
}

function readersHeaders(origin: string): NonNullable<OwnMeans['headers']> {
  return {
    entrance: ['Vary', 'Accept-Language', 'Cache-Control', lifetimes.private, ...securityHeaders(origin)],
    pictures: ['Cache-Control', lifetimes.immutable, ...securityHeaders(origin, 'cross-origin')],
    recordings: recordingHeaders(origin),
  };
}

interface Means {
  readonly origin: string;
  readonly own: TryAnswer;
  /** Answers addresses at which nothing stands any more and that lead elsewhere. */
  readonly moved?: TryAnswer;
  readonly printing: Printing;
  /** Left out where there is nothing to search in: a preview. */
  readonly search?: Search;
  /** Whether readers may see the page at this moment. */
  readonly has: (address: Address) => boolean;
  /** Whether there is a file for programs at the path. */
  readonly hasFile: (path: string) => boolean;
}

export function openAnswering({ origin, own, moved, printing, search, has, hasFile }: Means): Answer {
  const forRedirects = ['Cache-Control', lifetimes.private, ...securityHeaders(origin)];

  const sendMissing: Answer = async (request, response, path) => {
    const elsewhere = await moved?.(request, response, path);
    return elsewhere ?? { ...sendPrint(request, response, printing.spare('missing', localeOf(path, request), isBelowElder(path))), via: 'shelf' };
  };

  const answer: Answer = async (request, response, path) => {
    const answered = await own(request, response, path);
    if (answered) return answered;
    if (hasFile(path)) return { ...sendPrint(request, response, await printing.print(path)), via: 'print' };
    const isSlashed = path.endsWith('/');
    const shown = parseShown(isSlashed ? path.slice(0, -1) : path);
    if (!shown || !has(shown.address)) return sendMissing(request, response, path);
    if (shown.address.kind === 'search' && search && !isSlashed) {
      const found = await search(shown, request.url ?? path, negotiateCoding(request.headers['accept-encoding']));
      return { ...sendPrint(request, response, found), via: 'print' };
    }
    if (isSlashed) return { ...sendRedirect(response, 308, pathOfShown(shown), forRedirects), via: 'file' };
    try {
      return { ...sendPrint(request, response, await printing.print(path)), via: 'print' };
    } catch (error) {
      // An editor may have taken the page away while it was being composed.
      if (has(shown.address)) throw error;
      return sendMissing(request, response, path);
    }
  };

  return async (request, response, path) => {
    try {
      return await answer(request, response, path);
    } catch (error) {
      if (response.headersSent) throw error;
      const failed = printing.spare('failed', localeOf(path, request), isBelowElder(path));
      return { ...sendPrint(request, response, failed, error instanceof TooBusy ? 503 : failed.status), via: 'shelf', error };
    }
  };
}

function localeOf(path: string, request: IncomingMessage): Locale {
  const [, first] = path.split('/', 2);
  return isLocale(first) ? first : negotiateLocale(request.headers['accept-language']);
}
