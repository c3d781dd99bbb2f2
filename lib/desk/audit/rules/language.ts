/** D73: the portal opens in Simplified Chinese. */
import { top } from '../place';
import type { Rule } from '../rule';

export const language: Rule = {
  id: 'D73',
  levels: ['item'],
  checkPage(page, { home }) {
    if (page.path !== home.path || /^zh(?:$|-(?:hans|cn|sg)\b)/i.test(page.language)) return [];
    return [{ at: top, message: { zh: `首页的语言是“${page.language}”`, en: `The language of the first page is "${page.language}"` }, remedy: { zh: '默认打开简体中文首页，<html lang="zh-Hans">', en: 'Open with the page in Simplified Chinese, <html lang="zh-Hans">' } }];
  },
};
