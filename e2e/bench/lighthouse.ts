/**
 * What Lighthouse says of every kind of page, as a telephone sees it: a row each, with the four scores. Lighthouse is no part of the portal and
 * brings two hundred packages, so it is used where it is found: in the folder that LIGHTHOUSE names.
 * A page that must not be found cannot have 100 for SEO, which counts being listed, and one that is missing none for best practices, as the
 * browser notes its status: their rows say why, and what else they lack makes them a NO.
 */
import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { chromiumRights } from '@/lib/desk/chromium';
import { findBrowser } from '../browser';
import { elderPath, everyPage, whyUnlisted } from '../places';
import { openPortal } from '../portal';
import type { Row } from './ledger';

const run = promisify(execFile);
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const howToInstall = `Lighthouse is not installed here. Install it anywhere outside the portal and say where:
  npm install --prefix ~/lighthouse lighthouse@12
  LIGHTHOUSE=~/lighthouse npm run bench -- --only lighthouse`;
/** Kinds that are read in elder mode too. */
const inElderMode: readonly string[] = ['front page', 'issue', 'article', 'search'];
/** What is counted of a page that must not be found: that it may be, and that it answers 200. */
const listing: readonly string[] = ['is-crawlable', 'http-status-code'];
/** A machine stalls: of a page that is not perfect at once, the middle one of so many runs counts. */
const runs = 3;

interface Report {
  readonly categories: Readonly<Record<string, { readonly score: number | null; readonly auditRefs: readonly { readonly id: string; readonly weight: number }[] }>>;
  readonly audits: Readonly<Record<string, { readonly score: number | null }>>;
}

/** @param say Told each row as it is found: a run takes minutes. @throws Error that says how to install it, when LIGHTHOUSE names no folder with it. */
export async function measureLighthouse(say: (words: string) => void): Promise<readonly Row[]> {
  const program = path.join(process.env['LIGHTHOUSE'] ?? '', 'node_modules/lighthouse/cli/index.js');
  if (!(await fs.stat(program).catch(() => undefined))) throw new Error(howToInstall);
  const portal = await openPortal('e2e/content');
  try {
    const pages = everyPage('zh-hans');
    const elder = pages.filter(({ name }) => inElderMode.includes(name)).map((page) => ({ name: `${page.name}, elder`, path: elderPath(page.path) }));
    const rows: Row[] = [];
    for (const page of [...pages, ...elder]) {
      const row = rowOf(page.name, await auditPage(program, portal.origin + page.path));
      say(`  ${row.name}: ${row.press}`);
      rows.push(row);
    }
    return rows;
  } finally {
    await portal.stop();
  }
}

async function auditPage(program: string, address: string): Promise<Report> {
  const first = await auditOnce(program, address);
  if (performanceOf(first) === 100) return first;
  const reports = [first];
  while (reports.length < runs) reports.push(await auditOnce(program, address));
  return reports.sort((a, b) => performanceOf(a) - performanceOf(b))[Math.floor(runs / 2)] ?? first;
}

async function auditOnce(program: string, address: string): Promise<Report> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'lighthouse-'));
  const file = path.join(folder, 'report.json');
  try {
    await run(process.execPath, [program, address, '--quiet', '--ignore-status-code', '--output=json', `--output-path=${file}`, `--only-categories=${categories.join()}`, `--chrome-flags=${['--headless=new', ...chromiumRights()].join(' ')}`], { env: { ...process.env, CHROME_PATH: findBrowser() } });
    return JSON.parse(await fs.readFile(file, 'utf8')) as Report;
  } finally {
    await fs.rm(folder, { recursive: true, force: true });
  }
}

function scoreOf(report: Report, category: string): number {
  return Math.round(100 * (report.categories[category]?.score ?? 0));
}

function performanceOf(report: Report): number {
  return scoreOf(report, 'performance');
}

function rowOf(name: string, report: Report): Row {
  const scores = categories.map((category) => scoreOf(report, category));
  const why = whyUnlisted(name);
  const isExcepted = (id: string): boolean => (why !== undefined && listing.includes(id)) || (name === 'missing' && id === 'errors-in-console');
  const wanting = categories.flatMap((category) => (report.categories[category]?.auditRefs ?? []).filter(({ id, weight }) => weight > 0 && (report.audits[id]?.score ?? 1) < 0.995 && !isExcepted(id)).map(({ id }) => ({ category, id })));
  const isReached = categories.every((category, place) => scores[place] === 100 || (['best-practices', 'seo'].includes(category) && why !== undefined && !wanting.some((audit) => audit.category === category)));
  const lacking = isReached ? '' : ` (${wanting.map(({ id }) => id).join(', ')})`;
  return { name: `Lighthouse: ${name}${lacking}`, press: scores.join(' / '), must: why === undefined ? '100 / 100 / 100 / 100' : `100, as far as a page can that must not be found: ${why}`, isReached };
}
