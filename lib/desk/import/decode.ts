/**
 * Bytes to text. What the bytes say beats what the page declares: a byte order mark, then valid UTF-8, then GB18030 (which reads GBK
 * and GB2312 too).
 */
import { isUtf8 } from 'node:buffer';

export type Encoding = 'UTF-8' | 'UTF-16' | 'GB18030';

export interface Decoded {
  /** With `\n` as the only line end. */
  readonly text: string;
  readonly encoding: Encoding;
}

export function decode(bytes: Uint8Array): Decoded {
  const [encoding, label] = findEncoding(bytes);
  return { text: new TextDecoder(label).decode(bytes).replace(/\r\n?/g, '\n'), encoding };
}

function findEncoding(bytes: Uint8Array): [Encoding, label: string] {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return ['UTF-16', 'utf-16le'];
  if (first === 0xfe && second === 0xff) return ['UTF-16', 'utf-16be'];
  return isUtf8(bytes) ? ['UTF-8', 'utf-8'] : ['GB18030', 'gb18030'];
}
