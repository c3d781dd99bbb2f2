/**
 * A ZIP archive (APPNOTE 6.3.3), as EPUB wants it: entries in the order they are given, names in UTF-8, nothing after the fact. It holds no
 * time of its making, so that the same entries give the same bytes.
 */
import { deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  /** With forward slashes. */
  readonly name: string;
  readonly bytes: Buffer;
  /** Kept as it is: what is compressed already, and EPUB's first entry. */
  readonly isStored?: boolean;
}

const version = 20;
const utf8Names = 0x0800;
/** 1980-01-01 00:00, the beginning of ZIP's time. */
const [time, day] = [0, 0x0021];

export function writeZip(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, isStored = false } of entries) {
    const label = Buffer.from(name);
    const data = isStored ? bytes : deflateRawSync(bytes, { level: 9 });
    const facts = numbers([2, version], [2, utf8Names], [2, isStored ? 0 : 8], [2, time], [2, day], [4, checksum(bytes)], [4, data.length], [4, bytes.length], [2, label.length], [2, 0]);
    parts.push(numbers([4, 0x04034b50]), facts, label, data);
    directory.push(numbers([4, 0x02014b50], [2, version]), facts, numbers([2, 0], [2, 0], [2, 0], [4, 0], [4, offset]), label);
    offset += 4 + facts.length + label.length + data.length;
  }
  const list = Buffer.concat(directory);
  const end = numbers([4, 0x06054b50], [2, 0], [2, 0], [2, entries.length], [2, entries.length], [4, list.length], [4, offset], [2, 0]);
  return Buffer.concat([...parts, list, end]);
}

/** Little-endian numbers of two or four bytes, one after the other. */
function numbers(...fields: readonly (readonly [size: 2 | 4, value: number])[]): Buffer {
  const bytes = Buffer.alloc(fields.reduce((sum, [size]) => sum + size, 0));
  let at = 0;
  for (const [size, value] of fields) at = bytes.writeUIntLE(value, at, size);
  return bytes;
}

/** CRC-32 (ISO 3309), by its table. */
const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

function checksum(bytes: Buffer): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (value >>> 8) ^ (table[(value ^ byte) & 0xff] ?? 0);
  return (value ^ 0xffffffff) >>> 0;
}
