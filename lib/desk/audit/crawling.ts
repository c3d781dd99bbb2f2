/**
 * Reads a portal from its first page on, link by link, what is nearer first. Promises: only addresses of the one origin are asked, each once;
 * no more pages than allowed are read, and no more files than a few a page; every page is judged while its tree is at hand.
 */
import { factsOf, isCopy, readPage, type AuditedPage, type PageFacts } from './audited-page';
import type { Answer, Fetching } from './fetching';

export interface Crawl {
  readonly home: PageFacts;
  readonly pages: readonly PageFacts[];
  /** By path and query. */
  readonly answers: ReadonlyMap<string, Answer>;
  /** Links to other hosts, by host. */
  readonly foreign: ReadonlyMap<string, number>;
  /** Addresses that were seen and, for want of room, not asked. */
  readonly unread: number;
}

interface Wishes {
  readonly start: URL;
  /** Pages that are read at most. */
  readonly limit: number;
  readonly fetching: Fetching;
  readonly now: Date;
  /** Called with every page while its tree is at hand. @param facts What is kept of it. @param home The first page. */
  readonly onPage: (page: AuditedPage, facts: PageFacts, home: PageFacts) => void;
  readonly onProgress: (done: number, total: number) => void;
}

/** A visitor, not a storm. */
const atOnce = 4;
const filesPerPage = 5;
const mostRedirects = 5;

/** @throws Error when the first page cannot be read. */
export async function crawl({ start, limit, fetching, now, onPage, onProgress }: Wishes): Promise<Crawl> {
  const answers = new Map<string, Answer>();
  const foreign = new Map<string, number>();
  const pages: PageFacts[] = [];
  const seen = new Set<string>();
  const waiting: URL[] = [];
  const files: URL[] = [];
  let home: PageFacts | undefined;

  const add = (url: URL, isPage: boolean): void => {
    if (url.origin !== start.origin) {
      foreign.set(url.host, (foreign.get(url.host) ?? 0) + 1);
      return;
    }
    const key = keyOf(url);
    if (seen.has(key)) return;
    seen.add(key);
    (isPage ? waiting : files).push(new URL(key, start));
  };

  /** @returns Where it redirects to, within the portal. */
  const visit = async (url: URL): Promise<URL | undefined> => {
    const { html, location, ...answer } = await fetching(url);
    answers.set(keyOf(url), answer);
    if (location) return location;
    if (html === undefined || pages.length >= limit) return undefined;
    const page = readPage(url, html, now);
    if (isCopy(page, pages)) return undefined;
    const facts = factsOf(page);
    home ??= facts;
    pages.push(facts);
    onPage(page, facts, home);
    for (const link of page.links) if (link.url) add(link.url, link.kind === 'page');
    return undefined;
  };

  /** @param room How many more may be asked; what is being asked counts as had. */
  const askAll = async (queue: URL[], room: () => number): Promise<void> => {
    let underWay = 0;
    const next = (): URL | undefined => (room() > underWay ? queue.shift() : undefined);
    const lane = async (): Promise<void> => {
      for (let url = next(); url; url = next()) {
        underWay += 1;
        const target = await visit(url);
        underWay -= 1;
        if (target) add(target, true);
        onProgress(answers.size, Math.min(seen.size, limit * (1 + filesPerPage)));
      }
    };
    // A lane that finds nothing to do ends, though another may be about to find links: all begin anew until there are none.
    while (queue.length > 0 && room() > 0) await Promise.all(Array.from({ length: atOnce }, lane));
  };

  seen.add(keyOf(start));
  let first: URL | undefined = start;
  for (let redirects = 0; first && redirects <= mostRedirects; redirects++) {
    const at: URL = first;
    first = await visit(at);
    if (first && first.origin !== start.origin) throw new Error(`${at.href} 转到了别的网站 ${first.href}。 / ${at.href} leads to another site, ${first.href}.`);
    if (first) seen.add(keyOf(first));
  }
  if (!home) {
    const [last] = [...answers.values()].slice(-1);
    const why = last?.trouble ?? String(last?.status ?? '');
    throw new Error(`${start.href} 读不到首页（${why}）。 / ${start.href}: the first page cannot be read (${why}).`);
  }
  await askAll(waiting, () => limit - pages.length);
  await askAll(files, () => limit * filesPerPage - (answers.size - pages.length));
  return { home, pages, answers, foreign, unread: waiting.length + files.length };
}

function keyOf(url: URL): string {
  return url.pathname + url.search;
}
