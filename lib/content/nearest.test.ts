import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findNearest } from './nearest';

const keys = ['title', 'published', 'column', 'order', 'kicker', 'summary', 'source', 'authors'];
const cases: readonly (readonly [word: string, nearest: string | undefined])[] = [
  ['titel', 'title'],
  ['Title', 'title'],
  ['sumary', 'summary'],
  ['author', 'authors'],
  ['pub-lished', 'published'],
  ['ｔｉｔｌｅ', 'title'],
  ['ordre', 'order'],
  ['colunm', 'column'],
  ['weather', undefined],
  ['x', undefined],
  ['', undefined],
];

for (const [word, nearest] of cases) {
  test(`nearest to "${word}"`, () => assert.equal(findNearest(word, keys), nearest));
}

test('a swap of neighbours is one slip, and of two candidates the nearer wins', () => {
  assert.equal(findNearest('ab', ['ba']), 'ba');
  assert.equal(findNearest('要间', ['副刊', '要闻', '公告']), '要闻');
  assert.equal(findNearest('order', []), undefined);
});
