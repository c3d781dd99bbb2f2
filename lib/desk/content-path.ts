/** What an editor means by a path: a file or folder of the content folder, from where they stand or from the content folder itself. */
import fs from 'node:fs/promises';
import path from 'node:path';
import type { Desk } from './command';

/**
 * The path relative to the content folder, with forward slashes.
 * @throws Error when there is no such file, or it lies elsewhere.
 */
export async function findInContent(wanted: string, desk: Desk): Promise<string> {
  const { content } = desk.environment;
  for (const base of [desk.folder, content]) {
    const file = path.resolve(base, wanted);
    const inside = path.relative(content, file);
    const isInside = inside !== '..' && !inside.startsWith(`..${path.sep}`) && !path.isAbsolute(inside);
    if (isInside && (await fs.stat(file).catch(() => undefined))) return inside.split(path.sep).join('/');
  }
  throw new Error(`${wanted}：内容文件夹 ${content} 里没有它。 / ${wanted}: not in the content folder ${content}.`);
}
