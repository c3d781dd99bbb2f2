/** D3: every page carries the identification code of the site: ten digits, or bm and eight. */
import { findMeta } from '../audited-page';
import { top } from '../place';
import type { Rule } from '../rule';

export const siteCode: Rule = {
  id: 'D3',
  levels: ['item'],
  checkPage(page) {
    const meta = findMeta(page, 'SiteIDCode');
    const remedy = { zh: '写主管部门发给的网站标识码：site.md 的 marks.siteCode', en: 'Write the code that the authority gave: marks.siteCode in site.md' };
    if (!meta?.content) return [{ at: meta?.at ?? top, message: { zh: '没有网站标识码 SiteIDCode', en: 'There is no SiteIDCode' }, remedy }];
    return /^(?:bm\d{8}|\d{10})$/.test(meta.content) ? [] : [{ at: meta.at, message: { zh: `“${meta.content}”不是网站标识码`, en: `"${meta.content}" is no identification code` }, remedy }];
  },
};
