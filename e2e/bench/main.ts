/**
 * `npm run bench`: measures the built portal on archives of made-up articles and prints one table, ours beside the others', ratios
 * from the same run. It is never a test: it says yes or NO and exits with 0 either way; 2 when it could not run.
 */
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { root } from '@/lib/root.mjs';
import { pathOf } from '@/lib/routes';
import { startPress, type Press } from '../portal';
import { allLocales, prepareArchive, shuffle, type Archive } from './archives';
import { measureChecking } from './checking';
import { measureCrashes } from './crash';
import { measureExport } from './exporting';
import { measureHijacks } from './hijacking';
import { measureIndexing } from './indexing';
import { measureLighthouse } from './lighthouse';
import { measurePublishing } from './latency';
import { drawTable, plain, type Row } from './ledger';
import { measureMemory, measureStorm } from './memory';
import { measureFirstRender, pagesForFirstRender } from './render';
import { measureSearching } from './searching';
import { measureWarm } from './warm';
import { measureWire } from './wire';

// V8 clears up in what it takes for a lull, and reads no answer meanwhile: three times, 12 to 30 ms each, while 2,000 pages were timed.
setFlagsFromString('--no-memory-reducer');

const measures = ['wire', 'warm', 'index', 'render', 'publish', 'search', 'storm', 'memory', 'crash', 'export', 'check', 'hijack', 'lighthouse'] as const;
type Measure = (typeof measures)[number];
/** Needs a program that is not ours, and is measured only when it is asked for. */
const asked: Measure = 'lighthouse';
/** Measured on every archive. */
const onEverySize: readonly Measure[] = ['index', 'render'];
/** Measured on the last and largest archive, one after the other, without a restart between. */
const onRunningPress: readonly Measure[] = ['index', 'render', 'wire', 'warm', 'publish', 'search', 'storm', 'memory'];

const usage = `npm run bench [-- options]

  --only a,b        of ${measures.join(', ')}; all but lighthouse unless told
  --articles a,b    sizes of the archives, 1000,10000,100000 unless told; what is measured once is measured on the last
  --seconds N       time for the longest measure, memory; 600 unless told
  --rounds N        how often the press is killed; 100 unless told
  --help            this

Archives and their indexes are kept in .portal/bench and used again.
`;

interface Wishes {
  readonly only: readonly Measure[];
  readonly sizes: readonly number[];
  readonly seconds: number;
  readonly rounds: number;
}

function readWishes(words: readonly string[]): Wishes | undefined {
  const { values } = parseArgs({ args: [...words], options: { only: { type: 'string' }, articles: { type: 'string' }, seconds: { type: 'string' }, rounds: { type: 'string' }, help: { type: 'boolean', short: 'h' } } });
  if (values.help) return undefined;
  const only = values.only?.split(',').map((word) => {
    const found = measures.find((measure) => measure === word.trim());
    if (!found) throw new Error(`--only ${word}: not one of ${measures.join(', ')}.`);
    return found;
  });
  const number = (word: string): number => {
    if (!/^[1-9]\d{0,5}$/.test(word.trim())) throw new Error(`${word}: must be a whole number from 1 to 999999.`);
    return Number(word);
  };
  return { only: only ?? measures.filter((measure) => measure !== asked), sizes: (values.articles ?? '1000,10000,100000').split(',').map(number), seconds: number(values.seconds ?? '600'), rounds: number(values.rounds ?? '100') };
}

/** Progress goes to standard error, so that standard output is the table alone. */
function say(words: string): void {
  process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${words}\n`);
}

async function runBench({ only, sizes, seconds, rounds }: Wishes): Promise<readonly Row[]> {
  const rows: Row[] = [];
  const wants = (measure: Measure): boolean => only.includes(measure);
  const take = (label: string, found: readonly Row[]): void => {
    rows.push(...found);
    for (const { name, press } of found) say(`  ${label}: ${name}: ${press}`);
  };
  if (wants('wire')) take('wire', await weighRealContent());
  const last = sizes.at(-1);
  for (const size of sizes) {
    const isLast = size === last;
    if (!(isLast ? onRunningPress : onEverySize).some(wants)) continue;
    say(`archive of ${plain(size)} articles`);
    const archive = await prepareArchive(path.join(root, '.portal/bench'), size);
    const press = await openFor(archive, wants('index'), (found) => take('index', found));
    try {
      const paths = shuffle(archive.articlePaths('zh-hans'));
      const label = `${plain(size)} articles`;
      // On a press that has composed nothing but its first page yet.
      if (wants('render')) take('render', await measureFirstRender(press.origin, paths.slice(0, pagesForFirstRender), label));
      if (!isLast) continue;
      if (wants('wire')) take('wire', await measureWire(press.origin, kindsOf(paths, label)));
      if (wants('warm')) take('warm', await measureWarm(press.origin, paths[0] ?? '/zh-hans', archive, 5));
      if (wants('publish')) take('publish', await measurePublishing(press.origin, archive.content, paths, 60));
      if (wants('search')) take('search', await measureSearching(press.origin, archive.content, paths, 1_000));
      if (wants('storm')) take('storm', await measureStorm(press, archive.data, paths.slice(0, 50), 100_000));
      if (wants('memory')) take('memory', await measureMemory(press, allLocales.flatMap((locale) => shuffle(archive.articlePaths(locale))), seconds));
    } finally {
      await press.stop();
    }
  }
  // Each on a small archive: what they cost does not depend on its size, or only in proportion.
  const archiveOf = (articles: number): Promise<Archive> => prepareArchive(path.join(root, '.portal/bench'), articles);
  const small = Math.min(1_000, ...sizes);
  if (wants('crash')) take('crash', await measureCrashes(await archiveOf(small), rounds));
  if (wants('export')) take('export', await measureExport(await archiveOf(small)));
  if (wants('check')) take('check', await measureChecking(await archiveOf(Math.min(10_000, Math.max(...sizes)))));
  if (wants('hijack')) take('hijack', measureHijacks());
  if (wants(asked)) rows.push(...(await measureLighthouse(say)));
  return rows;
}

async function openFor(archive: Archive, isIndexMeasured: boolean, take: (rows: readonly Row[]) => void): Promise<Press> {
  if (!isIndexMeasured) return startPress(archive);
  const { rows, press } = await measureIndexing(archive);
  take(rows);
  return press;
}

/** The portal's real content: the article of the seed has a limit of its own. */
async function weighRealContent(): Promise<readonly Row[]> {
  const data = await fs.mkdtemp(path.join(os.tmpdir(), 'bench-data-'));
  // The first start may build; nothing is measured before it is over.
  say('building, when the build is not of these sources');
  const press = await startPress({ content: path.join(root, 'content'), data });
  try {
    const article = pathOf({ kind: 'article', locale: 'zh-hans', periodical: 'jinyuanqu', issue: '2023-02-03', slug: 'gan-wei-gan-chuang' });
    return await measureWire(press.origin, [{ name: 'article of the seed', path: article }]);
  } finally {
    await press.stop();
    await fs.rm(data, { recursive: true, force: true });
  }
}

function kindsOf(articles: readonly string[], label: string): readonly { readonly name: string; readonly path: string }[] {
  const [article = ''] = articles;
  const issue = article.replace(/\/[^/]+$/, '');
  const periodical = issue.replace(/\/[^/]+$/, '');
  return [
    { name: `front page, ${label}`, path: '/zh-hans' },
    { name: 'news centre', path: '/zh-hans/news' },
    { name: 'periodicals', path: '/zh-hans/news/periodicals' },
    { name: 'periodical', path: periodical },
    { name: 'issue', path: issue },
    { name: 'article', path: article },
    { name: 'standing page', path: '/zh-hans/about' },
  ];
}

function fail(error: unknown): void {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

try {
  const wishes = readWishes(process.argv.slice(2));
  if (wishes) runBench(wishes).then((rows) => console.log(drawTable(rows)), fail);
  else process.stdout.write(usage);
} catch (error) {
  fail(error);
}
