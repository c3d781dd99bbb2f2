import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Problem } from '@/lib/problem';
import { problemReport } from './problem-report';

const problem: Problem = {
  file: 'a.md', line: 2, column: 5, rule: 'unknown-key', level: 'error',
  message: { zh: '不认识的名称', en: 'Unknown key' }, remedy: { zh: '改掉', en: 'Change it' },
};

test('a problem is told with its line and a caret under the spot', () => {
  const report = problemReport([problem], () => ['---', '标题 x: 1'], false, 'content/');
  assert.deepEqual(report.split('\n').slice(0, 5), [
    'content/a.md:2:5  错误 / error  unknown-key',
    '  不认识的名称 / Unknown key',
    '  2 │ 标题 x: 1',
    '            ^', // six columns of label, two Han characters of two columns, a space, x
    '  → 改掉 / Change it',
  ]);
});

test('a long line is cut around the spot, and the caret still stands under it', () => {
  const line = `${'前'.repeat(500)}误${'后'.repeat(500)}`;
  const [, , source = '', caret = ''] = problemReport([{ ...problem, line: 1, column: 501 }], () => [line], false, '').split('\n');
  assert.ok(source.length < 60, source);
  const before = source.slice(0, source.indexOf('误'));
  assert.equal(caret.length - 1, Array.from(before).reduce<number>((width, character) => width + (character === '前' ? 2 : 1), 0));
});

test('control characters of a file do not reach the terminal', () => {
  const report = problemReport([{ ...problem, line: 1, column: 1 }], () => ['a\u001b[2Jb'], false, '');
  assert.ok(!report.includes('\u001b'));
});

test('colour only when asked for; the last line counts', () => {
  const shown = problemReport([problem, { ...problem, level: 'warning' }], () => undefined, true, '');
  assert.match(shown, /\u001b\[31m/);
  assert.match(shown, /2 found: 1 errors, 1 warnings/);
  assert.equal(problemReport([], () => undefined, true, ''), '没有问题。 / No problems.\n');
});
