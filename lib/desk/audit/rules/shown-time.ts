/** D20: an article shows when it was published, to the minute. */
import { readText } from '../audited-page';
import { findTime } from '../found-time';
import { top } from '../place';
import type { Rule } from '../rule';

export const shownTime: Rule = {
  id: 'D20',
  levels: ['item'],
  checkPage(page) {
    if (!page.isArticle) return [];
    const texts = readText(page.main).match(/(?:\d{4}\s?[-年/.]|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d).{0,24}?\d{1,2}[:：]\d{2}/g) ?? [];
    if (texts.some((text) => (findTime(text)?.text.length ?? 0) > 10)) return [];
    return [{ at: page.heading ?? top, message: { zh: '网页上没有显示发布时间', en: 'The page shows no publication time' }, remedy: { zh: '在标题下面写 YYYY-MM-DD HH:MM', en: 'Show YYYY-MM-DD HH:MM below the headline' } }];
  },
};
