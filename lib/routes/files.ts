/** Addresses of what belongs to a page and is fetched for it: pictures, recordings, cards, editions, lists of what to save, counts. */
import type { Locale } from '@/lib/locale/locales';
import { datePattern, parsePath, parseShown, pathOf, pathOfShown, slugPattern, type Address } from './pages';

/** What a reader's device has to fetch to keep an issue: a list of files with their sizes, below the issue's address in either mode. */
export interface SavingListAddress {
  readonly issue: Extract<Address, { readonly kind: 'issue' }>;
  readonly isElder: boolean;
}

const savingListName = '/offline.json';

export function savingListPathOf({ issue, isElder }: SavingListAddress): string {
  return pathOfShown({ address: issue, isElder }) + savingListName;
}

/** The list that a path means, or undefined. Like `parsePath`, it does not say whether there is such an issue. */
export function parseSavingListPath(path: string): SavingListAddress | undefined {
  if (!path.endsWith(savingListName)) return undefined;
  const shown = parseShown(path.slice(0, -savingListName.length));
  return shown?.address.kind === 'issue' ? { issue: shown.address, isElder: shown.isElder } : undefined;
}

/** The program that a browser keeps to show saved issues (lib/reader/offline/worker.ts): at the top, because it may answer only below. */
export const workerPath = '/offline.js';

/**
 * A picture of an issue, by the hash of its bytes so that it may be cached for ever:
 * `/media/<periodical>/<issue>/<hash>/<name>` is the file itself, `…/<hash>/<name>.<width>.<format>` a smaller copy.
 */
export function picturePath(folder: string, name: string, hash: string, copy?: { width: number; format: 'webp' | 'avif' }): string {
  const file = copy ? `${name}.${copy.width}.${copy.format}` : name;
  return `/media/${folder}/${hash}/${encodeURIComponent(file)}`;
}

const recordingsPath = '/recordings/';

/** The recording of an article, by the hash of its bytes: `/recordings/<periodical>/<issue>/<hash>/<name>`. */
export function recordingPath(folder: string, name: string, hash: string): string {
  return `${recordingsPath}${folder}/${hash}/${encodeURIComponent(name)}`;
}

/** The recording that a path means, or undefined; the name as it is written in the folder. */
export function parseRecordingPath(path: string): { readonly folder: string; readonly name: string; readonly hash: string } | undefined {
  if (!path.startsWith(recordingsPath)) return undefined;
  const [periodical = '', issue = '', hash = '', escaped = '', ...deeper] = path.slice(recordingsPath.length).split('/');
  const name = unescape(escaped);
  if (!slugPattern.test(periodical) || !datePattern.test(issue) || !/^[0-9a-f]{16}$/.test(hash) || name === undefined || deeper.length > 0) return undefined;
  return { folder: `${periodical}/${issue}`, name, hash };
}

function unescape(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** What has a picture of its own for links to it. */
export type CardAddress = Extract<Address, { readonly kind: 'front' | 'issue' | 'article' }>;

export function isCarded(address: Address): address is CardAddress {
  return address.kind === 'front' || address.kind === 'issue' || address.kind === 'article';
}

/** The card of a page, below its address. */
export function cardPathOf(address: CardAddress): string {
  return `${pathOf(address)}/card.png`;
}

/** The page whose card a path would be. */
export function parseCardPath(path: string): CardAddress | undefined {
  const [, folder] = /^(.+)\/card\.png$/.exec(path) ?? [];
  const page = folder === undefined ? undefined : parsePath(folder);
  return page && isCarded(page) ? page : undefined;
}

/** Below it the views of articles are counted, by the part of their address after the periodicals. */
export const viewsPath = '/api/views/';

export function viewsPathOf({ periodical, issue, slug }: { readonly periodical: string; readonly issue: string; readonly slug: string }): string {
  return `${viewsPath}${periodical}/${issue}/${slug}`;
}

/** What readers take away of a whole issue. */
export const editionFormats = ['pdf', 'epub', 'txt', 'json'] as const;
export type EditionFormat = (typeof editionFormats)[number];

/** An edition of an issue, below its address. */
export interface EditionAddress {
  readonly locale: Locale;
  readonly periodical: string;
  readonly issue: string;
  readonly format: EditionFormat;
}

/** The name under which it lies among others on a reader's disk: `jinyuanqu-2023-02-03.zh-hans.epub`. */
export function editionName({ locale, periodical, issue, format }: EditionAddress): string {
  return `${periodical}-${issue}.${locale}.${format}`;
}

export function editionPathOf(address: EditionAddress): string {
  const { locale, periodical, issue } = address;
  return `${pathOf({ kind: 'issue', locale, periodical, issue })}/${editionName(address)}`;
}

/** The edition that a path means, or undefined. Like `parsePath`, it does not say whether there is such a thing. */
export function parseEditionPath(path: string): EditionAddress | undefined {
  const cut = path.lastIndexOf('/');
  const page = parsePath(path.slice(0, cut));
  if (page?.kind !== 'issue') return undefined;
  const { locale, periodical, issue } = page;
  return editionFormats.map((format): EditionAddress => ({ locale, periodical, issue, format })).find((address) => editionName(address) === path.slice(cut + 1));
}
