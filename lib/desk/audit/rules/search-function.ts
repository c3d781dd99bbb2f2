/** D34: the head of the first page has a box to search the portal with, in a form that works without a script. */
import { attribute, elementsOf, type ElementNode } from '@/lib/desk/html-tree';
import { top } from '../place';
import type { Rule } from '../rule';

export const searchFunction: Rule = {
  id: 'D34',
  levels: ['item'],
  checkPage(page, { home }) {
    if (page.path !== home.path) return [];
    const isThere = [...elementsOf(page.tree)].some((element) => element.name === 'form' && [...elementsOf(element)].some(isBox));
    return isThere ? [] : [{ at: top, message: { zh: '首页上没有搜索框', en: 'The first page has no box to search with' }, remedy: { zh: '在首页页头放一个搜索表单', en: 'Put a search form into the head of the first page' } }];
  },
};

/** By its type, or by the names that search forms give it. */
function isBox(element: ElementNode): boolean {
  if (element.name !== 'input') return false;
  const type = attribute(element, 'type').toLowerCase();
  return type === 'search' || ((type === '' || type === 'text') && /^(?:q|wd|query|keywords?|search\w*)$/i.test(attribute(element, 'name')));
}
