/** D22: an article can be shared. */
import { elementsOf, attribute } from '@/lib/desk/html-tree';
import { readText } from '../audited-page';
import { top } from '../place';
import type { Rule } from '../rule';

const controls = new Set(['a', 'button', 'summary']);
const word = /分享|转发|轉發|Share|共有/i;

export const sharing: Rule = {
  id: 'D22',
  levels: ['item'],
  checkPage(page) {
    if (!page.isArticle) return [];
    const isThere = [...elementsOf(page.main)].some((element) => controls.has(element.name) && word.test(`${readText(element)} ${attribute(element, 'aria-label')} ${attribute(element, 'title')}`));
    return isThere ? [] : [{ at: page.heading ?? top, message: { zh: '没有分享功能', en: 'There is no way to share the page' }, remedy: { zh: '放一个名叫“分享”的按钮或链接', en: 'Offer a button or a link that is called Share' } }];
  },
};
