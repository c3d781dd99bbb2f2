/**
 * The walls of the house: who may import whom, which door each package enters by, no cycles, no forbidden names.
 * Read beside docs/decisions/0001-rooms-and-doors.md.
 */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { root } from '@/lib/root.mjs';

const leaves = ['problem', 'root', 'environment', 'routes', 'short-code', 'locale'];
const doors: Readonly<Record<string, readonly string[]>> = {
  problem: [],
  root: [],
  environment: [],
  locale: [],
  routes: ['locale', 'short-code'],
  'short-code': [],
  share: ['locale'],
  'saving-list': [],
  sqlite: [],
  sharp: [],
  hijack: [],
  reader: ['saving-list'],
  archive: ['sharp'],
  store: ['sqlite'],
  content: [...leaves, 'sharp', 'sqlite'],
  wire: [...leaves, 'content'],
  press: [...leaves, 'saving-list', 'sharp', 'content', 'store', 'wire'],
  desk: [...leaves, 'content', 'press', 'wire', 'hijack', 'archive', 'sharp'],
  app: [...leaves, 'content', 'share'],
};
/** Packages of substance, and the only files that may import them (tests aside). */
const packageDoors: Readonly<Record<string, readonly string[]>> = {
  'gray-matter': ['lib/content/document.ts'],
  yaml: ['lib/content/document.ts', 'lib/desk/'],
  remark: ['lib/content/markdown'],
  'remark-html': ['lib/content/markdown'],
  libsql: ['lib/sqlite.ts'],
  pg: ['lib/store/'],
  'opencc-js': ['lib/locale/traditional.ts', 'lib/locale/han-folding.ts'],
  'pinyin-pro': ['lib/locale/pinyin.ts'],
  sharp: ['lib/sharp.ts'],
  uqr: ['lib/wire/qr-code.ts'],
  playwright: ['lib/desk/editions/pdf-browser.ts', 'lib/desk/editions/pdf.ts'],
  next: ['lib/press/', 'app/'],
};
const forbiddenNames = /(^|\/)(utils?|helpers?|common|misc|core|manager|service|types|constants|index)(\.[a-z]+)*(\/|$)/i;

interface Source { readonly file: string; readonly room: string; readonly imports: readonly string[] }

function walk(folder: string): string[] {
  if (!fs.existsSync(path.join(root, folder))) return [];
  return fs.readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = `${folder}/${entry.name}`;
    return entry.isDirectory() ? (entry.name === 'fixtures' ? [] : walk(file)) : /\.(tsx?|mjs)$/.test(file) ? [file] : [];
  });
}

function roomOf(file: string): string {
  const [top = '', second = ''] = file.split('/');
  return top === 'lib' ? second.replace(/\.[a-z.]+$/, '') : top;
}

function localTarget(file: string, specifier: string): string | undefined {
  const bare = specifier.startsWith('@/') ? specifier.slice(2) : specifier.startsWith('.') ? path.posix.join(path.posix.dirname(file), specifier) : undefined;
  if (bare === undefined) return undefined;
  return [bare, `${bare}.ts`, `${bare}.tsx`].find((candidate) => fs.statSync(path.join(root, candidate), { throwIfNoEntry: false })?.isFile());
}

const importPattern = /(?:^|\n)\s*(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;
const sources: readonly Source[] = [...walk('lib'), ...walk('app')]
  .filter((file) => !/\.test\.tsx?$/.test(file))
  .map((file) => {
    const text = fs.readFileSync(path.join(root, file), 'utf8');
    const imports = [...text.matchAll(importPattern)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
    return { file, room: roomOf(file), imports };
  });

test('every room imports only the rooms its doors lead to', () => {
  const trespasses = sources.flatMap(({ file, room, imports }) =>
    imports.flatMap((specifier) => {
      const target = localTarget(file, specifier);
      if (!target || /\.(css|json)$/.test(target)) return [];
      const targetRoom = roomOf(target);
      const isAllowed = targetRoom === room || (doors[room] ?? []).includes(targetRoom);
      return isAllowed ? [] : [`${file} imports ${target}`];
    }),
  );
  assert.deepEqual(trespasses, []);
  assert.ok(sources.length > 20, 'the walk found the sources');
  assert.deepEqual([...new Set(sources.map(({ room }) => room))].filter((room) => !(room in doors)), [], 'every room is on the plan');
});

test('each package of substance enters by its own door', () => {
  const trespasses = sources.flatMap(({ file, imports }) =>
    imports.flatMap((specifier) => {
      const name = specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
      const allowed = packageDoors[name];
      return allowed && !allowed.some((door) => file.startsWith(door)) ? [`${file} imports ${name}`] : [];
    }),
  );
  assert.deepEqual(trespasses, []);
});

test('no import goes in a circle', () => {
  const graph = new Map(sources.map(({ file, imports }) => [file, imports.flatMap((specifier) => localTarget(file, specifier) ?? [])]));
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, trail: readonly string[]): void => {
    if (trail.includes(file)) circles.push([...trail.slice(trail.indexOf(file)), file].join(' -> '));
    else if (!done.has(file)) {
      for (const next of graph.get(file) ?? []) visit(next, [...trail, file]);
      done.add(file);
    }
  };
  for (const file of graph.keys()) visit(file, []);
  assert.deepEqual(circles, []);
});

test('names come from the trade', () => {
  const bad = sources.map(({ file }) => file).filter((file) => forbiddenNames.test(file) || !/^[a-z0-9.@[\]_/-]+$/.test(file.replace('[...path]', '')));
  assert.deepEqual(bad, []);
});

test("'use client' stands only in the framework's error boundary; HTML is set only from the sanitiser", () => {
  const texts = sources.map(({ file }) => ({ file, text: fs.readFileSync(path.join(root, file), 'utf8') }));
  const client = texts.filter(({ text }) => /^['"]use client['"]/m.test(text)).map(({ file }) => path.basename(file));
  assert.deepEqual(client.filter((name) => !/^(global-)?error\.tsx$/.test(name)), []);
  const raw = texts.filter(({ file, text }) => file.startsWith('app/') && text.includes('dangerouslySetInnerHTML')).map(({ file }) => file);
  assert.deepEqual(raw.filter((file) => file !== 'app/_components/prose.tsx'), []);
});

test('the lock file holds every platform and no download address', () => {
  const lock = fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8');
  const next = fs.readFileSync(path.join(root, 'node_modules/next/package.json'), 'utf8');
  const compilers = [...new Set(next.match(/@next\/swc-[a-z0-9-]+/g))];
  assert.ok(compilers.length >= 8, 'Next names its compilers');
  // A registry that lacks one of them lets `npm install` drop its entry, and then `npm ci` refuses the whole file: put the entry back.
  assert.deepEqual(compilers.filter((name) => !lock.includes(`"node_modules/${name}"`)), []);
  assert.ok(!lock.includes('"resolved": "http'));
});
