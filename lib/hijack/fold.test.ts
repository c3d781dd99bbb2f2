import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fold } from './fold';

test('disguises come out as the plain spelling', () => {
  const cases: readonly (readonly [text: string, folded: string])[] = [
    ['普通文字 abc 123', '普通文字 abc 123'],
    ['ＢＥＴ３６５', 'bet365'],
    ['𝐛𝐞𝐭③⑥⑤', 'bet365'],
    ['bеt', 'bet'], // Cyrillic е
    ['b\u200be\u2060t\ufeff', 'bet'],
    ['&#51;&#x36;5&#29616;金', '365现金'],
    ['博&#8203;彩', '博彩'],
    ['bét', 'bet'],
    ['現金網 娛樂', '现金网 娱乐'],
    ['AT&T &amp; 研发', 'at&t &amp; 研发'],
    ['ニュースブログ', 'ニュースブログ'],
  ];
  for (const [text, folded] of cases) assert.equal(fold(text).text, folded);
});

test('every folded character knows where it stood', () => {
  const text = '甲&#51;6\u200b5乙';
  const folded = fold(text);
  const at = folded.text.indexOf('365');
  assert.equal(text.slice(folded.start(at), folded.end(at + 2)), '&#51;6\u200b5');
  assert.equal(folded.start(folded.text.length), text.length);
  assert.deepEqual([0, 1, 2].map((i) => folded.isDisguised(at + i)), [true, false, true]);
});
