/**
 * The catalogue's answers about addresses at which nothing stands any more. What stands somewhere always goes before a redirect, and a
 * way that leads nowhere is none: no reader is sent to a page that is missing.
 */
import { originalLocale } from '@/lib/locale/locales';
import { inLocale, parseSharedPath, sharedPathOf, type Address } from '@/lib/routes';
import { shortCodeOf } from '@/lib/short-code';
import type { ArticleId } from './article';
import type { Shelves } from './shelves';

export function openRedirectDesk(shelves: Shelves, has: (address: Address) => boolean) {
  const ifThere = (address: Address): Address | undefined => (has(address) ? address : undefined);

  function findRedirect(address: Address): Address | undefined {
    if (has(address)) return undefined;
    // What is made of a periodical, an issue or an article has no line of its own.
    if (address.kind === 'year') {
      const periodical = findRedirect({ ...address, kind: 'periodical' });
      return periodical?.kind === 'periodical' ? ifThere({ ...address, periodical: periodical.periodical }) : undefined;
    }
    if (address.kind === 'issue-print') {
      const issue = findRedirect({ ...address, kind: 'issue' });
      return issue?.kind === 'issue' ? ifThere({ ...issue, kind: 'issue-print' }) : undefined;
    }
    if (address.kind === 'parallel') {
      const article = findRedirect({ ...address, kind: 'article' });
      return article?.kind === 'article' ? ifThere({ ...article, kind: 'parallel', beside: address.beside }) : undefined;
    }
    if (address.kind === 'copy') {
      const former = parseSharedPath(shelves.redirectOfCode(address.code) ?? '');
      const article = former && findRedirect(former);
      return article?.kind === 'article' ? ifThere({ ...address, code: shortCodeOf(article) }) : undefined;
    }
    const passed = new Set<string>();
    let path = sharedPathOf(address);
    for (let next = shelves.redirect(path); next !== undefined && !passed.has(next); next = shelves.redirect(path)) {
      passed.add(next);
      path = next;
      const target = parseSharedPath(path);
      if (target && has(target)) return inLocale(target, address.locale);
    }
    return undefined;
  }

  return {
    findRedirect,
    listRedirected: (): readonly Address[] =>
      shelves.redirects().flatMap((path) => {
        const address = parseSharedPath(path);
        if (!address || !findRedirect(address)) return [];
        const copy: Address | undefined = address.kind === 'article' ? { kind: 'copy', locale: address.locale, code: shortCodeOf(address) } : undefined;
        return copy && findRedirect(copy) ? [address, copy] : [address];
      }),
    listFormerIds(id: ArticleId): readonly ArticleId[] {
      const found = new Set([sharedPathOf({ kind: 'article', locale: originalLocale, ...id })]);
      // A set hands out what is added to it on the way.
      for (const path of found) for (const former of shelves.redirectsTo(path)) found.add(former);
      return [...found].slice(1).flatMap((path) => {
        const address = parseSharedPath(path);
        // What has come back to life counts for itself.
        return address?.kind === 'article' && !has(address) ? [{ periodical: address.periodical, issue: address.issue, slug: address.slug }] : [];
      });
    },
  };
}
