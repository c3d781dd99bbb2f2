/**
 * A shelf on the disk, in bounded space: files that are costly to make and may be made again. The least recently used goes first.
 * Promises: however many ask at once, a file is made once, and few are made at a time; what a crash left half written is not there.
 */
import fs from 'node:fs/promises';
import path from 'node:path';

export interface DiskShelf {
  /**
   * The file of this name, made when there is none.
   * @returns Undefined when `make` makes nothing.
   */
  find(name: string, make: () => Promise<Buffer | undefined>): Promise<{ file: string; size: number } | undefined>;
}

interface Means {
  /** Absolute; the shelf's own. */
  readonly folder: string;
  /** Bytes. */
  readonly limit: number;
  readonly mostAtOnce: number;
  /** Whether a name found in the folder is one of the shelf's. */
  readonly holds: (name: string) => boolean;
}

export async function openDiskShelf({ folder, limit, mostAtOnce, holds }: Means): Promise<DiskShelf> {
  const sizes = new Map<string, number>();
  const making = new Map<string, Promise<number | undefined>>();
  const waiting: (() => void)[] = [];
  let bytes = 0;
  let busy = 0;

  const keep = async (name: string, size: number): Promise<void> => {
    sizes.set(name, size);
    bytes += size;
    for (const [oldest, freed] of sizes) {
      if (bytes <= limit || oldest === name) break;
      sizes.delete(oldest);
      bytes -= freed;
      await fs.rm(path.join(folder, oldest), { force: true });
    }
  };
  const put = async (name: string, make: () => Promise<Buffer | undefined>): Promise<number | undefined> => {
    if (busy >= mostAtOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    else busy += 1;
    try {
      const made = await make();
      if (!made) return undefined;
      const draft = path.join(folder, `${name}.draft`);
      await fs.writeFile(draft, made);
      await fs.rename(draft, path.join(folder, name));
      await keep(name, made.length);
      return made.length;
    } finally {
      const next = waiting.shift();
      if (next) next();
      else busy -= 1;
    }
  };

  await fs.mkdir(folder, { recursive: true });
  for (const name of await fs.readdir(folder)) {
    const file = path.join(folder, name);
    if (holds(name)) await keep(name, (await fs.stat(file)).size);
    else if (name.endsWith('.draft')) await fs.rm(file, { force: true });
  }

  return {
    async find(name, make) {
      const file = path.join(folder, name);
      const kept = sizes.get(name);
      if (kept !== undefined) {
        sizes.delete(name);
        sizes.set(name, kept);
        return { file, size: kept };
      }
      const started = making.get(name) ?? put(name, make).finally(() => making.delete(name));
      making.set(name, started);
      const size = await started;
      return size === undefined ? undefined : { file, size };
    },
  };
}
