/** D28 and, from five on, D43: a column in the head of the first page lists something. */
import { navigationPages } from '../columns';
import { top } from '../place';
import type { Rule } from '../rule';

export const emptyColumns: Rule = {
  id: 'D28',
  levels: ['item'],
  checkPortal: (portal) =>
    navigationPages(portal)
      .filter(({ links, path }) => !links.some((link) => link.isInMain && link.kind === 'page' && link.url?.origin === portal.origin && link.url.pathname !== path && link.url.pathname.length > 1))
      .map((page) => ({ page, at: top, message: { zh: '栏目是空的', en: 'The column is empty' }, remedy: { zh: '登上内容，或者从导航里去掉这个栏目', en: 'Publish something in it, or take it out of the navigation' } })),
};
