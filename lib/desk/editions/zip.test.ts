import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inflateRawSync } from 'node:zlib';
import { writeZip } from './zip';

test('an archive is read back by its directory: names, bytes, sums; the first entry stands uncompressed at byte 38', () => {
  const entries = [
    { name: 'mimetype', bytes: Buffer.from('application/epub+zip'), isStored: true, crc: 0x2cab616f },
    { name: 'EPUB/章.xhtml', bytes: Buffer.from('文'.repeat(5000)), crc: 0x5f4dbd89 },
    { name: 'empty', bytes: Buffer.alloc(0), crc: 0 },
  ];
  const zip = writeZip(entries);
  assert.equal(zip.toString('latin1', 30, 58), 'mimetypeapplication/epub+zip');
  const end = zip.length - 22;
  assert.equal(zip.readUInt32LE(end), 0x06054b50);
  assert.equal(zip.readUInt16LE(end + 10), entries.length);
  let at = zip.readUInt32LE(end + 16);
  for (const { name, bytes, crc } of entries) {
    assert.equal(zip.readUInt32LE(at), 0x02014b50);
    const [method, sum, packed, size, label, offset] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 16), zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 24), zip.readUInt16LE(at + 28), zip.readUInt32LE(at + 42)];
    assert.equal(zip.toString('utf8', at + 46, at + 46 + label), name);
    const start = offset + 30 + label;
    const data = zip.subarray(start, start + packed);
    const whole = method === 0 ? data : inflateRawSync(data);
    assert.ok(whole.equals(bytes), name);
    assert.equal(size, bytes.length);
    assert.equal(sum, crc, name);
    at += 46 + label;
  }
  assert.ok(zip.equals(writeZip(entries)), 'the same bytes each time');
});
