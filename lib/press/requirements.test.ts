import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { root } from '@/lib/root.mjs';
import { findMissing } from './requirements.mjs';

test('nothing is missing here', () => assert.equal(findMissing(), undefined));

for (const [start, code] of [['lib/press/start.mjs', 1], ['lib/desk/start.mjs', 2]] as const) {
  test(`where no packages are installed, ${start} says so in a line`, async (context) => {
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'bare-'));
    context.after(() => fs.rm(folder, { recursive: true }));
    for (const file of ['lib/root.mjs', 'lib/press/requirements.mjs', start]) await fs.cp(path.join(root, file), path.join(folder, file));
    const { status, stderr } = spawnSync(process.execPath, [path.join(folder, start)], { encoding: 'utf8' });
    assert.deepEqual([status, stderr], [code, '还没有安装依赖，请先运行 npm ci。 / The packages are not installed yet: run npm ci first.\n']);
  });
}
