/**
 * Takes news from disk into the index, folder by folder: reads what changed, judges what the files of a folder claim about one another,
 * admits what has no error, and settles the order of the issues it touched.
 */
import path from 'node:path';
import { originalLocale } from '@/lib/locale/locales';
import { breather } from './breather';
import { changeOf, unique, type Change } from './change';
import { judgeClaims, type FindOutline } from './claim';
import { parseClaims, parseProblems, type FileRow, type IndexWriter } from './index-writer';
import type { FolderNews } from './news';
import { isText, parsePlace, type Place } from './place';
import type { Loader, ReadyFile, WantedFile } from './loader';
import { hasError } from './reading';
import { scanFile } from './scan';

interface Intake {
  readonly content: string;
  readonly writer: IndexWriter;
  readonly loader: Loader;
  readonly news: ReadonlyMap<string, FolderNews>;
  /** What the loader was asked for and has not been taken in yet, by folder. */
  readonly loading: Map<string, Promise<readonly (ReadyFile | undefined)[]>>;
  readonly changes: Change[];
  readonly breathe: () => Promise<void>;
  /** Called after each file that was taken in. */
  readonly onRead: () => void;
}

const noNews: FolderNews = { changed: [], vanished: [] };

interface Desk {
  readonly content: string;
  readonly writer: IndexWriter;
  /** Used by nobody else meanwhile. */
  readonly loader: Loader;
}

/** @returns What readers see differently, each once. */
export async function takeIn({ content, writer, loader }: Desk, news: ReadonlyMap<string, FolderNews>, progress?: (done: number, total: number) => void): Promise<readonly Change[]> {
  const total = countFiles(news);
  let done = 0;
  const intake: Intake = { content, writer, loader, news, loading: new Map(), changes: [], breathe: breather(), onRead: () => progress?.(++done, total) };
  const queue = [...news.keys()];
  if (news.has('pages') && !news.has('')) queue.push('');
  // A folder comes after the one above it, as issues need their periodical's columns; the top comes last, as site.md names pages.
  const order = (a: string, b: string): number => (a === '' ? 1 : b === '' ? -1 : a < b ? -1 : 1);
  for (let folder = queue.sort(order).shift(); folder !== undefined; folder = queue.shift()) {
    for (const next of [folder, ...queue.slice(0, loader.foldersAhead)]) startLoading(intake, next);
    const isPeriodicalNew = await takeInFolder(intake, folder);
    if (!isPeriodicalNew) continue;
    const waiting = new Set([...queue, folder]);
    queue.push(...writer.knownFolders(folder).filter((issue) => !waiting.has(issue)));
    queue.sort(order);
  }
  intake.changes.push(...writer.takeNaming().map((issue): Change => ({ kind: 'related', ...issue })));
  return unique(intake.changes);
}

export function countFiles(news: ReadonlyMap<string, FolderNews>): number {
  return [...news.values()].reduce((sum, { changed }) => sum + changed.length, 0);
}

function startLoading({ content, writer, loader, news, loading }: Intake, folder: string): void {
  const { changed } = news.get(folder) ?? noNews;
  if (loading.has(folder) || changed.length === 0) return;
  const files = changed.map(({ path: file, diskName, size }): WantedFile => ({ path: file, disk: path.join(content, folder, diskName), size, knownHash: writer.hashOf(file) }));
  const answer = loader.load(files);
  // Whoever takes the folder in meets the error; until then it must not count as nobody's.
  answer.catch(() => undefined);
  loading.set(folder, answer);
}

/** @returns Whether it was a periodical's own folder and its columns may be others now. */
async function takeInFolder(intake: Intake, folder: string): Promise<boolean> {
  const { writer, changes, news, loading } = intake;
  const { changed, vanished } = news.get(folder) ?? noNews;
  const touched: Place[] = [];
  for (const file of vanished) {
    const place = parsePlace(file);
    writer.forgetFile(file, place);
    if (place && place.kind !== 'misplaced') touched.push(place);
  }
  const loaded = (await loading.get(folder)) ?? [];
  loading.delete(folder);
  const fresh = new Map<string, ReadyFile>();
  for (const [at, { path: file, diskName, stamp }] of changed.entries()) {
    const found = loaded[at];
    if (found?.reading) {
      writer.recordFile(file, { diskName, stamp, hash: found.hash }, found.reading);
      fresh.set(file, found);
    } else if (found) writer.recordStamp(file, diskName, stamp);
    intake.onRead();
    await intake.breathe();
  }
  touched.push(...(await judgeFolder(intake, folder, fresh)));
  changes.push(...touched.map(changeOf));
  await writer.pace();
  return settle(intake, folder, touched);
}

/**
 * Judges every file of the folder, as any of them may depend on what is new, and admits what is without error.
 * @returns What readers see differently.
 */
async function judgeFolder(intake: Intake, folder: string, fresh: ReadonlyMap<string, ReadyFile>): Promise<readonly Place[]> {
  const { writer } = intake;
  const find = remember(writer.findOutline);
  const touched: Place[] = [];
  /** Names of pictures and recordings. */
  const newFiles = new Set<string>();
  for (const row of writer.filesOfFolder(folder)) {
    const place = parsePlace(row.path);
    if (!place) continue;
    const ready = fresh.get(row.path);
    const reading = ready?.reading;
    const claims = reading?.claims ?? parseClaims(row.claims);
    if (!reading && claims.length === 0) continue;
    const conflicts = judgeClaims(row.path, place, claims, find);
    const isSound = place.kind !== 'misplaced' && !hasError(conflicts) && !hasError(reading?.problems ?? parseProblems(row.problems));
    const isAdmitted = isSound || (!reading && row.is_admitted === 1);
    if (isAdmitted !== (row.is_admitted === 1) || JSON.stringify(conflicts) !== (row.conflicts ?? '[]')) {
      writer.recordJudgement(row.path, conflicts, isAdmitted);
    }
    if (place.kind === 'misplaced') continue;
    if (place.kind === 'picture') {
      if (reading && writer.admitPicture(place, row.disk_name, reading.picture)) newFiles.add(place.name);
    } else if (place.kind === 'recording') {
      if (reading && writer.admitRecording(place, row.disk_name, reading.recording)) newFiles.add(place.name);
    } else if (place.kind === 'redirects') {
      if (reading?.redirects && writer.admitRedirects(reading.redirects)) touched.push(place);
    } else if (!isText(place)) {
      if (reading) touched.push(place);
    } else if (isSound && (reading || row.is_admitted === 0)) {
      const sound = reading?.text ? ready : await loadAgain(intake, folder, row);
      if (sound?.reading?.text && writer.admitText(place, sound.reading.text, sound)) touched.push(place);
    }
    await intake.breathe();
  }
  return [...touched, ...(newFiles.size > 0 ? findUsers(writer, folder, newFiles) : [])];
}

/** A file that was held back by others only, and is no more: its text was not kept. */
async function loadAgain({ content, loader }: Intake, folder: string, row: FileRow): Promise<ReadyFile | undefined> {
  const disk = path.join(content, folder, row.disk_name);
  const size = scanFile(disk)?.size;
  return size === undefined ? undefined : (await loader.load([{ path: row.path, disk, size }]))[0];
}

/** The files of the folder that show one of the pictures, or offer one of the recordings. */
function findUsers(writer: IndexWriter, folder: string, names: ReadonlySet<string>): readonly Place[] {
  return writer.filesOfFolder(folder).flatMap((row) => {
    const place = parsePlace(row.path);
    if (!place || place.kind === 'misplaced') return [];
    const isUser = parseClaims(row.claims).some((claim) => (claim.kind === 'picture' && names.has(claim.image)) || (claim.kind === 'recording' && names.has(claim.name)));
    return isUser ? [place] : [];
  });
}

/** Settles the issue of the folder; an article that changed may change its issue's lists and its neighbours too. */
function settle({ writer, changes }: Intake, folder: string, touched: readonly Place[]): boolean {
  const [, , periodical, issue] = folder.split('/');
  if (periodical === undefined) return false;
  if (issue === undefined) return touched.some((place) => place.kind === 'periodical' && place.locale === originalLocale);
  const isReordered = writer.settleIssue(periodical, issue);
  if (isReordered || touched.length > 0) changes.push({ kind: 'issue', periodical, issue });
  return false;
}

function remember(find: FindOutline): FindOutline {
  const known = new Map<string, ReturnType<FindOutline>>();
  return (file) => {
    if (!known.has(file)) known.set(file, find(file));
    return known.get(file);
  };
}
