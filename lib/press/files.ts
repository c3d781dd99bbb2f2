/**
 * The files beside the pages: public/ and what Next's build left for browsers, read and compressed once at the start.
 * Promises: an address is looked up in a list and never becomes a path on the disk; no script of Next is in the list; a file that
 * appears later is not served until the next start.
 */
import fs from 'node:fs/promises';
import path from 'node:path';
import { workerPath } from '@/lib/routes';
import { lifetimes } from './headers';
import { makePrint, type Print } from './print';

const charset = '; charset=utf-8';
const types: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.css': `text/css${charset}`,
  '.gif': 'image/gif',
  '.html': `text/html${charset}`,
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': `text/javascript${charset}`,
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': `image/svg+xml${charset}`,
  '.txt': `text/plain${charset}`,
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': `application/xml${charset}`,
  '.xsl': `text/xsl${charset}`,
};

/** Names that carry the hash of their bytes. */
const hashedPattern = /^\/_next\/static\/|^\/assets\/[\w-]+-[0-9a-f]{8,}\.\w+$/;

interface Folder {
  /** Absolute. A folder that is not there holds nothing. */
  readonly folder: string;
  /** Where its files stand in the portal, such as `/_next/static`; empty for the top. */
  readonly address: string;
  /** Whether a name belongs to the portal; hidden files never do. */
  readonly holds?: (name: string) => boolean;
}

/** @returns Prints by path. */
export async function readFiles(folders: readonly Folder[], headers: readonly string[]): Promise<ReadonlyMap<string, Print>> {
  const files = new Map<string, Print>();
  for (const { folder, address, holds = () => true } of folders) {
    for (const name of await listNames(folder)) {
      const type = types[path.extname(name).toLowerCase()];
      if (!holds(name) || type === undefined) continue;
      const target = `${address}/${name.split('/').map(encodeURIComponent).join('/')}`;
      const lifetime = target === workerPath ? lifetimes.worker : hashedPattern.test(target) ? lifetimes.immutable : lifetimes.file;
      files.set(target, await makePrint({ body: await fs.readFile(path.join(folder, name)), type, lifetime, headers, effort: 'file' }));
    }
  }
  return files;
}

/** The folders of a portal at `root`: style sheets of the build, and public/ as it lies. */
export function portalFolders(root: string): readonly Folder[] {
  return [
    { folder: path.join(root, 'public'), address: '' },
    { folder: path.join(root, '.next/static'), address: '/_next/static', holds: (name) => !/\.(?:js|map|json|txt)$/.test(name) },
  ];
}

/** Regular files below a folder, with forward slashes; links are not followed. */
async function listNames(folder: string, below = ''): Promise<string[]> {
  const entries = await fs.readdir(path.join(folder, below), { withFileTypes: true }).catch(() => []);
  const names = await Promise.all(
    entries.map(async (entry) => {
      const name = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.name.startsWith('.') && entry.name !== '.well-known') return [];
      if (entry.isDirectory()) return listNames(folder, name);
      return entry.isFile() ? [name] : [];
    }),
  );
  return names.flat();
}
