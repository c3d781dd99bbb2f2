/**
 * All Problems of a content folder, straight from the files: what the editors' `check` prints. Needs no index and leaves none.
 */
import fs from 'node:fs/promises';
import path from 'node:path';
import { byPlace, type Problem } from '@/lib/problem';
import { unique } from './change';
import { judgeClaims, type Claim, type Outline } from './claim';
import { findMissingFoundations } from './foundations';
import { folderOf, parsePlace, type Misplaced, type Place } from './place';
import { loadContentFile } from './reading';
import { eachLimited, scanFolder, scanTree, type FolderScan } from './scan';

interface CheckedFile {
  readonly place: Place | Misplaced;
  readonly problems: readonly Problem[];
  readonly claims: readonly Claim[];
}

/**
 * Checks a content folder.
 * @param only A file or folder in it, relative with forward slashes: its Problems alone, reading little else.
 * @returns By place; empty when all is well.
 * @throws Error when the content folder is missing.
 */
export async function checkContent(content: string, only?: string): Promise<readonly Problem[]> {
  if (!(await fs.stat(content)).isDirectory()) throw new Error(`${content}：不是文件夹。 / ${content}: is no folder.`);
  const files = new Map<string, CheckedFile>();
  const outlines = new Map<string, Outline>();
  for await (const { folder, files: found } of relevantFolders(content, only)) {
    await eachLimited([...found], async ([diskName, { size }]) => {
      const file = `${folder === '' ? '' : `${folder}/`}${diskName.normalize('NFC')}`;
      const place = parsePlace(file);
      const reading = place && (await loadContentFile(place, { disk: path.join(content, folder, diskName), size }))?.reading;
      if (!place || !reading) return;
      outlines.set(file, reading.outline);
      files.set(file, { place, problems: reading.problems, claims: reading.claims });
    });
  }
  const periodicals = new Set<string>();
  const problems = [...files].flatMap(([file, { place, problems: own, claims }]) => {
    if (place.kind === 'article') periodicals.add(place.periodical);
    return [...own, ...judgeClaims(file, place, claims, (other) => outlines.get(other))];
  });
  problems.push(...findMissingFoundations([...periodicals], (file) => outlines.has(file)));
  const isWanted = ({ file }: Problem): boolean => only === undefined || only === '' || file === only || file.startsWith(`${only}/`) || only.startsWith(`${file}/`);
  return unique(problems.filter(isWanted)).sort(byPlace);
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
