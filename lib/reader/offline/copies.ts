/**
 * Issues saved on this device: a cache each, named by the issue's path and the moment. What says that it is whole is put into it last, so
 * that a copy broken off is no copy; a new one takes the place of the old when it is whole. Used by pages and by the worker.
 */

import type { ListedCopy, ListedFile, SavingList } from '@/lib/saving-list';

/** What is noted in a whole copy. */
export interface SavedIssue {
  /** Of the issue's page, without a slash at its end. */
  readonly path: string;
  readonly title: string;
  /** BCP 47. */
  readonly lang: string;
  readonly bytes: number;
  /** ISO 8601. */
  readonly savedAt: string;
  /** The width in pixels that pictures were wished at. */
  readonly wish: number;
  /** Versions, by path. */
  readonly files: Readonly<Record<string, string>>;
}

/** A whole copy, and the cache it lies in. */
export interface Copy extends SavedIssue {
  readonly cacheName: string;
}

const prefix = 'issue ';
/** The key of the note in its cache; nothing stands at this address. */
const noteKey = '/saved-issue';
/** A copy that is not whole after this, in milliseconds, never will be. */
const patience = 60 * 60_000;
const mostAtOnce = 4;
const hashedPattern = /^\/(?:_next|assets|media)\//;

export function cacheNameOf(path: string, at: Date): string {
  return `${prefix}${path} ${at.toISOString()}`;
}

/** What a cache's name says; undefined when the cache is none of ours. */
export function readCacheName(name: string): { readonly path: string; readonly at: Date } | undefined {
  const [, path, time = ''] = /^issue (\/\S+) (\S+)$/.exec(name) ?? [];
  const at = new Date(time);
  return path === undefined || Number.isNaN(at.getTime()) ? undefined : { path, at };
}

/** Whether the bytes at an address of ours never change. */
export function isHashed(path: string): boolean {
  return hashedPattern.test(path);
}

/** The key of a page: some hosts put a slash at its end. */
export function keyOf(path: string): string {
  return path.replace(/(.)\/$/, '$1');
}

/** @throws DOMException where the browser keeps nothing (some private windows). */
export async function listCopies(): Promise<readonly Copy[]> {
  const copies: Copy[] = [];
  for (const cacheName of await caches.keys()) {
    const named = readCacheName(cacheName);
    if (!named) continue;
    const note = await (await caches.open(cacheName)).match(noteKey);
    if (note) copies.push({ ...parseNote(await note.json()), cacheName });
    else if (Date.now() - named.at.getTime() > patience) await caches.delete(cacheName);
  }
  // Of one issue the newest counts, should the old one not have been cleared away.
  return [...new Map(copies.sort((a, b) => (a.savedAt < b.savedAt ? -1 : 1)).map((copy) => [copy.path, copy])).values()];
}

/** Every file of an issue; of a picture's copies the one that serves a width. */
export function chooseFiles({ pages, files, pictures }: SavingList, wish: number): readonly ListedFile[] {
  return [...pages, ...files, ...pictures.flatMap((copies) => copies.find(({ width }) => width >= wish) ?? copies.slice(-1))];
}

export function bytesOf(files: readonly ListedFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}

/**
 * The list of what an issue's files are at this moment.
 * @returns Undefined when the issue is gone.
 * @throws Error without a connection, or when the portal is in trouble.
 */
export async function fetchSavingList(path: string, signal?: AbortSignal): Promise<SavingList | undefined> {
  const response = await fetch(`${path}/offline.json`, { cache: 'no-cache', ...(signal && { signal }) });
  if (response.status === 404 || response.status === 410) return undefined;
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return parseList(await response.json());
}

interface Saving {
  readonly issue: Omit<SavedIssue, 'bytes' | 'savedAt' | 'files'>;
  readonly files: readonly ListedFile[];
  /** The copy until now: what has the same version in it is not fetched again. */
  readonly previous?: Copy | undefined;
  readonly signal?: AbortSignal;
  readonly onProgress?: (bytes: number) => void;
  /** Runs when all is there, before the copy counts. */
  readonly before?: () => Promise<void>;
}

/** @throws Error when something cannot be fetched or kept; nothing is left of it then, and the copy until now stays. */
export async function saveIssue({ issue, files, previous, signal, onProgress, before }: Saving): Promise<void> {
  const now = new Date();
  const cacheName = cacheNameOf(issue.path, now);
  const cache = await caches.open(cacheName);
  const old = previous && (await caches.open(previous.cacheName));
  try {
    let done = 0;
    const queue = [...files];
    const work = async (): Promise<void> => {
      for (let file = queue.shift(); file; file = queue.shift()) {
        signal?.throwIfAborted();
        const { path, bytes, version } = file;
        const kept = previous?.files[path] === version ? await old?.match(path) : undefined;
        await cache.put(path, kept ?? (await fetchWhole(path, signal)));
        done += bytes;
        onProgress?.(done);
      }
    };
    await Promise.all(Array.from({ length: mostAtOnce }, work));
    await before?.();
    signal?.throwIfAborted();
    const note: SavedIssue = { ...issue, bytes: bytesOf(files), savedAt: now.toISOString(), files: Object.fromEntries(files.map(({ path, version }) => [path, version])) };
    await cache.put(noteKey, new Response(JSON.stringify(note)));
  } catch (trouble) {
    await caches.delete(cacheName);
    throw trouble;
  }
  await deleteCaches(issue.path, cacheName);
}

/** Removes an issue from this device. */
export async function removeIssue(path: string): Promise<void> {
  await deleteCaches(path);
}

/** Brings a copy up to date; removes it when the issue is gone. @returns Whether it is still there. */
export async function renewIssue(copy: Copy): Promise<boolean> {
  const list = await fetchSavingList(copy.path);
  if (!list) {
    await removeIssue(copy.path);
    return false;
  }
  const files = chooseFiles(list, copy.wish);
  const isSame = files.length === Object.keys(copy.files).length && files.every(({ path, version }) => copy.files[path] === version);
  const { path, lang, wish } = copy;
  if (!isSame) await saveIssue({ issue: { path, lang, wish, title: list.title }, files, previous: copy });
  return true;
}

async function deleteCaches(path: string, kept?: string): Promise<void> {
  const names = (await caches.keys()).filter((name) => name !== kept && readCacheName(name)?.path === path);
  await Promise.all(names.map((name) => caches.delete(name)));
}

async function fetchWhole(path: string, signal?: AbortSignal): Promise<Response> {
  const response = await fetch(path, { cache: isHashed(path) ? 'default' : 'no-cache', ...(signal && { signal }) });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  // Browsers do not show a page that came by a redirect in the place of one that was asked for.
  return response.redirected ? new Response(await response.blob(), { headers: response.headers }) : response;
}

function parseNote(value: unknown): SavedIssue {
  const { path, title, lang, bytes, savedAt, wish, files } = recordOf(value);
  return { path: String(path), title: String(title), lang: String(lang), bytes: Number(bytes), savedAt: String(savedAt), wish: Number(wish), files: Object.fromEntries(Object.entries(recordOf(files)).map(([key, version]) => [key, String(version)])) };
}

function parseList(value: unknown): SavingList {
  const { title, pages, files, pictures } = recordOf(value);
  return { title: String(title), pages: listOf(pages).map(parseCopy), files: listOf(files).map(parseCopy), pictures: listOf(pictures).map((copies) => listOf(copies).map(parseCopy)) };
}

function parseCopy(value: unknown): ListedCopy {
  const { path, bytes, version, width = 0 } = recordOf(value);
  // Addresses of this house alone, whatever a proxy on the way may have put here.
  if (typeof path !== 'string' || !/^\/(?!\/)/.test(path)) throw new Error('That is no list of ours');
  return { path, bytes: Number(bytes), version: String(version), width: Number(width) };
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
