import assert from 'node:assert/strict';
import http from 'node:http';
import { test } from 'node:test';
import { runAudit } from './auditing';
import { openFetching } from './fetching';
import { now, paths, servePortal } from './clean-portal';

test('every address of the portal is asked once, four at a time at most, and no other host', async (context) => {
  const foreign = http.createServer((_request, response) => response.end());
  await new Promise<void>((resolve) => foreign.listen(0, '127.0.0.1', resolve));
  context.after(() => foreign.close());
  let isForeignAsked = false;
  foreign.on('request', () => (isForeignAsked = true));
  const address = foreign.address();
  const port = typeof address === 'object' ? address?.port : 0;
  let [open, most] = [0, 0];
  const { start, asked } = await servePortal(
    context,
    (pages) => {
      const links = Array.from({ length: 20 }, (_, number) => `<a href="/zh/news/one?part=${number}">${number}</a>`).join('');
      pages.set(paths.english, pages.get(paths.english)?.replace('Example', `<a href="http://127.0.0.1:${port}/">x</a><a href="/leaving">y</a><a href="/moved">z</a>${links}`) ?? '');
    },
    (request, response) => {
      open += 1;
      most = Math.max(most, open);
      response.on('close', () => (open -= 1));
      if (request.url === '/leaving') response.writeHead(302, { Location: `http://127.0.0.1:${port}/` }).end();
      if (request.url === '/moved') response.writeHead(301, { Location: '/zh/news/one' }).end();
    },
  );
  const audit = await runAudit({ start, limit: 100, now });
  assert.equal(new Set(asked).size, asked.length, 'nothing twice');
  assert.ok(asked.includes('/zh/news/one?part=19') && asked.includes('/leaving'));
  assert.equal(isForeignAsked, false);
  assert.ok(most <= 4, `${most} at a time`);
  assert.equal(audit.foreign.get(`127.0.0.1:${port}`), 2);
  assert.deepEqual(audit.findings.filter(({ rule }) => rule === 'D30'), [], 'a redirect is no dead link');
});

test('no more pages are read than allowed, the nearest first, and what is left is counted', async (context) => {
  const { start, asked } = await servePortal(context);
  const audit = await runAudit({ start, limit: 2, now });
  assert.deepEqual([audit.pageCount, asked.filter((path) => path.startsWith('/zh'))], [2, ['/zh', '/zh/news']]);
  assert.ok(audit.unread >= 3, `${audit.unread} left`);
});

test('a first page behind a redirect is found; one that is not there, or elsewhere, ends the audit', async (context) => {
  const { start } = await servePortal(context, undefined, (request, response) => {
    if (request.url === '/') response.writeHead(302, { Location: paths.home }).end();
    if (request.url === '/away') response.writeHead(302, { Location: 'https://example.com/' }).end();
    if (request.url === '/loop') response.writeHead(302, { Location: '/loop' }).end();
  });
  assert.deepEqual((await runAudit({ start: new URL('/', start), limit: 100, now })).findings, []);
  for (const [path, words] of [['/gone', /404/], ['/away', /another site/], ['/loop', /cannot be read/]] as const) {
    await assert.rejects(runAudit({ start: new URL(path, start), limit: 100, now }), words);
  }
  await assert.rejects(runAudit({ start: new URL('http://127.0.0.1:9/'), limit: 100, now }), /cannot be read/);
});

test('an answer that does not come in time has failed, and a page without an end is broken off', async (context) => {
  const { start } = await servePortal(context, undefined, (request, response) => {
    if (request.url === '/slow') response.writeHead(200, { 'Content-Type': 'text/html' }).write('<p>');
    if (request.url !== '/endless') return;
    response.writeHead(200, { 'Content-Type': 'text/html' });
    const pour = (): void => {
      while (!response.destroyed && response.write('x'.repeat(100_000)));
      if (!response.destroyed) response.once('drain', pour);
    };
    pour();
  });
  const ask = openFetching(start.origin, 300);
  const slow = await ask(new URL('/slow', start));
  assert.deepEqual([slow.status, slow.trouble], [0, '0.3 s']);
  const patient = openFetching(start.origin);
  assert.equal((await patient(new URL('/endless', start))).html?.startsWith('xxx'), true);
  await assert.rejects(patient(new URL('https://example.com/')), /not at/);
});

test('another form of a page is not judged beside it; a page that wrongly names another is', async (context) => {
  const column = (pages: Map<string, string>): string => pages.get(paths.column) ?? '';
  const spoilt = (page: string): string => page.replace('<meta name="SiteName" content="示例网">', '');
  const { start } = await servePortal(context, (pages) => {
    pages.set('/zh/large/news', spoilt(column(pages)));
    pages.set('/zh/print', spoilt(column(pages)).replace('<h1>要闻</h1>', '<h1>别的</h1>'));
    pages.set('/en/news', spoilt(column(pages)).replace('lang="zh-Hans"', 'lang="en"'));
    pages.set(paths.column, column(pages).replace('</main>', '<a href="/zh/large/news">大字</a> <a href="/zh/print">打印</a> <a href="/en/news">English</a></main>'));
  });
  const { findings } = await runAudit({ start, limit: 100, now });
  assert.deepEqual(findings.filter(({ rule }) => rule === 'D1').map(({ page }) => page.path).toSorted(), ['/en/news', '/zh/print']);
});

test('search and settings in the head are no columns', async (context) => {
  const { start } = await servePortal(context, (pages) => {
    const service = (pages.get(paths.other) ?? '').replaceAll('/zh/life', '/zh/settings').replace(/<meta name="Column.*\n/g, '').replace(/<main>[^]*<\/main>/, '<main><h1>设置</h1></main>');
    pages.set('/zh/settings', service);
    for (const [path, html] of pages) pages.set(path, html.replace('</header>', '<a href="/zh/settings" rel="help">设置</a></header>'));
  });
  assert.deepEqual((await runAudit({ start, limit: 100, now })).findings, []);
});
