import assert from 'node:assert/strict';
import { test } from 'node:test';
import { processorTimeOf } from '@/lib/fixtures/processor-time';
import { outlineOf, plainTextOf, renderMarkdown } from '../markdown';
import { findTangle } from './tangle';

const tangled: readonly (readonly [name: string, source: string, line: number])[] = [
  ['quotations', `字\n\n${'>'.repeat(5000)} 字`, 3],
  ['lists on one line', '- '.repeat(3000) + '字', 1],
  ['numbers', '1. '.repeat(2000) + '字', 1],
  ['lists by indents', Array.from({ length: 600 }, (_, depth) => `${'  '.repeat(depth)}- 字`).join('\n'), 31],
  ['brackets', '['.repeat(20_000), 1],
  ['pictures in pictures', '!['.repeat(3000) + '字' + '](b)'.repeat(3000), 1],
  ['emphasis', '*a **b '.repeat(3000) + 'b** a* '.repeat(3000), 1],
  ['brackets behind a list that ends what looks like a fence', `- 字\n\n  \`\`\`\n${'['.repeat(5000)}`, 4],
  ['brackets behind a fence in HTML', `<!--\n\`\`\`\n-->\n${'['.repeat(5000)}`, 4],
  ['brackets behind a fence that is closed', `\`\`\`\n[\n   \`\`\`\`\n${'['.repeat(5000)}`, 4],
  ['brackets between backticks of different lines', `字\`\n\`${'['.repeat(5000)}\`字`, 2],
  ['brackets between backticks of different cells', `|甲|乙|\n|-|-|\n|\`${'['.repeat(5000)}|${'['.repeat(5000)}\`|`, 3],
  ['brackets behind an escaped backtick', `\\\`${'['.repeat(5000)}\`字`, 1],
  ['struck words over lines', '~~a\n'.repeat(5000) + 'a~~\n'.repeat(5000), 1001],
];

for (const [name, source, line] of tangled) {
  test(`${name} beyond measure are a Problem's place, and are shown as plain words at once`, () => {
    assert.equal(findTangle(source)?.line, line);
    const spent = processorTimeOf(() => {
      const { html } = renderMarkdown(source, { locale: 'zh-hans' });
      assert.match(html, /^<p>/);
      assert.ok(!/<(?!\/?(?:p|br)\b)/.test(html));
      assert.notEqual(plainTextOf(source), '');
      assert.deepEqual(outlineOf(source), { headings: [], links: [], tables: [] });
    });
    // Without the guard it takes minutes; a slow machine takes seconds.
    assert.ok(spent < 20_000, `${spent} ms`);
  });
}

test('what authors write is not tangled', () => {
  const table = `|甲|乙|\n|-|-|\n${'| **粗** | *斜* |\n'.repeat(1000)}`;
  const bodies = [table, '> > > - 1. 字', '[甲](b) '.repeat(2000), '- [甲](b) **粗**\n'.repeat(2000), `${' '.repeat(300)}段首空格`, `段。\n\n${'*重点* '.repeat(300)}`, '> 字\n'.repeat(5000), '- 字\n'.repeat(5000)];
  bodies.push(`\`\`\`js\n${'['.repeat(100)}\n${'> '.repeat(50)}\n\`\`\`\n`, `~~~\n${'*'.repeat(2000).replace(/../g, '* ')}`, `用 \`${'['.repeat(100)}\` 和 \`\`${'['.repeat(100)}\`\`。`);
  for (const body of bodies) assert.equal(findTangle(body), undefined, body.slice(0, 40));
});
