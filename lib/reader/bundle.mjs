/**
 * Bundles what browsers get from us beside the pages to minified files whose names carry the hash of their bytes, so that browsers may
 * keep them for ever: the reader's script (main.ts); the reading aids, which it fetches when somebody wants them; what saves issues and tells
 * of being offline (offline/page.ts); the styles of elder mode and of the player of recordings. The worker has an address without a hash, because browsers look for newer ones there.
 * Runs whenever Next reads its configuration, several times at once in a build: it writes whole files and the same ones.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/** What a phone on a weak connection may be asked to wait for before it paints: bytes, compressed with gzip. */
const allowance = 5 * 1024;
const root = fileURLToPath(new URL('../..', import.meta.url));
/** Style sheets are written for browsers that these can stand for. */
const browsers = ['chrome105', 'safari16', 'firefox115'];

/**
 * @param {string} [folder] where the files go; the portal's own unless given
 * @returns {Promise<string>} the address of the reader's script, which knows those of the others
 * @throws {Error} when something does not compile, or has grown beyond its allowance
 */
export async function bundleReader(folder = path.join(root, 'public/assets')) {
  const [script, style, offlineScript] = await Promise.all([
    bundleAsset({ entry: path.join(root, 'lib/reader/aids.ts'), name: 'aids', folder, format: 'esm' }),
    bundleAsset({ entry: path.join(root, 'app/_styles/aids.css'), name: 'aids', folder }),
    bundleOffline(folder),
    bundleAsset({ entry: path.join(root, 'app/_styles/elder.css'), name: 'elder', folder }),
  ]);
  return bundleAsset({ entry: path.join(root, 'lib/reader/main.ts'), name: 'reader', folder, constants: { aidsAddresses: { script, style }, offlineAddress: { script: offlineScript } } });
}

/**
 * @param {string} [folder]
 * @returns {Promise<string>} the address of the script, which knows that of its style sheet
 */
export async function bundleOffline(folder = path.join(root, 'public/assets')) {
  const offlineStyle = await bundleAsset({ entry: path.join(root, 'app/_styles/offline-notice.css'), name: 'offline', folder });
  return bundleAsset({ entry: path.join(root, 'lib/reader/offline/page.ts'), name: 'offline', folder, format: 'esm', constants: { offlineStyle } });
}

/**
 * Writes the worker of saved issues.
 * @param {string} [file] where to; at the top of the portal's own files unless given
 */
export async function bundleWorker(file = path.join(root, 'public/offline.js')) {
  await writeWhole(file, await compile({ entry: path.join(root, 'lib/reader/offline/worker.ts'), format: 'iife', constants: {} }));
}

/**
 * @param {{ entry: string, name: string, folder: string, format?: 'iife' | 'esm', constants?: Record<string, unknown> }} asset its source; its
 *   name; where the file goes; how a script is loaded; what it knows by name
 * @returns {Promise<string>} the address of the file, such as /assets/reader-0123456789.js
 * @throws {Error} when the source does not compile, or when it has grown beyond the allowance
 */
export async function bundleAsset({ entry, name, folder, format = 'iife', constants = {} }) {
  const ending = endingOf(entry);
  const bytes = await compile({ entry, format, constants });
  const file = `${name}-${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}.${ending}`;
  await mkdir(folder, { recursive: true });
  await writeWhole(path.join(folder, file), bytes);
  const pattern = new RegExp(`^${name}-[0-9a-f]{12}\\.${ending}$`);
  const older = (await readdir(folder)).filter((other) => pattern.test(other) && other !== file);
  await Promise.all(older.map((other) => rm(path.join(folder, other), { force: true })));
  return `/assets/${file}`;
}

/** @param {string} entry */
function endingOf(entry) {
  return path.extname(entry) === '.css' ? 'css' : 'js';
}

/**
 * @param {{ entry: string, format: 'iife' | 'esm', constants: Record<string, unknown> }} asset
 * @returns {Promise<Uint8Array>} the minified file
 * @throws {Error} as bundleAsset
 */
async function compile({ entry, format, constants }) {
  const ending = endingOf(entry);
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    ...(ending === 'js' && { format }),
    target: ending === 'js' ? 'es2020' : browsers,
    define: Object.fromEntries(Object.entries(constants).map(([known, value]) => [known, JSON.stringify(value)])),
    // Files beside the pages, fetched as they stand.
    external: ['/assets/*', '/pointers/*'],
    tsconfig: path.join(root, 'tsconfig.json'),
    legalComments: 'none',
    write: false,
    logLevel: 'silent',
  });
  const bytes = outputFiles[0]?.contents ?? new Uint8Array();
  const size = gzipSync(bytes, { level: 9 }).length;
  if (size > allowance) throw new Error(`${entry}: 压缩后 ${size} 字节，上限 ${allowance}。 / ${size} bytes gzipped; the limit is ${allowance}.`);
  return bytes;
}

/**
 * The search page's own script, which no other page has to carry.
 * @returns {Promise<string>}
 */
export function bundleSearch() {
  return bundleAsset({ entry: path.join(root, 'lib/reader/search.ts'), name: 'search', folder: path.join(root, 'public/assets') });
}

/**
 * The style of the player, for pages that have one.
 * @returns {Promise<string>}
 */
export function bundleRecordingStyle() {
  return bundleAsset({ entry: path.join(root, 'app/_styles/recording-player.css'), name: 'recording', folder: path.join(root, 'public/assets') });
}

/**
 * @param {string} file
 * @param {Uint8Array} bytes
 */
async function writeWhole(file, bytes) {
  const draft = `${file}.${randomUUID()}.draft`;
  await writeFile(draft, bytes);
  await rename(draft, file);
}
