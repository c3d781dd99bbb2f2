/** Whether a folder may be exported to: never one that the portal works in, and one with other things in it only by force. */
import fs from 'node:fs/promises';
import path from 'node:path';
import { ignoreMissing } from '@/lib/content/scan';
import type { Environment } from '@/lib/environment';
import { isThere } from './folder';
import { manifestName } from './manifest';

/** @throws Error that says what is in the way. */
export async function requireTarget(folder: string, { content, data }: Pick<Environment, 'content' | 'data'>, isForced: boolean): Promise<void> {
  for (const ours of [content, data]) {
    if (isWithin(folder, ours)) throw new Error(`${folder}：不能导出到门户自己的文件夹 ${ours} 里。 / ${folder}: nothing is exported into ${ours}, where the portal works.`);
  }
  const facts = await fs.stat(folder).catch(ignoreMissing);
  if (facts && !facts.isDirectory()) throw new Error(`${folder}：不是文件夹。 / ${folder}: is no folder.`);
  if (!facts || isForced || (await isThere(path.join(folder, manifestName)))) return;
  if ((await fs.readdir(folder)).length > 0) {
    throw new Error(`${folder}：已有别的文件。请换一个空文件夹，或者加 --force（只覆盖同名文件）。 / ${folder}: holds other files. Choose an empty folder, or add --force (only files of the same names are overwritten).`);
  }
}

function isWithin(folder: string, outer: string): boolean {
  const relative = path.relative(outer, folder);
  return relative === '' || (relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative));
}
