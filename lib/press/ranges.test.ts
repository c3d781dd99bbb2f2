import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseRange } from './ranges';

const cases: readonly (readonly [header: string | undefined, range: ReturnType<typeof parseRange>])[] = [
  [undefined, undefined],
  ['bytes=0-', { start: 0, end: 999 }],
  ['bytes=0-0', { start: 0, end: 0 }],
  ['bytes=500-599', { start: 500, end: 599 }],
  ['Bytes=500-5000', { start: 500, end: 999 }],
  ['bytes=-100', { start: 900, end: 999 }],
  ['bytes=-5000', { start: 0, end: 999 }],
  ['bytes=999-', { start: 999, end: 999 }],
  ['bytes=1000-', 'unsatisfiable'],
  ['bytes=5000-6000', 'unsatisfiable'],
  ['bytes=-0', 'unsatisfiable'],
  ['bytes=600-500', undefined],
  ['bytes=-', undefined],
  ['bytes=0-1,5-6', undefined],
  ['items=0-1', undefined],
  ['bytes=a-b', undefined],
  [`bytes=${'9'.repeat(40)}-`, undefined],
];

for (const [header, range] of cases) {
  test(`Range: ${header ?? '(none)'} of 1000 bytes`, () => assert.deepEqual(parseRange(header, 1_000), range));
}

test('of an empty file there is no part', () => assert.equal(parseRange('bytes=-1', 0), 'unsatisfiable'));
