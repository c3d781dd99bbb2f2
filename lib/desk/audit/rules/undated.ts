/** D45: what the first page or a column lists without a date counts as not updated. */
import { isInLanguageOf } from '../audited-page';
import { isInColumn } from '../columns';
import type { PageFault, Rule } from '../rule';

export const undated: Rule = {
  id: 'D45',
  levels: ['item'],
  checkPortal({ pages, home, origin }) {
    const articles = new Set(pages.filter(({ isArticle }) => isArticle).map(({ path }) => path));
    const lists = pages.filter((page) => !page.isArticle && isInLanguageOf(page, home) && (page === home || isInColumn(page, home)));
    return lists.flatMap((page) =>
      page.links
        .filter(({ url, isInMain, isDated }) => isInMain && !isDated && url?.origin === origin && articles.has(url.pathname + url.search))
        .map(({ written, at }): PageFault => ({ page, at, message: { zh: `列表里的 ${written} 没有日期`, en: `${written} stands in a list without a date` }, remedy: { zh: '给列表里的每一条写上日期', en: 'Give every entry of the list its date' } })),
    );
  },
};
