/** D15: the address that a page carries is whole and the same as its canonical one. */
import { attribute, elementsOf } from '@/lib/desk/html-tree';
import { findMeta } from '../audited-page';
import type { Rule } from '../rule';

export const urlTag: Rule = {
  id: 'D15',
  levels: ['item'],
  checkPage(page, { origin }) {
    const meta = findMeta(page, 'Url');
    if (!meta) return [];
    // A portal that is read on the machine it runs on has no certificate there.
    const isWhole = URL.canParse(meta.content) && (/^https:/.test(meta.content) || (/^http:/.test(meta.content) && /^http:/.test(origin)));
    if (!isWhole) return [{ at: meta.at, message: { zh: `网址 Url “${meta.content}”不是以 https:// 开头的完整网址`, en: `Url "${meta.content}" is no whole address that begins with https://` }, remedy: { zh: '写完整的网址', en: 'Write the whole address' } }];
    const canonical = [...elementsOf(page.tree)].find((element) => element.name === 'link' && attribute(element, 'rel') === 'canonical');
    const address = canonical && attribute(canonical, 'href');
    if (address === undefined || address === meta.content) return [];
    return [{ at: meta.at, message: { zh: `Url 是 ${meta.content}，canonical 是 ${address}`, en: `Url is ${meta.content}, canonical ${address}` }, remedy: { zh: '两处写同一个网址', en: 'Write the same address in both places' } }];
  },
};
