/**
 * Rule `broken-bytes`: text that a wrong decoding or a cut character has spoilt: �, 锟斤拷, ä¸­å›½, 鍥界. What stood there is lost,
 * so it is never repaired; a spoilt text must be fetched again.
 */
import { excerpt, type Finding, type HijackRule } from './finding';

interface Mark { readonly pattern: RegExp; readonly zh: string; readonly en: string; readonly confidence: number }

const marks: readonly Mark[] = [
  { pattern: /\ufffd+/g, zh: '替换字符，原来的字已经丢失', en: 'replacement characters: the original is lost', confidence: 0.97 },
  { pattern: /(?:锟斤拷?|斤拷锟?|锟(?=斤|$)|烫烫烫+|屯屯屯+|葺葺葺+|铪铪铪+)+/g, zh: '编码错误留下的字', en: 'the traces of a wrong encoding', confidence: 0.99 },
  { pattern: /(?:[ÃÂâäåæçèéïð][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{1,3}){2,}/g, zh: 'UTF-8 被当作西欧编码', en: 'UTF-8 read as a Western encoding', confidence: 0.95 },
  { pattern: /[\u0080-\u009f]+/g, zh: '控制字符，不可能出现在正文里', en: 'control characters that no text holds', confidence: 0.9 },
  { pattern: /[\ue000-\uf8ff]{2,}|(?<=[\p{Script=Han}，。；：、”）])[\ue000-\uf8ff](?=\p{Script=Han})/gu, zh: '私用区字符，别的机器上显示不出来', en: 'private-use characters, which other machines cannot show', confidence: 0.8 },
  { pattern: /(?<=[\p{Script=Han}，。；：、”）])\?{1,2}\/?(?:span|p|div|strong|b|br|font|em|td)>/gu, zh: '标签被截断', en: 'a tag cut in the middle of a character', confidence: 0.95 },
  { pattern: /(?<=\p{Script=Han})\?{2,}(?=[\p{Script=Han}\p{Script=Latin}])/gu, zh: '问号代替了丢失的字', en: 'question marks in the place of lost characters', confidence: 0.9 },
];

/** A character that every mark has one of; most texts have none. */
const anyMark = /[?\ufffd\u0080-\u009f\ue000-\uf8ff锟斤烫屯葺铪ÃÂâäåæçèéïð]/;

/** UTF-8 read as GBK comes out as characters that hardly ever meet: 鍥借壊, 鐨勶紝, 銆. */
const gbkTrace = /[锛銆鈥鐨涓鏄浜绗鍙鏈鍥鍦鎴鎬鎶鏂鐢缁璁鍏鍚鍔鍖寮瑕闂]/gu;
const gbkRun = /[\u4e00-\u9fff\ue000-\uf8ff\uffe0-\uffe6\u20ac?]+/g;

function findBrokenBytes(text: string): Finding[] {
  const plain = !anyMark.test(text) ? [] : marks.flatMap(({ pattern, zh, en, confidence }) =>
    [...text.matchAll(pattern)].map((match): Finding => ({
      rule: 'broken-bytes',
      confidence,
      start: match.index,
      end: match.index + match[0].length,
      evidence: excerpt(text.slice(Math.max(0, match.index - 6), match.index + match[0].length + 6)),
      reason: { zh, en },
    })),
  );
  const gbk = (text.match(gbkTrace)?.length ?? 0) < 3 ? [] : [...text.matchAll(gbkRun)].flatMap((match): Finding[] => {
    const traces = match[0].match(gbkTrace)?.length ?? 0;
    if (traces < 3 || traces * 6 < match[0].length) return [];
    return [
      {
        rule: 'broken-bytes',
        confidence: 0.95,
        start: match.index,
        end: match.index + match[0].length,
        evidence: excerpt(match[0]),
        reason: { zh: 'UTF-8 被当作 GBK', en: 'UTF-8 read as GBK' },
      },
    ];
  });
  return [...plain, ...gbk];
}

export const brokenBytes: HijackRule = {
  name: 'broken-bytes',
  summary: { zh: '乱码：�、锟斤拷、Ã¤、被截断的标签。', en: 'Spoilt text: replacement characters, traces of wrong encodings, tags cut in a character.' },
  find: findBrokenBytes,
};
