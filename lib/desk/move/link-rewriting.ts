/**
 * Links of a text after something has moved: those that lead to it, and the relative ones of a text that has itself moved. A relative link
 * stays one, because it keeps the reader's language; nothing but the address is touched.
 */
import path from 'node:path';
import { parseDocument } from '@/lib/content/document';
import { outlineOf } from '@/lib/content/markdown';
import { inLocale, parsePath, parseSharedPath, pathOf, sharedPathOf, type Address } from '@/lib/routes';

const here = 'http://portal.invalid';
/** The address of a link, of a link's definition. A code span may look the same, so the Markdown is asked as well. */
const written = /(?<=\]\([ \t]*<?)[^\s<>()]+|(?<=^ {0,3}\[[^\]\n]+\]:[ \t]*<?)[^\s<>]+/gm;

/**
 * @param addresses New addresses by old ones, as all languages share them.
 * @param page The path of the text's page before, and after.
 * @returns Undefined when nothing changes.
 */
export function rewriteLinks(file: string, bytes: Buffer, page: { readonly before: string; readonly after: string }, addresses: ReadonlyMap<string, string>): { readonly text: string; readonly count: number } | undefined {
  const document = parseDocument(file, bytes);
  if (!('data' in document)) return undefined;
  const source = bytes.toString('utf8');
  const start = startOfLine(source, document.bodyLine);
  const links = new Set(outlineOf(document.body).links.map(({ address }) => address));
  let count = 0;
  const body = source.slice(start).replace(written, (address: string) => {
    const moved = links.has(address) ? moveAddress(address, page, addresses) : address;
    if (moved !== address) count += 1;
    return moved;
  });
  return count === 0 ? undefined : { text: source.slice(0, start) + body, count };
}

/** The offset at which a line of the file begins; the document counts lines however they end. */
function startOfLine(source: string, line: number): number {
  const ends = source.matchAll(/\r\n?|\n/g);
  let start = 0;
  for (let before = 1; before < line; before++) {
    const end = ends.next().value;
    if (end) start = end.index + end[0].length;
  }
  return start;
}

function moveAddress(address: string, page: { readonly before: string; readonly after: string }, addresses: ReadonlyMap<string, string>): string {
  if (/^[a-z][a-z\d+.-]*:|^[\\/]{2}|^[#?]/i.test(address) || !URL.canParse(address, here + page.before)) return address;
  const { pathname } = new URL(address, here + page.before);
  const target = parsePath(pathname.replace(/(.)\/$/, '$1'));
  if (!target) return address;
  const isRelative = !address.startsWith('/');
  const to = pathOf(movedTarget(target, addresses) ?? target);
  const isRight = new URL(address, here + page.after).pathname.replace(/(.)\/$/, '$1') === to;
  return isRight ? address : `${isRelative ? relative(page.after, to) : to}${/[?#].*$/.exec(address)?.[0] ?? ''}`;
}

/** Where a page is now; undefined when it has not moved. An article in two languages moves with the article, and keeps both; an issue for printing with the issue. */
function movedTarget(target: Address, addresses: ReadonlyMap<string, string>): Address | undefined {
  const own: Address = target.kind === 'parallel' ? { ...target, kind: 'article' } : target.kind === 'issue-print' ? { ...target, kind: 'issue' } : target;
  const moved = parseSharedPath(addresses.get(sharedPathOf(own)) ?? '');
  if (target.kind === 'parallel') return moved?.kind === 'article' ? { ...moved, kind: 'parallel', locale: target.locale, beside: target.beside } : undefined;
  if (target.kind === 'issue-print') return moved?.kind === 'issue' ? { ...moved, kind: 'issue-print', locale: target.locale } : undefined;
  return moved && inLocale(moved, target.locale);
}

/** As a browser reads it: from the folder of the page. */
function relative(page: string, to: string): string {
  return path.posix.relative(path.posix.dirname(page), to) || `../${path.posix.basename(to)}`;
}
