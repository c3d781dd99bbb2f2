import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { portalFolders, readFiles } from './files';

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-files-'));
test.after(() => fs.rmSync(root, { recursive: true }));
for (const [name, text] of Object.entries({
  'public/favicon.svg': '<svg/>',
  'public/offline.js': 'x',
  'public/assets/reader-0123456789ab.js': 'x'.repeat(300),
  'public/.well-known/security.txt': 'Contact: x',
  'public/.hidden/secret.txt': 'x',
  'public/.env.txt': 'x',
  'public/program.php': 'x',
  'public/附件 一.txt': 'x',
  '.next/static/chunks/site.css': 'p{}'.repeat(100),
  '.next/static/chunks/main.js': 'x',
  '.next/static/build/_buildManifest.js': 'x',
  '.next/server/page.html': 'x',
  'secret.txt': 'x',
})) {
  fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
  fs.writeFileSync(path.join(root, name), text);
}
fs.symlinkSync(path.join(root, 'secret.txt'), path.join(root, 'public/link.txt'));

test('public/ and style sheets are listed; scripts of Next, hidden files, links and unknown kinds are not', async () => {
  const files = await readFiles(portalFolders(root), ['X-One', '1']);
  assert.deepEqual(
    [...files].map(([address, print]) => [address, print.unchanged[3]]).sort(),
    [
      ['/%E9%99%84%E4%BB%B6%20%E4%B8%80.txt', 'public, max-age=3600'],
      ['/.well-known/security.txt', 'public, max-age=3600'],
      ['/_next/static/chunks/site.css', 'public, max-age=31536000, immutable'],
      ['/assets/reader-0123456789ab.js', 'public, max-age=31536000, immutable'],
      ['/favicon.svg', 'public, max-age=3600'],
      ['/offline.js', 'no-cache'],
    ],
  );
  const headers = files.get('/_next/static/chunks/site.css')?.in('br').headers ?? [];
  assert.deepEqual(headers.slice(0, 2), ['Content-Type', 'text/css; charset=utf-8']);
  assert.ok(headers.includes('br') && headers.includes('X-One'));
});

test('a portal that is not built yet has no files', async () => {
  assert.equal((await readFiles(portalFolders(path.join(root, 'nowhere')), [])).size, 0);
});
