/** D8: an article carries its headline, the one that the page shows. */
import { findMeta, readText } from '../audited-page';
import { top } from '../place';
import type { Rule } from '../rule';

export const articleTitle: Rule = {
  id: 'D8',
  levels: ['item'],
  checkPage(page) {
    if (!page.isArticle) return [];
    const meta = findMeta(page, 'ArticleTitle');
    const shown = page.heading ? readText(page.heading) : '';
    const remedy = { zh: 'ArticleTitle 写成网页上的标题（h1），一字不差', en: 'Write into ArticleTitle the headline (h1) as the page shows it' };
    if (!meta?.content) return [{ at: meta?.at ?? top, message: { zh: '没有标题 ArticleTitle', en: 'There is no ArticleTitle' }, remedy }];
    if (meta.content.replace(/\s+/g, ' ') === shown) return [];
    return [{ at: meta.at, message: { zh: `ArticleTitle 是“${meta.content}”，网页上的标题是“${shown}”`, en: `ArticleTitle is "${meta.content}", the page's headline "${shown}"` }, remedy }];
  },
};
