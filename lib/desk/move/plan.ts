/**
 * What a move will do, told before anything is done: which files go where, which links, redirects and recorded addresses change. Made
 * from the files alone, so that a move that was broken off is planned again in the same way and goes on where it was.
 */
import fs from 'node:fs/promises';
import path from 'node:path';
import { collectAddresses, type AddressedFile } from '@/lib/content/open-addresses';
import { fileOf, issueFolder, parsePlace, type Place, type TextPlace } from '@/lib/content/place';
import { loadContentFile, type Reading } from '@/lib/content/reading';
import { parseRedirects, redirectsFile, type RedirectLine } from '@/lib/content/redirects';
import { extendRegister, readRegister, registerFile } from '@/lib/content/register';
import { eachLimited, ignoreMissing, scanFolder, scanTree } from '@/lib/content/scan';
import { chinaTime } from '@/lib/locale/dates';
import { originalLocale } from '@/lib/locale/locales';
import type { Bilingual } from '@/lib/problem';
import { pathOf, sharedPathOf } from '@/lib/routes';
import { rewriteLinks } from './link-rewriting';
import type { Movable } from './movable';
import { extendRedirects } from './redirect-lines';

/** A file that is written, relative to the content folder. */
export interface NewText {
  readonly file: string;
  readonly text: string;
}

export interface MovePlan {
  /** What lies elsewhere afterwards; `text` where links in it change. In the order in which it is written. */
  readonly copies: readonly { readonly from: string; readonly to: string; readonly text?: string }[];
  /** Texts elsewhere whose links change. */
  readonly rewritten: readonly (NewText & { readonly count: number })[];
  /** Old addresses that lead to new ones from now on; drafts have none. */
  readonly redirects: readonly { readonly from: string; readonly to: string }[];
  /** redirects.txt and addresses.txt as they will be, when they change. */
  readonly lists: readonly NewText[];
  /** What is taken away at the end, in order: Originals after their Translations, so that a move that was broken off is found again. */
  readonly removals: readonly string[];
}

interface FoundFile extends AddressedFile {
  readonly file: string;
  readonly place: Place;
  readonly claims: Reading['claims'];
}

/** @returns The plan, or why nothing can be moved. */
export async function planMove(content: string, from: Movable, to: Movable): Promise<MovePlan | Bilingual> {
  const oldFolder = issueFolder(from);
  const scan = scanFolder(content, oldFolder);
  const inFolder = await readFiles(content, oldFolder);
  const files = from.kind === 'issue' ? inFolder : inFolder.filter(({ place }) => place.kind === 'article' && place.slug === from.slug);
  if (!scan || files.length === 0 || (from.kind === 'article' && !files.some(isOriginal))) return { zh: `没有 ${fileOf(from)}`, en: `There is no ${fileOf(from)}` };
  if (sharedPathOf(from) === sharedPathOf(to)) return { zh: '新旧网址一样', en: 'The new address is the old one' };
  const strange = scan.folders[0] ?? [...scan.files.keys()].find((name) => !inFolder.some(({ file }) => file === `${oldFolder}/${name.normalize('NFC')}`));
  if (from.kind === 'issue' && strange !== undefined) return { zh: `${oldFolder}/${strange} 不属于这一期，先移开`, en: `${oldFolder}/${strange} does not belong to the issue: move it away first` };
  const missing = await findMissingTarget(content, from, to);
  if (missing) return missing;

  const beside = from.kind === 'article' && issueFolder(to) !== oldFolder ? filesOf(files, inFolder) : [];
  const addresses = new Map([[sharedPathOf(from), sharedPathOf(to)]]);
  for (const { place } of files) {
    const moved = movedPlace(place, to);
    if (place.kind === 'article' && moved.kind === 'article') addresses.set(sharedPathOf(place), sharedPathOf(moved));
  }
  const source = (await fs.readFile(path.join(content, redirectsFile), 'utf8').catch(ignoreMissing)) ?? '';
  // Of an issue whose move was broken off, articles may be gone to which the others link.
  const isGoneAhead = (line: RedirectLine): boolean => line.from.startsWith(`${sharedPathOf(from)}/`) && line.to.startsWith(`${sharedPathOf(to)}/`);
  const linked = new Map([...parseRedirects(source).redirects.filter(isGoneAhead).map((line): [string, string] => [line.from, line.to]), ...addresses]);
  const copies: { from: string; to: string; text?: string }[] = beside.map(({ file }) => ({ from: file, to: `${issueFolder(to)}/${path.posix.basename(file)}` }));
  for (const { file, place } of files) {
    const moved = movedPlace(place, to);
    const text = 'locale' in place && 'locale' in moved ? rewriteLinks(file, await fs.readFile(path.join(content, file)), { before: pageOf(place), after: pageOf(moved) }, linked)?.text : undefined;
    copies.push({ from: file, to: fileOf(moved), ...(text !== undefined && { text }) });
  }

  const lists = await planLists(content, source, from, to, files, addresses);
  if ('zh' in lists) return lists;
  const inTheWay = await findInTheWay(content, to, copies, lists.isBegun);
  if (inTheWay) return inTheWay;
  const leaving = new Set([...files.map(({ file }) => file), ...beside.filter(({ isShared }) => !isShared).map(({ file }) => file)]);
  const ranked = (file: string): number => (!file.endsWith('.md') ? 2 : /\.[a-z-]+\.md$/.test(file) ? 0 : 1);
  return {
    copies: copies.sort((a, b) => ranked(b.from) - ranked(a.from)),
    rewritten: await rewriteOthers(content, linked, (file) => files.some((one) => one.file === file)),
    redirects: lists.redirects,
    lists: lists.texts,
    removals: [...leaving].sort((a, b) => ranked(a) - ranked(b)),
  };
}

function isOriginal({ place }: FoundFile): boolean {
  return place.kind === 'article' && place.locale === originalLocale;
}

function movedPlace(place: Place, to: Movable): Place {
  if (place.kind !== 'article' && place.kind !== 'issue' && place.kind !== 'picture' && place.kind !== 'recording') return place;
  const moved = { ...place, periodical: to.periodical, issue: to.issue };
  return moved.kind === 'article' && to.kind === 'article' ? { ...moved, slug: to.slug } : moved;
}

/** The path of the page that shows a text. */
function pageOf(place: TextPlace): string {
  return pathOf(place.kind === 'site' ? { kind: 'front', locale: place.locale } : place);
}

async function readFiles(content: string, folder: string): Promise<readonly FoundFile[]> {
  const found: FoundFile[] = [];
  await eachLimited([...(scanFolder(content, folder)?.files ?? [])], async ([name, { size }]) => {
    const file = `${folder}/${name.normalize('NFC')}`;
    const place = parsePlace(file);
    const reading = place && (await loadContentFile(place, { disk: path.join(content, folder, name), size }))?.reading;
    if (place && place.kind !== 'misplaced' && reading) found.push({ file: `${folder}/${name}`, place, outline: reading.outline, claims: reading.claims });
  });
  return found.sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** Pictures of the folder that the texts show, and their recordings; `isShared` when another text of the folder has it too. */
function filesOf(texts: readonly FoundFile[], inFolder: readonly FoundFile[]): readonly { readonly file: string; readonly isShared: boolean }[] {
  const namedBy = (found: readonly FoundFile[]): ReadonlySet<string> => new Set(found.flatMap(({ claims }) => claims.flatMap((claim) => (claim.kind === 'picture' ? [claim.image.normalize('NFC')] : claim.kind === 'recording' ? [claim.name] : []))));
  const [own, others] = [namedBy(texts), namedBy(inFolder.filter((one) => !texts.includes(one)))];
  return inFolder.flatMap(({ file, place }) => ((place.kind === 'picture' || place.kind === 'recording') && own.has(place.name) ? [{ file, isShared: others.has(place.name) }] : []));
}

async function findMissingTarget(content: string, from: Movable, to: Movable): Promise<Bilingual | undefined> {
  const periodical = fileOf({ kind: 'periodical', periodical: to.periodical, locale: originalLocale });
  if (to.periodical !== from.periodical && !(await isThere(content, periodical))) return { zh: `没有期刊 ${to.periodical}：先写好 ${periodical}`, en: `There is no periodical ${to.periodical}: write ${periodical} first` };
  if (to.kind === 'issue' || scanFolder(content, issueFolder(to))) return undefined;
  return { zh: `没有 ${issueFolder(to)} 这一期：先新建它，npm run desk -- new issue ${to.periodical} ${to.issue}`, en: `There is no issue ${issueFolder(to)}: begin it first, npm run desk -- new issue ${to.periodical} ${to.issue}` };
}

/** What would be overwritten. What a move that was broken off has written already is the same, and in nobody's way. */
async function findInTheWay(content: string, to: Movable, copies: MovePlan['copies'], isBegun: boolean): Promise<Bilingual | undefined> {
  for (const { from, to: target, text } of copies) {
    const there = await fs.readFile(path.join(content, target)).catch(ignoreMissing);
    if (there && !there.equals(text === undefined ? await fs.readFile(path.join(content, from)) : Buffer.from(text))) return { zh: `${target} 已经存在，内容不同`, en: `${target} exists and differs` };
  }
  const own = new Set(copies.map(({ to: target }) => target));
  const isOfTarget = (file: string): boolean => {
    const place = parsePlace(file);
    return to.kind === 'issue' || (place?.kind === 'article' && place.slug === to.slug);
  };
  const folder = issueFolder(to);
  const stranger = isBegun ? undefined : [...(scanFolder(content, folder)?.files.keys() ?? [])].map((name) => `${folder}/${name.normalize('NFC')}`).find((file) => isOfTarget(file) && !own.has(file));
  return stranger === undefined ? undefined : { zh: `${stranger} 已经存在`, en: `${stranger} exists` };
}

interface Lists {
  readonly redirects: MovePlan['redirects'];
  readonly texts: readonly NewText[];
  /** Whether a move of the same was broken off after it had written its redirect. */
  readonly isBegun: boolean;
}

async function planLists(content: string, source: string, from: Movable, to: Movable, files: readonly AddressedFile[], addresses: ReadonlyMap<string, string>): Promise<Lists | Bilingual> {
  const register = await readRegister(content);
  const known = parseRedirects(source);
  const [trouble] = [...known.problems, ...(register?.problems ?? [])];
  if (trouble) return { zh: `${trouble.file} 第 ${trouble.line} 行有错，先改好`, en: `${trouble.file}:${trouble.line} has an error: mend it first` };
  const lines = new Map(known.redirects.map((line) => [line.from, line]));
  for (const [old, address] of addresses) {
    const elsewhere = lines.get(address);
    if (elsewhere && !leadsTo(elsewhere, old, lines)) return { zh: `${address} 发布过，现在跳到 ${elsewhere.to}（${redirectsFile} 第 ${elsewhere.at.line} 行）；换一个名字`, en: `${address} was published before and leads to ${elsewhere.to} (${redirectsFile}:${elsewhere.at.line}): choose another name` };
  }
  const open = new Set(collectAddresses(files, chinaTime(new Date())).open);
  const redirects = [...addresses].filter(([old]) => open.has(old) || register?.lines.has(old)).map(([old, address]) => ({ from: old, to: address }));
  const texts: NewText[] = [];
  const extended = extendRedirects(source, redirects);
  if (extended !== source) texts.push({ file: redirectsFile, text: extended });
  const isOpen = redirects.filter(({ from: old }) => open.has(old));
  const recorded = [...redirects.map(({ from: old }) => old), ...isOpen.map(({ to: address }) => address)];
  if (register && recorded.some((address) => !register.lines.has(address))) texts.push({ file: registerFile, text: extendRegister(register, recorded) });
  return { redirects, texts, isBegun: lines.get(sharedPathOf(from))?.to === sharedPathOf(to) };
}

function leadsTo(line: RedirectLine, address: string, lines: ReadonlyMap<string, RedirectLine>): boolean {
  for (let step: RedirectLine | undefined = line; step; step = lines.get(step.to)) if (step.to === address) return true;
  return false;
}

async function rewriteOthers(content: string, addresses: ReadonlyMap<string, string>, isMoved: (file: string) => boolean): Promise<MovePlan['rewritten']> {
  // Most texts name none of them; reading their Markdown would take most of the time.
  const names = [...new Set([...addresses.keys()].map((address) => path.posix.basename(address)))];
  const rewritten: (NewText & { count: number })[] = [];
  for (const { folder, files } of scanTree(content, '')) {
    await eachLimited([...files.keys()], async (name) => {
      const file = folder === '' ? name : `${folder}/${name}`;
      const place = parsePlace(file.normalize('NFC'));
      if (!place || !('locale' in place) || isMoved(file)) return;
      const bytes = await fs.readFile(path.join(content, file)).catch(ignoreMissing);
      if (!bytes || !names.some((one) => bytes.includes(one))) return;
      const changed = rewriteLinks(file, bytes, { before: pageOf(place), after: pageOf(place) }, addresses);
      if (changed) rewritten.push({ file, ...changed });
    });
  }
  return rewritten.sort((a, b) => (a.file < b.file ? -1 : 1));
}

async function isThere(content: string, file: string): Promise<boolean> {
  return (await fs.stat(path.join(content, file)).catch(ignoreMissing)) !== undefined;
}
