/**
 * What a page shows that readers do not see yet, said in the reader's language: a ribbon over the page, and a mark on every link that
 * leads to such an article.
 */
import type { Catalogue } from '@/lib/content/catalogue';
import type { ArticleId } from '@/lib/content/article';
import type { Hindrance } from '@/lib/content/hindrance';
import { escapeHtml, markup, type Markup } from '@/lib/desk/markup';
import { dateAndTime } from '@/lib/locale/dates';
import type { Locale } from '@/lib/locale/locales';
import { fill, messages } from '@/lib/locale/messages';
import { parseShown, type Address } from '@/lib/routes';

type Asked = Pick<Catalogue, 'findHindrance' | 'findIssue'>;

/** Everything between the two is the page's own; around it stand the languages and the footer. */
const mainPattern = /<main\b[^]*<\/main>/;
const linkPattern = /<a\b(?=[^>]*\shref="(\/[^"#?]*))/g;

/**
 * @param html A finished page of the portal.
 * @returns The page with its links marked, and its ribbon; empty when readers see all of it.
 */
export function markUnpublished(html: string, address: Address, catalogue: Asked): { readonly html: string; readonly ribbon: Markup } {
  const { locale } = address;
  const words = messages(locale).preview;
  const marked = html.replace(mainPattern, (main) =>
    main.replace(linkPattern, (tag, path: string) => {
      const target = parseShown(path)?.address;
      if (target?.kind !== 'article' || isSame(target, address)) return tag;
      const hindrance = catalogue.findHindrance(target);
      return hindrance ? `${tag} data-preview="${escapeHtml(nameOf(hindrance, locale))}"` : tag;
    }),
  );
  const own = ownLines(address, catalogue);
  const lines = own.length === 0 && marked !== html ? [markup`<p>${words.listed}</p>`] : own;
  return { html: marked, ribbon: lines.length === 0 ? markup`` : markup`<aside class="preview-ribbon" aria-label="${words.label}">${lines}</aside>` };
}

/** What keeps readers from the page itself. */
function ownLines(address: Address, { findHindrance, findIssue }: Asked): readonly Markup[] {
  const words = messages(address.locale).preview;
  if (address.kind === 'article') {
    const hindrance = findHindrance(address);
    return hindrance ? [markup`<p><strong>${nameOf(hindrance, address.locale)}</strong> ${words.hidden}</p>`] : [];
  }
  if (address.kind !== 'issue') return [];
  const articles = findIssue(address.locale, address.periodical, address.issue)?.contents.flatMap((column) => column.articles) ?? [];
  const isOut = articles.length === 0 || articles.some(({ id }) => !findHindrance(id));
  return isOut ? [] : [markup`<p><strong>${words.issue}</strong> ${words.hidden}</p>`];
}

function nameOf(hindrance: Hindrance, locale: Locale): string {
  const { draft, scheduled } = messages(locale).preview;
  return hindrance.kind === 'draft' ? draft : fill(scheduled, { time: dateAndTime(hindrance.until, locale) });
}

function isSame(one: ArticleId, other: Address): boolean {
  return other.kind === 'article' && one.periodical === other.periodical && one.issue === other.issue && one.slug === other.slug;
}
