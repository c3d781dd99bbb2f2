/** D70: the first page shows the ICP number and links to the register. */
import { attribute, elementsOf } from '@/lib/desk/html-tree';
import { readText } from '../audited-page';
import { top } from '../place';
import type { Rule } from '../rule';

export const filing: Rule = {
  id: 'D70',
  levels: ['item'],
  checkPage(page, { home }) {
    if (page.path !== home.path) return [];
    const isThere = [...elementsOf(page.tree)].some((element) => element.name === 'a' && /\bbeian\.miit\.gov\.cn\b/.test(attribute(element, 'href')) && /ICP/i.test(readText(element)));
    return isThere ? [] : [{ at: top, message: { zh: '首页没有连到工信部备案网站的 ICP 备案编号', en: 'The first page shows no ICP number that links to the register of the ministry' }, remedy: { zh: '在 site.md 写 marks.icp', en: 'Write marks.icp in site.md' } }];
  },
};
