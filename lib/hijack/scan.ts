/**
 * The room's door: all rules over one text. Promises findings in the order of the text, none inside another (the outer one stays when it is sure),
 * and for a text without any of the tricks, an empty list.
 */
import { advertisement } from './advertisement';
import { badTraditional } from './bad-traditional';
import { brokenBytes } from './broken-bytes';
import { emptyElements } from './empty-elements';
import type { Finding, HijackContext, HijackRule } from './finding';
import { hiddenElements } from './hidden-elements';
import { linkStuffing } from './link-stuffing';
import { pinyinBrackets } from './pinyin-brackets';
import { spamBrand } from './spam-brand';
import { strewnEmoji } from './strewn-emoji';

/** The rules that read markup, not words. */
export const markupRules: readonly HijackRule[] = [emptyElements, hiddenElements, linkStuffing];

/** Every rule, each with its documentation. */
export const hijackRules: readonly HijackRule[] = [...markupRules, advertisement, spamBrand, pinyinBrackets, badTraditional, strewnEmoji, brokenBytes];

/** From here on a finding is acted on: repaired when it carries a repair, else the text is refused. Below, it is told as a doubt. */
export const certainEnough = 0.7;

export function findHijacks(text: string, context: HijackContext = {}, rules: readonly HijackRule[] = hijackRules): readonly Finding[] {
  const all = rules.flatMap((rule) => rule.find(text, context)).sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Finding[] = [];
  for (const finding of all) {
    const last = kept.at(-1);
    if (!last || finding.start >= last.end) kept.push(finding);
    else if (last.confidence < certainEnough && finding.confidence > last.confidence) kept[kept.length - 1] = finding;
  }
  return kept;
}
