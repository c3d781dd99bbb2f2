/**
 * The work of an export: every page, picture and file of the portal into its place in the folder, and what is gone out of it.
 * Promises that a line of the manifest follows its file, that the same bytes are not written again, and that a file that is not the
 * export's is neither overwritten nor removed.
 */
import fs from 'node:fs/promises';
import path from 'node:path';
import type { Catalogue } from '@/lib/content/catalogue';
import { eachLimited, ignoreMissing } from '@/lib/content/scan';
import type { Environment } from '@/lib/environment';
import { locales, originalLocale } from '@/lib/locale/locales';
import { openEditions } from '@/lib/press/editions';
import { recordingHeaders } from '@/lib/press/answering';
import { lifetimes, securityHeaders } from '@/lib/press/headers';
import type { Cards } from '@/lib/press/cards';
import type { Pictures } from '@/lib/press/pictures';
import type { Recordings } from '@/lib/press/recordings';
import { makePrint, type Print } from '@/lib/press/print';
import { composeSavingList, versionOf, type FindSent } from '@/lib/press/saving-list';
import { speculationHeader } from '@/lib/press/speculation';
import { parseSavingListPath, pathOf, shortPathOf, type Address } from '@/lib/routes';
import { codesOf, fleetingSiteMap, listCardPaths, listEditionPaths, listPaths, listRedirects, listSavingPaths, listWirePaths, partsOf, siteMapList } from './addresses';
import type { Entry } from './entry';
import { codings, copyWhole, fileOf, isThere, removeFile, writeWhole } from './folder';
import { entrancePage, headersFile, headersToTell, movedPage, redirectsFile, shortEntrance, type Served } from './host-files';
import type { Manifest } from './manifest';
import type { Order } from './order';
import type { Printers } from './printers';
import type { Progress } from '@/lib/desk/progress';

export interface Outcome {
  /** Pages that the portal has, in all languages; those that were printed. */
  readonly pages: number;
  readonly printed: number;
  readonly printingSeconds: number;
  /** Files written and removed, compressed copies not counted. */
  readonly written: number;
  readonly removed: number;
  /** Files of somebody else's that stand where ours belong. */
  readonly foreign: readonly string[];
  readonly failures: readonly { readonly path: string; readonly message: string }[];
}

export interface Job {
  /** Prints what is stale, with its pictures. */
  print(): Promise<void>;
  /** Everything else; the folder is whole afterwards, unless the outcome says otherwise. */
  finish(): Promise<Outcome>;
}

interface Means {
  readonly environment: Environment;
  readonly folder: string;
  /** Whether everything is written anew. */
  readonly isForced: boolean;
  /** Whether files may be written over that the manifest does not know. */
  readonly mayOverwrite: boolean;
  readonly manifest: Manifest;
  readonly catalogue: Catalogue;
  readonly pictures: Pictures;
  readonly recordings: Recordings;
  /** Left out of an export without them. */
  readonly cards: Cards | undefined;
  readonly printers: Printers;
  /** What is served by its name, by path. */
  readonly files: ReadonlyMap<string, Print>;
  readonly progress: Progress;
}

type Place = Pick<Entry, 'kind' | 'path'>;

const words = { pages: '打印网页 / printing pages', wire: '写订阅和站点地图 / writing feeds and site maps', pictures: '准备图片 / making pictures', editions: '复制整期文件 / copying editions', lists: '列出离线文件 / listing what to save', removal: '清理旧文件 / clearing away' };

export function openJob({ environment, folder, isForced, mayOverwrite, manifest, catalogue, pictures, recordings, cards, printers, files, progress }: Means): Job {
  const { content, origin } = environment;
  const foreign: string[] = [];
  const failures = new Map<string, string>();
  let pages: ReadonlySet<string> = new Set();
  let wire: ReadonlySet<string> = new Set();
  let redirects: ReadonlyMap<string, Address> = new Map();
  let offered: ReadonlySet<string> = new Set();
  const editions = openEditions((address) => catalogue.findEditionFile(address));
  let cardPaths: ReadonlySet<string> = new Set();
  let [printed, written, removed, printingSeconds] = [0, 0, 0, 0];

  const diskOf = (place: Place): string => path.join(folder, fileOf(place));
  const isOurs = async (place: Place): Promise<boolean> => {
    if (mayOverwrite || manifest.entries.has(place.path) || !(await isThere(diskOf(place)))) return true;
    foreign.push(fileOf(place));
    return false;
  };
  /** The hash of what stands in the folder, when it need not be written again. */
  const standing = async (place: Place): Promise<string | undefined> => {
    const entry = isForced ? undefined : manifest.entries.get(place.path);
    return entry && (await isThere(diskOf(place))) ? entry.hash : undefined;
  };
  const record = async (entry: Omit<Entry, 'headers'>, headers: readonly string[]): Promise<void> => {
    await manifest.recordEntry({ ...entry, headers: await manifest.recordHeaders(headersToTell({ path: entry.path, headers })) });
  };
  const fail = (address: string, error: unknown): void => {
    failures.set(address, error instanceof Error ? error.message : String(error));
  };

  const order = async (place: Place, page: Order['page']): Promise<void> => {
    if (!(await isOurs(place))) return;
    const known = await standing(place);
    try {
      const { hash, isNew, isCompressed, headers, pictures: shown } = await printers.print({ page, file: diskOf(place), ...(known !== undefined && { known }) });
      await record({ ...place, hash, isCompressed, pictures: shown }, headers);
      if (isNew) written += 1;
    } catch (error) {
      if (printers.haveEnded) throw error;
      fail(place.path, error);
    }
  };

  const put = async (place: Place, print: Print): Promise<void> => {
    if (print.etag === (await standing(place)) || !(await isOurs(place))) return;
    const { body, headers } = print.in('identity');
    const copies = codings.filter(({ coding }) => print.in(coding).headers.includes('Content-Encoding'));
    await Promise.all(copies.map(({ coding, ending }) => writeWhole(`${diskOf(place)}${ending}`, print.in(coding).body)));
    await writeWhole(diskOf(place), body);
    await record({ ...place, hash: print.etag, isCompressed: copies.length > 0, pictures: [] }, headers);
    written += 1;
  };

  const putPicture = async (address: string): Promise<void> => {
    const place: Place = { kind: 'picture', path: address };
    if ((await standing(place)) !== undefined || !(await isOurs(place))) return;
    const recording = await recordings.find(address);
    const picture = recording ?? (await pictures.find(address));
    if (!picture) throw new Error('没有这个文件 / there is no such file');
    await copyWhole(picture.file, diskOf(place));
    const headers = recording ? recordingHeaders(origin) : ['Cache-Control', lifetimes.immutable, ...securityHeaders(origin, 'cross-origin')];
    await record({ ...place, hash: picture.etag, isCompressed: false, pictures: [] }, ['Content-Type', picture.type, ...headers]);
    written += 1;
  };

  const putEdition = async (address: string): Promise<void> => {
    const place: Place = { kind: 'edition', path: address };
    const edition = await editions.find(address);
    if (!edition) throw new Error('文件和 editions.json 不符，请重新制作 / the file is not the one that editions.json names: make it again');
    if (edition.etag === (await standing(place)) || !(await isOurs(place))) return;
    await copyWhole(edition.file, diskOf(place));
    await record({ ...place, hash: edition.etag, isCompressed: false, pictures: [] }, ['Content-Type', edition.type, 'Cache-Control', lifetimes.page, ...securityHeaders(origin)]);
    written += 1;
  };

  const putCard = async (address: string): Promise<void> => {
    const place: Place = { kind: 'picture', path: address };
    if (cards?.tagOf(address) === (await standing(place)) || !(await isOurs(place))) return;
    const card = await cards?.find(address);
    if (!card) return;
    await copyWhole(card.file, diskOf(place));
    await record({ ...place, hash: card.etag, isCompressed: false, pictures: [] }, ['Content-Type', card.type, 'Cache-Control', lifetimes.file, ...securityHeaders(origin, 'cross-origin')]);
    written += 1;
  };

  /** As they stand in the folder. */
  const findSent: FindSent = async (address) => {
    const entry = manifest.entries.get(address);
    const sent = entry && (await fs.stat(`${diskOf(entry)}${entry.isCompressed ? codings[0].ending : ''}`).catch(ignoreMissing));
    if (!entry || !sent) return undefined;
    return { bytes: sent.size, version: versionOf(entry.hash), ...(entry.kind === 'page' && { html: await fs.readFile(diskOf(entry), 'utf8') }) };
  };
  const putSavingList = async (address: string): Promise<void> => {
    const place: Place = { kind: 'wire', path: address };
    const wanted = parseSavingListPath(address);
    if (!wanted || !(await isDue(place))) return;
    const list = await composeSavingList(wanted, catalogue, files.keys(), findSent);
    if (!list) throw new Error('这一期的网页不全 / pages of the issue are missing');
    const print = await makePrint({ body: Buffer.from(JSON.stringify(list)), type: 'application/json', lifetime: lifetimes.page, headers: [...speculationHeader, ...securityHeaders(origin)], effort: 'page' });
    await put(place, print);
    const entry = manifest.entries.get(address);
    // Looked at, and the same.
    if (entry && manifest.isStale(address)) await manifest.recordEntry(entry);
  };

  const shownPictures = (): ReadonlySet<string> => new Set([...pages].flatMap((address) => manifest.entries.get(address)?.pictures ?? []));

  const inTurn = async <Item>(label: string, items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> => {
    let done = 0;
    await eachLimited(items, async (item) => {
      await work(item);
      progress.show(label, ++done, items.length);
    });
  };

  /** A page at every old address. */
  const putMoved = async ([from, to]: readonly [string, Address]): Promise<void> => {
    const print = await makePrint({ body: Buffer.from(movedPage(to, origin)), type: 'text/html; charset=utf-8', lifetime: lifetimes.page, headers: securityHeaders(origin), effort: 'page' });
    await put({ kind: 'redirect', path: from }, print);
  };

  /** The files for the host: how to serve, where to enter, what to say when there is nothing. */
  const tellHost = async (): Promise<void> => {
    const headers = securityHeaders(origin);
    const entrance = { path: '/', headers: ['Cache-Control', lifetimes.private, ...headers] };
    const served = [...manifest.entries.values()].filter(({ kind }) => kind !== 'spare' && kind !== 'host').map((entry): Served => ({ path: entry.path, headers: manifest.headersOf(entry.headers) }));
    const print = (text: string, type: string): Promise<Print> => makePrint({ body: Buffer.from(text), type, lifetime: lifetimes.private, headers, effort: 'file' });
    await put({ kind: 'host', path: '/index.html' }, await print(entrancePage(catalogue.findSite(originalLocale).name, origin), 'text/html; charset=utf-8'));
    // Hosts read these and do not send them.
    await put({ kind: 'host', path: '/_headers' }, await print(headersFile([entrance, ...served]), 'application/octet-stream'));
    const moves = [...redirects].map(([from, to]) => ({ from, to: pathOf(to) }));
    await put({ kind: 'host', path: '/_redirects' }, await print(redirectsFile(moves), 'application/octet-stream'));
    for (const { path: at, html } of codesOf([...pages, ...redirects.keys()]).map(shortEntrance)) await put({ kind: 'host', path: at }, await print(html, 'text/html; charset=utf-8'));
    for (const [at, locale] of [...locales.map((one) => [`/${one}`, one] as const), ['', originalLocale] as const]) {
      const place: Place = { kind: 'spare', path: `${at}/404.html` };
      if (await isDue(place)) await order(place, { kind: 'missing', locale });
    }
  };

  const isDue = async (place: Place): Promise<boolean> => manifest.isStale(place.path) || place.path === fleetingSiteMap || !(await isThere(diskOf(place)));

  const printDue = async (label: string, kind: 'page' | 'wire', addresses: Iterable<string>): Promise<number> => {
    const due: Place[] = [];
    await eachLimited([...addresses], async (address) => {
      if (await isDue({ kind, path: address })) due.push({ kind, path: address });
    });
    await inTurn(label, due, (place) => order(place, { kind: 'page', path: place.path }));
    return due.length;
  };

  return {
    async print() {
      for (const [address, print] of files) await put({ kind: 'file', path: address }, print);
      pages = new Set(listPaths(content, catalogue));
      const began = performance.now();
      printed += await printDue(words.pages, 'page', pages);
      printingSeconds += (performance.now() - began) / 1000;
      const wireFiles = new Set(listWirePaths(catalogue, codesOf(pages)));
      await printDue(words.wire, 'wire', wireFiles);
      const list = await fs.readFile(diskOf({ kind: 'wire', path: siteMapList }), 'utf8').catch(ignoreMissing);
      // The list names some that are printed by now; two at once would be in each other's way.
      const parts = partsOf(list ?? '', origin).filter((address) => !wireFiles.has(address));
      await printDue(words.wire, 'wire', parts);
      const savingLists = listSavingPaths(pages);
      wire = new Set([...wireFiles, ...parts, ...savingLists]);
      offered = new Set(listEditionPaths(catalogue));
      await inTurn(words.editions, [...offered], (address) => putEdition(address).catch((error: unknown) => fail(address, error)));
      cardPaths = new Set(cards ? listCardPaths(pages).filter((address) => cards.tagOf(address) !== undefined) : []);
      await inTurn(words.pictures, [...cardPaths], (address) => putCard(address).catch((error: unknown) => fail(address, error)));
      await inTurn(words.pictures, [...shownPictures()], (address) => putPicture(address).catch((error: unknown) => fail(address, error)));
      await inTurn(words.lists, savingLists, (address) => putSavingList(address).catch((error: unknown) => fail(address, error)));
    },

    async finish() {
      const shown = shownPictures();
      redirects = listRedirects(catalogue);
      const isGone = ({ kind, path: address }: Entry): boolean =>
        (kind === 'page' && !pages.has(address)) || (kind === 'redirect' && !redirects.has(address)) || (kind === 'wire' && !wire.has(address)) || (kind === 'picture' && !shown.has(address) && !cardPaths.has(address)) || (kind === 'edition' && !offered.has(address)) || (kind === 'file' && !files.has(address)) || (kind === 'host' && address.startsWith(shortPathOf('')) && !entrances.has(address));
      const entrances = new Set(codesOf([...pages, ...redirects.keys()]).map((code) => shortEntrance(code).path));
      const gone = [...manifest.entries.values()].filter(isGone);
      await inTurn(words.removal, gone, async (entry) => {
        await removeFile(folder, fileOf(entry));
        await manifest.recordRemoval(entry.path);
      });
      removed += gone.length;
      await eachLimited([...redirects], putMoved);
      await tellHost();
      await manifest.finish(failures.size === 0);
      return { pages: pages.size, printed, printingSeconds, written, removed, foreign, failures: [...failures].map(([address, message]) => ({ path: address, message })) };
    },
  };
}
