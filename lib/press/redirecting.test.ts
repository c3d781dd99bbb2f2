/** Old addresses, through the answers of the press and a real socket. */
import assert from 'node:assert/strict';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import type { Address } from '@/lib/routes';
import { pathOf } from '@/lib/routes';
import { openRedirecting } from './redirecting';

const now = '/zh-hans/news/periodicals/weekly/2024-01-05/one';
const old = '/zh-hans/news/periodicals/weekly/2024-01-05/old';
const inEnglish = (path: string): string => path.replace('zh-hans', 'en');

/** `old` is `one` now, the periodical `former` is `weekly`; an article of `former` became the front page. */
function findRedirect(address: Address): Address | undefined {
  if (address.kind === 'article' && address.periodical === 'former') return { kind: 'front', locale: address.locale };
  if (address.kind === 'copy' && address.code === 'bbbbbbbb') return { ...address, code: 'cccccccc' };
  if (address.kind === 'article' && address.slug === 'old') return { ...address, slug: 'one' };
  return address.kind === 'periodical' && address.periodical === 'former' ? { ...address, periodical: 'weekly' } : undefined;
}

const answer = openRedirecting({ origin: 'https://news.example.cn', findRedirect, hasFile: (path) => /\/(?:one|cccccccc)\/(?:cite|qr)|weekly\/(?:feed|issues)/.test(path) });
const server = http.createServer((request, response) => {
  const [path = ''] = (request.url ?? '').split('?');
  void answer(request, response, path).then((answered) => answered ?? response.writeHead(404).end());
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
test.after(() => {
  server.closeAllConnections();
  server.close();
});

async function ask(path: string, method = 'GET'): Promise<Response> {
  const { port } = server.address() as AddressInfo;
  return fetch(`http://127.0.0.1:${port}${path}`, { method, redirect: 'manual' });
}

const ways: readonly (readonly [from: string, to: string | null])[] = [
  [old, now],
  [`${old}/`, now],
  [`${old}?next=https://evil.example/`, now],
  [inEnglish(old), inEnglish(now)],
  [`${old}/cite.ris`, `${now}/cite.ris`],
  [`${inEnglish(old)}/qr.svg`, `${inEnglish(now)}/qr.svg`],
  ['/s/bbbbbbbb/qr.svg', '/s/cccccccc/qr.svg'],
  ['/s/cccccccc/qr.svg', null],
  ['/ja/news/periodicals/former', '/ja/news/periodicals/weekly'],
  ['/ja/news/periodicals/former/feed.atom', '/ja/news/periodicals/weekly/feed.atom'],
  ['/ja/news/periodicals/former/issues.ics', '/ja/news/periodicals/weekly/issues.ics'],
  ['/ja/news/periodicals/former/2024-01-05/gone', pathOf({ kind: 'front', locale: 'ja' })],
  // There is no such file at the new address.
  ['/ja/news/periodicals/former/columns/a/feed.json', null],
  ['/ja/news/periodicals/former/2024-01-05/gone/cite.txt', null],
  [`${old}/cite.doc`, null],
  [now, null],
  ['/en/feed.atom', null],
  ['/favicon.ico', null],
];

for (const [from, to] of ways) {
  test(`${from} ${to === null ? 'leads nowhere' : `is ${to} now`}`, async () => {
    const { status, headers } = await ask(from);
    assert.deepEqual([status, headers.get('location')], [to === null ? 404 : 301, to]);
  });
}

test('a mistake of the editors can be taken back within a minute; every other header is that of a page', async () => {
  const { headers } = await ask(old, 'HEAD');
  assert.equal(headers.get('cache-control'), 'public, max-age=0, s-maxage=30, stale-while-revalidate=30');
  assert.ok(headers.get('content-security-policy') && headers.get('strict-transport-security'));
});
