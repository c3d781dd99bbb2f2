/** Chromium as a printer: a page in, a PDF out, its sides counted. */
import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { chromiumRights } from '@/lib/desk/chromium';

/** For one page, in milliseconds. */
const patience = 60_000;

/** How many sides of paper a page takes, of the size that it asks for itself. @throws Error when Chromium does not print it. */
export async function countPrintedPages(chromium: string, address: string): Promise<number> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'print-'));
  const pdf = path.join(folder, 'page.pdf');
  try {
    await promisify(execFile)(chromium, ['--headless', '--disable-gpu', ...chromiumRights(), `--user-data-dir=${path.join(folder, 'profile')}`, '--no-pdf-header-footer', `--print-to-pdf=${pdf}`, address], { timeout: patience });
    const count = countPages(await fs.readFile(pdf));
    if (count === 0) throw new Error(`${address}: Chromium printed nothing.`);
    return count;
  } finally {
    await fs.rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Pages stand in a PDF as objects of their own (ISO 32000-1 §7.7.3.3), which Chromium writes unpacked. */
export function countPages(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page(?![a-z])/gi)?.length ?? 0;
}
