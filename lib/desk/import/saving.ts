/**
 * Writes what an import made: pictures first, then the article that names them, each whole or not at all. Nothing that exists and
 * differs is overwritten unasked.
 */
import fs from 'node:fs/promises';
import path from 'node:path';

export interface NewFile {
  readonly name: string;
  readonly bytes: Buffer;
}

export type Saved = 'written' | 'unchanged' | { readonly conflicts: readonly string[] };

/** @returns The names of files in the way when there are any and `isForced` is not set; then nothing is written. */
export async function saveFiles(folder: string, files: readonly NewFile[], isForced: boolean): Promise<Saved> {
  const states = await Promise.all(
    files.map(async ({ name, bytes }) => {
      const existing = await fs.readFile(path.join(folder, name)).catch(() => undefined);
      return existing === undefined ? 'missing' : existing.equals(bytes) ? 'same' : 'different';
    }),
  );
  if (states.every((state) => state === 'same')) return 'unchanged';
  const conflicts = files.filter((_, place) => states[place] === 'different').map(({ name }) => name);
  if (conflicts.length > 0 && !isForced) return { conflicts };
  await fs.mkdir(folder, { recursive: true });
  for (const [place, { name, bytes }] of files.entries()) {
    if (states[place] === 'same') continue;
    // Beside the target and under a name the portal ignores: a half-written file is never published.
    const draft = path.join(folder, `.${name}.tmp`);
    await fs.writeFile(draft, bytes);
    await fs.rename(draft, path.join(folder, name));
  }
  return 'written';
}
