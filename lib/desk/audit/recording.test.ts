import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { openCatalogue } from '@/lib/content/catalogue';
import { makeContent, writeFiles } from '@/lib/content/fixtures/sample-content';
import { openIndexer } from '@/lib/content/indexer';
import { stalePages } from '@/lib/press/publishing';
import { runAudit } from './auditing';
import { now, paths, servePortal } from './clean-portal';
import { recordAudit } from './recording';

test('what was found stands in the catalogue after a refresh, and stays when somebody spoils the file', async (context) => {
  const { content, data } = await makeContent(context);
  const indexer = openIndexer({ content, data });
  context.after(() => indexer.close());
  await indexer.refresh();
  const catalogue = openCatalogue({ content, data });
  context.after(() => catalogue.close());
  const address = { kind: 'compliance', locale: 'en' } as const;
  assert.deepEqual([catalogue.findCompliance(), catalogue.has(address)], [undefined, false]);

  const { start } = await servePortal(context, (pages) => {
    pages.set(paths.home, (pages.get(paths.home) ?? '').replace(/<a href="tel.*?<\/a>/, '').replace('href="/zh/news/two"', 'href="/zh/gone"'));
    pages.set(paths.other, (pages.get(paths.other) ?? '').replace('href="/zh/news/one"', 'href="/zh/gone"'));
  });
  const file = await recordAudit(content, await runAudit({ start, limit: 4, now }));
  assert.equal(path.relative(content, file), 'compliance.md');
  const changes = await indexer.refresh();
  assert.deepEqual(changes, [{ kind: 'compliance' }]);
  assert.deepEqual([catalogue.has(address), catalogue.listAvailableLocales(address)], [true, ['zh-hans', 'zh-hant', 'en']]);
  const { vetoes, items, unread, ...told } = catalogue.findCompliance() ?? assert.fail();
  assert.deepEqual(vetoes, ['D40', 'D41', 'D42', 'D43', 'D44']);
  assert.ok(items.includes('D1') && items.includes('D43') && !items.includes('D44') && (unread ?? 0) > 0);
  assert.deepEqual(told, {
    checked: '2026-01-10 12:00',
    pages: 4,
    findings: [
      { rule: 'D27', level: 'item', count: 1, page: paths.home },
      { rule: 'D44', level: 'veto', count: 1, page: paths.home },
    ],
  });

  const isStale = stalePages(changes);
  assert.deepEqual(['/en/about/compliance', '/en/about', '/ja/site-map', '/sitemaps/pages.xml', '/en/news/periodicals/zhoukan/2023-02-03/yi'].map(isStale), [true, true, true, true, false]);

  await writeFiles(content, { 'compliance.md': (await fs.readFile(file, 'utf8')).replace('level: veto', 'level: vote').replace('/zh', '//example.com') });
  assert.deepEqual(await indexer.refresh(), []);
  assert.deepEqual(indexer.problems().map((problem) => [problem.file, problem.line, problem.column, problem.rule, problem.level]), [
    ['compliance.md', 8, 47, 'wrong-type', 'error'],
    ['compliance.md', 9, 25, 'wrong-type', 'error'],
  ]);
  assert.equal(catalogue.findCompliance()?.pages, 4);
  await writeFiles(content, { 'compliance.md': undefined });
  assert.deepEqual(await indexer.refresh(), [{ kind: 'compliance' }]);
  assert.equal(catalogue.has(address), false);
});
