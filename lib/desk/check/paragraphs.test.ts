import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDocument, type TextDocument } from '@/lib/content/document';
import { compareParagraphs, paragraphsOf } from './paragraphs';

function document(text: string): TextDocument {
  const parsed = parseDocument('a.md', Buffer.from(text));
  assert.ok('data' in parsed);
  return parsed;
}

test('paragraphs are the words of the front matter and the blocks of the body, each at its place', () => {
  const text = '---\ntitle: 标题\npublished: 2023-02-03 10:20\nsummary: 摘要\nfigures:\n  - image: a.jpg\n    alt: 图\n---\n\n第一段，一共有许多许多许多许多字。\n第二行。\n\n\n## 小标题\n\n第三段。\n';
  assert.deepEqual(
    paragraphsOf(document(text)).map(({ at, opening }) => [at.line, at.column, opening]),
    [[2, 8, '标题'], [4, 10, '摘要'], [7, 10, '图'], [10, 1, '第一段，一共有许多许多许多许多字……'], [14, 1, '## 小标题'], [16, 1, '第三段。']],
  );
});

test('a mark is of the words alone', () => {
  const mark = (body: string): string => paragraphsOf(document(`---\n---\n\n${body}\n`))[0]?.mark ?? '';
  assert.match(mark('一段。'), /^[0-9a-f]{6}$/);
  assert.equal(mark('一段 \n话。'), mark('一段  话。'));
  assert.notEqual(mark('一段话。'), mark('一段画。'));
});

test('what was changed, put in and taken out is told apart', () => {
  const changes = (before: string, now: string): readonly string[] => compareParagraphs(Array.from(before), Array.from(now)).map((change) => `${change.kind} ${change.before} ${change.now}`);
  const cases: readonly (readonly [before: string, now: string, ...changes: string[]])[] = [
    ['abc', 'abc'],
    ['abc', 'axc', 'changed 1 1'],
    ['abc', 'abxc', 'added 1 2'],
    ['abc', 'xabc', 'added -1 0'],
    ['abc', 'ac', 'removed 1 1'],
    ['abc', 'ab', 'removed 2 2'],
    ['abcd', 'xbd', 'changed 0 0', 'removed 2 2'],
    ['', 'a', 'added -1 0'],
  ];
  for (const [before, now, ...wanted] of cases) assert.deepEqual(changes(before, now), wanted, `${before} ${now}`);
});
