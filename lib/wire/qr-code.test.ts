/**
 * Reads the drawn code back the way a scanner does, by ISO/IEC 18004 and not by the package that drew it: format, mask, the zigzag of
 * modules, interleaved blocks, byte mode. Errors are not corrected: every module must be right.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeQrCode } from './qr-code';

const quietZone = 4;
/** Data codewords of each block, by version and level, for the codes drawn below. */
const blocksOf: Readonly<Record<string, readonly number[]>> = { '2M': [28], '3M': [44], '6M': [27, 27, 27, 27], '8M': [38, 38, 39, 39] };
const masks: readonly ((row: number, column: number) => boolean)[] = [
  (i, j) => (i + j) % 2 === 0,
  (i) => i % 2 === 0,
  (_, j) => j % 3 === 0,
  (i, j) => (i + j) % 3 === 0,
  (i, j) => (Math.floor(i / 2) + Math.floor(j / 3)) % 2 === 0,
  (i, j) => ((i * j) % 2) + ((i * j) % 3) === 0,
  (i, j) => (((i * j) % 2) + ((i * j) % 3)) % 2 === 0,
  (i, j) => (((i + j) % 2) + ((i * j) % 3)) % 2 === 0,
];

/** The dark modules of the picture, quiet zone and all, by following the strokes of its path. */
function modulesOf(svg: string): boolean[][] {
  const side = Number(/viewBox="0 0 (\d+) \1"/.exec(svg)?.[1]);
  const picture = Array.from({ length: side }, () => Array<boolean>(side).fill(false));
  let x = 0;
  let y = 0;
  for (const [, command, first = '', second] of (/ d="([^"]+)"/.exec(svg)?.[1] ?? '').matchAll(/([Mmh])(-?[\d.]+)(?: ([\d.]+))?/g)) {
    const run = Number(first);
    if (command === 'M') [x, y] = [run, Number(second) - 0.5];
    else {
      if (command === 'h') picture[y]?.fill(true, x, x + run);
      x += run;
    }
  }
  return picture;
}

function scan(svg: string): string {
  const picture = modulesOf(svg);
  const size = picture.length - 2 * quietZone;
  const isDark = (row: number, column: number): boolean => picture[row + quietZone]?.[column + quietZone] ?? false;
  const version = (size - 17) / 4;

  const formatPlaces: readonly [number, number][] = [
    ...[0, 1, 2, 3, 4, 5, 7, 8].map((column): [number, number] => [8, column]),
    ...[7, 5, 4, 3, 2, 1, 0].map((row): [number, number] => [row, 8]),
  ];
  const format = formatPlaces.reduce((bits, [row, column]) => (bits << 1) | Number(isDark(row, column)), 0) ^ 0x5412;
  const level = ['M', 'L', 'H', 'Q'][format >> 13] ?? '';
  const isMasked = masks[(format >> 10) & 7] ?? (() => false);

  const bits: number[] = [];
  let isUpward = true;
  for (let right = size - 1; right > 0; right -= 2, isUpward = !isUpward) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step += 1) {
      const row = isUpward ? size - 1 - step : step;
      for (const column of [right, right - 1]) {
        if (!isFunction(row, column, version, size)) bits.push(Number(isDark(row, column) !== isMasked(row, column)));
      }
    }
  }

  const lengths = blocksOf[`${version}${level}`];
  assert.ok(lengths, `a table for version ${version}, level ${level}`);
  const blocks: number[][] = lengths.map(() => []);
  let taken = 0;
  for (let place = 0; place < Math.max(...lengths); place += 1) {
    for (const [index, length] of lengths.entries()) {
      if (place >= length) continue;
      blocks[index]?.push(parseInt(bits.slice(taken, taken + 8).join(''), 2));
      taken += 8;
    }
  }
  const stream = blocks.flat().map((byte) => byte.toString(2).padStart(8, '0')).join('');
  assert.equal(stream.slice(0, 4), '0100', 'byte mode');
  const bytes = Array.from({ length: parseInt(stream.slice(4, 12), 2) }, (_, n) => parseInt(stream.slice(12 + n * 8, 20 + n * 8), 2));
  return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
}

/** Finders with their format strips, timing lines, alignment squares, version blocks: modules that carry no data. */
function isFunction(row: number, column: number, version: number, size: number): boolean {
  const isCorner = (row < 9 && column < 9) || (row < 9 && column >= size - 8) || (row >= size - 8 && column < 9);
  const isVersion = version >= 7 && ((row < 6 && column >= size - 11) || (column < 6 && row >= size - 11));
  const centres = version >= 7 ? [6, version * 2 + 8, size - 7] : [6, size - 7];
  const isAlignment = centres.some((r) =>
    centres.some((c) => {
      const isOnFinder = (r === 6 && c === 6) || (r === 6 && c === size - 7) || (r === size - 7 && c === 6);
      return !isOnFinder && Math.abs(row - r) <= 2 && Math.abs(column - c) <= 2;
    }),
  );
  return isCorner || isVersion || row === 6 || column === 6 || isAlignment;
}

const addresses = [
  'http://localhost:3000',
  'https://news.example.cn/zh-hans/about',
  'https://news.example.cn/zh-hant/news/periodicals/jinyuanqu/2023-02-03/gan-wei-gan-chuang?from=qr',
  `https://news.example.cn/en/news/periodicals/shili/2031-05-02/${'long-'.repeat(13)}slug?words=${encodeURIComponent('开')}`,
];

for (const address of addresses) {
  test(`a scanner reads ${address.length} characters back: ${address.slice(0, 50)}`, () => {
    assert.equal(scan(writeQrCode(address)), address);
  });
}

test('the code keeps its quiet zone and one path', () => {
  const svg = writeQrCode(addresses[0] ?? '');
  const picture = modulesOf(svg);
  const darkRows = picture.flatMap((row, y) => (row.includes(true) ? [y] : []));
  const darkColumns = picture.flatMap((_, x) => (picture.some((row) => row[x]) ? [x] : []));
  for (const dark of [darkRows, darkColumns]) assert.deepEqual([dark[0], dark.at(-1)], [quietZone, picture.length - quietZone - 1]);
  assert.equal(svg.match(/<path /g)?.length, 1);
  assert.match(svg, /<rect width="(\d+)" height="\1" fill="#fff"\/>/);
});
