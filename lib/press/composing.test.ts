import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { openComposing, TooBusy, type Handler } from './composing';

const origin = 'https://news.example.cn';

test('what Next writes, in whatever pieces and forms, is taken as it is', async () => {
  const handler: Handler = (request, response) => {
    response.writeHead(203, { 'Content-Type': 'text/html; charset=utf-8' });
    response.write('今园');
    response.write(Buffer.from('区'), () => response.write('5ZGo', 'base64', () => response.end(new Uint8Array([0xe5, 0x88, 0x8a]))));
    assert.equal(request.url, '/zh-hans');
  };
  assert.deepEqual(await openComposing(handler, origin)('/zh-hans'), { status: 203, type: 'text/html; charset=utf-8', body: Buffer.from('今园区周刊') });
});

test('only a few are composed at once; the others wait in order; too many are turned away', async () => {
  const open: ServerResponse[] = [];
  const started: string[] = [];
  const handler: Handler = (request, response) => {
    started.push(request.url ?? '');
    open.push(response);
  };
  const compose = openComposing(handler, origin, { mostAtOnce: 2, mostWaiting: 2, patience: 5_000 });
  const answers = ['/1', '/2', '/3', '/4'].map((target) => compose(target));
  await assert.rejects(compose('/5'), TooBusy);
  assert.deepEqual(started, ['/1', '/2']);
  for (let finished = 0; finished < 4; finished++) {
    await wait(5);
    assert.ok(open.length <= 2);
    open.shift()?.end();
  }
  await Promise.all(answers);
  assert.deepEqual(started, ['/1', '/2', '/3', '/4']);
});

test('an awaited page goes before those who wait', async () => {
  const open: ServerResponse[] = [];
  const started: string[] = [];
  const compose = openComposing(
    (request, response) => {
      started.push(request.url ?? '');
      open.push(response);
    },
    origin,
    { mostAtOnce: 1, mostWaiting: 5, patience: 5_000 },
  );
  const answers = [compose('/1'), compose('/2'), compose('/3', true)];
  for (let finished = 0; finished < 3; finished++) {
    await wait(5);
    open.shift()?.end();
  }
  await Promise.all(answers);
  assert.deepEqual(started, ['/1', '/3', '/2']);
});

test('a page that is never finished, or fails, gives its place to the next', async () => {
  const handler: Handler = (request, response) => {
    if (request.url === '/fails') return Promise.reject(new Error('boom'));
    if (request.url !== '/hangs') response.end('x');
    return undefined;
  };
  const compose = openComposing(handler, origin, { mostAtOnce: 1, mostWaiting: 5, patience: 50 });
  const answers = await Promise.allSettled([compose('/hangs'), compose('/fails'), compose('/works')]);
  assert.deepEqual(answers.map(({ status }) => status), ['rejected', 'rejected', 'fulfilled']);
});
