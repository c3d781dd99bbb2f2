/**
 * Names that never change: a name-based UUID (RFC 9562, version 5) of what the thing is called in this house. It holds no host, so a
 * portal that moves to another address does not hand its readers every article once more, and no date that somebody may correct.
 */
import { createHash } from 'node:crypto';

/** Ours, drawn once; another value would make every name another. */
const namespace = Buffer.from('7d0d3a4e6f1b4c0fa6c2b7e58f2d9a31', 'hex');

/** @param parts What the thing is: its path, and what else tells it apart from others at the same path. */
export function stableUuid(...parts: readonly string[]): string {
  const hash = createHash('sha1').update(namespace).update(parts.join('\n')).digest().subarray(0, 16);
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
