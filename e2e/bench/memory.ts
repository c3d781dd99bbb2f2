/** Memory after every address was visited once, and under a storm of addresses that do not exist. */
import { spawn } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { root } from '@/lib/root.mjs';
import type { Press } from '../portal';
import { eachAtOnce, openAsker } from './asking';
import { megabytes, milliseconds, percentile, plain, type Row } from './ledger';

const limits = { resident: 600 * 1_048_576, goodPage: 20 };

/** Resident memory of a process in bytes; undefined where there is no /proc. */
export async function residentMemory(pid: number): Promise<number | undefined> {
  const status = await fs.readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const found = /^VmRSS:\s+(\d+) kB/m.exec(status)?.[1];
  return found ? Number(found) * 1024 : undefined;
}

/** Asks for each path once, four at a time, for at most `seconds`; reads the memory at each quarter of what it got through. */
export async function measureMemory(press: Press, paths: readonly string[], seconds: number): Promise<readonly Row[]> {
  const asker = openAsker(press.origin, 4);
  const readings: { readonly pages: number; readonly bytes: number }[] = [];
  const began = performance.now();
  let visited = 0;
  const done = await eachAtOnce(paths, 4, began + seconds * 1000, async (path) => {
    await asker.ask(path);
    visited += 1;
    if (visited % 500 === 0) readings.push({ pages: visited, bytes: (await residentMemory(press.pid)) ?? Number.NaN });
  });
  asker.close();
  const at = (share: number): number => readings[Math.max(0, Math.ceil(readings.length * share) - 1)]?.bytes ?? Number.NaN;
  const most = Math.max(...readings.map(({ bytes }) => bytes));
  return [
    {
      name: `memory after ${plain(done)} of ${plain(paths.length)} different pages, at each quarter`,
      press: [0.25, 0.5, 0.75, 1].map((share) => megabytes(at(share))).join(', '),
      must: `<= ${megabytes(limits.resident)}, flat`,
      isReached: most <= limits.resident && at(1) <= at(0.5) * 1.15,
    },
    { name: 'pages/s while visiting them', press: plain(done / ((performance.now() - began) / 1000)) },
  ];
}

/** Sends `count` random addresses; good pages are read all the while, and no file may appear. */
export async function measureStorm(press: Press, data: string, goodPaths: readonly string[], count: number): Promise<readonly Row[]> {
  const reading = openAsker(press.origin, 1);
  const folders = [data, path.join(root, '.next'), path.join(root, '.build')];
  const filesBefore = await countFiles(folders);
  const memoryBefore = (await residentMemory(press.pid)) ?? Number.NaN;
  for (const good of goodPaths) await reading.ask(good);
  const times: number[] = [];
  const over = new AbortController();
  const reader = (async () => {
    for (let turn = 0; !over.signal.aborted; turn++) {
      times.push((await reading.ask(goodPaths[turn % goodPaths.length] ?? '/')).milliseconds);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  })();
  const began = performance.now();
  const done = await sendStrangers(press.origin, count);
  const seconds = (performance.now() - began) / 1000;
  over.abort();
  await reader;
  reading.close();
  const memoryAfter = (await residentMemory(press.pid)) ?? Number.NaN;
  const newFiles = (await countFiles(folders)) - filesBefore;
  const p99 = percentile(times, 0.99);
  return [
    {
      name: `storm of ${plain(done)} unknown addresses (${plain(done / seconds)}/s): good pages p99, memory, new files`,
      press: `${milliseconds(p99)}, ${megabytes(memoryBefore)} -> ${megabytes(memoryAfter)}, ${newFiles}`,
      must: `p99 < ${limits.goodPage} ms, flat, 0`,
      isReached: p99 < limits.goodPage && newFiles === 0 && !(memoryAfter > memoryBefore * 1.3 + 50 * 1_048_576),
    },
  ];
}

function sendStrangers(origin: string, count: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const strangers = spawn(process.execPath, ['--import', 'tsx', path.join(root, 'e2e/bench/strangers.ts'), origin, String(count)], { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    strangers.stdout.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
    strangers.on('error', reject).on('close', (code) => (code === 0 ? resolve(Number(output)) : reject(new Error('The storm broke off.'))));
  });
}

async function countFiles(folders: readonly string[]): Promise<number> {
  const lists = await Promise.all(folders.map((folder) => fs.readdir(folder, { recursive: true }).catch(() => [])));
  return lists.reduce((sum, list) => sum + list.length, 0);
}
