/**
 * Asks one portal for its addresses, as a visitor of the inspectors would: an answer that takes 15 seconds has failed (D41). Redirects are
 * told, not followed; a page longer than any page of a portal is broken off. Promises that no other host is ever asked.
 */

export interface Answer {
  /** 0 when there was none. */
  readonly status: number;
  readonly milliseconds: number;
  /** Why there was no answer. */
  readonly trouble?: string;
}

export interface Fetched extends Answer {
  /** The text of a page of HTML that is there. */
  readonly html?: string;
  /** Where a redirect leads. */
  readonly location?: URL;
}

export type Fetching = (address: URL) => Promise<Fetched>;

export const patience = 15_000;
const longest = 4_000_000;

/** @param limit How long an answer may take, in milliseconds. */
export function openFetching(origin: string, limit = patience): Fetching {
  return async (address) => {
    if (address.origin !== origin) throw new Error(`${address.href} is not at ${origin}`);
    const began = performance.now();
    const told = (facts: Omit<Fetched, 'milliseconds'>): Fetched => ({ ...facts, milliseconds: Math.round(performance.now() - began) });
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(new Error(`${limit / 1000} s`)), limit);
    try {
      const response = await fetch(address, { redirect: 'manual', signal: abort.signal, headers: { accept: 'text/html,*/*;q=0.5', 'user-agent': 'portal-audit' } });
      const { status } = response;
      const target = response.headers.get('location');
      if (status >= 300 && status < 400 && target !== null && URL.canParse(target, address)) {
        await response.body?.cancel();
        return told({ status, location: new URL(target, address) });
      }
      if (!response.ok || !/^text\/html\b/i.test(response.headers.get('content-type') ?? '')) {
        await response.body?.cancel();
        return told({ status });
      }
      return told({ status, html: await readText(response) });
    } catch (error) {
      return told({ status: 0, trouble: reasonOf(error) });
    } finally {
      clearTimeout(timer);
    }
  };
}

async function readText(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    // Breaking off the loop closes the stream.
    if (text.length > longest) break;
  }
  return text;
}

/** What undici knows is in the cause. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error)) return String(cause);
  return cause.message || ('code' in cause ? String(cause.code) : cause.name);
}
