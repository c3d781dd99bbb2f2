/** What the image holds: the parts that the Dockerfile takes over from the build are all that the portal and its desk need to run. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from '@/lib/root.mjs';
import { startPress } from './portal';
import { expect, test } from './reader';

test('from what the image holds, the portal starts and the desk checks the content', async () => {
  const dockerfile = fs.readFileSync(path.join(root, 'Dockerfile'), 'utf8');
  const parts = [...dockerfile.matchAll(/^COPY --from=build (.*) \S+$/gm)].flatMap(([, names = '']) => names.split(' ').map((name) => name.replace('/portal/', '')));
  expect(parts).toContain('.build');
  expect(parts, 'the sources of pages stay behind').not.toContain('app');

  const image = fs.mkdtempSync(path.join(os.tmpdir(), 'image-'));
  for (const part of parts) fs.cpSync(path.join(root, part), path.join(image, part), { recursive: true });
  fs.symlinkSync(path.join(root, 'node_modules'), path.join(image, 'node_modules'));
  // A desk that took itself for older than its sources would run from them, three times as long.
  fs.rmSync(path.join(image, 'lib/desk/cli.ts'));

  const desk = spawnSync(process.execPath, ['lib/desk/start.mjs', 'check'], { cwd: image, encoding: 'utf8', env: { ...process.env, PORTAL_DATA: path.join(image, 'data') } });
  expect(desk.stdout + desk.stderr).toContain('没有问题');
  expect(desk.status).toBe(0);

  const press = await startPress({ content: path.join(image, 'content'), data: path.join(image, 'data') }, {}, image);
  const front = await fetch(`${press.origin}/zh-hans`);
  expect(front.status).toBe(200);
  expect(await press.stop()).toBe(0);
  fs.rmSync(image, { recursive: true });
});
