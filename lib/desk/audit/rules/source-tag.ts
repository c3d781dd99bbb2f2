/** D10: an article carries its source, also when that is the publisher. */
import { findMeta } from '../audited-page';
import { top } from '../place';
import type { Rule } from '../rule';

export const sourceTag: Rule = {
  id: 'D10',
  levels: ['item'],
  checkPage(page) {
    const meta = findMeta(page, 'ContentSource');
    if (!page.isArticle || meta?.content) return [];
    return [{ at: meta?.at ?? top, message: { zh: '没有来源 ContentSource', en: 'There is no ContentSource' }, remedy: { zh: '在文章资料里写 source 或 newspaper；自己的稿件写本单位的名称', en: 'Give the article a source or a newspaper; for a text of your own, the name of your organisation' } }];
  },
};
