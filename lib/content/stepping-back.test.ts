import assert from 'node:assert/strict';
import { once } from 'node:events';
import os from 'node:os';
import { test } from 'node:test';
import { Worker } from 'node:worker_threads';

const script = `
import { readlinkSync } from 'node:fs';
import { getPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { register } from ${JSON.stringify(import.meta.resolve('tsx/esm/api'))};
register();
const { stepBack } = await import(${JSON.stringify(new URL('./stepping-back.ts', import.meta.url).href)});
stepBack();
parentPort.postMessage(getPriority(Number(readlinkSync('/proc/thread-self').split('/').at(-1))));
`;

test('a thread that steps back lets all others go first, and they stay as they were', { skip: process.platform !== 'linux' && 'only Linux gives threads priorities of their own' }, async () => {
  const before = os.getPriority();
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(script)}`));
  const [own] = (await once(worker, 'message')) as [number];
  assert.equal(own, os.constants.priority.PRIORITY_LOW);
  assert.equal(os.getPriority(), before);
});
