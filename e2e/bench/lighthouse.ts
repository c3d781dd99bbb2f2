/**
 * What Lighthouse says of every kind of page, as a telephone sees it. Lighthouse is no part of the portal and brings a hundred and fifty packages,
 * so it is used where it is found: in the folder that LIGHTHOUSE names. The page for what is missing is left out, because its answer is 404.
 */
import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { findBrowser } from '../browser';
import { elderPath, everyPage } from '../places';
import { openPortal } from '../portal';
import type { Row } from './ledger';

const run = promisify(execFile);
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const howToInstall = 'Lighthouse is not installed here. Install it anywhere outside the portal and say where: npm install --prefix /tmp/lighthouse lighthouse, then LIGHTHOUSE=/tmp/lighthouse npm run bench -- --only lighthouse';

interface Report {
  readonly categories: Readonly<Record<string, { readonly score: number | null; readonly auditRefs: readonly { readonly id: string; readonly weight: number }[] }>>;
  readonly audits: Readonly<Record<string, { readonly score: number | null }>>;
}

/** @throws Error that says how to install it, when LIGHTHOUSE names no folder with it. */
export async function measureLighthouse(): Promise<readonly Row[]> {
  const program = path.join(process.env['LIGHTHOUSE'] ?? '', 'node_modules/lighthouse/cli/index.js');
  if (!(await fs.stat(program).catch(() => undefined))) throw new Error(howToInstall);
  const portal = await openPortal('e2e/content');
  try {
    const rows: Row[] = [];
    const article = everyPage('zh-hans').filter(({ name }) => name === 'article').map(({ path: address }) => ({ name: 'article, elder', path: elderPath(address) }));
    for (const { name, path: address } of [...everyPage('zh-hans').filter((page) => page.name !== 'missing'), ...article]) rows.push(rowOf(name, await auditPage(program, portal.origin + address)));
    return rows;
  } finally {
    await portal.stop();
  }
}

async function auditPage(program: string, address: string): Promise<Report> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'lighthouse-'));
  const file = path.join(folder, 'report.json');
  try {
    const sandbox = process.getuid?.() === 0 ? ' --no-sandbox' : '';
    await run(process.execPath, [program, address, '--quiet', '--output=json', `--output-path=${file}`, `--only-categories=${categories.join()}`, `--chrome-path=${findBrowser()}`, `--chrome-flags=--headless=new${sandbox}`]);
    return JSON.parse(await fs.readFile(file, 'utf8')) as Report;
  } finally {
    await fs.rm(folder, { recursive: true, force: true });
  }
}

function rowOf(name: string, report: Report): Row {
  const scores = categories.map((category) => Math.round(100 * (report.categories[category]?.score ?? 0)));
  const wanting = categories.flatMap((category) => (report.categories[category]?.auditRefs ?? []).filter(({ id, weight }) => weight > 0 && (report.audits[id]?.score ?? 1) < 0.995).map(({ id }) => id));
  return { name: `Lighthouse: ${name}${wanting.length > 0 ? ` (${wanting.join(', ')})` : ''}`, press: scores.join(' / '), must: '100 / 100 / 100 / 100', isReached: scores.every((score) => score === 100) };
}
