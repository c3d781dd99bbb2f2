/**
 * Bundles the reader's script (main.ts) to one minified file whose name carries the hash of its bytes, so that browsers may keep it for
 * ever. Runs whenever Next reads its configuration, several times at once in a build: it writes whole files and the same ones.
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

/**
 * @param {{ entry?: string, folder?: string }} [places] the script's source, and where the file goes; the portal's own unless given
 * @returns {Promise<string>} the address of the file, such as /assets/reader-0123456789.js
 * @throws {Error} when the source does not compile, or when it has grown beyond the allowance
 */
export async function bundleReader({ entry = path.join(root, 'lib/reader/main.ts'), folder = path.join(root, 'public/assets') } = {}) {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2020',
    legalComments: 'none',
    write: false,
    logLevel: 'silent',
  });
  const bytes = outputFiles[0]?.contents ?? new Uint8Array();
  const size = gzipSync(bytes, { level: 9 }).length;
  if (size > allowance) throw new Error(`${entry}: 阅读脚本压缩后 ${size} 字节，上限 ${allowance}。 / The reader's script is ${size} bytes gzipped; the limit is ${allowance}.`);
  const name = `reader-${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}.js`;
  await mkdir(folder, { recursive: true });
  await writeWhole(path.join(folder, name), bytes);
  const older = (await readdir(folder)).filter((file) => /^reader-[0-9a-f]{12}\.js$/.test(file) && file !== name);
  await Promise.all(older.map((file) => rm(path.join(folder, file), { force: true })));
  return `/assets/${name}`;
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
