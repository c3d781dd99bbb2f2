import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openProgress } from './progress';

function record(output: { readonly isTTY: boolean; readonly columns?: number }, steps: readonly (readonly [time: number, done: number, total: number])[]): readonly string[] {
  const written: string[] = [];
  let time = 0;
  const progress = openProgress({ ...output, write: (text) => written.push(text) }, () => time);
  for (const [moment, done, total] of steps) {
    time = moment;
    progress.show('打印 / printing', done, total);
  }
  progress.close();
  return written;
}

test('a terminal gets a bar that is rewritten in place, with speed and the time that is left, and cleared at the end', () => {
  const written = record({ isTTY: true, columns: 100 }, [[0, 1, 400], [50, 2, 400], [2_000, 200, 400], [2_010, 400, 400]]);
  assert.deepEqual(written, [
    '\r\u001b[K打印 / printing │                        │ 1/400',
    `\r\u001b[K打印 / printing │${'█'.repeat(12)}${' '.repeat(12)}│ 200/400 100/s 0:02`,
    `\r\u001b[K打印 / printing │${'█'.repeat(24)}│ 400/400 199/s`,
    '\r\u001b[K',
  ]);
});

test('a narrow terminal gets the numbers alone, because a line that wraps cannot be rewritten', () => {
  assert.deepEqual(record({ isTTY: true, columns: 40 }, [[0, 1, 400]]), ['\r\u001b[K1/400', '\r\u001b[K']);
});

test('elsewhere there is a plain line every five seconds', () => {
  const written = record({ isTTY: false }, [[0, 1, 400], [100, 2, 400], [5_000, 100, 400], [9_999, 200, 400], [10_000, 201, 400]]);
  assert.deepEqual(written, ['打印 / printing 100/400 20/s 0:15\n', '打印 / printing 201/400 20/s 0:10\n']);
});
