import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makePrint, type Print } from './print';
import { openShelf } from './shelf';

async function printOf(bytes: number): Promise<Print> {
  return makePrint({ body: Buffer.alloc(bytes), type: 'image/png', lifetime: 'private', headers: [], effort: 'page' });
}

test('the least recently asked for goes first, and the limit holds', async () => {
  const print = await printOf(1_000);
  const shelf = openShelf(3 * print.size);
  for (const path of ['/a', '/b', '/c']) shelf.keep(path, await printOf(1_000));
  assert.equal(shelf.count, 3);
  shelf.find('/a');
  shelf.keep('/d', print);
  assert.equal(shelf.find('/b'), undefined, 'b was asked for longest ago');
  assert.deepEqual([shelf.count, shelf.bytes], [3, 3 * print.size]);
  shelf.find('/c');
  shelf.find('/a');
  shelf.keep('/e', print);
  assert.equal(shelf.find('/d'), undefined);
  assert.ok(shelf.find('/a') && shelf.find('/c') && shelf.find('/e'));
});

test('a hundred thousand pages take no more than the limit', async () => {
  const print = await printOf(5_000);
  const shelf = openShelf(1_000_000);
  for (let number = 0; number < 100_000; number++) shelf.keep(`/${number}`, print);
  assert.ok(shelf.bytes <= 1_000_000 && shelf.count === Math.floor(1_000_000 / print.size));
  assert.ok(shelf.find('/99999'));
});

test('a print larger than the shelf is not kept and turns nothing out', async () => {
  const shelf = openShelf(10_000);
  shelf.keep('/small', await printOf(100));
  shelf.keep('/large', await printOf(20_000));
  assert.ok(shelf.find('/small'));
  assert.equal(shelf.find('/large'), undefined);
});

test('a new print takes the place of the old one, whose bytes are given back', async () => {
  const [old, fresh] = [await printOf(500), await printOf(700)];
  const shelf = openShelf(100_000);
  shelf.keep('/a', old);
  shelf.keep('/a', fresh);
  assert.equal(shelf.find('/a'), fresh);
  assert.equal(shelf.bytes, fresh.size);
});

test('what is forgotten is gone, the rest stays', async () => {
  const shelf = openShelf(100_000);
  for (const path of ['/en/a', '/en/b', '/ja/a']) shelf.keep(path, await printOf(10));
  shelf.forget('/en/b');
  shelf.forget('/nothing');
  shelf.forgetWhere((path) => path.startsWith('/ja'));
  assert.deepEqual([shelf.count, shelf.bytes], [1, (await printOf(10)).size]);
  assert.ok(shelf.find('/en/a'));
});
