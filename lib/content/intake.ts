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
import { hasError, loadContentFile, type Reading } from './reading';
import { eachLimited, scanFile } from './scan';

interface Intake {
  readonly content: string;
  readonly writer: IndexWriter;
  readonly changes: Change[];
  readonly breathe: () => Promise<void>;
  /** Called after each file that was read. */
  readonly onRead: () => void;
}

const noNews: FolderNews = { changed: [], vanished: [] };

/** @returns What readers see differently, each once. */
export async function takeIn(content: string, writer: IndexWriter, news: ReadonlyMap<string, FolderNews>, progress?: (done: number, total: number) => void): Promise<readonly Change[]> {
  const total = [...news.values()].reduce((sum, { changed }) => sum + changed.length, 0);
  let done = 0;
  const intake: Intake = { content, writer, changes: [], breathe: breather(), onRead: () => progress?.(++done, total) };
  const queue = [...news.keys()];
  if (news.has('pages') && !news.has('')) queue.push('');
  // A folder comes after the one above it, as issues need their periodical's columns; the top comes last, as site.md names pages.
  const order = (a: string, b: string): number => (a === '' ? 1 : b === '' ? -1 : a < b ? -1 : 1);
  for (let folder = queue.sort(order).shift(); folder !== undefined; folder = queue.shift()) {
    const isPeriodicalNew = await takeInFolder(intake, folder, news.get(folder) ?? noNews);
    if (!isPeriodicalNew) continue;
    const waiting = new Set([...queue, folder]);
    queue.push(...writer.knownFolders(folder).filter((issue) => !waiting.has(issue)));
    queue.sort(order);
  }
  intake.changes.push(...writer.takeNaming().map((issue): Change => ({ kind: 'related', ...issue })));
  return unique(intake.changes);
}

/** @returns Whether it was a periodical's own folder and its columns may be others now. */
async function takeInFolder(intake: Intake, folder: string, { changed, vanished }: FolderNews): Promise<boolean> {
  const { writer, changes } = intake;
  const touched: Place[] = [];
  for (const file of vanished) {
    const place = parsePlace(file);
    writer.forgetFile(file, place);
    if (place && place.kind !== 'misplaced') touched.push(place);
  }
  const fresh = new Map<string, Reading>();
  await eachLimited(changed, async ({ path: file, diskName, stamp, size }) => {
    const place = parsePlace(file);
    const found = place && (await loadContentFile(place, { disk: diskPath(intake, folder, diskName), size }, writer.hashOf(file)));
    if (found?.reading) {
      writer.recordFile(file, { diskName, stamp, hash: found.hash }, found.reading);
      fresh.set(file, found.reading);
    } else if (found) writer.recordStamp(file, diskName, stamp);
    intake.onRead();
    await intake.breathe();
  });
  touched.push(...(await judgeFolder(intake, folder, fresh)));
  changes.push(...touched.map(changeOf));
  await writer.pace();
  return settle(intake, folder, touched);
}

/**
 * Judges every file of the folder, as any of them may depend on what is new, and admits what is without error.
 * @returns What readers see differently.
 */
async function judgeFolder(intake: Intake, folder: string, fresh: ReadonlyMap<string, Reading>): Promise<readonly Place[]> {
  const { writer } = intake;
  const find = remember(writer.findOutline);
  const touched: Place[] = [];
  /** Names of pictures and recordings. */
  const newFiles = new Set<string>();
  for (const row of writer.filesOfFolder(folder)) {
    const place = parsePlace(row.path);
    if (!place) continue;
    const reading = fresh.get(row.path);
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
      const text = reading?.text ?? (await readAgain(intake, place, folder, row));
      if (text && writer.admitText(place, text)) touched.push(place);
    }
    await intake.breathe();
  }
  return [...touched, ...(newFiles.size > 0 ? findUsers(writer, folder, newFiles) : [])];
}

/** A file that was held back by others only, and is no more: its text was not kept. */
async function readAgain(intake: Intake, place: Place, folder: string, row: FileRow): Promise<Reading['text']> {
  const disk = diskPath(intake, folder, row.disk_name);
  const size = scanFile(disk)?.size;
  return size === undefined ? undefined : (await loadContentFile(place, { disk, size }))?.reading?.text;
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

function diskPath({ content }: Intake, folder: string, diskName: string): string {
  return path.join(content, folder, diskName);
}
