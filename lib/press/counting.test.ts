import assert from 'node:assert/strict';
import fs from 'node:fs';
import http, { type OutgoingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { openViews } from '@/lib/store/open-views';
import type { Views } from '@/lib/store/views';
import { openCounting } from './counting';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-counting-'));
test.after(() => fs.rmSync(folder, { recursive: true }));
const origin = 'https://news.example.cn';
const article = '/api/views/weekly/2024-01-05/one';
const browser = { 'user-agent': 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36' };
let counted = 0;

interface Counted {
  ask(method: string, target: string, headers?: OutgoingHttpHeaders): Promise<{ status: number; body: string; headers: http.IncomingHttpHeaders }>;
  readonly said: string[];
  setTime(text: string): void;
}

async function openCounted({ views, proxies = 1 }: { views?: Pick<Views, 'recordView' | 'countViews'>; proxies?: number } = {}): Promise<Counted> {
  const store = openViews({ file: path.join(folder, `${(counted += 1)}.sqlite`) });
  const said: string[] = [];
  let time = new Date('2024-01-05T04:00:00Z');
  const answer = openCounting({
    origin,
    proxies,
    views: views ?? store,
    catalogue: {
      has: (address) => address.kind === 'article' && address.slug === 'one',
      // `one` was called `first` before.
      findRedirect: (address) => (address.kind === 'article' && address.slug === 'first' ? { ...address, slug: 'one' } : address.kind === 'article' && address.slug === 'gone' ? { kind: 'front', locale: 'zh-hans' } : undefined),
      listFormerIds: ({ periodical, issue }) => [{ periodical, issue, slug: 'first' }],
    },
    log: { say: (_, event) => said.push(event) },
    now: () => time,
  });
  const server = http.createServer((request, response) => void answer(request, response, request.url ?? ''));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  test.after(async () => {
    server.closeAllConnections();
    server.close();
    await store.close();
  });
  const address: AddressInfo | string | null = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  return {
    said,
    setTime: (text) => (time = new Date(text)),
    ask: (method, target, headers = browser) =>
      new Promise((resolve, reject) => {
        const request = http.request({ host: '127.0.0.1', port, method, path: target, headers, agent: false }, (response) => {
          let body = '';
          response.on('data', (chunk: Buffer) => (body += chunk.toString()));
          response.on('end', () => resolve({ status: response.statusCode ?? 0, body, headers: response.headers }));
        });
        request.on('error', reject).end();
      }),
  };
}

/** A reader behind our proxy. */
const from = (address: string, more: OutgoingHttpHeaders = {}): OutgoingHttpHeaders => ({ ...browser, 'x-forwarded-for': address, ...more });

test('a reader counts once a day and article; the number is answered to all', async () => {
  const { ask, setTime } = await openCounted();
  const first = await ask('POST', article, from('192.0.2.1'));
  assert.deepEqual([first.status, first.body, first.headers['cache-control'], first.headers['content-type']], [200, '{"views":1}', 'private, no-cache', 'application/json']);
  assert.equal((await ask('POST', article, from('192.0.2.1'))).body, '{"views":1}', 'the same reader');
  assert.equal((await ask('POST', article, from('192.0.2.2'))).body, '{"views":2}', 'another address');
  assert.equal((await ask('POST', article, from('192.0.2.2', { 'user-agent': 'Mozilla/5.0 (iPhone)' }))).body, '{"views":3}', 'another device');
  assert.equal((await ask('GET', article)).body, '{"views":3}');
  setTime('2024-01-06T04:00:00Z');
  assert.equal((await ask('POST', article, from('192.0.2.1'))).body, '{"views":4}', 'the next day');
});

const uncounted: readonly (readonly [why: string, method: string, headers: OutgoingHttpHeaders])[] = [
  ['only asks for the number', 'GET', browser],
  ['is a robot', 'POST', { 'user-agent': 'Mozilla/5.0 (compatible; Baiduspider/2.0)' }],
  ['is another robot', 'POST', { 'user-agent': 'Mozilla/5.0 AppleWebKit/537.36 (compatible; bingbot/2.0)' }],
  ['is a program', 'POST', { 'user-agent': 'curl/8.0' }],
  ['does not say what it is', 'POST', {}],
  ['comes from another site’s page', 'POST', { ...browser, origin: 'https://evil.example' }],
  ['comes from another site’s frame', 'POST', { ...browser, 'sec-fetch-site': 'cross-site' }],
  ['is fetched ahead', 'POST', { ...browser, 'sec-purpose': 'prefetch' }],
];

for (const [why, method, headers] of uncounted) {
  test(`who ${why} is answered and not counted`, async () => {
    const { ask } = await openCounted();
    const { status, body } = await ask(method, article, headers);
    assert.deepEqual([status, body], [200, '{"views":0}']);
  });
}

test('a reader is a mark that says nothing, the same all day and another the next', async () => {
  const marks: string[] = [];
  const views = { recordView: async (_: string, reader: string) => marks.push(reader) > 0, countViews: async () => new Map<string, number>() };
  const { ask, setTime } = await openCounted({ views });
  for (const time of ['2024-01-05T01:00:00Z', '2024-01-05T15:59:00Z', '2024-01-05T16:01:00Z']) {
    setTime(time);
    await ask('POST', article, from('192.0.2.1'));
  }
  const [morning, evening, afterMidnight] = marks;
  assert.match(morning ?? '', /^[\w-]{22}$/);
  assert.equal(evening, morning);
  assert.notEqual(afterMidnight, morning, 'midnight in China');
});

test('the reader’s own page counts', async () => {
  const { ask } = await openCounted();
  assert.equal((await ask('POST', article, { ...browser, origin, 'sec-fetch-site': 'same-origin' })).body, '{"views":1}');
});

test('what is no article counts nothing', async () => {
  const { ask } = await openCounted();
  for (const target of ['weekly/2024-01-05/two', 'weekly/2024-01-05', 'weekly', '', '../x', "weekly/2024-01-05/one'--", 'weekly/2024-01-05/one/x']) assert.equal((await ask('POST', `/api/views/${target}`)).status, 404, target);
});

test('a client counts sixty times a minute and no more; others are not held up', async () => {
  const { ask, setTime } = await openCounted();
  const visit = (number: number, address = '192.0.2.1') => ask('POST', article, from(address, { 'user-agent': `Mozilla/5.0 (${number})` }));
  for (let number = 0; number < 60; number++) assert.equal((await visit(number)).status, 200);
  const beyond = await visit(60);
  assert.deepEqual([beyond.status, beyond.body], [200, '{"views":60}']);
  assert.equal((await visit(61, '192.0.2.9')).body, '{"views":61}');
  setTime('2024-01-05T04:01:00Z');
  assert.equal((await visit(60)).body, '{"views":62}');
});

const clients: readonly (readonly [why: string, one: OutgoingHttpHeaders, other: OutgoingHttpHeaders, isSame: boolean, proxies?: number])[] = [
  ['what a client says of itself', from('6.6.6.6, 192.0.2.1'), from('7.7.7.7, 192.0.2.1'), true],
  ['without proxies, anything said', from('192.0.2.1'), from('192.0.2.2'), true, 0],
  ['behind two proxies, the nearer one', from('192.0.2.1, 10.0.0.1'), from('192.0.2.1, 10.0.0.2'), true, 2],
  ['behind two proxies, the client', from('192.0.2.1, 10.0.0.1'), from('192.0.2.2, 10.0.0.1'), false, 2],
  ['an address within a household', from('2001:db8:1:2::1'), from('2001:db8:1:2:ffff::9'), true],
  ['an address written short', from('2001:db8::1'), from('2001:0DB8:0:0:5::9'), true],
  ['an address with its zeros first', from('::1'), from('::2'), true],
  ['another household', from('2001:db8:1:2::1'), from('2001:db8:1:3::1'), false],
  ['an IPv4 address in IPv6 dress', from('::ffff:192.0.2.1'), from('192.0.2.1'), true],
];

for (const [why, one, other, isSame, proxies] of clients) {
  test(`${why} ${isSame ? 'makes no other reader' : 'makes another reader'}`, async () => {
    const { ask } = await openCounted(proxies === undefined ? {} : { proxies });
    await ask('POST', article, one);
    assert.equal((await ask('POST', article, other)).body, `{"views":${isSame ? 1 : 2}}`);
  });
}

test('a store that is down is said in the log and to the reader’s script, and nothing else happens', async () => {
  const down = { recordView: () => Promise.reject(new Error('no database')), countViews: () => Promise.reject(new Error('no database')) };
  const { ask, said } = await openCounted({ views: down });
  assert.equal((await ask('POST', article)).status, 503);
  assert.equal((await ask('GET', article)).status, 503);
  assert.deepEqual(said, ['views-failed', 'views-failed']);
});

test('an article that moved takes its readers along; what leads to no article counts nothing', async () => {
  const seen: (readonly string[])[] = [];
  const views = { recordView: async (id: string) => seen.push([id]) > 0, countViews: async (ids: readonly string[]) => new Map(ids.map((id, place) => [id, place + 3])) };
  const { ask } = await openCounted({ views });
  assert.equal((await ask('GET', article)).body, '{"views":7}');
  assert.equal((await ask('POST', article.replace('one', 'first'))).body, '{"views":7}', 'a page that was open when it moved');
  assert.deepEqual(seen, [['weekly/2024-01-05/one']]);
  assert.equal((await ask('GET', article.replace('one', 'gone'))).status, 404);
});
