/**
 * The page of what was read most: its articles come from the counts, so the press names them to Next, and the page is kept for a minute.
 * Promises that trouble with the counts leaves a page that says so, and that nobody but the press names articles.
 */
import { parsePath } from '@/lib/routes';
import type { ArticleViews, Views } from '@/lib/store/views';
import type { Compose } from './composing';

/** In milliseconds. */
const span = 30 * 24 * 60 * 60 * 1000;
/** More than the page shows: some are withdrawn or gone by now. */
const mostAsked = 60;

/** Composes that page with its articles, and leaves the rest to `compose`. */
export function withMostRead(views: Pick<Views, 'listMostViewed'>, compose: Compose, now: () => Date = () => new Date()): Compose {
  return async (path, isAwaited) => {
    if (parsePath(path)?.kind !== 'most-read') return compose(path, isAwaited);
    // Trouble with the counts is told where they are asked for on every article (counting.ts).
    const read = await views.listMostViewed(new Date(now().getTime() - span), mostAsked).catch((): readonly ArticleViews[] => []);
    const query = new URLSearchParams(read.map(({ article }) => ['article', article])).toString();
    return { ...(await compose(query === '' ? path : `${path}?${query}`, isAwaited)), isFleeting: true };
  };
}
