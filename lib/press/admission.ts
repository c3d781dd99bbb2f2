/**
 * Who gets in: the first look at every request, before anything is looked up for it.
 * Promises: behind it there are only known methods, a path of bounded length on a host of ours, no body, and none of the doors that
 * Next would open to strangers (Upgrade, Server Actions, absolute-form targets).
 */
import type { IncomingMessage } from 'node:http';
import { viewsPath } from '@/lib/routes';

export interface Refusal {
  readonly status: number;
  /** What a 405 must name. */
  readonly allow?: string;
}

export type Admit = (request: IncomingMessage) => Refusal | undefined;

/** Bytes of a request line's target. What is pasted into the search box may be long; it is cut there, and is no reason to refuse. */
export const longestTarget = 2_048;
const longestSearchTarget = 14_000;
const searchTarget = /^\/[a-z-]+\/search\?/;
/** Answered whatever the Host: load balancers ask by address. */
export const healthPaths: readonly string[] = ['/healthz', '/healthz/live', '/healthz/ready'];

const badRequest: Refusal = { status: 400 };
const badHost: Refusal = { status: 421 };
const longTarget: Refusal = { status: 414 };
const largeBody: Refusal = { status: 413 };
const onlyRead: Refusal = { status: 405, allow: 'GET, HEAD' };
const onlyReadOrPost: Refusal = { status: 405, allow: 'GET, HEAD, POST' };

/**
 * @param origin The portal's own; only requests for its host are answered.
 * @param port Where the press really listens: when the origin is this machine, its other names are as good.
 */
export function openAdmission(origin: string, port: number): Admit {
  const hosts = hostsOf(origin, port);
  return ({ method, url = '', headers }) => {
    if (url.length > longestTarget && (url.length > longestSearchTarget || !searchTarget.test(url))) return longTarget;
    // `//` would begin another host's address wherever it is repeated.
    if (url.charCodeAt(0) !== 0x2f || url.charCodeAt(1) === 0x2f || url.charCodeAt(1) === 0x5c) return badRequest;
    const { host } = headers;
    if (host === undefined) return badRequest;
    if (!hosts.has(host) && !hosts.has(host.toLowerCase()) && !healthPaths.includes(url)) return badHost;
    if (method !== 'GET' && method !== 'HEAD') {
      const isViews = url.startsWith(viewsPath);
      if (method !== 'POST' || !isViews) return isViews ? onlyReadOrPost : onlyRead;
    }
    if (headers.upgrade !== undefined || headers['next-action'] !== undefined) return badRequest;
    if (headers['transfer-encoding'] !== undefined) return largeBody;
    const length = headers['content-length'];
    if (length !== undefined && length !== '0') return largeBody;
    return undefined;
  };
}

function hostsOf(origin: string, port: number): ReadonlySet<string> {
  const { protocol, hostname, host } = new URL(origin);
  const hosts = [host, `${hostname}:${new URL(origin).port || (protocol === 'https:' ? 443 : 80)}`];
  if (hostname === 'localhost') hosts.push(...['localhost', '127.0.0.1', '[::1]'].flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`])));
  return new Set(hosts);
}
