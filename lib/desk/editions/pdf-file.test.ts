import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPageNumbers, settlePdf } from './pdf-file';

const pdf = Buffer.from(
  [
    '%PDF-1.4',
    "1 0 obj\n<</CreationDate (D:20261127090042+00'00')\n/ModDate (D:20261127090042+00'00')>>\nendobj",
    '2 0 obj\n<</Type /Page\n/Parent 6 0 R>>\nendobj',
    '3 0 obj\n<</Type /Page\n/Parent 6 0 R>>\nendobj',
    '4 0 obj\n<</Type /Page\n/Parent 7 0 R>>\nendobj',
    '6 0 obj\n<</Type /Pages\n/Count 2\n/Kids [3 0 R 2 0 R]\n/Parent 7 0 R>>\nendobj',
    '7 0 obj\n<</Type /Pages\n/Count 3\n/Kids [6 0 R 4 0 R]>>\nendobj',
    '8 0 obj\n<</article-one [2 0 R /XYZ 0 842 0]\n/article-two [4 0 R /XYZ 0 700 0]\n/a#20b [3 0 R /XYZ 0 1 0]>>\nendobj',
    '9 0 obj\n<</Type /Catalog\n/Pages 7 0 R\n/Dests 8 0 R>>\nendobj',
    '10 0 obj\n<</ID (node00000246)\n/Headers [(node00000245)]>>\nendobj\n11 0 obj\n<</ID (node00000245)>>\nendobj',
    '%%EOF',
  ].join('\n'),
);

test('each place is found on its page, in the order of the page tree', () => {
  assert.deepEqual([...readPageNumbers(pdf)], [['article-one', 2], ['article-two', 3], ['a b', 1]]);
  assert.throws(() => readPageNumbers(Buffer.from('%PDF-1.7\n')), /another kind of PDF/);
});

test('dates and ids are settled, and nothing moves', () => {
  const settled = settlePdf(pdf, new Date('2025-03-14T10:20:00+08:00'));
  assert.equal(settled.length, pdf.length);
  assert.equal(settled.toString().match(/D:20250314022000\+00'00'/g)?.length, 2);
  assert.match(settled.toString(), /\/ID \(node00000002\)\n\/Headers \[\(node00000001\)\][^]*\/ID \(node00000001\)/);
  assert.ok(settled.equals(settlePdf(Buffer.from(pdf.toString().replaceAll('node000002', 'node000007')), new Date('2025-03-14T02:20:00Z'))));
});
