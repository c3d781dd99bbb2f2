import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode } from './decode';

const bytes = (hex: string): Uint8Array => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const page = '<html><head><title>园区新闻</title></head><body><p>园区召开会议</p></body></html>';

const cases: readonly (readonly [name: string, bytes: Uint8Array, text: string, encoding: string])[] = [
  ['UTF-8', Buffer.from('苏州\r\n园区\r'), '苏州\n园区\n', 'UTF-8'],
  ['UTF-8 with a mark', Buffer.from('\ufeff苏州'), '苏州', 'UTF-8'],
  ['UTF-8 cut in a character', Buffer.concat([Buffer.from('园区召开会议，强调抓好落实。'.repeat(5)), Buffer.from([0xe5, 0x9b])]), `${'园区召开会议，强调抓好落实。'.repeat(5)}\ufffd`, 'UTF-8'],
  ['UTF-16 little', Buffer.from('\ufeff苏州', 'utf16le'), '苏州', 'UTF-16'],
  ['UTF-16 big', Buffer.from('\ufeff苏州', 'utf16le').swap16(), '苏州', 'UTF-16'],
  ['UTF-16 little without a mark', Buffer.from(page, 'utf16le'), page, 'UTF-16'],
  ['UTF-16 big without a mark', Buffer.from(page, 'utf16le').swap16(), page, 'UTF-16'],
  // 苏州的人民在建设国家 and 台灣的人民在建設國家, by tables of the encodings.
  ['GB18030', bytes('CBD5D6DDB5C4C8CBC3F1D4DABDA8C9E8B9FABCD2'), '苏州的人民在建设国家', 'GB18030'],
  ['Big5', bytes('A578C657AABAA448A5C1A662ABD8B35DB0EAAE61'), '台灣的人民在建設國家', 'Big5'],
  ['nothing', Buffer.alloc(0), '', 'UTF-8'],
];

test('bytes become text', () => {
  for (const [name, input, text, encoding] of cases) assert.deepEqual(decode(input), { text, encoding }, name);
});

test('what the bytes say beats what the page declares', () => {
  assert.equal(decode(Buffer.from('<meta charset="gb2312"><p>园区</p>')).encoding, 'UTF-8');
  const declared = Buffer.concat([Buffer.from('<meta charset="utf-8"><p>'), bytes('CBD5D6DDB5C4C8CBC3F1D4DABDA8C9E8B9FABCD2')]);
  assert.deepEqual(decode(declared), { text: '<meta charset="utf-8"><p>苏州的人民在建设国家', encoding: 'GB18030' });
});
