import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Sharp } from 'sharp';
import { loadSharp } from '@/lib/sharp';
import { measurePicture } from './picture';

const sharp = loadSharp();

const drawing = (): Sharp => sharp({ create: { width: 60, height: 40, channels: 3, background: '#b03030' } });
const formats = [
  ['image/jpeg', () => drawing().jpeg().toBuffer()],
  ['image/png', () => drawing().png().toBuffer()],
  ['image/webp', () => drawing().webp().toBuffer()],
  ['image/avif', () => drawing().avif().toBuffer()],
  ['image/gif', () => drawing().gif().toBuffer()],
] as const;

for (const [type, draw] of formats) {
  test(`${type}: size and type, whole and cut short`, async () => {
    const bytes = await draw();
    const picture = await measurePicture(bytes);
    assert.deepEqual({ type: picture?.type, width: picture?.width, height: picture?.height }, { type, width: 60, height: 40 });
    assert.equal(await measurePicture(bytes.subarray(0, Math.floor(bytes.length / 2))), undefined);
    assert.ok(await measurePicture(Buffer.concat([bytes, Buffer.alloc(16)])), 'bytes after the end are harmless');
  });
}

test('a photograph taken upright is as wide as it is shown', async () => {
  const bytes = await drawing().jpeg().withMetadata({ orientation: 6 }).toBuffer();
  const picture = await measurePicture(bytes);
  assert.deepEqual([picture?.width, picture?.height], [40, 60]);
});

test('the hash tells pictures apart', async () => {
  const [one, same, other] = [await drawing().png().toBuffer(), await drawing().png().toBuffer(), await drawing().negate().png().toBuffer()];
  const hashes = await Promise.all([one, same, other].map(async (bytes) => (await measurePicture(bytes))?.hash));
  assert.equal(hashes[0], hashes[1]);
  assert.notEqual(hashes[0], hashes[2]);
  assert.match(hashes[0] ?? '', /^[0-9a-f]{16}$/);
});

test('what is no picture for pages', async () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><script>alert(1)</script></svg>');
  const tiff = await drawing().tiff().toBuffer();
  for (const bytes of [Buffer.alloc(0), Buffer.from('文字'), svg, tiff]) assert.equal(await measurePicture(bytes), undefined);
});
