/** D26: a page has a head, a middle and a foot, marked as such, and its head names the site. */
import { elementsOf, attribute } from '@/lib/desk/html-tree';
import { findMeta, readText } from '../audited-page';
import { ancestorsOf, isOfPage } from '../links';
import { top } from '../place';
import type { Fault, Rule } from '../rule';

export const landmarks: Rule = {
  id: 'D26',
  levels: ['item'],
  checkPage(page) {
    const elements = [...elementsOf(page.tree)];
    const header = elements.find((element) => isHeadOrFoot(element, 'header'));
    const missing = (name: string, zh: string, en: string): Fault => ({ at: top, message: { zh: `没有${zh} <${name}>`, en: `There is no ${en} <${name}>` }, remedy: { zh: `用 <${name}> 标出${zh}`, en: `Mark the ${en} with <${name}>` } });
    const name = findMeta(page, 'SiteName')?.content;
    return [
      ...(header ? [] : [missing('header', '页头', 'head of the page')]),
      ...(elements.some((element) => element.name === 'main' || attribute(element, 'role') === 'main') ? [] : [missing('main', '正文区', 'main part')]),
      ...(elements.some((element) => isHeadOrFoot(element, 'footer')) ? [] : [missing('footer', '页脚', 'foot of the page')]),
      ...(header && name && !readText(header).includes(name) && !elements.some((element) => element.name === 'img' && attribute(element, 'alt').includes(name))
        ? [{ at: header, message: { zh: `页头里没有网站名称“${name}”`, en: `The head of the page does not name "${name}"` }, remedy: { zh: '在页头写明网站名称', en: 'Name the site there' } }]
        : []),
    ];
  },
};

function isHeadOrFoot(element: Parameters<typeof ancestorsOf>[0], name: 'header' | 'footer'): boolean {
  const role = name === 'header' ? 'banner' : 'contentinfo';
  return (element.name === name || attribute(element, 'role') === role) && isOfPage(ancestorsOf(element), name);
}
