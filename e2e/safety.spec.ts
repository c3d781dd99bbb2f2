/** What goes over the wire: strict headers on every answer, no framework script, the same bytes for everybody, only what is allowed in. */
import http from 'node:http';
import { articlePath, articles, pageKinds } from './places';
import { expect, locales, test, type Page } from './reader';

const article = articlePath('zh-hans', articles.everything);

/** A request as raw as a stranger may send it. */
function send(origin: string, options: http.RequestOptions): Promise<{ status: number; headers: http.IncomingHttpHeaders; body: string }> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const request = http.request({ hostname, port, ...options }, (answer) => {
      let body = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }));
    });
    request.on('error', reject).on('upgrade', (answer, socket) => {
      socket.destroy();
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: '' });
    });
    request.end();
  });
}

test('every answer carries the strict headers, errors and files too', async ({ request, page }) => {
  await page.goto(article);
  const assets = await page.locator('link[rel="stylesheet"], script[src], main img').evaluateAll((list) => list.map((element) => element.getAttribute('src') ?? element.getAttribute('href') ?? ''));
  for (const path of ['/zh-hans', article, '/en/nothing', '/nothing', '/', ...assets]) {
    const answer = await request.get(path, { maxRedirects: 0 });
    const headers = answer.headers();
    const policy = new Map((headers['content-security-policy'] ?? '').split(';').map((part) => part.trim().split(/ (.*)/, 2)).map(([name = '', value = '']) => [name, value]));
    expect.soft(policy.get('default-src'), path).toBe("'none'");
    expect.soft(policy.get('script-src'), path).toBe("'self'");
    expect.soft(policy.get('style-src'), path).toBe("'self'");
    expect.soft(policy.get('frame-ancestors'), path).toBe("'none'");
    expect.soft(policy.get('require-trusted-types-for'), path).toBe("'script'");
    expect.soft(policy.get('trusted-types'), path).toBe('offline-worker');
    expect.soft(policy.get('worker-src'), path).toBe("'self'");
    expect.soft(headers['content-security-policy'], path).not.toMatch(/unsafe-|nonce-|sha\d|\*|http:|data:/);
    expect.soft(headers['x-content-type-options'], path).toBe('nosniff');
    expect.soft(headers['referrer-policy'], path).toBe('strict-origin-when-cross-origin');
    expect.soft(headers['cross-origin-opener-policy'], path).toBe('same-origin');
    expect.soft(headers['cross-origin-resource-policy'], path).toMatch(/^(same|cross)-origin$/);
    expect.soft(headers['permissions-policy'], path).toContain('geolocation=()');
    expect.soft(Object.keys(headers).filter((name) => name.startsWith('x-nextjs') || name === 'x-powered-by' || name === 'server' || name === 'set-cookie'), path).toEqual([]);
  }
});

for (const locale of locales) {
  test(`articles load one stylesheet, other pages a second and the settings a third, one script of ours, some a second, and pictures; nothing inline, nothing of the framework’s: ${locale}`, async ({ page, request }) => {
    for (const { name, path } of pageKinds(locale)) {
      const asked = listenForRequests(page);
      await page.goto(path);
      const kinds = asked.map(({ type }) => type);
      // Pages with something to save or to list have a second.
      expect.soft(kinds.filter((type) => type === 'script').length, name).toBe(/^(?:issue|issue of one article|settings|saved issues)$/.test(name) ? 2 : 1);
      // Articles have one, with a recording the player's too; other pages a second; settings and what is made for paper their own, and paper its running headers.
      const isArticle = /article/.test(name) && !/^(?:copy|issue)|recording$/.test(name);
      expect.soft(kinds.filter((type) => type === 'stylesheet').length, name).toBeLessThanOrEqual(['issue for printing', 'settings', 'saved issues'].includes(name) ? 3 : isArticle ? 1 : 2);
      expect.soft(kinds.filter((type) => !['document', 'stylesheet', 'script', 'image', 'other', 'fetch'].includes(type)), name).toEqual([]);
      expect.soft(asked.filter(({ url, type }) => type === 'script' && url.includes('/_next/')), name).toEqual([]);
      const html = await (await request.get(path)).text();
      const markup = html.replaceAll(/<(pre|code)[\s>].*?<\/\1>/gs, '');
      expect.soft(markup.match(/<script(?![^>]*(?:src=|application\/ld\+json))/g) ?? [], name).toEqual([]);
      expect.soft(markup.match(/<[^>]+\s(?:style|on[a-z]+)=/g) ?? [], name).toEqual([]);
      expect.soft(markup.match(/<style[\s>]/g) ?? [], name).toEqual([]);
      expect.soft(await page.locator('body *').evaluateAll((all) => all.filter((element) => element.hasAttribute('style')).length), name).toBe(0);
    }
  });
}

test('readers get the same bytes, compressed as they wish, and need not fetch them twice', async ({ baseURL }) => {
  const origin = baseURL ?? '';
  const plain = await send(origin, { path: article, headers: { 'accept-encoding': 'identity' } });
  expect([plain.status, plain.headers['content-encoding']]).toEqual([200, undefined]);
  for (const [wish, encoding] of [['br', 'br'], ['gzip', 'gzip'], ['gzip, br', 'br'], ['br;q=0, gzip', 'gzip'], ['gzip;q=0.2, br;q=0.8', 'br'], ['identity', undefined], ['zstd', undefined]] as const) {
    const { status, headers } = await send(origin, { path: article, headers: { 'accept-encoding': wish } });
    expect.soft([status, headers['content-encoding']], wish).toEqual([200, encoding]);
    expect.soft(headers['vary'] ?? '', wish).toMatch(/accept-encoding/i);
    expect.soft(Number(headers['content-length']), wish).toBeGreaterThan(0);
    const again = await send(origin, { path: article, headers: { 'accept-encoding': wish, 'if-none-match': headers['etag'] ?? '' } });
    expect.soft([again.status, again.body, again.headers['etag']], wish).toEqual([304, '', headers['etag']]);
    const head = await send(origin, { path: article, method: 'HEAD', headers: { 'accept-encoding': wish } });
    expect.soft([head.status, head.body, head.headers['content-length'], head.headers['etag']], wish).toEqual([200, '', headers['content-length'], headers['etag']]);
  }
  for (const query of ['?utm_source=x', '?_rsc=1', '?a=1&b=2', '?']) {
    const { status, body } = await send(origin, { path: article + query, headers: { 'accept-encoding': 'identity' } });
    expect.soft([status, body === plain.body], query).toEqual([200, true]);
  }
  for (const headers of [{ 'user-agent': 'Googlebot' }, { cookie: 'a=b' }, { rsc: '1' }, { 'next-router-prefetch': '1' }]) {
    const { status, body } = await send(origin, { path: article, headers: { 'accept-encoding': 'identity', ...headers } });
    expect.soft([status, body === plain.body], JSON.stringify(headers)).toEqual([200, true]);
  }
  expect(plain.headers['cache-control']).toMatch(/s-maxage=\d+/);
});

test('what is not a reader’s request is refused, and the next reader is served', async ({ baseURL }) => {
  const origin = baseURL ?? '';
  const host = new URL(origin).host;
  const refusals: readonly (readonly [string, http.RequestOptions, readonly number[]])[] = [
    ['POST a page', { path: article, method: 'POST' }, [405]],
    ['DELETE a page', { path: article, method: 'DELETE' }, [405]],
    ['TRACE', { path: article, method: 'TRACE' }, [405]],
    ['a foreign host', { path: article, headers: { host: 'evil.example' } }, [400, 421]],
    ['a server action', { path: article, method: 'POST', headers: { 'next-action': '00' } }, [400, 403, 405]],
    ['an absolute target', { path: `http://evil.example${article}`, headers: { host } }, [400, 421]],
    ['an upgrade', { path: article, headers: { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==', 'sec-websocket-version': '13' } }, [400, 403, 404, 426, 501]],
    ['two slashes', { path: '//evil.example' }, [400, 404]],
    ['a very long address', { path: `/${'a'.repeat(12_000)}` }, [400, 414, 431]],
    ['very large headers', { path: article, headers: { 'x-large': 'a'.repeat(40_000) } }, [431]],
  ];
  for (const [name, options, statuses] of refusals) {
    const status = await send(origin, options).then((answer) => answer.status, () => 'closed' as const);
    if (status !== 'closed') expect.soft(statuses, `${name}: ${status}`).toContain(status);
    expect.soft((await send(origin, { path: article })).status, `after ${name}`).toBe(200);
  }
  expect((await send(origin, { path: article, method: 'POST' })).headers['allow']).toMatch(/GET/);
});

function listenForRequests(page: Page): { readonly url: string; readonly type: string }[] {
  const asked: { readonly url: string; readonly type: string }[] = [];
  page.removeAllListeners('requestfinished');
  page.on('requestfinished', (request) => asked.push({ url: request.url(), type: request.resourceType() }));
  return asked;
}
