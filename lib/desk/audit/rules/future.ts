/** D40, a veto: no publication date is forged; seen from outside, none lies in the future. */
import { findMeta } from '../audited-page';
import { findTime } from '../found-time';
import type { Rule } from '../rule';

/** Clocks of two machines, in milliseconds. */
const margin = 5 * 60_000;

export const future: Rule = {
  id: 'D40',
  levels: ['veto'],
  checkPage(page, { now }) {
    const meta = findMeta(page, 'PubDate');
    const time = meta && findTime(meta.content);
    if (!meta || !time || time.moment.getTime() <= now.getTime() + margin) return [];
    return [{ at: meta.at, isVeto: true, message: { zh: `发布时间 ${meta.content} 在将来`, en: `The publication time ${meta.content} is in the future` }, remedy: { zh: '改成真实的发布时间', en: 'Write when it was really published' } }];
  },
};
