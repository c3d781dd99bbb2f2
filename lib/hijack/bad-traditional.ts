/**
 * Rule `bad-traditional`: a Simplified text, or a part of it, turned into Traditional characters by a machine that knows no words:
 * 髮展, 方麵, 國傢, 為瞭, or 會议 half and half. Names and quotations in Traditional stay what they are.
 */
import { excerpt, type Finding, type HijackContext, type HijackRule } from './finding';
import { holdsTraditional, isOnlySimplified, simplifiedForm } from './traditional-forms';

/** Words that only a conversion character by character writes; what a Traditional writer writes is spared by the look-arounds. */
const wrongWords = new RegExp(
  [
    '[為为成到除過过有來来去說说完出起]瞭(?!解|望|如|然)',
    '[國国大專专作科企]傢|傢[庭長长]',
    '方嚮|嚮(?!導|往|导)[前上下着著]',
    '[方全上下裡裏里外層层表正反片桌平局]麵(?![條条包粉食館馆點点團团])|麵[對对積积向臨临貌]',
    '隻[有是要能會会]',
    '(?<!關|关)係[統列]|[体體]係',
    '製度|[体體機机控限管抑強强編编]製(?!造|作|品|成|片|藥|药)|製[定止約约裁]',
    '髮[展現现佈布生揮挥出動动改]|[開开激研]髮',
    '乾部|乾涉|幹[淨净燥旱]|幹幺',
    '曆史|[經经學学]曆',
    '[恢反答]複',
    '[特分區区級级個个]彆|彆[的人]',
    '同誌|誌[願愿]',
    '[關关]註|註[意重]',
    '批準',
    '[皇太]後',
    '[什怎那多這这要]幺',
    '鼕[季天]',
    '颱[灣湾]',
    '徵[服程]',
    '[萬万]韆',
    '穀歌',
  ].join('|'),
  'gu',
);
/** Quotations and titles: their script is their own. */
const quoted = /[“《「『‘][^“”《》「」『』‘’\n]{1,40}[”》」』’]/gu;

function findBadTraditional(text: string, { isTraditional }: HijackContext): Finding[] {
  if (isTraditional) return [];
  const bare = text.replace(quoted, (words) => ' '.repeat(words.length));
  if (!holdsTraditional(bare)) return wrongOnly(text, bare);
  const whole = count(bare);
  const findings: Finding[] = [];
  let start = 0;
  for (const line of bare.split('\n')) {
    const end = start + line.length;
    const { traditional, simplified } = count(line);
    const wrong = line.match(wrongWords) ?? [];
    const confidence = judge(traditional, simplified, wrong.length, whole);
    if (confidence > 0) {
      const isMixed = traditional > 0 && whole.simplified > 0;
      findings.push({
        rule: 'bad-traditional',
        confidence,
        start,
        end,
        evidence: excerpt(text.slice(start, end)),
        reason:
          wrong.length > 0
            ? { zh: `机器逐字转成的繁体：${[...new Set(wrong)].slice(0, 5).join('、')}`, en: `Traditional made character by character: ${[...new Set(wrong)].slice(0, 5).join(', ')}` }
            : { zh: isMixed ? `繁体字 ${traditional} 个混在简体文章里` : '整段是繁体字', en: isMixed ? `${traditional} Traditional characters in a Simplified text` : 'a paragraph in Traditional characters' },
      });
    }
    start = end + 1;
  }
  return findings;
}

/** 什幺 and its like are wrong without any Traditional character beside them. */
function wrongOnly(text: string, bare: string): Finding[] {
  return [...bare.matchAll(wrongWords)].map((match) => ({
    rule: 'bad-traditional',
    confidence: 0.75,
    start: match.index,
    end: match.index + match[0].length,
    evidence: excerpt(text.slice(Math.max(0, match.index - 6), match.index + match[0].length + 6)),
    reason: { zh: `繁简转换留下的错字：${match[0]}`, en: `a slip of script conversion: ${match[0]}` },
  }));
}

function count(text: string): { readonly traditional: number; readonly simplified: number } {
  let [traditional, simplified] = [0, 0];
  for (const character of text) {
    if (simplifiedForm(character) !== undefined) traditional += 1;
    else if (isOnlySimplified(character)) simplified += 1;
  }
  return { traditional, simplified };
}

function judge(traditional: number, simplified: number, wrong: number, whole: { readonly traditional: number; readonly simplified: number }): number {
  if (wrong >= 2) return 0.98;
  if (wrong === 1) return traditional >= 2 ? 0.95 : 0.8;
  if (traditional === 0) return 0;
  if (traditional >= 3 && simplified >= 3) return 0.85;
  // A paragraph that is Traditional throughout and without a slip may be somebody's own words; the editors decide.
  return traditional >= 3 && whole.simplified > 0 ? 0.6 : 0.5;
}

export const badTraditional: HijackRule = {
  name: 'bad-traditional',
  summary: { zh: '简体文章被机器逐字转成繁体，或繁简混杂；引号、书名号里的不算。', en: 'A Simplified text turned into Traditional by a machine, or half and half; quotations and titles are spared.' },
  find: findBadTraditional,
};
