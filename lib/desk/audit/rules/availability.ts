/** D41, a veto: the portal answers. A visit of 15 seconds or more has failed; one in twenty may. */
import { patience } from '../fetching';
import { top } from '../place';
import type { Rule } from '../rule';

/** Fewer visits say nothing. */
const leastVisits = 20;
const mostFailures = 0.05;

export const availability: Rule = {
  id: 'D41',
  levels: ['veto'],
  checkPortal({ answers, home }) {
    const visits = [...answers.values()];
    const failed = visits.filter(({ status, milliseconds }) => status === 0 || status >= 500 || milliseconds >= patience).length;
    if (visits.length < leastVisits || failed / visits.length < mostFailures) return [];
    return [{ page: home, at: top, isVeto: true, message: { zh: `访问 ${visits.length} 次，失败 ${failed} 次`, en: `${failed} of ${visits.length} visits failed` }, remedy: { zh: '查看服务器日志，恢复访问', en: 'Look into the log of the server, and bring it back' } }];
  },
};
