/** From the start of the process to the first page: with no index, and with the index of before. */
import { readdirSync, readFileSync } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { startPress, type Press } from '../portal';
import type { Archive } from './archives';
import { plain, type Row } from './ledger';

const limits = { nothing: 90, restart: 3 };

/** Leaves the press of the restart running for the measures that follow. */
export async function measureIndexing(archive: Archive): Promise<{ readonly rows: readonly Row[]; readonly press: Press }> {
  await fs.rm(archive.data, { recursive: true, force: true });
  readAll(archive.content);
  const first = await startPress(archive);
  const nothing = first.startedIn / 1000;
  await first.stop();
  const press = await startPress(archive);
  const restart = press.startedIn / 1000;
  const label = `${plain(archive.articles)} articles`;
  const isFull = archive.articles >= 100_000;
  return {
    press,
    rows: [
      { name: `index from nothing to first page, files in memory, ${label}`, press: `${plain(nothing)} s`, ...(isFull ? { must: `<= ${limits.nothing} s`, isReached: nothing <= limits.nothing } : {}) },
      { name: `restart to first page, ${label}`, press: `${plain(restart)} s`, ...(isFull ? { must: `<= ${limits.restart} s`, isReached: restart <= limits.restart } : {}) },
    ],
  };
}

/** Brings all files into memory, where they are after a copy or a checkout: else it would be luck how much of the disk is measured. */
function readAll(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const inner = path.join(folder, entry.name);
    if (entry.isDirectory()) readAll(inner);
    else readFileSync(inner);
  }
}
