/**
 * Builds the portal: Next composes app/ into .next/, esbuild bundles the press, the desk and what they start into .build/. A stamp beside them holds the hash of all sources, so that `npm start` knows whether what is built is what is written, and what the disk says of
 * them, so that it need not read them. Run by `npm run build`, and by start.mjs.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { root } from '../root.mjs';

const bundles = path.join(root, '.build');
const stampFile = path.join(bundles, 'stamp');
const sources = ['app', 'lib', 'public', 'next.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];
/** Tests do not run in the portal; public/assets and the worker are made by the build. */
const besides = /\.test\.\w+$|^public[\\/](?:assets(?:[\\/]|$)|offline\.js$)/;

/** Standard output stays free for the log of the portal that may start afterwards. */
const standardError = 2;

/**
 * @param {string} file such as `press.mjs`
 * @returns {string} where the last build put it, as an address to import
 */
export function addressOfBundle(file) {
  return pathToFileURL(path.join(bundles, file)).href;
}

/** @returns {Promise<boolean>} whether the sources are no longer those that were built, or nothing was */
export async function isStale() {
  const [hash, told] = (await fs.readFile(stampFile, 'utf8').catch(() => '')).split('\n');
  const files = await listSources();
  // An image holds what was built, and not all that it was built from.
  if (hash && !files.some((file) => file.startsWith(`app${path.sep}`))) return false;
  const now = await askDisk(files);
  if (told === now) return false;
  if (hash !== (await hashFiles(files))) return true;
  // The same bytes, written again: a checkout, a copy. Where nothing may be written, the next start reads them again.
  await writeWhole(stampFile, `${hash}\n${now}`).catch(() => undefined);
  return false;
}

/** @throws {Error} when Next or esbuild finds a mistake; both have then said which */
export async function build() {
  const files = await listSources();
  const stamp = `${await hashFiles(files)}\n${await askDisk(files)}`;
  // A build that breaks off must not look finished.
  await fs.rm(stampFile, { force: true });
  await compose();
  // Parts have names of their contents: those of the last build would stay for ever.
  await fs.rm(bundles, { recursive: true, force: true });
  // Only here: a start that builds nothing need not load it.
  const { build: bundle } = await import('esbuild');
  await bundle({
    entryPoints: {
      press: path.join(root, 'lib/press/main.ts'),
      desk: path.join(root, 'lib/desk/cli.ts'),
      printer: path.join(root, 'lib/desk/export/printer.ts'),
      previewer: path.join(root, 'lib/desk/preview/previewer.ts'),
      'loader-thread': path.join(root, 'lib/content/loader-answering.ts'),
      'look-thread': path.join(root, 'lib/content/look-answering.ts'),
    },
    outdir: bundles,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    // In one file, hundreds of small modules are there in a third of the time. What has native parts, or reads its own folder, stays outside, and so do
    // dictionaries: Next loads them from the same place, and so they are there once.
    external: ['esbuild', 'libsql', 'next', 'opencc-js', 'pg', 'pinyin-pro', 'playwright', 'sharp'],
    banner: { js: "import { createRequire as openRequire } from 'node:module'; const require = openRequire(import.meta.url);" },
    platform: 'node',
    format: 'esm',
    target: 'node20.9',
    sourcemap: 'linked',
    // Dictionaries are three times as long when every character is spelt out.
    charset: 'utf8',
    tsconfig: path.join(root, 'tsconfig.json'),
    logLevel: 'warning',
  });
  await writeWhole(stampFile, stamp);
}

/** @returns {Promise<void>} */
function compose() {
  return new Promise((resolve, reject) => {
    const next = path.join(root, 'node_modules/next/dist/bin/next');
    const child = spawn(process.execPath, [next, 'build'], { cwd: root, stdio: ['ignore', standardError, standardError], env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' } });
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error('编译没有成功，原因见上。 / The build failed; the reason stands above.'))));
  });
}

/**
 * @param {string} file two may start at the same time, and none may read half of it
 * @param {string} text
 */
async function writeWhole(file, text) {
  const draft = `${file}.${process.pid}`;
  await fs.writeFile(draft, text);
  await fs.rename(draft, file);
}

async function listSources() {
  return (await Promise.all(sources.map(listFiles))).flat().sort();
}

/**
 * @param {readonly string[]} files
 * @returns {Promise<string>} a hash of their names and bytes
 */
async function hashFiles(files) {
  const texts = await Promise.all(files.map((file) => fs.readFile(path.join(root, file))));
  const hash = createHash('sha256');
  for (const [at, text] of texts.entries()) hash.update(`${files[at]}\0`).update(text).update('\0');
  return hash.digest('hex');
}

/**
 * @param {readonly string[]} files
 * @returns {Promise<string>} a hash of their names, sizes and times; what changes a file changes its ctime, which nobody can set
 */
async function askDisk(files) {
  const told = await Promise.all(files.map((file) => fs.stat(path.join(root, file)).catch(() => undefined)));
  return createHash('sha256').update(JSON.stringify(files.map((file, at) => [file, told[at]?.size, told[at]?.mtimeMs, told[at]?.ctimeMs]))).digest('hex');
}

/**
 * @param {string} name a file or folder, relative to the root
 * @returns {Promise<string[]>}
 */
async function listFiles(name) {
  const entries = await fs.readdir(path.join(root, name), { withFileTypes: true }).catch(() => undefined);
  if (!entries) return (await fs.stat(path.join(root, name)).catch(() => undefined))?.isFile() ? [name] : [];
  const inner = entries.map((entry) => ({ entry, at: path.join(name, entry.name) })).filter(({ at }) => !besides.test(at));
  return (await Promise.all(inner.map(({ entry, at }) => (entry.isDirectory() ? listFiles(at) : entry.isFile() ? [at] : [])))).flat();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await build().catch((/** @type {unknown} */ error) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
