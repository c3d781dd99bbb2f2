/** Export: the whole portal as files, pages a second; and once more when nothing has changed. */
import { spawn } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { root } from '@/lib/root.mjs';
import type { Archive } from './archives';
import { plain, type Row } from './ledger';

export async function measureExport(archive: Archive): Promise<readonly Row[]> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'bench-export-'));
  const target = path.join(folder, 'site');
  try {
    const whole = await runExport(archive, target);
    if (whole === undefined) return [{ name: 'export', press: 'no such command' }];
    const files = await fs.readdir(target, { recursive: true });
    const pages = files.filter((file) => file.endsWith('.html')).length;
    const again = await runExport(archive, target);
    const label = `${plain(archive.articles)} articles`;
    return [
      { name: `export, ${label}`, press: `${plain(pages)} pages in ${plain(whole)} s, ${plain(pages / whole)} pages/s` },
      { name: `export again, nothing changed, ${label}`, press: `${plain(again ?? Number.NaN)} s` },
    ];
  } finally {
    await fs.rm(folder, { recursive: true, force: true });
  }
}

/** Seconds, or undefined when the desk does not know the command. */
function runExport(archive: Archive, target: string): Promise<number | undefined> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const desk = spawn(process.execPath, ['lib/desk/start.mjs', 'export', target], {
      cwd: root,
      env: { ...process.env, PORTAL_CONTENT: archive.content, PORTAL_DATA: archive.data, PORTAL_ORIGIN: 'https://news.example.com' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let trouble = '';
    desk.stderr.on('data', (chunk: Buffer) => (trouble = (trouble + chunk.toString('utf8')).slice(-2_000)));
    desk.on('error', reject).on('close', (code) => {
      if (code === 0) resolve((performance.now() - began) / 1000);
      else if (code === 2 && /unknown command|no command|没有这个命令|不认识/i.test(trouble)) resolve(undefined);
      else reject(new Error(`export ended with ${code}: ${trouble}`));
    });
  });
}
