import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Locale } from '@/lib/locale/locales';
import { breakLines } from './headline-lines';

/** A Han character is one wide, a letter half of it. */
function widthOf(text: string): number {
  return Array.from(text).reduce((sum, sign) => sum + (/[\u2e80-\uffff“”‘’—…]/.test(sign) ? 1 : 0.5), 0);
}

const cases: readonly (readonly [why: string, locale: Locale, most: number, text: string, lines: readonly string[]])[] = [
  ['what fits is one line', 'zh-hans', 10, '敢为敢闯敢干敢首创', ['敢为敢闯敢干敢首创']],
  ['lines are of one length', 'zh-hans', 8, '苏州工业园区召开动员大会', ['苏州工业园区', '召开动员大会']],
  ['no line begins with a comma, a stop or a closing mark', 'zh-hans', 5, '春天来了呀，夏天去了吗？', ['春天来了', '呀，夏天', '去了吗？']],
  ['no line ends with an opening mark', 'zh-hans', 6, '大家都在看《周刊》和书', ['大家都在看', '《周刊》和书']],
  ['a dash and an ellipsis stay whole', 'zh-hans', 6, '我说——湖边……又添长椅', ['我说——', '湖边……', '又添长椅']],
  ['no small kana and no long-vowel mark begins a line', 'ja', 3, 'コーヒーカップ', ['コー', 'ヒー', 'カップ']],
  ['a number keeps what it counts', 'zh-hans', 6, '这几年间出了512期周刊', ['这几年间出了', '512期周刊']],
  ['English is broken at spaces alone', 'en', 10, 'Dare to act, venture, strive and pioneer', ['Dare to act,', 'venture, strive', 'and pioneer']],
  ['a quotation keeps its marks', 'en', 8, 'They said “come here” twice', ['They said “come', 'here” twice']],
];

for (const [why, locale, most, text, lines] of cases) {
  test(why, () => assert.deepEqual(breakLines(text, { locale, widthOf, most }), lines));
}

test('a word wider than a line cannot be broken', () => {
  assert.equal(breakLines('Donaudampfschifffahrtsgesellschaft', { locale: 'en', widthOf, most: 8 }), undefined);
});

test('nothing is lost or added but the spaces at which lines end, and no rule is broken at any width', () => {
  const text = '关于《园区“十四五”规划（2021—2025年）》的说明：敢为、敢闯、敢干、敢首创！ABC 3.5%的人……在示例园区News Centre开会';
  for (let most = 15; most < 50; most++) {
    const lines = breakLines(text, { locale: 'zh-hans', widthOf, most }) ?? [];
    assert.equal(lines.join('').replaceAll(' ', ''), text.replaceAll(' ', ''));
    for (const line of lines) {
      assert.ok(widthOf(line) <= most, line);
      assert.doesNotMatch(line, /^[，。、：！？）》”’…—%]|[（《“‘]$|^\s|\s$/u);
    }
  }
});
