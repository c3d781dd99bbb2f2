/** How an editor names what is moved: an article or an issue, by its file, its folder or its address. */
import { isArticleSlug } from '@/lib/desk/slug';
import { isRealDate } from '@/lib/locale/dates';
import { parseSharedPath, type Address } from '@/lib/routes';

export type Movable = Extract<Address, { readonly kind: 'article' | 'issue' }>;

/**
 * `jinyuanqu/2023-02-03/gan-wei`, `content/news/…/gan-wei.en.md` and `/en/news/…/gan-wei` are one article; without the last part, its issue.
 * Undefined when it is neither.
 */
export function readMovable(text: string): Movable | undefined {
  const address = parseSharedPath(`/news/periodicals/${partsOf(text).join('/')}`);
  if (address?.kind === 'article') return isArticleSlug(address.slug) && isRealDate(address.issue) ? address : undefined;
  return address?.kind === 'issue' && isRealDate(address.issue) ? address : undefined;
}

/** Where it goes: in full, or an article's new name alone, the issue it goes to, an issue's new date. */
export function readDestination(text: string, from: Movable): Movable | undefined {
  const parts = partsOf(text);
  const [only = ''] = parts;
  if (from.kind === 'issue') return asKind(readMovable(parts.length === 1 ? `${from.periodical}/${only}` : text), 'issue');
  if (parts.length === 1 && !isRealDate(only)) return asKind(readMovable(`${from.periodical}/${from.issue}/${only}`), 'article');
  const whole = readMovable(parts.length === 1 ? `${from.periodical}/${only}` : text);
  return whole?.kind === 'issue' ? { ...from, periodical: whole.periodical, issue: whole.issue } : whole;
}

function asKind(found: Movable | undefined, kind: Movable['kind']): Movable | undefined {
  return found?.kind === kind ? found : undefined;
}

function partsOf(text: string): readonly string[] {
  const path = text.replaceAll('\\', '/').replace(/^.*news\/periodicals\//, '').replace(/(?:\.[a-z-]+)?\.md$/i, '');
  return path.split('/').filter((part) => part !== '' && part !== '.');
}
