/**
 * The worker: answers for the portal when the network does not. Pages come from the network as long as there is one, so that a correction
 * is never hidden by an old copy; a copy that is shown instead says so. Saved issues are looked after while there is a connection.
 */
import { isHashed, keyOf, listCopies, renewIssue, type Copy } from './copies';

/** What of a worker's world is not in the compiler's list for pages. */
interface ExtendableEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface FetchEvent extends ExtendableEvent {
  readonly request: Request;
  readonly resultingClientId: string;
  readonly preloadResponse?: Promise<Response | undefined>;
  respondWith(response: Promise<Response>): void;
}

interface WorkerScope {
  readonly location: Location;
  /** Older browsers have no preload. */
  readonly registration: Omit<ServiceWorkerRegistration, 'navigationPreload'> & { readonly navigationPreload?: NavigationPreloadManager };
  readonly clients: { get(id: string): Promise<{ postMessage(message: unknown): void } | undefined>; claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', hear: (event: ExtendableEvent) => void): void;
  addEventListener(type: 'fetch', hear: (event: FetchEvent) => void): void;
}

declare const self: WorkerScope;

/** A copy is shown when the portal has not answered after this, in milliseconds. */
const patience = 3_000;
/** Between two looks at whether saved issues have changed, in milliseconds. */
const lookPause = 60_000;

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));
self.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== self.location.origin || pathname.startsWith('/api/')) return;
  event.respondWith(mode === 'navigate' ? answerPage(event, keyOf(pathname)) : answerFile(event.request, pathname));
});

async function takeOver(): Promise<void> {
  await self.registration.navigationPreload?.enable();
  // The page that saves an issue is answered for at once.
  await self.clients.claim();
}

async function answerPage(event: FetchEvent, path: string): Promise<Response> {
  const network = fetchPage(event);
  // Whoever waits for a copy must not be told of the failure as well.
  network.catch(() => undefined);
  const copies = await listCopies().catch(() => []);
  const copy = copies.find(({ files }) => files[path] !== undefined);
  const kept = copy && { copy, cache: await caches.open(copy.cacheName) };
  const answer = network.then(async (response) => {
    if (kept) await keep(kept.cache, path, response);
    event.waitUntil(lookAfter(copies));
    return response;
  });
  const shown = await Promise.race([answer.catch(() => undefined), ...(kept ? [wait(patience)] : [])]);
  if (shown && !(kept && shown.status >= 500)) return shown;
  const page = await kept?.cache.match(path);
  if (!kept || !page) return answerWithoutPage(copies, path);
  event.waitUntil(answer.then(async ({ ok }) => ok && (await self.clients.get(event.resultingClientId))?.postMessage('answered'), () => undefined));
  return noted(page, kept.copy, page.headers.get('Date') ?? kept.copy.savedAt);
}

async function fetchPage({ request, preloadResponse }: FetchEvent): Promise<Response> {
  return (await preloadResponse) ?? fetch(request);
}

let lookedAt = 0;

/** What the network says of a saved page is what is saved of it. */
async function keep(cache: Cache, path: string, response: Response): Promise<void> {
  const before = await cache.match(path);
  if (response.status === 404 || response.status === 410) await cache.delete(path);
  // There may be no room left: the page goes to the reader all the same.
  else if (response.status === 200) await cache.put(path, response.clone()).catch(() => undefined);
  else return;
  // What a changed page shows may be new as well.
  if (before?.headers.get('ETag') !== response.headers.get('ETag')) lookedAt = 0;
}

async function lookAfter(copies: readonly Copy[]): Promise<void> {
  if (copies.length === 0 || Date.now() - lookedAt < lookPause) return;
  lookedAt = Date.now();
  const remaining = await Promise.all(copies.map((copy) => renewIssue(copy).catch(() => true)));
  if (!remaining.includes(true)) await self.registration.unregister();
}

/** The page in the reader's language that stands for every other; in another language rather than none. */
async function answerWithoutPage(copies: readonly Copy[], path: string): Promise<Response> {
  const [, home = ''] = /^(\/[^/]+(?:\/elder(?=\/|$))?)/.exec(path) ?? [];
  const isOffline = (known: string): boolean => /^\/[^/]+(?:\/elder)?\/offline$/.test(known);
  const copy = copies.find(({ files }) => files[`${home}/offline`] !== undefined) ?? copies.at(-1);
  const key = copy && Object.keys(copy.files).find((known) => (copy.files[`${home}/offline`] === undefined ? isOffline(known) : known === `${home}/offline`));
  const page = copy && key !== undefined ? await (await caches.open(copy.cacheName)).match(key) : undefined;
  return copy && page ? noted(page, copy, '', 503) : Response.error();
}

/**
 * A saved page that says what it is: the script that it loads has the words.
 * @param date Of the copy; empty for the page that stands for another.
 */
async function noted(page: Response, { files }: Copy, date: string, status = 200): Promise<Response> {
  const script = Object.keys(files).find((path) => /^\/assets\/offline-[0-9a-f]{12}\.js$/.test(path)) ?? '';
  const html = (await page.text()).replace('<html ', `<html data-offline-copy="${date.replace(/[^\w:., +-]/g, '')}" `).replace('</head>', `<script type="module" src="${script}"></script></head>`);
  const headers = new Headers(page.headers);
  // They told of the bytes on the wire.
  for (const name of ['Content-Encoding', 'Content-Length', 'ETag']) headers.delete(name);
  return new Response(html, { status, headers });
}

async function answerFile(request: Request, path: string): Promise<Response> {
  const kept = isHashed(path) ? await findFile(path) : undefined;
  if (kept) return kept;
  try {
    return await fetch(request);
  } catch {
    return (await findFile(path)) ?? Response.error();
  }
}

/** A saved file; of a picture, whichever copy is there. */
async function findFile(path: string): Promise<Response | undefined> {
  const [folder] = /^\/media\/[^/]+\/[^/]+\/[^/]+\//.exec(path) ?? [];
  for (const { cacheName, files } of await listCopies().catch(() => [])) {
    const key = files[path] !== undefined ? path : folder && Object.keys(files).find((known) => known.startsWith(folder));
    const found = key && (await (await caches.open(cacheName)).match(key));
    if (found) return found;
  }
  return undefined;
}

function wait(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), milliseconds));
}
