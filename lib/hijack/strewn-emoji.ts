/**
 * Rule `strewn-emoji`: emoji between a Han character and the punctuation behind it, or inside a word: 召开会议😀，强调🌟落实.
 * Emoji that open a line (📢通知) or stand behind the full stop belong to the writer.
 */
import type { Finding, HijackRule } from './finding';

const emoji = '(?:\\p{Extended_Pictographic}(?:\\uFE0F|\\u200D\\p{Extended_Pictographic}|[\\u{1F3FB}-\\u{1F3FF}])*|[\\u{1F1E6}-\\u{1F1FF}]{2})';
/** Signs that print and law use: ©, ®, ™, ☎, ✓ and the like are pictographs in Unicode but no emoji here. */
const signs = /^[\u00a9\u00ae\u2122\u2139\u2194-\u21aa\u25aa-\u25fe\u2605\u2606\u260e\u2611\u2642\u2640\u2660-\u2666\u2702-\u2714\u2716\u271d\u2733\u2734\u2744\u2747\u203c\u2049\u3030\u303d\u3297\u3299\u24c2]+$/u;
const strewn = new RegExp(`(?<=[\\p{Script=Han}”’》）\\d%])\\s?((?:${emoji})+)\\s?(?=([，。；：、！？”’,.;:!?]|\\p{Script=Han}))`, 'gu');

const anyEmoji = /\p{Extended_Pictographic}|[\u{1F1E6}-\u{1F1FF}]/u;

function findStrewnEmoji(text: string): Finding[] {
  if (!anyEmoji.test(text)) return [];
  const found = [...text.matchAll(strewn)].filter((match) => !signs.test((match[1] ?? '').replace(/\ufe0f/g, '')));
  return found.map((match) => {
    const isBeforeStop = !/\p{Script=Han}/u.test(match[2] ?? '');
    return {
      rule: 'strewn-emoji',
      confidence: found.length >= 2 ? 0.97 : isBeforeStop ? 0.65 : 0.5,
      start: match.index,
      end: match.index + match[0].length,
      evidence: text.slice(Math.max(0, match.index - 4), match.index + match[0].length + 2),
      reason: { zh: `表情符号夹在文字与标点之间，全文 ${found.length} 处`, en: `emoji between words and punctuation, ${found.length} in the text` },
      repair: '',
    };
  });
}

export const strewnEmoji: HijackRule = {
  name: 'strewn-emoji',
  summary: { zh: '夹在字与标点之间的表情符号：采集程序用来改变文章指纹。', en: 'Emoji between characters and punctuation, put there to change the fingerprint of a copied text.' },
  find: findStrewnEmoji,
};
