import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isShortCode, readShortCode, shortCodeOf } from './short-code';

test('the code of an article never changes: it stands on paper', () => {
  assert.equal(shortCodeOf({ periodical: 'jinyuanqu', issue: '2023-02-03', slug: 'gan-wei-gan-chuang' }), 'rzpfq9hs');
});

test('it is short, has no signs to mistake for one another, and is nobody else’s', () => {
  const codes = Array.from({ length: 20_000 }, (_, number) => shortCodeOf({ periodical: 'weekly', issue: '2024-01-05', slug: `article-${number}` }));
  assert.equal(new Set(codes).size, codes.length);
  for (const code of codes) assert.match(code, /^[2-9b-df-hj-km-np-tv-z]{8}$/);
  assert.notEqual(shortCodeOf({ periodical: 'a', issue: '2024-01-05', slug: 'one' }), shortCodeOf({ periodical: 'b', issue: '2024-01-05', slug: 'one' }));
});

test('it is read in capitals and in groups, and no other sign is let through', () => {
  for (const typed of ['b2c3d4f5', 'B2C3D4F5', 'b2c3-d4f5', 'b2c3%20d4f5']) assert.equal(readShortCode(typed), 'b2c3d4f5', typed);
  for (const typed of ['', 'b2c3d4f', 'b2c3d4f56', 'b2c3d4f0', 'b2c3d4fo', 'b2c3d4f/', '../b2c3d4f5', 'b2c3d4f5\n']) assert.equal(readShortCode(typed), undefined, typed);
  assert.equal(isShortCode('B2C3D4F5'), false);
});
