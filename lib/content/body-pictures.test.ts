import assert from 'node:assert/strict';
import { test } from 'node:test';
import { processorTimeOf } from '@/lib/fixtures/processor-time';
import { claimBodyPictures } from './body-pictures';
import { parseDocument } from './document';

function claim(body: string, described: readonly string[] = []) {
  const document = parseDocument('a.md', Buffer.from(`---\ntitle: 一\n---\n${body}`));
  assert.ok('data' in document);
  return claimBodyPictures(document, described).map((found) => (found.kind === 'picture' ? [found.image, found.isDescribed, found.at.line, found.at.column] : []));
}

const cases: readonly (readonly [body: string, ...claims: unknown[]])[] = [
  ['没有图'],
  ['![图](a.jpg)', ['a.jpg', true, 4, 1]],
  ['一\n\n![](a.jpg)\n', ['a.jpg', false, 6, 1]],
  ['![](shuo.jpg)', ['shuo.jpg', true, 4, 1]],
  ['![图](a.jpg "说明")', ['a.jpg', true, 4, 1]],
  ['![图](<a b.jpg>)', ['a b.jpg', true, 4, 1]],
  ['![图](./%E5%9B%BE.jpg)', ['图.jpg', true, 4, 1]],
  ['![图](a(1).jpg)', ['a(1).jpg', true, 4, 1]],
  ['![图](100%.jpg)', ['100%.jpg', true, 4, 1]],
  ['甲![图](a.jpg)乙![](b.jpg)', ['a.jpg', true, 4, 2], ['b.jpg', false, 4, 14]],
  ['```\n![图](a.jpg)\n```\n\n![图](b.jpg)', ['b.jpg', true, 8, 1]],
  ['写作 `![图](a.jpg)` 即可'],
  ['![\\]](a.jpg)', ['a.jpg', true, 4, 1]],
  ['![图](https://example.cn/a.jpg)', ['https://example.cn/a.jpg', true, 4, 1]],
];

for (const [body, ...claims] of cases) test(JSON.stringify(body), () => assert.deepEqual(claim(body, ['shuo.jpg']), claims));

test('a long body of brackets is read in no time', () => {
  const spent = processorTimeOf(() => {
    claim('!['.repeat(100_000));
    claim('![](('.repeat(50_000));
    claim('![](a "'.repeat(50_000));
    claim('```\n'.repeat(50_000) + '![');
    claim('`'.repeat(100_000) + '![');
  });
  assert.ok(spent < 1000, `${spent} ms`);
});
