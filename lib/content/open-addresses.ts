/**
 * Which addresses readers can open at a moment, told from the content files alone: for those who check or record addresses and have no
 * index. Withdrawn articles are open: their address stays.
 */
import { originalLocale } from '@/lib/locale/locales';
import { sharedPathOf, type Address } from '@/lib/routes';
import type { Outline } from './claim';
import type { Misplaced, Place } from './place';

/** `unclear` when the file is there and cannot be read: whether readers see a former version of it, only the press knows. */
export type AddressState = 'open' | 'draft' | 'scheduled' | 'unclear';

export interface OpenAddresses {
  /** Undefined when nothing stands there. */
  stateOf(address: Address): AddressState | undefined;
  /** Addresses of periodicals, issues, articles and standing pages that are open, as all languages share them. */
  readonly open: readonly string[];
}

/** A file of the content folder as far as its address is concerned. */
export interface AddressedFile {
  readonly place: Place | Misplaced;
  readonly outline: Outline;
}

/** The portal's own, which editors cannot lose. */
const ofCompliance = sharedPathOf({ kind: 'compliance', locale: originalLocale });

/** Ordered: of an issue's articles, the first of these says what the issue is. */
const states: readonly AddressState[] = ['open', 'unclear', 'scheduled', 'draft'];

/**
 * @param files Every file of the content folder.
 * @param now `YYYY-MM-DD HH:MM`, China time.
 */
export function collectAddresses(files: Iterable<AddressedFile>, now: string): OpenAddresses {
  const found = new Map<string, AddressState>();
  const years = new Set<string>();
  for (const { place, outline } of files) {
    if (!('locale' in place) || place.locale !== originalLocale || place.kind === 'site' || place.kind === 'issue') continue;
    const state = place.kind === 'article' ? stateOfArticle(outline, now) : 'open';
    found.set(sharedPathOf(place), state);
    if (place.kind !== 'article') continue;
    const issue = sharedPathOf({ ...place, kind: 'issue' });
    const before = found.get(issue);
    if (before === undefined || states.indexOf(state) < states.indexOf(before)) found.set(issue, state);
    if (state === 'open') years.add(sharedPathOf({ ...place, kind: 'year', year: place.issue.slice(0, 4) }));
  }
  return {
    stateOf(address) {
      const path = sharedPathOf(address);
      switch (address.kind) {
        case 'front':
        case 'news':
        case 'periodicals':
        case 'corrections':
          return 'open';
        case 'year':
          return years.has(path) ? 'open' : undefined;
        case 'issue-print':
          return found.get(sharedPathOf({ ...address, kind: 'issue' }));
        case 'parallel':
          return found.get(sharedPathOf({ ...address, kind: 'article' }));
        default:
          return found.get(path);
      }
    },
    open: [...found].flatMap(([path, state]) => (state === 'open' && path !== ofCompliance ? [path] : [])),
  };
}

function stateOfArticle({ isDraft, published }: Outline, now: string): AddressState {
  if (published === undefined) return 'unclear';
  return isDraft ? 'draft' : published > now ? 'scheduled' : 'open';
}
