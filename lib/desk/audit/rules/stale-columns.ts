/** D43: columns move: news within two weeks, notices and policies within six months. Five of them stale, ten that should move, or five empty are a veto. */
import { findMeta, isInLanguageOf, type PageFacts } from '../audited-page';
import { daysSince } from '../columns';
import { findTime, type FoundTime } from '../found-time';
import { top } from '../place';
import type { PageFault, Portal, Rule } from '../rule';
import { emptyColumns } from './empty-columns';

/** In days, by what the column says of itself; others need not move. */
const limits: readonly (readonly [kind: RegExp, days: number])[] = [
  [/动态|要闻/, 14],
  [/通知|公告|政策/, 180],
];
const mostStale = 5;
const mostEmpty = 5;

interface Column {
  readonly name: string;
  readonly limit: number;
  readonly newest: FoundTime | undefined;
  /** The nearest page of the column. */
  readonly page: PageFacts;
}

export const staleColumns: Rule = {
  id: 'D43',
  levels: ['veto', 'item'],
  checkPortal(portal) {
    const stale = columnsOf(portal).filter(({ newest, limit }) => !newest || daysSince(newest.moment, portal.now) > limit);
    const empty = emptyColumns.checkPortal?.(portal).length ?? 0;
    const faults = stale.map(({ name, newest, limit, page }): PageFault => ({
      page,
      at: findMeta(page, 'ColumnName')?.at ?? top,
      message: newest
        ? { zh: `栏目“${name}”最新的内容是 ${newest.text}，${daysSince(newest.moment, portal.now)} 天前的；最多 ${limit} 天`, en: `The newest entry of the column "${name}" is of ${newest.text}, ${daysSince(newest.moment, portal.now)} days ago; ${limit} is the most` }
        : { zh: `栏目“${name}”里没有一个日期，按没有更新计算`, en: `The column "${name}" shows no date, which counts as not updated` },
      remedy: { zh: '登上新的内容，或者并入别的栏目', en: 'Publish something new in it, or join it with another' },
    }));
    if (stale.length < mostStale && empty < mostEmpty) return faults;
    const message = { zh: `${stale.length} 个栏目没有按时更新，${empty} 个栏目是空的`, en: `${stale.length} columns are stale and ${empty} empty` };
    return [...faults, { page: portal.home, at: top, isVeto: true, message, remedy: { zh: `没有按时更新的要少于 ${mostStale} 个，空的要少于 ${mostEmpty} 个`, en: `Fewer than ${mostStale} may be stale, fewer than ${mostEmpty} empty` } }];
  },
};

/** By name: a column's articles, and the pages that list them, all say which column they are of. */
function columnsOf({ pages, home, now }: Portal): readonly Column[] {
  const columns = new Map<string, Column>();
  for (const page of pages) {
    const name = findMeta(page, 'ColumnName')?.content;
    const limit = limits.find(([kind]) => kind.test(`${findMeta(page, 'ColumnType')?.content ?? ''} ${name ?? ''}`))?.[1];
    if (!name || limit === undefined || !isInLanguageOf(page, home)) continue;
    const time = page.isArticle ? findTime(findMeta(page, 'PubDate')?.content ?? '') : page.newest;
    const known = columns.get(name);
    const isNewer = time && time.moment <= now && !(known?.newest && known.newest.moment >= time.moment);
    columns.set(name, { name, limit, page: known?.page ?? page, newest: isNewer ? time : known?.newest });
  }
  return [...columns.values()];
}
