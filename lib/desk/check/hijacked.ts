/** Rule `hijacked`: foreign words, marks and links, as the hijack room tells them; its certainty and its reason are in the message. */
import { findHijacks, hijackRules, markupRules } from '@/lib/hijack/scan';
import { isChinese, warnAt, type Checker } from './checked-text';

/** Rules about Chinese writing say nothing of English or Japanese. */
const anyLanguage = hijackRules.filter(({ name }) => ['spam-brand', 'broken-bytes', 'advertisement'].includes(name));
const chinese = hijackRules.filter((rule) => !markupRules.includes(rule));

export const hijacked: Checker = {
  rules: ['hijacked'],
  check(text, { sitePlace }) {
    const context = { ...(sitePlace !== undefined && { place: sitePlace }), isTraditional: text.place.locale === 'zh-hant' };
    // Markup is looked for where code is not: an article about hijacked pages may show one.
    const markup = /[<[]/.test(text.document.body) ? findHijacks(withoutCode(text.source, text.prose), context, markupRules) : [];
    const words = findHijacks(text.prose, context, isChinese(text) ? chinese : anyLanguage);
    return [...markup, ...words].map(({ rule, start, confidence, evidence, reason, repair }) => {
      const sure = Math.round(confidence * 100);
      return warnAt(
        text,
        start,
        'hijacked',
        { zh: `疑似被篡改（${rule}，${sure}%）：${evidence}：${reason.zh}`, en: `Looks tampered with (${rule}, ${sure}%): ${reason.en}` },
        repair === undefined
          ? { zh: '对照原稿核实；确实被篡改就改回原文', en: 'Compare with the manuscript; put the true words back if it was tampered with' }
          : repair === ''
            ? { zh: '删去它', en: 'Take it out' }
            : { zh: `对照原稿，改为“${repair}”`, en: `Compare with the manuscript; should be ${repair}` },
      );
    });
  },
};

/** The file with its code blanked: where the prose has nothing on a line that is code, nothing is looked for. */
function withoutCode(source: string, prose: string): string {
  return source.includes('`') || source.includes('~~~') ? source.replace(/^ {0,3}(`{3,}|~{3,})[\s\S]*?(?:^ {0,3}\1|$(?![\s\S]))|(`+)[^`\n]+\2/gm, (code) => code.replace(/[^\n]/g, ' ')).padEnd(prose.length) : source;
}
