/** D4: articles and columns carry the name of their column, the one that the breadcrumb shows. */
import { findMeta } from '../audited-page';
import { isInColumn } from '../columns';
import { top } from '../place';
import type { Rule } from '../rule';

export const columnName: Rule = {
  id: 'D4',
  levels: ['item'],
  checkPage(page, { home }) {
    if (!isInColumn(page, home)) return [];
    const meta = findMeta(page, 'ColumnName');
    if (!meta?.content) return [{ at: meta?.at ?? top, message: { zh: '没有栏目名称 ColumnName', en: 'There is no ColumnName' }, remedy: { zh: '写 <meta name="ColumnName" content="栏目名称">', en: 'Write <meta name="ColumnName" content="the column\'s name">' } }];
    const { crumbs } = page;
    if (crumbs.length === 0 || crumbs.includes(meta.content)) return [];
    return [{ at: meta.at, message: { zh: `栏目名称“${meta.content}”和当前位置“${crumbs.join(' > ')}”不一致`, en: `ColumnName "${meta.content}" is not in the breadcrumb "${crumbs.join(' > ')}"` }, remedy: { zh: '两处写同一个栏目', en: 'Name the same column in both places' } }];
  },
};
