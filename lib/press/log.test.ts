import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { openLog } from './log';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-log-'));
test.after(() => fs.rmSync(folder, { recursive: true }));

function openFile(name: string): { output: number; read(): unknown[] } {
  const file = path.join(folder, name);
  const output = fs.openSync(file, 'a');
  return { output, read: () => fs.readFileSync(file, 'utf8').split('\n').filter(Boolean).map((line): unknown => JSON.parse(line)) };
}

function without(name: string, line: unknown): unknown {
  assert.ok(typeof line === 'object' && line !== null && name in line);
  return Object.fromEntries(Object.entries(line).filter(([key]) => key !== name));
}

test('a request is one line of JSON with a level', () => {
  const { output, read } = openFile('requests');
  const log = openLog(output, 'requests');
  log.request('GET', '/zh-hans/"quoted"\n', 200, 3321, 0.1234, 'shelf');
  log.request('GET', `/${'x'.repeat(5_000)}`, 500, 10, 12, 'print');
  log.flush();
  const [first, second] = read();
  assert.deepEqual(without('time', first), { level: 'info', event: 'request', method: 'GET', path: '/zh-hans/"quoted"\n', status: 200, bytes: 3321, ms: 0.12, via: 'shelf' });
  assert.deepEqual(without('time', second), { level: 'error', event: 'request', method: 'GET', path: `/${'x'.repeat(299)}`, status: 500, bytes: 10, ms: 12, via: 'print' });
});

test('a log that tells problems is silent about good answers', () => {
  const { output, read } = openFile('problems');
  const log = openLog(output, 'problems');
  log.request('GET', '/en', 404, 1, 1, 'shelf');
  log.request('GET', '/en', 500, 1, 1, 'print');
  log.problem({ file: 'site.md', line: 3, column: 1, rule: 'unknown-key', level: 'warning', message: { zh: '甲', en: 'a' }, remedy: { zh: '乙', en: 'b' } });
  log.flush();
  assert.deepEqual(read().map((line) => without('time', line)), [
    { level: 'error', event: 'request', method: 'GET', path: '/en', status: 500, bytes: 1, ms: 1, via: 'print' },
    { level: 'warning', event: 'problem', problem: { file: 'site.md', line: 3, column: 1, rule: 'unknown-key', level: 'warning', message: '甲 / a', remedy: '乙 / b' } },
  ]);
});

test('lines appear by themselves, in order', async () => {
  const { output, read } = openFile('order');
  const log = openLog(output, 'requests');
  for (let number = 0; number < 1_000; number++) {
    log.say('info', 'count', { number });
    if (number % 250 === 0) await wait(60);
  }
  await wait(400);
  assert.deepEqual(read().map((line) => without('time', line)), Array.from({ length: 1_000 }, (_, number) => ({ level: 'info', event: 'count', number })));
});

test('lines nobody takes away are dropped and counted, not kept for ever', () => {
  const { output, read } = openFile('flood');
  const log = openLog(output, 'requests');
  for (let number = 0; number < 6_000; number++) log.say('info', 'long', { words: 'x'.repeat(1_000) });
  log.flush();
  const lines = read();
  const last = without('time', lines.at(-1));
  assert.deepEqual(last, { level: 'warning', event: 'log-lines-dropped', count: 6_000 - (lines.length - 1) });
  assert.ok(lines.length > 1_000 && lines.length < 5_000);
});

test('an output that is closed ends nothing', async () => {
  const { output } = openFile('closed');
  const log = openLog(output, 'requests');
  fs.closeSync(output);
  log.say('info', 'one');
  log.flush();
  log.say('info', 'two');
  await wait(250);
});
