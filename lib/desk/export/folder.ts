/**
 * The folder that is exported to: where an address stands in it, whole files in and out, and whose the folder is.
 * Promises that a file is there whole or not at all, and that nothing is touched that the export did not make.
 */
import fs from 'node:fs/promises';
import path from 'node:path';
import { ignoreMissing } from '@/lib/content/scan';
import type { Entry } from './entry';

/** The compressed copies that stand beside a file. */
export const codings = [
  { coding: 'br', ending: '.br' },
  { coding: 'gzip', ending: '.gz' },
] as const;

/**
 * The file of an address, relative to the folder. A page becomes the index.html of a folder of its name, which every kind of host
 * finds under its address; everything else stays a file of its name.
 * @throws Error when the address cannot be a file's.
 */
export function fileOf({ kind, path: address }: Pick<Entry, 'kind' | 'path'>): string {
  const parts = address.split('/').slice(1).map(decodeURIComponent);
  const isSafe = parts.every((part) => part !== '' && part !== '.' && part !== '..' && !/[/\\\0]/.test(part));
  if (!isSafe) throw new Error(`${address} is no name of a file`);
  return [...parts, ...(kind === 'page' || kind === 'redirect' ? ['index.html'] : [])].join('/');
}

/** Writes beside the file first, then puts it in its place. */
export async function writeWhole(file: string, bytes: Buffer | string): Promise<void> {
  await replaceFile(file, (draft) => fs.writeFile(draft, bytes));
}

/** Copies a file into its place. */
export async function copyWhole(from: string, file: string): Promise<void> {
  await replaceFile(file, (draft) => fs.copyFile(from, draft));
}

async function replaceFile(file: string, write: (draft: string) => Promise<void>): Promise<void> {
  // Always the same name: what a killed export left behind is overwritten by the next.
  const draft = path.join(path.dirname(file), `.${path.basename(file)}.draft`);
  try {
    await write(draft).catch(async (error: unknown) => {
      // Most folders are there: asking first for each of a million files would cost more.
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
      await fs.mkdir(path.dirname(file), { recursive: true });
      await write(draft);
    });
    await fs.rename(draft, file);
  } catch (error) {
    await fs.rm(draft, { force: true });
    throw error;
  }
}

/** Removes a file, its compressed copies, and the folders that are empty then. */
export async function removeFile(folder: string, file: string): Promise<void> {
  for (const ending of ['', ...codings.map((one) => one.ending)]) await fs.rm(path.join(folder, `${file}${ending}`), { force: true });
  for (let inner = path.dirname(file); inner !== '.'; inner = path.dirname(inner)) {
    const isRemoved = await fs.rmdir(path.join(folder, inner)).then(
      () => true,
      () => false,
    );
    if (!isRemoved) break;
  }
}

export async function isThere(file: string): Promise<boolean> {
  return (await fs.lstat(file).catch(ignoreMissing)) !== undefined;
}
