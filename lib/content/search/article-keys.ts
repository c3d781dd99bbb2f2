/** Gives articles their numbers, so that they count up with the time of publication; see key.ts. */
import type { Database } from '@/lib/sqlite';
import type { ArticleId } from '../article';
import { firstKeyOf, perMinute, startWithin } from './key';

export type ArticleKeys = ReturnType<typeof openArticleKeys>;

/** @param isAnythingKnown Until then no article is looked for. */
export function openArticleKeys(database: Database, isAnythingKnown: () => boolean) {
  const present = database.prepare<{ key: number | null; published: string }>('SELECT key, published FROM article WHERE periodical = ? AND issue = ? AND slug = ?');
  const last = database.prepare<{ key: number | null }>('SELECT max(key) AS key FROM article WHERE key >= ? AND key < ?');
  return {
    /** The article's number: the one it has, as long as its time is the same. */
    choose({ periodical, issue, slug }: ArticleId, published: string): number {
      const before = isAnythingKnown() ? present.get(periodical, issue, slug) : undefined;
      if (before?.key && before.published === published) return before.key;
      for (let first = firstKeyOf(published); ; first += perMinute) {
        const next = (last.get(first, first + perMinute)?.key ?? startWithin(first) - 1) + 1;
        if (next < first + perMinute) return next;
      }
    },
  };
}
