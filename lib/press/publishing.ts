/**
 * Which finished pages show a change. An article stands on its own page, beside its neighbours, in its issue, and in the lists of its
 * periodical and of the portal, and on the page of its short address; what names the site or the periodicals stands everywhere below it.
 * Promises to name every page that may show the change; the few more that it names cost a second printing and are then the same.
 */
import type { Change } from '@/lib/content/indexer';
import { parseSavingListPath, parseShown, parseWirePath, type WireAddress } from '@/lib/routes';
import { shortCodeOf } from '@/lib/short-code';

/** Whether the page at a path shows any of the changes. */
export type Stale = (path: string) => boolean;

const everything: Stale = () => true;

export function stalePages(all: readonly Change[]): Stale {
  // What stands at an address shows nothing of where others lead.
  const changes = all.filter(({ kind }) => kind !== 'redirects');
  if (changes.length === 0) return () => false;
  // Standing pages are named in the footer of every page.
  if (changes.some(({ kind }) => kind === 'site' || kind === 'page' || kind === 'periodical')) return everything;
  const periodicals = new Set<string>();
  const issues = new Set<string>();
  const codes = new Set<string>();
  const named = new Set<string>();
  for (const change of changes) {
    if (change.kind === 'related') named.add(`${change.periodical}/${change.issue}`);
    if (change.kind !== 'issue' && change.kind !== 'article') continue;
    periodicals.add(change.periodical);
    issues.add(`${change.periodical}/${change.issue}`);
    if (change.kind === 'article') codes.add(shortCodeOf(change));
  }
  return (path) => {
    // In elder mode a page shows the same.
    const address = parseShown(path)?.address;
    const saved = parseSavingListPath(path)?.issue;
    // It names the versions of the issue's page and of its articles.
    if (saved) return periodicals.has(saved.periodical) || named.has(`${saved.periodical}/${saved.issue}`);
    switch (address?.kind) {
      case 'periodical':
      case 'year':
      // Issues show their neighbours, and how many articles those have.
      case 'issue':
        return periodicals.has(address.periodical);
      case 'issue-print':
      case 'article':
      case 'parallel':
        return issues.has(`${address.periodical}/${address.issue}`) || named.has(`${address.periodical}/${address.issue}`);
      case 'copy':
        return codes.has(address.code);
      default:
        // The lists of the portal, the standing pages (the site map counts issues), and files for programs.
        return isOf(parseWirePath(path), periodicals, issues, codes);
    }
  };
}

/** Whether a file tells of one of these periodicals, issues or articles; what tells of the whole portal does. */
function isOf(address: WireAddress | undefined, periodicals: ReadonlySet<string>, issues: ReadonlySet<string>, codes: ReadonlySet<string>): boolean {
  switch (address?.kind) {
    case 'feed':
      return 'periodical' in address.subject ? periodicals.has(address.subject.periodical) : true;
    case 'citation':
    case 'qr-code':
    case 'print-style':
      return issues.has(`${address.periodical}/${address.issue}`);
    // It names the site and nothing else.
    case 'search-description':
      return false;
    case 'copy-qr-code':
      return codes.has(address.code);
    case 'calendar':
    case 'site-map-of-issues':
      return periodicals.has(address.periodical);
    default:
      return true;
  }
}
