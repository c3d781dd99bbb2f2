/** D6: articles and columns carry keywords of their column. */
import { findMeta } from '../audited-page';
import { isInColumn } from '../columns';
import { top } from '../place';
import type { Rule } from '../rule';

export const columnKeywords: Rule = {
  id: 'D6',
  levels: ['item'],
  checkPage(page, { home }) {
    const meta = findMeta(page, 'ColumnKeywords');
    if (!isInColumn(page, home) || meta?.content) return [];
    return [{ at: meta?.at ?? top, message: { zh: '没有栏目关键词 ColumnKeywords', en: 'There is no ColumnKeywords' }, remedy: { zh: '写 <meta name="ColumnKeywords" content="关键词,关键词">', en: 'Write <meta name="ColumnKeywords" content="keyword,keyword">' } }];
  },
};
