import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import net from 'node:net';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { endIdleConnections } from './idle';

const patience = 300;

async function connect(onRequest: (url: string) => string | Buffer): Promise<() => net.Socket> {
  const server = createServer({ keepAliveTimeout: 0 }, (request, response) => response.end(onRequest(request.url ?? '')));
  endIdleConnections(server, patience, 20);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  test.after(() => server.close());
  const address = server.address();
  assert.ok(address && typeof address === 'object');
  return () => net.connect(address.port, '127.0.0.1').on('error', () => undefined);
}

function ended(socket: net.Socket): Promise<boolean> {
  const closed = new Promise<boolean>((resolve) => socket.once('close', () => resolve(true)));
  return Promise.race([closed, wait(patience * 4, false)]);
}

test('who says nothing is hung up on, and so is who has been answered and gone quiet', async () => {
  const open = await connect(() => 'words');
  const silent = open().resume();
  const answered = open().resume();
  answered.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  assert.deepEqual(await Promise.all([ended(silent), ended(answered)]), [true, true]);
});

test('who asks again and again stays connected', async () => {
  const open = await connect(() => 'words');
  const reader = open().resume();
  const isEnded = ended(reader);
  const asking = setInterval(() => reader.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n'), patience / 4);
  assert.equal(await isEnded, false);
  clearInterval(asking);
  reader.destroy();
});

test('who does not take the answer is hung up on', async () => {
  const open = await connect(() => Buffer.alloc(50_000_000));
  const greedy = open();
  greedy.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  greedy.pause();
  await wait(patience * 3);
  // Only a reader notices the end of what was sent.
  greedy.resume();
  assert.equal(await ended(greedy), true);
});
