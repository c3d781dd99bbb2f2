/** D5: articles and columns carry a description of their column, which says more than its name. */
import { findMeta } from '../audited-page';
import { isInColumn } from '../columns';
import { top } from '../place';
import type { Rule } from '../rule';

export const columnDescription: Rule = {
  id: 'D5',
  levels: ['item'],
  checkPage(page, { home }) {
    if (!isInColumn(page, home)) return [];
    const meta = findMeta(page, 'ColumnDescription');
    const remedy = { zh: '写 <meta name="ColumnDescription" content="一句话说明这个栏目登什么">', en: 'Write <meta name="ColumnDescription" content="a sentence on what the column holds">' };
    if (!meta?.content) return [{ at: meta?.at ?? top, message: { zh: '没有栏目描述 ColumnDescription', en: 'There is no ColumnDescription' }, remedy }];
    return meta.content === findMeta(page, 'ColumnName')?.content ? [{ at: meta.at, message: { zh: '栏目描述只是重复栏目名称', en: 'ColumnDescription only repeats ColumnName' }, remedy }] : [];
  },
};
