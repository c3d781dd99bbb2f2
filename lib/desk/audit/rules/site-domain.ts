/** D2: every page carries the domain of the site, in ASCII, without scheme. */
import { findMeta } from '../audited-page';
import { top } from '../place';
import type { Rule } from '../rule';

export const siteDomain: Rule = {
  id: 'D2',
  levels: ['item'],
  checkPage(page) {
    const meta = findMeta(page, 'SiteDomain');
    const remedy = { zh: '写 <meta name="SiteDomain" content="www.example.gov.cn">，只写域名，小写', en: 'Write <meta name="SiteDomain" content="www.example.gov.cn">: the domain alone, in lower case' };
    if (!meta?.content) return [{ at: meta?.at ?? top, message: { zh: '没有网站域名 SiteDomain', en: 'There is no SiteDomain' }, remedy }];
    return /^[a-z0-9.-]+$/.test(meta.content) ? [] : [{ at: meta.at, message: { zh: `“${meta.content}”不是域名`, en: `"${meta.content}" is no domain` }, remedy }];
  },
};
