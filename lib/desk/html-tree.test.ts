import assert from 'node:assert/strict';
import { test } from 'node:test';
import { processorTimeOf } from '@/lib/fixtures/processor-time';
import { readPage } from './import/page/read-page';
import { elementsOf, parseHtml, textWithin } from './html-tree';

test('elements and texts know their lines', () => {
  const tree = parseHtml('<p>\n\n甲</p>\n<p>乙</p>');
  const paragraphs = [...elementsOf(tree)].filter(({ name }) => name === 'p');
  assert.deepEqual(paragraphs.map(({ line }) => line), [1, 4]);
  assert.equal(paragraphs[0]?.children[0]?.line, 3);
});

test('a page nested beyond reason is flattened or refused, never a crash or a hang', () => {
  const cases: readonly (readonly [name: string, source: string])[] = [
    ['deep but bearable', `${'<div>'.repeat(1000)}甲${'</div>'.repeat(1000)}`],
    ['deeper', '<div>'.repeat(100_000)],
    ['formatting', '<b><i><a href=x>'.repeat(20_000)],
    ['many tags', '<br>'.repeat(200_000)],
    ['many paragraphs', '<p>甲'.repeat(50_000)],
    ['open tables', '<table><tr><td>'.repeat(5000)],
    ['long attribute', `<p title="${'a'.repeat(1_000_000)}">甲</p>`],
    ['no end', '<'.repeat(500_000)],
  ];
  for (const [name, source] of cases) {
    const spent = processorTimeOf(() => {
      try {
        readPage(source);
      } catch (error) {
        assert.match(String(error), /too large or nested too deeply/, name);
      }
    });
    assert.ok(spent < 4000, `${name}: ${spent} ms`);
  }
  assert.equal(textWithin(parseHtml(cases[0]?.[1] ?? '')).trim(), '甲');
});
