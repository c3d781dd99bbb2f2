import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { findChromium } from './chromium';

test('a Chromium without windows is taken before a whole one, wherever it lies, and a browser of somebody else’s last', async (context) => {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'browsers-'));
  context.after(() => fs.rm(folder, { recursive: true }));
  const put = async (file: string): Promise<string> => {
    await fs.mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await fs.writeFile(path.join(folder, file), '');
    return path.join(folder, file);
  };
  const search = ['', 'a', 'b', 'gone'].map((name) => name && path.join(folder, name)).join(path.delimiter);
  assert.equal(findChromium([], ''), undefined);
  const own = await put('own');
  assert.equal(findChromium([path.join(folder, 'nothing'), own], search), own);
  const whole = await put('a/chromium');
  assert.equal(findChromium([own], search), whole);
  const shell = await put('b/chromium-headless-shell');
  assert.equal(findChromium([own], search), shell);
  await fs.rm(shell);
  // A folder of the name is no program.
  await fs.mkdir(shell);
  assert.equal(findChromium([own], search), whole);
});
