/** D42, a veto: the first page shows something of the last two weeks. A warning comes when a weekly has missed once. */
import { daysSince } from '../columns';
import { top } from '../place';
import type { Rule } from '../rule';

const [warned, failed] = [8, 14];

export const staleHome: Rule = {
  id: 'D42',
  levels: ['veto', 'item'],
  checkPortal({ home, now }) {
    const remedy = { zh: '登上新的内容', en: 'Publish something new' };
    const { newest } = home;
    if (!newest) return [{ page: home, at: top, isVeto: true, message: { zh: '首页上没有一个日期，按没有更新计算', en: 'The first page shows no date, which counts as not updated' }, remedy: { zh: '给首页上的每条内容写上日期', en: 'Give every entry of the first page its date' } }];
    const days = daysSince(newest.moment, now);
    if (days <= warned) return [];
    return [{ page: home, at: top, isVeto: days > failed, message: { zh: `首页最新的内容是 ${newest.text}，${days} 天前的`, en: `The newest entry of the first page is of ${newest.text}, ${days} days ago` }, remedy }];
  },
};
