import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { openViews } from '@/lib/store/open-views';
import { folder } from './fixtures/portal';
import { withMostRead } from './most-read';

const now = new Date('2024-03-31T04:00:00Z');
const daysAgo = (days: number): Date => new Date(now.getTime() - days * 24 * 60 * 60 * 1000);

test('the page is asked for with what was read most in thirty days, and kept for a minute; every other passes', async (context) => {
  const views = openViews({ file: path.join(folder, 'most-read.sqlite') });
  const asked: string[] = [];
  const compose = withMostRead(views, async (target) => {
    asked.push(target);
    return { status: 200, type: 'text/html', body: Buffer.from('') };
  }, () => now);
  const [one, two, old] = ['weekly/2024-03-01/one', 'weekly/2024-03-01/two', 'weekly/2024-01-05/old'];
  for (const [article, reader, days] of [[one, 'a', 1], [two, 'a', 1], [two, 'b', 30], [old, 'a', 31], [old, 'b', 31], [old, 'c', 31]] as const) await views.recordView(article, reader, daysAgo(days));
  assert.equal((await compose('/ja/most-read')).isFleeting, true);
  assert.equal((await compose('/ja/news')).isFleeting, undefined);
  await views.close();
  context.diagnostic('the counts are closed now, as if they were down');
  assert.equal((await compose('/ja/most-read')).status, 200);
  assert.deepEqual(asked.map(decodeURIComponent), [`/ja/most-read?article=${two}&article=${one}`, '/ja/news', '/ja/most-read']);
});
