/** D44, a veto: there is a way to ask the body a question. Whether it answers is not seen from outside. */
import { attribute, elementsOf } from '@/lib/desk/html-tree';
import { readText } from '../audited-page';
import { top } from '../place';
import type { Rule } from '../rule';

const word = /咨询|諮詢|留言|信箱|联系|聯系|聯絡|投诉|投訴|Contact|問い合わせ/i;

export const contact: Rule = {
  id: 'D44',
  levels: ['veto'],
  checkPage(page, { home }) {
    if (page.path !== home.path) return [];
    const isThere = [...elementsOf(page.tree)].some((element) => element.name === 'a' && (/^(?:mailto|tel):/.test(attribute(element, 'href')) || word.test(readText(element))));
    return isThere ? [] : [{ at: top, isVeto: true, message: { zh: '首页上没有咨询、联系的渠道', en: 'The first page offers no way to ask or to get in touch' }, remedy: { zh: '在 site.md 写 contact（电话、电子邮件）', en: 'Write contact (telephone, email) in site.md' } }];
  },
};
