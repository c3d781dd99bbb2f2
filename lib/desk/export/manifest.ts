/**
 * The manifest of an exported folder: what stands in it, by address, with hashes. It is a journal, one JSON value a line, so that an
 * export may be killed at any moment and goes on where it was: a line is written after the file it tells of.
 * Promises that what has to be printed again is never forgotten: the note that the export looks at the content comes before the look.
 */
import { createHash, randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { Entry } from './entry';
import { writeWhole } from './folder';
import { openJournal } from './journal';

export interface Look {
  /** What was built and for which address: with another one, every page is printed anew. */
  readonly edition: string;
  /** The moment of the look, ISO 8601. */
  readonly asOf: string;
}

export interface Manifest {
  /** Of this folder, for good. */
  readonly id: string;
  readonly entries: ReadonlyMap<string, Entry>;
  /** The last look at the content; undefined before the first, and when one broke off. */
  readonly look: Look | undefined;
  /** Whether the last export came to its end. */
  readonly isComplete: boolean;
  /** Whether the page has to be printed. */
  isStale(path: string): boolean;
  /** Names and values in turn. */
  headersOf(key: string): readonly string[];

  /** Notes that a look at the content begins: if no `recordLook` follows, every page is stale. */
  recordIntent(): Promise<void>;
  recordLook(look: Look, isStale: (path: string) => boolean): Promise<void>;
  /** @returns The key for headers, names and values in turn. */
  recordHeaders(headers: readonly string[]): Promise<string>;
  recordEntry(entry: Entry): Promise<void>;
  recordRemoval(path: string): Promise<void>;
  /** Writes the manifest anew and in order. @param isWhole Whether everything that should be in the folder is. */
  finish(isWhole: boolean): Promise<void>;
}

export const manifestName = '.portal-export.jsonl';
const version = 1;

type Line =
  | { readonly line: 'export'; readonly version: number; readonly id: string }
  | { readonly line: 'intent' }
  | ({ readonly line: 'look' } & Look)
  | { readonly line: 'stale'; readonly path: string }
  | { readonly line: 'headers'; readonly key: string; readonly headers: readonly string[] }
  | ({ readonly line: 'entry' } & Entry)
  | { readonly line: 'removal'; readonly path: string }
  | { readonly line: 'complete' };

/**
 * Opens the manifest of a folder; a new one when there is none.
 * @throws Error when the file is no manifest that this version can read.
 */
export async function openManifest(folder: string): Promise<Manifest> {
  const file = path.join(folder, manifestName);
  const entries = new Map<string, Entry>();
  const headers = new Map<string, readonly string[]>();
  const stale = new Set<string>();
  let id: string | undefined;
  let look: Look | undefined;
  let isComplete = false;

  const take = (line: Line): void => {
    switch (line.line) {
      case 'export':
        if (line.version !== version) throw new Error(`${file}：是另一版本的导出。 / ${file}: is of another version of the export.`);
        id = line.id;
        return;
      case 'intent':
        look = undefined;
        isComplete = false;
        return;
      case 'look':
        look = { edition: line.edition, asOf: line.asOf };
        return;
      case 'stale':
        stale.add(line.path);
        return;
      case 'headers':
        headers.set(line.key, line.headers);
        return;
      case 'entry':
        entries.set(line.path, line);
        stale.delete(line.path);
        return;
      case 'removal':
        entries.delete(line.path);
        stale.delete(line.path);
        return;
      case 'complete':
        isComplete = true;
    }
  };

  await fs.mkdir(folder, { recursive: true });
  const journal = await openJournal(file, (value) => {
    take(parseLine(value, file));
  });
  const write = (lines: readonly Line[]): Promise<void> => {
    for (const line of lines) take(line);
    return journal.append(lines);
  };
  id ??= randomUUID();
  if (entries.size === 0) await write([{ line: 'export', version, id }]);
  const ownId = id;

  return {
    id: ownId,
    entries,
    get look() {
      return look;
    },
    get isComplete() {
      return isComplete;
    },
    isStale: (address) => look === undefined || stale.has(address) || !entries.has(address),
    headersOf: (key) => headers.get(key) ?? [],
    recordIntent: () => write([{ line: 'intent' }]),
    recordLook: (now, isStale) => write([...[...entries.keys()].filter(isStale).map((one): Line => ({ line: 'stale', path: one })), { line: 'look', ...now }]),
    async recordHeaders(values) {
      const key = createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, 8);
      if (!headers.has(key)) await write([{ line: 'headers', key, headers: values }]);
      return key;
    },
    recordEntry: (entry) => write([{ line: 'entry', ...entry }]),
    recordRemoval: (address) => write([{ line: 'removal', path: address }]),
    async finish(isWhole) {
      await journal.close();
      const inOrder = [...entries.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
      const used = new Set(inOrder.map((entry) => entry.headers));
      const lines: readonly Line[] = [
        { line: 'export', version, id: ownId },
        ...[...headers].filter(([key]) => used.has(key)).map(([key, values]): Line => ({ line: 'headers', key, headers: values })),
        ...inOrder.map((entry): Line => ({ ...entry, line: 'entry' })),
        ...[...stale].map((one): Line => ({ line: 'stale', path: one })),
        ...(look ? [{ line: 'look', ...look } satisfies Line] : []),
        ...(isWhole ? [{ line: 'complete' } satisfies Line] : []),
      ];
      await writeWhole(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
      isComplete = isWhole;
    },
  };
}

/** The door: what the export wrote itself, or somebody's file of the same name. */
function parseLine(value: unknown, file: string): Line {
  const isLine = typeof value === 'object' && value !== null && 'line' in value && typeof value.line === 'string';
  if (!isLine) throw new Error(`${file}：不是导出的清单。 / ${file}: is no manifest of an export.`);
  return value as Line;
}
