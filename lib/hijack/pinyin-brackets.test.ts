import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pinyinBrackets } from './pinyin-brackets';
import { certainEnough } from './scan';

/** The text with every certain gloss taken out. */
function without(text: string): string {
  const sure = pinyinBrackets.find(text, {}).filter(({ confidence }) => confidence >= certainEnough);
  return sure.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);
}

test('readings of common characters are taken out', () => {
  const cases: readonly (readonly [text: string, rest: string])[] = [
    ['办(ban)公室', '办公室'],
    ['工（gong）作', '工作'],
    ['會(huì)議(yì)召開(kāi)', '會議召開'],
    ['會(huì)議', '會議'],
    ['推动(dòng)各项(xiàng)工作', '推动各项工作'],
    ['绿(lv)色', '绿色'],
  ];
  for (const [text, rest] of cases) assert.equal(without(text), rest, text);
});

test('honest brackets and glosses stay', () => {
  const cases = [
    '单(shàn)县和郫(pí)都区', '蚌(bèng)埠', '燕(yān)山', '“堃(kūn)”字', '会(kuài)计', '人工智能(AI)', '标准(Standard)', '他(she)说', '（一）总则', '(二)要求', '党支部（支部）', '公布(12月26日)', '国发〔2016〕76号', '函数f(x)', 'π(pi)',
  ];
  for (const text of cases) assert.equal(without(text), text);
});
