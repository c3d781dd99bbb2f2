/** How the press comes up, goes down, and keeps strangers out, over real sockets. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { article, ask, askRaw, folder, host, nextPage, openPortal, origin, sentPage } from './fixtures/portal';
import { openLog } from './log';
import { listen } from './server';

const strangers: readonly (readonly [bytes: string, status: number, header?: RegExp])[] = [
  ['DELETE / HTTP/1.1\r\nHost: H', 405, /Allow: GET, HEAD\r\n/],
  ['TRACE / HTTP/1.1\r\nHost: H', 405, /Allow: GET, HEAD\r\n/],
  ['OPTIONS / HTTP/1.1\r\nHost: H', 405, /Allow: GET, HEAD\r\n/],
  ['BREW / HTTP/1.1\r\nHost: H', 405, /Allow: GET, HEAD\r\n/],
  ['CONNECT H:443 HTTP/1.1\r\nHost: H', 405, /Allow: GET, HEAD\r\n/],
  ['POST /en HTTP/1.1\r\nHost: H\r\nNext-Action: x\r\nContent-Length: 0', 405],
  ['GET /en HTTP/1.1\r\nHost: H\r\nNext-Action: x', 400],
  ['GET /en HTTP/1.1\r\nHost: H\r\nConnection: Upgrade\r\nUpgrade: websocket', 400],
  ['GET http://H/en HTTP/1.1\r\nHost: H', 400],
  ['GET /en HTTP/1.1\r\nHost: evil.example', 421],
  ['GET /en HTTP/1.1', 400],
  ['GET /en HTTP/1.0', 400],
  ['GET /en HTTP/1.1\r\nHost: H\r\nExpect: miracles', 417],
  [`GET /${'x'.repeat(3_000)} HTTP/1.1\r\nHost: H`, 414],
  [`GET /en HTTP/1.1\r\nHost: H\r\nX: ${'x'.repeat(20_000)}`, 431],
  ['GET /en HTTP/1.1\r\nHost: H\r\nContent-Length: 5', 413],
  ['GET /en HTTP/1.1\r\nHost: H\r\nTransfer-Encoding: chunked', 413],
  ['GET /en HTP/1.1\r\nHost: H', 400],
  ['rubbish', 405],
];

test('strangers are refused, with every header, and hung up on', async () => {
  const portal = await openPortal();
  for (const [bytes, status, header] of strangers) {
    const raw = await askRaw(portal, `${bytes.replaceAll(/\bH\b/g, host)}\r\n\r\n`);
    assert.match(raw, new RegExp(`^HTTP/1\\.1 ${status} `), `${bytes.slice(0, 60)}: ${raw.slice(0, 60)}`);
    assert.match(raw, /Content-Security-Policy: default-src 'none'/i, bytes.slice(0, 60));
    if (header) assert.match(raw, header, bytes.slice(0, 60));
  }
  assert.deepEqual(portal.asked, []);
  assert.equal((await ask(portal, article)).status, 200, 'and the portal lives');
});

test('health is told to whoever asks; before the press is open only that', async () => {
  const log = openLog(fs.openSync(path.join(folder, 'early'), 'a'), 'problems');
  const press = await listen({ host: '127.0.0.1', port: 0, origin }, log);
  const early = { press };
  assert.equal((await ask(early, '/healthz/live', { host: '10.0.0.1' })).status, 200);
  assert.equal((await ask(early, '/healthz/ready')).status, 503);
  const page = await ask(early, article);
  assert.deepEqual([page.status, page.headers['retry-after']], [503, '5']);
  await press.close();
  const portal = await openPortal();
  assert.equal((await ask(portal, '/healthz/ready', { host: '10.0.0.1' })).status, 200);
  assert.equal((await ask(portal, '/healthz')).status, 200);
});

test('a port that is taken is an error that says so', async () => {
  const { press } = await openPortal();
  await assert.rejects(listen({ host: '127.0.0.1', port: press.port, origin }, openLog(1, 'problems')), /EADDRINUSE/);
});

test('closing lets those in who have knocked, lets the answers under way out, and then takes nobody', async () => {
  const portal = await openPortal({ next: (_: IncomingMessage, response: ServerResponse) => void setTimeout(() => response.end(nextPage('late')), 1_000) });
  const underWay = ask(portal, article);
  await wait(50);
  const began = performance.now();
  const closed = portal.press.close();
  assert.equal((await ask(portal, '/healthz/ready')).status, 503);
  assert.equal((await ask(portal, '/healthz/live')).status, 200);
  await wait(700);
  await assert.rejects(ask(portal, article), /ECONNREFUSED/);
  assert.equal((await underWay).body.toString(), sentPage('late'));
  await closed;
  assert.ok(performance.now() - began < 3_000);
});

test('the head that is made once says what Node would say', async () => {
  const portal = await openPortal();
  for (const [target, coding] of [[article, 'br'], [article, 'gzip'], [article, 'identity'], ['/en/nothing/here', 'br'], ['/site.css', 'gzip']]) {
    const request = (connection: string): string => `HEAD ${target} HTTP/1.1\r\nHost: ${host}\r\nAccept-Encoding: ${coding}\r\nConnection: ${connection}\r\n\r\n`;
    // Node writes the head itself for the one that is to be the last on its connection.
    const raw = await askRaw(portal, request('keep-alive') + request('close'));
    const heads = raw.split('\r\n\r\n').slice(0, 2).map((head, place) => {
      assert.match(head, [/\r\nConnection: keep-alive(?:\r\n|$)/, /\r\nConnection: close(?:\r\n|$)/][place] ?? /^$/);
      assert.match(head, /\r\nDate: \w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT\r\n/);
      return head.split('\r\n').filter((line) => !/^(?:Date|Connection):/.test(line));
    });
    assert.deepEqual(heads[0], heads[1]);
    assert.ok((heads[0]?.length ?? 0) > 8);
  }
});
