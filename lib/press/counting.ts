/**
 * Counts of views over HTTP: POST /api/views/<article> counts a visit and answers the number, GET only answers it.
 * Promises: robots, other sites' pages and articles nobody may read count nothing; who reads is kept only as a mark that nobody can
 * turn back, under a secret that lives in memory for one day; a client counts so often a minute and no more; trouble with the counts
 * is told in the log and never breaks a page.
 */
import { createHmac, randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';
import type { ArticleId } from '@/lib/content/article';
import type { Catalogue } from '@/lib/content/catalogue';
import { originalLocale } from '@/lib/locale/locales';
import { parsePath, viewsPath, viewsPathOf } from '@/lib/routes';
import { dayOf, type Views } from '@/lib/store/views';
import type { TryAnswer } from './answering';
import { lifetimes, securityHeaders } from './headers';
import { explain, type Log } from './log';
import { sendWords, wordsOf } from './sending';

interface Means {
  readonly origin: string;
  /** How many proxies of ours add the caller to X-Forwarded-For. */
  readonly proxies: number;
  readonly views: Pick<Views, 'recordView' | 'countViews'>;
  readonly catalogue: Pick<Catalogue, 'has' | 'findRedirect' | 'listFormerIds'>;
  readonly log: Pick<Log, 'say'>;
  readonly now?: () => Date;
}

/** A quick reader opens an article every few seconds; a household or office shares an address. */
const mostPerMinute = 60;
const mostClientsRemembered = 50_000;
const robots = /bot\b|crawl|spider|slurp|archiver|preview|monitor|scan|fetch|curl|wget|python|java\/|libwww|httpclient|facebookexternalhit|lighthouse/i;

export function openCounting({ origin, proxies, views, catalogue, log, now = () => new Date() }: Means): TryAnswer {
  const headers = ['Cache-Control', lifetimes.private, ...securityHeaders(origin)];
  const markOf = openMarks();
  const isPatient = openLimit();

  return async (request, response, path) => {
    const address = findArticle(path);
    if (!address) return { ...sendWords(request, response, 404, wordsOf(404), headers), via: 'api' };
    const article = idOf(address);
    try {
      if (request.method === 'POST' && isReader(request.headers, origin)) {
        const moment = now();
        const client = clientOf(request, proxies);
        // Beyond the limit the number is still answered: it may be a large office behind one address.
        if (isPatient(client, moment)) await views.recordView(article, markOf(`${client} ${request.headers['user-agent'] ?? ''}`, moment), moment);
      }
      // Its readers at its former addresses read the same article.
      const counts = await views.countViews([article, ...catalogue.listFormerIds(address).map(idOf)]);
      return { ...sendWords(request, response, 200, { views: [...counts.values()].reduce((sum, count) => sum + count, 0) }, headers), via: 'api' };
    } catch (error) {
      log.say('warning', 'views-failed', { error: explain(error) });
      return { ...sendWords(request, response, 503, wordsOf(503), headers), via: 'api' };
    }
  };

  /** Whoever has the page of a former address still open counts where the article is now: a redirect would make a GET of the POST. */
  function findArticle(path: string): ArticleId | undefined {
    const address = parsePath(`/${originalLocale}/news/periodicals/${path.slice(viewsPath.length)}`);
    const now = address && (catalogue.has(address) ? address : catalogue.findRedirect(address));
    return now?.kind === 'article' && address?.kind === 'article' ? now : undefined;
  }
}

function idOf(article: ArticleId): string {
  return viewsPathOf(article).slice(viewsPath.length);
}

/** Whether a page of ours is open in somebody's browser. */
function isReader(headers: IncomingHttpHeaders, origin: string): boolean {
  const agent = headers['user-agent'] ?? '';
  if (agent === '' || robots.test(agent)) return false;
  if ((headers.origin ?? origin) !== origin) return false;
  const site = headers['sec-fetch-site'];
  return (site === undefined || site === 'same-origin') && headers['sec-purpose'] === undefined;
}

/** One name for each client, for as long as its request lasts. An IPv6 household has 2^64 addresses: its network counts. */
function clientOf(request: IncomingMessage, proxies: number): string {
  const forwarded = [request.headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
  const told = proxies === 0 ? undefined : forwarded.at(-proxies)?.trim();
  const address = (told || request.socket.remoteAddress || '').replace(/^::ffff:/i, '');
  return isIPv6(address) ? networkOf(address) : address;
}

/** The first 64 bits of an IPv6 address; `::` stands for as many zeros as are missing. */
function networkOf(address: string): string {
  const [before = [], after = []] = address.split('::').map((half) => half.split(':').filter((group) => group !== ''));
  const zeros = Array<string>(8 - before.length - after.length).fill('0');
  return [...before, ...zeros, ...after].slice(0, 4).map((group) => Number.parseInt(group, 16)).join(':');
}

/** Marks of readers: the same all day, meaningless the next, and different in every process. */
function openMarks(): (reader: string, moment: Date) => string {
  let day = '';
  let secret = randomBytes(32);
  return (reader, moment) => {
    const today = dayOf(moment);
    if (today !== day) [day, secret] = [today, randomBytes(32)];
    return createHmac('sha256', secret).update(reader).digest('base64url').slice(0, 22);
  };
}

function openLimit(): (client: string, moment: Date) => boolean {
  let minute = 0;
  const counts = new Map<string, number>();
  return (client, moment) => {
    const current = Math.floor(moment.getTime() / 60_000);
    if (current !== minute || counts.size >= mostClientsRemembered) counts.clear();
    minute = current;
    const count = (counts.get(client) ?? 0) + 1;
    counts.set(client, count);
    return count <= mostPerMinute;
  };
}
