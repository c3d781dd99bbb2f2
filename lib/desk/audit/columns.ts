/** Columns as they are seen from outside: what says so in its head, and what the head of the first page leads to. */
import type { PageFacts } from './audited-page';
import type { Portal } from './rule';

const day = 24 * 60 * 60 * 1000;

/** Articles, and pages of columns. */
export function isInColumn(page: PageFacts, home: PageFacts): boolean {
  if (page.isArticle) return true;
  return page.path !== home.path && (page.metas.some(({ name }) => /^Column/i.test(name)) || isInNavigation(page, home));
}

/** Pages that the head of the first page leads to, the first page apart. */
export function navigationPages({ pages, home }: Portal): readonly PageFacts[] {
  return pages.filter((page) => page.path !== home.path && isInNavigation(page, home));
}

/** Whole days that have gone by. */
export function daysSince(moment: Date, now: Date): number {
  return Math.floor((now.getTime() - moment.getTime()) / day);
}

/** Links to the first page in other languages stand in the head too, to search and settings, and to pages that ask not to be listed: they are no columns. */
function isInNavigation(page: PageFacts, home: PageFacts): boolean {
  if (page.metas.some(({ name, content }) => name.toLowerCase() === 'robots' && /noindex/i.test(content))) return false;
  return page.language === home.language && home.links.some((link) => link.isInHeader && !link.isService && link.kind === 'page' && link.url?.origin === home.url.origin && link.url.pathname + link.url.search === page.path);
}
