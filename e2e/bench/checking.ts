/** `desk check` of a whole archive: from nothing, again with nothing changed, and again after one article was edited. */
import { spawn } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { root } from '@/lib/root.mjs';
import type { Archive } from './archives';
import { plain, type Row } from './ledger';

/** Seconds, for 10,000 articles. */
const limits = { nothing: 15, again: 3 };

export async function measureChecking(archive: Archive): Promise<readonly Row[]> {
  const data = await fs.mkdtemp(path.join(os.tmpdir(), 'bench-check-'));
  const file = await firstArticle(archive.content);
  const text = await fs.readFile(file, 'utf8');
  const label = `${plain(archive.articles)} articles`;
  const row = (name: string, seconds: number, limit: number): Row => ({ name: `check ${name}, ${label}`, press: `${plain(seconds)} s`, ...(archive.articles >= 10_000 && { must: `<= ${limit} s`, isReached: seconds <= limit }) });
  try {
    const nothing = await runCheck(archive.content, data, 0);
    const again = await runCheck(archive.content, data, 0);
    await fs.writeFile(file, `${text}\n会议进行进行了讨论。\n`);
    const edited = await runCheck(archive.content, data, 1);
    return [row('from nothing', nothing, limits.nothing), row('again, nothing changed', again, limits.again), row('again, one article edited', edited, limits.again)];
  } finally {
    await fs.writeFile(file, text);
    await fs.rm(data, { recursive: true, force: true });
  }
}

async function firstArticle(content: string): Promise<string> {
  const files = (await fs.readdir(content, { recursive: true })).sort();
  return path.join(content, files.find((file) => /\d{4}-\d{2}-\d{2}[/\\](?!index)[a-z0-9-]+\.md$/.test(file)) ?? '');
}

/**
 * @param wanted The exit code of a right answer: 0 clean, 1 findings.
 * @returns Seconds.
 */
function runCheck(content: string, data: string, wanted: number): Promise<number> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const desk = spawn(process.execPath, ['lib/desk/start.mjs', 'check'], { cwd: root, env: { ...process.env, PORTAL_CONTENT: content, PORTAL_DATA: data }, stdio: ['ignore', 'pipe', 'inherit'] });
    let told = '';
    desk.stdout.on('data', (chunk: Buffer) => (told = (told + chunk.toString('utf8')).slice(-2_000)));
    desk.on('error', reject).on('close', (code) => {
      if (code === wanted) resolve((performance.now() - began) / 1000);
      else reject(new Error(`check ended with ${code}: ${told}`));
    });
  });
}
