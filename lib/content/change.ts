/** What readers see differently after a refresh, or when a scheduled article comes due. The press forgets pages by it. */
import type { Place } from './place';

export type Change =
  | { readonly kind: 'site' }
  | { readonly kind: 'compliance' }
  | { readonly kind: 'page'; readonly slug: string }
  | { readonly kind: 'periodical'; readonly periodical: string }
  /** The issue's own words, its contents or their order. */
  | { readonly kind: 'issue'; readonly periodical: string; readonly issue: string }
  /** Articles of this issue name one of another issue that is different now. */
  | { readonly kind: 'related'; readonly periodical: string; readonly issue: string }
  | { readonly kind: 'article'; readonly periodical: string; readonly issue: string; readonly slug: string }
  /** Where addresses lead at which nothing stands. */
  | { readonly kind: 'redirects' };

/** The thing that a file is part of. A picture or recording is part of its issue, and so is the ledger of editions. */
export function changeOf(place: Place): Change {
  switch (place.kind) {
    case 'site':
    case 'compliance':
    case 'redirects':
      return { kind: place.kind };
    case 'page':
      return { kind: 'page', slug: place.slug };
    case 'periodical':
      return { kind: 'periodical', periodical: place.periodical };
    case 'issue':
    case 'picture':
    case 'recording':
    case 'editions':
      return { kind: 'issue', periodical: place.periodical, issue: place.issue };
    case 'article':
      return { kind: 'article', periodical: place.periodical, issue: place.issue, slug: place.slug };
  }
}

/** Each value once, told apart by all it holds. */
export function unique<Value extends object>(values: readonly Value[]): Value[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
