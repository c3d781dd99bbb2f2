/**
 * What the last check found in each file, kept in the data folder, so that the next one reads only what has changed. A file is known by
 * its size and times, else by the hash of its bytes; all is forgotten when the rules, the editors' lists or the place's name are others.
 * Promises that trouble with what is kept makes a check slower and nothing else.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { ExaminedFile, ScannedContent } from '@/lib/content/check';
import { isSettled } from '@/lib/content/scan';
import type { Problem } from '@/lib/problem';
import { root } from '@/lib/root.mjs';
import type { Notes, PictureFacts } from './notes';
import type { Paragraph } from './paragraphs';

/** A file as it is remembered: plain data. */
export interface RememberedFile extends ExaminedFile {
  /** What the checkers of single texts found. */
  readonly findings: readonly Problem[];
  /** Of texts that can be read. */
  readonly notes?: Notes;
  /** Ids of its headings, once somebody has asked for them. */
  readonly anchors?: readonly string[];
  /** Its paragraphs, once somebody has asked for them. */
  readonly paragraphs?: readonly Paragraph[];
  readonly picture?: PictureFacts;
}

interface Entry {
  readonly stamp: string;
  readonly hash: string;
  readonly examined: RememberedFile;
}

export interface Memory {
  /** What the file held, when its size and times say that it is the same. */
  find(found: ScannedContent): RememberedFile | undefined;
  /** The hash of the bytes that were read last. */
  hashOf(file: string): string | undefined;
  /** Takes in what was found now; without `examined` the bytes are those of last time. */
  learn(found: ScannedContent, hash: string, examined?: RememberedFile): RememberedFile | undefined;
  /** Adds to what is known of a file. */
  learnMore(file: string, more: Pick<RememberedFile, 'anchors' | 'paragraphs'>): void;
  /** What the files of this check hold, by their names. */
  readonly seen: ReadonlyMap<string, Entry>;
  /** @param isWhole Whether what was not seen is gone. */
  keep(isWhole: boolean): Promise<void>;
}

const fileName = 'check.jsonl';

/**
 * @param data The folder to keep it in; without one, nothing is remembered.
 * @param key Whatever findings depend on besides a file's bytes.
 */
export async function openMemory(data: string | undefined, key: string): Promise<Memory> {
  const file = data === undefined ? undefined : path.join(data, fileName);
  const old = file === undefined ? new Map<string, Entry>() : await readEntries(file, key);
  const seen = new Map<string, Entry>();
  let isChanged = false;
  return {
    seen,
    find({ file: name, stamp }) {
      const entry = seen.get(name) ?? old.get(name);
      if (entry?.stamp !== stamp || !isSettled(stamp)) return undefined;
      seen.set(name, entry);
      return entry.examined;
    },
    hashOf: (name) => old.get(name)?.hash,
    learn({ file: name, stamp }, hash, examined = old.get(name)?.examined) {
      if (examined) seen.set(name, { stamp, hash, examined });
      isChanged = true;
      return examined;
    },
    learnMore(name, more) {
      const entry = seen.get(name);
      if (entry) seen.set(name, { ...entry, examined: { ...entry.examined, ...more } });
      isChanged = true;
    },
    async keep(isWhole) {
      const entries = isWhole ? seen : new Map([...old, ...seen]);
      if (file === undefined || (!isChanged && entries.size === old.size)) return;
      const lines = [...entries].map(([name, { stamp, hash, examined }]) => JSON.stringify([name, stamp, hash, examined]));
      await writeWhole(file, [JSON.stringify(key), ...lines, ''].join('\n')).catch(() => undefined);
    },
  };
}

async function readEntries(file: string, key: string): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  try {
    const [first, ...lines] = (await fs.readFile(file, 'utf8')).split('\n');
    if (first !== JSON.stringify(key)) return entries;
    for (const line of lines) {
      if (line === '') continue;
      // The key holds the hash of this program, which alone writes the file.
      const [name, stamp, hash, examined] = JSON.parse(line) as [string, string, string, RememberedFile];
      entries.set(name, { stamp, hash, examined });
    }
    return entries;
  } catch {
    return new Map();
  }
}

/** Another check may read meanwhile. */
async function writeWhole(file: string, text: string): Promise<void> {
  await fs.mkdir(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.tmp`;
  await fs.writeFile(draft, text);
  await fs.rename(draft, file);
}

/** A hash of the program itself: whoever changes a rule need not remember that something is kept. */
export async function hashOfProgram(): Promise<string> {
  const files = (await fs.readdir(path.join(root, 'lib'), { recursive: true })).filter((name) => /\.(?:ts|json)$/.test(name) && !/\.test\.ts$|fixtures/.test(name));
  const hash = createHash('sha256').update(process.version);
  for (const name of ['../package-lock.json', ...files.sort()]) hash.update(`\0${name}\0`).update(await fs.readFile(path.join(root, 'lib', name)));
  return hash.digest('base64');
}
