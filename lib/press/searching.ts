/**
 * Searches: the one page whose query reaches Next. Each is composed for the reader who asks, cleaned as every page, and kept nowhere.
 * Promises: one at a time, beside the composing of other pages, so that a storm of searches holds up no page; those who would wait too
 * long are turned away; what reaches Next is the query as the portal itself writes it.
 */
import type { Locale } from '@/lib/locale/locales';
import { parseSearchQuery, pathOf } from '@/lib/routes';
import { openComposing, type Handler } from './composing';
import { lifetimes } from './headers';
import { makePrint, type Print } from './print';
import { takeRuntimeOut } from './runtime';

/**
 * The page of results. @param target The request's, with its query.
 * @throws TooBusy, or Error when Next fails or takes too long.
 */
export type Search = (locale: Locale, target: string) => Promise<Print>;

const limits = { mostAtOnce: 1, mostWaiting: 20, patience: 15_000 };

/** @param headers Security headers of pages, names and values in turn. */
export function openSearching(handler: Handler, origin: string, headers: readonly string[]): Search {
  const compose = openComposing(handler, origin, limits);
  return async (locale, target) => {
    const query = parseSearchQuery(new URLSearchParams(target.slice(target.indexOf('?') + 1)));
    const address = pathOf({ kind: 'search', locale, ...(target.includes('?') && { query }) });
    const { status, type, body } = await compose(address);
    if (status !== 200) throw new Error(`Next answered a search with status ${status}`);
    return makePrint({ body: Buffer.from(takeRuntimeOut(body.toString())), type, lifetime: lifetimes.private, headers, effort: 'page' });
  };
}
