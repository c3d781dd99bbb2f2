import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode } from './decode';

const gb18030 = Uint8Array.from([0xcb, 0xd5, 0xd6, 0xdd]); // 苏州
const cases: readonly (readonly [name: string, bytes: Uint8Array, text: string, encoding: string])[] = [
  ['UTF-8', Buffer.from('苏州\r\n园区\r'), '苏州\n园区\n', 'UTF-8'],
  ['UTF-8 with a mark', Buffer.from('\ufeff苏州'), '苏州', 'UTF-8'],
  ['UTF-16 little', Buffer.from('\ufeff苏州', 'utf16le'), '苏州', 'UTF-16'],
  ['UTF-16 big', Buffer.from('\ufeff苏州', 'utf16le').swap16(), '苏州', 'UTF-16'],
  ['GB18030', gb18030, '苏州', 'GB18030'],
  ['nothing', Buffer.alloc(0), '', 'UTF-8'],
];

test('bytes become text', () => {
  for (const [name, bytes, text, encoding] of cases) assert.deepEqual(decode(bytes), { text, encoding }, name);
});
