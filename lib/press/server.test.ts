/** What readers get from the press, over real sockets. */
import assert from 'node:assert/strict';
import type http from 'node:http';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Wire } from '@/lib/wire/wire';
import type { Handler } from './composing';
import { article, ask, askRaw, host, nextPage, openPortal, sentPage } from './fixtures/portal';

test('a page comes without runtime, compressed, with every header and none of Next’s', async () => {
  const portal = await openPortal();
  const first = await ask(portal, article, { 'accept-encoding': 'gzip, deflate, br' });
  assert.equal(first.status, 200);
  assert.equal(brotliDecompressSync(first.body).toString(), sentPage(`第${article}页`));
  const { date, connection, etag, ...headers } = first.headers;
  assert.ok(date && connection && etag);
  assert.deepEqual(headers, {
    'content-type': 'text/html; charset=utf-8',
    'content-length': String(first.body.length),
    'content-encoding': 'br',
    vary: 'Accept-Encoding',
    'cache-control': 'public, max-age=0, s-maxage=30, stale-while-revalidate=30',
    'content-security-policy':
      "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types offline-worker; upgrade-insecure-requests",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-resource-policy': 'same-origin',
    'strict-transport-security': 'max-age=63072000',
  });
  const zipped = await ask(portal, article, { 'accept-encoding': 'gzip' });
  assert.equal(gunzipSync(zipped.body).toString(), sentPage(`第${article}页`));
  const plain = await ask(portal, article);
  assert.equal(plain.body.toString(), sentPage(`第${article}页`));
  assert.equal(plain.headers['content-encoding'], undefined);
  assert.equal(plain.headers.etag, etag);
  assert.deepEqual(portal.asked, [article], 'composed once');
});

test('a client that has the page is told so; HEAD has headers alone', async () => {
  const portal = await openPortal();
  const { headers } = await ask(portal, article);
  for (const known of [headers.etag, `"x", ${headers.etag}`, headers.etag?.replace('W/', ''), '*']) {
    const again = await ask(portal, article, { 'if-none-match': known });
    assert.deepEqual([again.status, again.body.length, again.headers.etag], [304, 0, headers.etag], known);
    assert.ok(again.headers['content-security-policy'] && again.headers['cache-control']);
  }
  assert.equal((await ask(portal, article, { 'if-none-match': '"other"' })).status, 200);
  const head = await ask(portal, article, {}, 'HEAD');
  assert.deepEqual([head.status, head.body.length, head.headers['content-length']], [200, 0, headers['content-length']]);
});

test('a hundred readers of a new page cost one composition', async () => {
  const portal = await openPortal({ next: (_, response) => void setTimeout(() => response.end(nextPage('slow')), 50) });
  const answers = await Promise.all(Array.from({ length: 100 }, () => ask(portal, article)));
  assert.ok(answers.every(({ status, body }) => status === 200 && body.toString() === sentPage('slow')));
  assert.deepEqual(portal.asked, [article]);
});

test('queries never make a second copy, nor do the headers of Next’s client', async () => {
  const seen: http.IncomingHttpHeaders[] = [];
  const portal = await openPortal({
    next: (request, response) => {
      seen.push(request.headers);
      response.end(nextPage('x'));
    },
  });
  for (const query of ['', '?', '?_rsc=1', '?utm_source=a', `?x=${'y'.repeat(1_000)}`]) assert.equal((await ask(portal, article + query, { rsc: '1', cookie: 'a=b', 'x-forwarded-host': 'evil.example' })).status, 200);
  assert.deepEqual(portal.asked, [article]);
  assert.equal(portal.printing.shelf.count, 1);
  assert.deepEqual(seen, [{ host, 'x-forwarded-host': host, 'x-forwarded-proto': 'https', accept: '*/*' }]);
});

test('what does not exist gets the page of its language, and Next is not asked', async () => {
  const portal = await openPortal({ has: ({ kind }) => kind === 'front' });
  const cases = [
    [`/en/news`, {}, '/en/missing'],
    [`/ja/nothing/at/all`, {}, '/ja/missing'],
    ['/zh-hans/missing', {}, '/zh-hans/missing'],
    ['/zh-hant/failed', {}, '/zh-hant/missing'],
    ['/wp-login.php', { 'accept-language': 'ja' }, '/ja/missing'],
    ['/_next/static/chunks/a.js', {}, '/zh-hans/missing'],
    ['/media/y', { 'accept-language': 'en-GB' }, '/en/missing'],
    ['/en/%6eews', {}, '/en/missing'],
    ['/en/../../etc/passwd', {}, '/en/missing'],
  ] as const;
  for (const [target, headers, page] of cases) {
    const { status, body, headers: sent } = await ask(portal, target, headers);
    assert.deepEqual([status, body.toString()], [404, sentPage(page)], target);
    assert.equal(sent['cache-control'], 'public, max-age=0, s-maxage=10');
    assert.match(sent.vary ?? '', /Accept-Language/, 'a shared cache keeps the languages apart');
    assert.equal((await ask(portal, target, { ...headers, 'if-none-match': '*' })).status, 404, 'whatever the client has');
  }
  assert.deepEqual(portal.asked, []);
  assert.equal(portal.printing.shelf.count, 0);
});

const failures: readonly (readonly [why: string, next: Handler])[] = [
  ['Next throws', () => Promise.reject(new Error('boom'))],
  ['Next throws at once', () => { throw new Error('boom'); }],
  ['Next says 500', (_, response) => { response.statusCode = 500; response.end(nextPage('x')); }],
  ['Next says 404', (_, response) => { response.statusCode = 404; response.end(nextPage('x')); }],
  ['the page holds an unknown script', (_, response) => void response.end(nextPage('<script>alert(1)</script>'))],
];

for (const [why, next] of failures) {
  test(`when ${why}, the reader gets the page for failures, nothing is kept, and the log says why`, async () => {
    let isWell = false;
    const portal = await openPortal({ next: (request, response) => (isWell ? void response.end(nextPage('well')) : next(request, response)) });
    const { status, body, headers } = await ask(portal, article);
    assert.deepEqual([status, body.toString(), headers['cache-control']], [500, sentPage('/zh-hans/failed'), 'private, no-cache']);
    assert.equal(portal.printing.shelf.count, 0);
    assert.ok(portal.logged().some(({ event, level, path: of }) => event === 'page-failed' && level === 'error' && of === article));
    isWell = true;
    assert.equal((await ask(portal, article)).body.toString(), sentPage('well'));
  });
}

test('a page that was taken away while it was composed is missing, not failed', async () => {
  let isThere = true;
  const portal = await openPortal({
    has: () => isThere,
    next: (_, response) => {
      isThere = false;
      response.statusCode = 404;
      response.end(nextPage('x'));
    },
  });
  assert.equal((await ask(portal, article)).status, 404);
});

test('a change is seen by the next reader; what was being composed before it is not kept', async () => {
  let words = 'old';
  const portal = await openPortal({
    next: (_, response) => {
      const composed = words;
      // The one that is overtaken by a change comes last.
      setTimeout(() => response.end(nextPage(composed)), composed === 'new' ? 200 : 20);
    },
  });
  assert.equal((await ask(portal, article)).body.toString(), sentPage('old'));
  words = 'new';
  assert.equal((await ask(portal, article)).body.toString(), sentPage('old'), 'still on the shelf');
  portal.printing.publish((page) => page === article);
  const early = ask(portal, article);
  for (let turn = 0; portal.asked.length < 2 && turn < 1_000; turn++) await wait(5);
  words = 'newest';
  portal.printing.publish((page) => page === article);
  assert.equal((await ask(portal, article)).body.toString(), sentPage('newest'));
  assert.equal((await early).body.toString(), sentPage('new'));
  assert.equal((await ask(portal, article)).body.toString(), sentPage('newest'), 'the late page did not take its place');
});

test('who asks for a page that has just changed goes before those who wait for pages that nobody has read', async () => {
  const portal = await openPortal({ next: (request, response) => void setTimeout(() => response.end(nextPage(request.url ?? '')), 20) });
  await ask(portal, article);
  portal.printing.publish((page) => page === article);
  // Not over sockets: they would have to arrive while the strangers are still waiting, however slow the machine is.
  const strangers = Array.from({ length: 12 }, (_, number) => portal.printing.print(`${article}-${number}`));
  await Promise.all([...strangers, portal.printing.print(article)]);
  const inHand = [0, 1, 2, 3].map((number) => `${article}-${number}`);
  assert.deepEqual(portal.asked.slice(0, 6), [article, ...inHand, article]);
});

test('a file of the wire is kept like a page, and programs of other houses may read it', async () => {
  let written = 0;
  const words = '今园区周刊'.repeat(50);
  const wire: Wire = {
    has: (target) => target === '/en/feed.atom',
    write: async () => ({ type: 'application/atom+xml; charset=utf-8', body: `<feed>${(written += 1)} ${words} <script src="/x.js"></script></feed>`, isFleeting: false, headers: ['Link', '<https://news.example.cn/en/feed.atom>; rel="self"'] }),
  };
  const portal = await openPortal({ wire });
  const first = await ask(portal, '/en/feed.atom', { 'accept-encoding': 'br' });
  assert.equal(brotliDecompressSync(first.body).toString(), `<feed>1 ${words} <script src="/x.js"></script></feed>`);
  const { headers } = first;
  assert.deepEqual([headers['content-type'], headers['cross-origin-resource-policy'], headers['access-control-allow-origin']], ['application/atom+xml; charset=utf-8', 'cross-origin', '*']);
  assert.equal(headers['link'], '<https://news.example.cn/en/feed.atom>; rel="self"');
  const again = await ask(portal, '/en/feed.atom', { 'if-none-match': headers.etag });
  assert.deepEqual([again.status, again.headers['link']], [304, headers['link']]);
  assert.deepEqual([written, portal.asked], [1, []]);
  portal.printing.publish((target) => target === '/en/feed.atom');
  assert.match((await ask(portal, '/en/feed.atom')).body.toString(), /^<feed>2 /);
  assert.equal((await ask(portal, '/en/feed.json')).status, 404);
});

test('a change renews the spare pages', async () => {
  const portal = await openPortal();
  portal.printing.publish(() => false);
  await portal.printing.settle();
  assert.deepEqual(portal.asked.filter((target) => target.endsWith('/missing')).sort(), ['/en/missing', '/ja/missing', '/zh-hans/missing', '/zh-hant/missing']);
});

test('the way in is by the reader’s language', async () => {
  const portal = await openPortal();
  for (const [header, location] of [['ja,en;q=0.5', '/ja'], ['zh-TW', '/zh-hant'], [undefined, '/zh-hans']] as const) {
    const { status, headers } = await ask(portal, '/?a=b', header === undefined ? {} : { 'accept-language': header });
    assert.deepEqual([status, headers.location, headers.vary, headers['cache-control']], [302, location, 'Accept-Language', 'private, no-cache']);
    assert.ok(headers['content-security-policy']);
  }
});

test('a slash too many leads to the page, never elsewhere', async () => {
  const portal = await openPortal({ has: ({ kind }) => kind !== 'page' });
  const { status, headers } = await ask(portal, `${article}/?x=1`);
  assert.deepEqual([status, headers.location], [308, article]);
  assert.equal((await ask(portal, '/en/')).headers.location, '/en');
  for (const target of ['/en/about/', '/en//', '/evil.example/', '/en/news//evil.example/']) assert.equal((await ask(portal, target)).status, 404, target);
  for (const target of ['//evil.example/', '/\\evil.example/', 'http://evil.example/en/']) {
    const raw = await askRaw(portal, `GET ${target} HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
    assert.match(raw, /^HTTP\/1\.1 400 /, target);
    assert.doesNotMatch(raw, /^location:/im);
  }
});

test('a picture comes whole, in part, or not at all', async () => {
  const portal = await openPortal();
  const whole = await ask(portal, '/media/x');
  assert.deepEqual([whole.status, whole.body.length, whole.headers['content-type'], whole.headers['accept-ranges']], [200, 1_000, 'image/jpeg', 'bytes']);
  assert.deepEqual([whole.headers['cache-control'], whole.headers['cross-origin-resource-policy']], ['public, max-age=31536000, immutable', 'cross-origin']);
  const part = await ask(portal, '/media/x', { range: 'bytes=995-' });
  assert.deepEqual([part.status, part.body.toString(), part.headers['content-range'], part.headers['content-length']], [206, 'fghij', 'bytes 995-999/1000', '5']);
  assert.equal((await ask(portal, '/media/x', { range: 'bytes=995-', 'if-range': '"p"' })).status, 206);
  assert.equal((await ask(portal, '/media/x', { range: 'bytes=995-', 'if-range': '"old"' })).status, 200);
  const beyond = await ask(portal, '/media/x', { range: 'bytes=1000-' });
  assert.deepEqual([beyond.status, beyond.headers['content-range']], [416, 'bytes */1000']);
  assert.equal((await ask(portal, '/media/x', { 'if-none-match': '"p"' })).status, 304);
  const head = await ask(portal, '/media/x', {}, 'HEAD');
  assert.deepEqual([head.status, head.headers['content-length'], head.body.length], [200, '1000', 0]);
});

test('files come from the list', async () => {
  const portal = await openPortal();
  const { status, headers, body } = await ask(portal, '/site.css?v=1', { 'accept-encoding': 'br' });
  assert.deepEqual([status, headers['cache-control'], brotliDecompressSync(body).toString()], [200, 'public, max-age=31536000, immutable', 'p{}'.repeat(200)]);
});

test('more pages than the shelf holds take no more memory than it may', async () => {
  const portal = await openPortal({ shelf: 20_000 });
  for (let number = 10; number < 60; number++) await ask(portal, `/en/page-${number}`);
  assert.ok(portal.printing.shelf.bytes <= 20_000 && portal.printing.shelf.count >= 4);
  const before = portal.asked.length;
  await ask(portal, '/en/page-59');
  assert.equal(portal.asked.length, before, 'the newest is there');
  await ask(portal, '/en/page-10');
  assert.equal(portal.asked.length, before + 1, 'the oldest is composed again');
});

test('the log has a line for each request, without the query', async () => {
  const portal = await openPortal();
  await ask(portal, `${article}?q=secret`);
  await ask(portal, article);
  await ask(portal, '/', {}, 'PUT');
  const requests = portal.logged().filter(({ event }) => event === 'request');
  assert.deepEqual(requests.map(({ method, path: of, status, level, via }) => [method, of, status, level, via]), [
    ['GET', article, 200, 'info', 'print'],
    ['GET', article, 200, 'info', 'shelf'],
    ['PUT', '/', 405, 'info', 'refusal'],
  ]);
});

test('when too many pages wait to be composed, the next reader is told to come back, in a whole page', async () => {
  const portal = await openPortal({ next: () => undefined, mostWaiting: 0, patience: 1_000 });
  const waiting = Array.from({ length: 4 }, (_, place) => ask(portal, `${article}-${place}`).catch(() => undefined));
  await wait(100);
  for (const connection of ['close', 'keep-alive']) {
    const { status, body } = await ask(portal, article, { connection });
    assert.deepEqual([status, body.toString()], [503, sentPage('/zh-hans/failed')], connection);
  }
  await Promise.all(waiting);
});
