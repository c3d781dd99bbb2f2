/**
 * How Han text is read: the only door of pinyin-pro. Polyphones are read by the words they stand in (重庆 chong qing, 银行 yin hang).
 * Its dictionaries take a tenth of a second to load, which is done when the first text is asked for: a start reads none.
 */
import { createRequire } from 'node:module';
import type { pinyin as Pinyin } from 'pinyin-pro';

let pinyin: typeof Pinyin | undefined;

/** The syllables of a text, lower case without tones, ü written v; whatever is no Han character is left out. */
export function syllablesOf(text: string): readonly string[] {
  pinyin ??= (createRequire(import.meta.url)('pinyin-pro') as { readonly pinyin: typeof Pinyin }).pinyin;
  return pinyin(text, { toneType: 'none', type: 'array', v: true, nonZh: 'removed' });
}
