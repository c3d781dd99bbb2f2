import assert from 'node:assert/strict';
import { test } from 'node:test';
import { processorTimeOf } from '@/lib/fixtures/processor-time';
import { renderBlocks } from './markdown';
import { pairTexts, type ParallelRow, type TextInBlocks } from './parallel';
import type { Figure, Picture } from './picture';

const pictureOf = (name: string): Picture => ({ path: `/media/${name}`, width: 4, height: 3, shownLocale: 'zh-hans', alt: `${name} 的说明`, caption: `${name} 的图注`, copies: [] });
const afterwards = (name: string, caption: string): Figure => ({ picture: pictureOf(name), caption, shownLocale: 'zh-hans' });

function textOf(body: string, figures: readonly Figure[] = [], locale: 'zh-hans' | 'en' = 'zh-hans'): TextInBlocks {
  return { blocks: renderBlocks(body, { locale, pictures: pictureOf }).blocks, figures };
}

/** A line a row, the words of the two sides with a bar between; a dash for nothing. */
function rowsOf(one: TextInBlocks, other: TextInBlocks): readonly string[] {
  const words = (html: string | undefined): string => (html === undefined ? '-' : html.replace(/<[^>]+>|\n/g, ''));
  return pairTexts(one, other).map((row) => {
    if (row.kind === 'text') return row.html.map(words).join(' | ');
    return `picture: ${row.figures.map((figure) => figure?.caption ?? '-').join(' | ')}`;
  });
}

const table: readonly (readonly [name: string, one: string, other: string, rows: readonly string[]])[] = [
  ['paragraph with paragraph, heading with heading', '一段\n\n## 题\n\n二段', 'One\n\n## Head\n\nTwo', ['一段 | One', '题 | Head', '二段 | Two']],
  ['however unlike their lengths', '一\n\n二二二二二二二二二二二二', 'One one one one one one\n\nTwo', ['一 | One one one one one one', '二二二二二二二二二二二二 | Two']],
  ['lists item by item, of either kind', '- 甲\n- 乙', '1. A\n2. B', ['甲 | A', '乙 | B']],
  ['an item that one text lacks', '- 甲甲甲甲甲甲甲甲\n- 乙\n- 丙丙丙丙丙丙丙丙', '- Aaaaaaaaaaaaaaaa\n- Cccccccccccccccc', ['甲甲甲甲甲甲甲甲 | Aaaaaaaaaaaaaaaa', '乙 | -', '丙丙丙丙丙丙丙丙 | Cccccccccccccccc']],
  ['a heading holds its part together', '一\n\n二\n\n## 题\n\n三', 'One\n\n## Head\n\nThree\n\nFour four four', ['一 | One', '二 | -', '题 | Head', '三 | Three', '- | Four four four']],
  ['headings of other levels', '# 题\n\n一', '### Head\n\nOne', ['题 | Head', '一 | One']],
  ['what is not of one form is no pair', '一\n\n> 引', '- A\n\nOne', ['- | A', '一 | One', '引 | -']],
  ['quotations, tables and notes whole', '> 引\n>\n> 文\n\n|甲|\n|-|\n|乙|\n\n一[^1]\n\n[^1]: 注', '> Quo\n>\n> ted\n\n|A|\n|-|\n|B|\n\nOne[^1]\n\n[^1]: Note', ['引文 | Quoted', '甲乙 | AB', '一1 | One1', '注释注 ↩︎ | 注释Note ↩︎']],
  ['one empty text', '', 'One\n\nTwo', ['- | One', '- | Two']],
];

for (const [name, one, other, rows] of table) {
  test(`texts are paired: ${name}`, () => assert.deepEqual(rowsOf(textOf(one), textOf(other)), rows));
}

test('a picture stands once for both, with the words of both, wherever either text has it', () => {
  const inBoth = rowsOf(textOf('一\n\n![](湖.jpg "湖")\n\n二'), textOf('One\n\n![](湖.jpg "Lake")\n\nTwo'));
  assert.deepEqual(inBoth, ['一 | One', 'picture: 湖 | Lake', '二 | Two']);
  const inOne = rowsOf(textOf('一\n\n![](湖.jpg "湖")\n\n二', [afterwards('路.jpg', '路')]), textOf('One\n\nTwo', [afterwards('湖.jpg', 'Lake'), afterwards('路.jpg', 'Path')]));
  assert.deepEqual(inOne, ['一 | One', 'picture: 湖 | Lake', '二 | Two', 'picture: 路 | Path']);
  const ofEach = rowsOf(textOf('![](湖.jpg "湖")'), textOf('![](路.jpg "Path")'));
  assert.deepEqual(ofEach, ['picture: 湖 | -', 'picture: - | Path']);
});

test('items keep their numbers, and words of another language are said to be so', () => {
  const { blocks } = renderBlocks('3. 甲\n4. 乙\n\n![](湖.jpg)', { locale: 'en', pictures: pictureOf });
  assert.deepEqual(blocks.map(({ html }) => /<ol[^>]*>/.exec(html)?.[0]).slice(0, 2), ['<ol start="3">', '<ol start="4">']);
  assert.deepEqual([blocks[2]?.figure?.caption, blocks[2]?.figure?.shownLocale], ['湖.jpg 的图注', 'zh-hans']);
});

test('nothing is lost, repeated or moved, whatever the two texts are', () => {
  const forms = ['段', '## 题', '- 甲\n- 乙', '> 引', '```\n码\n```', '***', '|表|\n|-|\n|格|'];
  let seed = 7;
  const chance = (most: number): number => (seed = (seed * 48_271) % 2_147_483_647) % most;
  const bodyOf = (): string => Array.from({ length: chance(12) }, (_, place) => (forms[chance(forms.length)] ?? '').replace(/[段题甲引码格]/, `$&${place}`)).join('\n\n<!-- -->\n\n');
  for (let round = 0; round < 300; round++) {
    const [one, other] = [textOf(bodyOf()), textOf(bodyOf())];
    const rows = pairTexts(one, other);
    for (const [side, { blocks }] of [one, other].entries()) {
      assert.deepEqual(rows.flatMap((row) => (row.kind === 'text' ? (row.html[side] ?? []) : [])), blocks.map(({ html }) => html));
    }
  }
});

test('texts of more blocks than can be compared are paired by their place', () => {
  const long = textOf('字\n\n'.repeat(1100));
  const longer = textOf('Word\n\n'.repeat(1200));
  let rows: readonly ParallelRow[] = [];
  const spent = processorTimeOf(() => (rows = pairTexts(long, longer)));
  assert.equal(rows.length, 1200);
  assert.deepEqual([rows[0], rows[1150]], [{ kind: 'text', html: ['<p>字</p>', '<p>Word</p>'] }, { kind: 'text', html: [undefined, '<p>Word</p>'] }]);
  assert.ok(spent < 500, `${spent} ms`);
});
