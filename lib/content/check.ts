/**
 * All Problems of a content folder, straight from the files: what the editors' `check` prints. Needs no index and leaves none.
 */
import fs from 'node:fs/promises';
import path from 'node:path';
import { byPlace, type Problem } from '@/lib/problem';
import { findAddressProblems } from './address-problems';
import { unique } from './change';
import { judgeClaims, type Claim, type Outline } from './claim';
import { findMissingFoundations } from './foundations';
import { folderOf, parsePlace, type Misplaced, type Place } from './place';
import { loadContentFile, type FoundFile } from './reading';
import { eachLimited, scanFolder, scanTree, type FolderScan } from './scan';

/** A file of the folder: what it says, and what is wrong with it by itself. */
export interface ExaminedFile {
  readonly problems: readonly Problem[];
  readonly claims: readonly Claim[];
  readonly outline: Outline;
}

/** A file as the scan found it. */
export interface ScannedContent extends FoundFile {
  /** Relative to the content folder. */
  readonly file: string;
  /** As `ScannedFile.stamp`. */
  readonly stamp: string;
}

/** Reads one file; undefined when it is gone by now. Whoever looks for more in a text than this room gives its own. */
export type Examine = (place: Place | Misplaced, found: ScannedContent) => Promise<ExaminedFile | undefined>;

const readOnly: Examine = async (place, found) => (await loadContentFile(place, found))?.reading;

/**
 * Checks a content folder.
 * @param only A file or folder in it, relative with forward slashes: its Problems alone, reading little else.
 * @returns By place; empty when all is well.
 * @throws Error when the content folder is missing.
 */
export async function checkContent(content: string, only?: string, examine: Examine = readOnly): Promise<readonly Problem[]> {
  if (!(await fs.stat(content)).isDirectory()) throw new Error(`${content}：不是文件夹。 / ${content}: is no folder.`);
  const files = new Map<string, ExaminedFile & { readonly place: Place | Misplaced }>();
  for await (const { folder, files: found } of relevantFolders(content, only)) {
    await eachLimited([...found], async ([diskName, { size, stamp }]) => {
      const file = `${folder === '' ? '' : `${folder}/`}${diskName.normalize('NFC')}`;
      const place = parsePlace(file);
      const examined = place && (await examine(place, { file, disk: path.join(content, folder, diskName), size, stamp }));
      if (place && examined) files.set(file, { place, problems: examined.problems, claims: examined.claims, outline: examined.outline });
    });
  }
  const periodicals = new Set<string>();
  const problems = [...files].flatMap(([file, { place, problems: own, claims }]) => {
    if (place.kind === 'article') periodicals.add(place.periodical);
    return [...own, ...judgeClaims(file, place, claims, (other) => files.get(other)?.outline)];
  });
  problems.push(...findMissingFoundations([...periodicals], (file) => files.has(file)));
  if (!only) problems.push(...(await findAddressProblems(content, files.values())));
  return unique(problems.filter(({ file }) => isPartOf(file, only) || only?.startsWith(`${file}/`))).sort(byPlace);
}

/** Whether the file is the one asked for, or lies in the folder asked for. */
export function isPartOf(file: string, only: string | undefined): boolean {
  return only === undefined || only === '' || file === only || file.startsWith(`${only}/`);
}

/** For a part of the tree: that part, and the folders its files may make claims about. */
async function* relevantFolders(content: string, only: string | undefined): AsyncGenerator<FolderScan> {
  if (!only) {
    yield* scanTree(content, '');
    return;
  }
  const isFolder = (await fs.stat(path.join(content, only))).isDirectory();
  const top = isFolder ? only : folderOf(only);
  const beside = ['', 'pages', ...top.split('/').map((_, depth, parts) => parts.slice(0, depth).join('/'))];
  for (const folder of new Set(beside.filter((name) => name !== top))) {
    const scan = scanFolder(content, folder);
    if (scan) yield scan;
  }
  if (isFolder) yield* scanTree(content, top);
  else {
    const scan = scanFolder(content, top);
    if (scan) yield scan;
  }
}
