/** How Han text is read: the only door of pinyin-pro. Polyphones are read by the words they stand in (重庆 chong qing, 银行 yin hang). */
import { pinyin } from 'pinyin-pro';

/** The syllables of a text, lower case without tones, ü written v; whatever is no Han character is left out. */
export function syllablesOf(text: string): readonly string[] {
  return pinyin(text, { toneType: 'none', type: 'array', v: true, nonZh: 'removed' });
}
