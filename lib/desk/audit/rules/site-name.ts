/** D1: every page carries the registered name of the site, once, and every page of a language the same. */
import { findMeta } from '../audited-page';
import { top } from '../place';
import type { PageFault, Rule } from '../rule';

export const siteName: Rule = {
  id: 'D1',
  levels: ['item'],
  checkPage: (page) =>
    findMeta(page, 'SiteName')?.content
      ? []
      : [{ at: findMeta(page, 'SiteName')?.at ?? top, message: { zh: '没有网站名称 SiteName', en: 'There is no SiteName' }, remedy: { zh: '在 <head> 里写 <meta name="SiteName" content="网站名称">', en: 'Write <meta name="SiteName" content="the site\'s name"> into the head' } }],
  checkPortal({ pages }) {
    const names = new Map<string, string>();
    return pages.flatMap((page): PageFault[] => {
      const meta = findMeta(page, 'SiteName');
      if (!meta?.content) return [];
      const first = names.get(page.language) ?? meta.content;
      names.set(page.language, first);
      if (first === meta.content) return [];
      return [{ page, at: meta.at, message: { zh: `网站名称是“${meta.content}”，别的网页是“${first}”`, en: `SiteName is "${meta.content}", on other pages "${first}"` }, remedy: { zh: '各页写同一个名称', en: 'Write the same name on every page' } }];
    });
  },
};
