/**
 * Searches: the one page whose query reaches Next. Each is composed for the reader who asks, cleaned as every page, and kept nowhere.
 * Promises: one at a time, beside the composing of other pages, so that a storm of searches holds up no page; those who would wait too
 * long are turned away; what reaches Next is the query as the portal itself writes it.
 */
import { parseSearchQuery, pathOf, type Shown } from '@/lib/routes';
import { openComposing, type Handler } from './composing';
import type { ToElder } from './elder-mode';
import type { Coding } from './encoding';
import { lifetimes } from './headers';
import { makePrintOnce, type Print } from './print';
import { takeRuntimeOut } from './runtime';

/**
 * The page of results, in the language and mode of its address. @param target The request's, with its query.
 * @throws TooBusy, or Error when Next fails or takes too long.
 */
export type Search = (shown: Pick<Shown, 'isElder'> & { readonly address: Pick<Shown['address'], 'locale'> }, target: string, coding: Coding) => Promise<Print>;

const limits = { mostAtOnce: 1, mostWaiting: 20, patience: 15_000 };

/** @param headers Security headers of pages, names and values in turn. */
export function openSearching(handler: Handler, origin: string, headers: readonly string[], toElder: ToElder): Search {
  const compose = openComposing(handler, origin, limits);
  return async ({ address: { locale }, isElder }, target, coding) => {
    const query = parseSearchQuery(new URLSearchParams(target.slice(target.indexOf('?') + 1)));
    const address = pathOf({ kind: 'search', locale, ...(target.includes('?') && { query }) });
    const { status, type, body } = await compose(address);
    if (status !== 200) throw new Error(`Next answered a search with status ${status}`);
    const html = takeRuntimeOut(body.toString());
    return makePrintOnce(coding, { body: Buffer.from(isElder ? toElder(html) : html), type, lifetime: lifetimes.private, headers });
  };
}
