import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliDecompressSync } from 'node:zlib';
import { compress, decompress, negotiateCoding, type Coding } from './encoding';

const cases: readonly (readonly [header: string | undefined, coding: Coding, why: string])[] = [
  [undefined, 'identity', 'no header'],
  ['', 'identity', 'an empty header asks for no coding'],
  ['gzip, deflate, br, zstd', 'br', 'what browsers send over TLS'],
  ['gzip, deflate', 'gzip', 'what browsers send without TLS'],
  ['br', 'br', 'one coding'],
  ['GZIP', 'gzip', 'names have no case'],
  ['x-gzip', 'gzip', 'the old name'],
  ['deflate', 'identity', 'a coding we do not make'],
  ['br;q=0.5, gzip;q=0.8', 'gzip', 'the heavier wish wins'],
  ['br;q=0.8, gzip;q=0.8', 'br', 'equal wishes: the smaller body'],
  ['br;q=0, gzip', 'gzip', 'refused by zero'],
  ['br;q=0.000, gzip;q=0', 'identity', 'both refused'],
  ['*', 'br', 'anything'],
  ['*;q=0.5, gzip', 'gzip', 'anything, but rather gzip'],
  ['gzip;q=0, *', 'br', 'anything but gzip'],
  ['br;q=0, *', 'gzip', 'anything but brotli'],
  ['identity', 'identity', 'as it is'],
  ['identity, gzip', 'gzip', 'either is welcome: the smaller body'],
  ['identity;q=1, br;q=0.5', 'identity', 'rather as it is'],
  ['identity;q=0, gzip;q=0', 'identity', 'everything refused: the bytes as they are'],
  ['br;q=2', 'identity', 'not a weight'],
  ['br;q=0.0001', 'identity', 'more digits than the RFC allows'],
  ['br ; q = 1 , gzip;q=0.1', 'br', 'white space'],
  [',,;q=1,', 'identity', 'rubbish'],
];

for (const [header, coding, why] of cases) {
  test(`Accept-Encoding: ${header ?? '(none)'} gives ${coding}: ${why}`, () => {
    assert.equal(negotiateCoding(header), coding);
    assert.equal(negotiateCoding(header), coding, 'the remembered answer is the same');
  });
}

for (const effort of ['once', 'page', 'file'] as const) {
  for (const [kind, times] of [['short', 500], ['long', 5_000]] as const) {
    test(`a ${kind} text compressed with the effort of a ${effort} comes back whole`, async () => {
      const text = Buffer.from('今园区周刊，电子期刊。'.repeat(times));
      const { br, gzip } = await compress(text, effort);
      assert.ok(br.length < text.length / 4 && gzip.length < text.length / 4);
      assert.deepEqual(brotliDecompressSync(br), text);
      assert.deepEqual(decompress(gzip), text);
      assert.deepEqual([br.buffer.byteLength, gzip.buffer.byteLength], [br.length, gzip.length], 'no more memory than bytes');
    });
  }
}

test('a browser is told of a window that holds the text, and of none larger than that needs', async () => {
  // The first bits of a stream (RFC 7932 §9.1): 0 is a window of 16, 1 and six zeros one of 17, 1 and 101 one of 22.
  const windowBits = async (length: number): Promise<number | undefined> => {
    const { br } = await compress(Buffer.alloc(length, '江苏省、园区；'), 'page');
    const [first = 0] = br;
    if ((first & 1) === 0) return 16;
    return (first & 0b1111111) === 1 ? 17 : 17 + ((first >> 1) & 0b111);
  };
  assert.deepEqual(await Promise.all([10, 65_000, 65_536 - 16, 65_536, 100_000, 300_000, 5_000_000].map(windowBits)), [16, 16, 16, 17, 17, 19, 22]);
});
