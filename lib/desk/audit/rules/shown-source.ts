/** D21: an article shows where its text comes from: the source that it carries in its head, or one under a label. */
import { findMeta, readText } from '../audited-page';
import { top } from '../place';
import type { Rule } from '../rule';

const label = /来源|來源|稿源|Source|出典/;

export const shownSource: Rule = {
  id: 'D21',
  levels: ['item'],
  checkPage(page) {
    if (!page.isArticle) return [];
    const text = readText(page.main);
    const carried = findMeta(page, 'ContentSource');
    if (carried?.content ? text.includes(carried.content) : label.test(text)) return [];
    return [{ at: carried?.at ?? page.heading ?? top, message: { zh: carried?.content ? `网页上没有显示来源“${carried.content}”` : '网页上没有显示来源', en: carried?.content ? `The page does not show its source "${carried.content}"` : 'The page shows no source' }, remedy: { zh: '在标题下面写明“来源：……”', en: 'Show the source below the headline' } }];
  },
};
