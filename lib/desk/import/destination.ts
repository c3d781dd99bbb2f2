/**
 * Where an article goes: the periodical by its title, the issue by its date, the column by its name, all from the breadcrumb,
 * unless flags say otherwise; the slug from the headline. What cannot be told is not guessed but asked for.
 */
import type { Bilingual } from '@/lib/problem';
import { readIssueFolder } from '@/lib/desk/issue-folder';
import type { Shelf } from '@/lib/desk/shelf';
import { isArticleSlug, slugOf } from '@/lib/desk/slug';
import { findTime } from './date-text';
import type { Facts } from './manuscript';

/** What the flags say. */
export interface Wishes {
  readonly into?: string;
  readonly column?: string;
  readonly slug?: string;
}

export interface Destination {
  readonly periodical: string;
  readonly issue: string;
  /** The column's Chinese name. */
  readonly column: string;
  readonly slug: string;
}

/** The destination, or what is missing: one sentence each, saying what to type. */
export function findDestination(facts: Facts, wishes: Wishes, shelf: Shelf): Destination | readonly Bilingual[] {
  const missing: Bilingual[] = [];
  const folder = wishes.into === undefined ? undefined : readIssueFolder(wishes.into);
  if (wishes.into !== undefined && !folder) {
    missing.push({ zh: `--into ${wishes.into}：应写到一期，例如 jinyuanqu/2023-02-03`, en: `--into ${wishes.into}: name an issue, such as jinyuanqu/2023-02-03` });
  }
  const titles = shelf.periodicals.map(({ slug, title }) => `${title} (${slug})`).join('、');
  const periodical = folder ? shelf.periodicals.find(({ slug }) => slug === folder.periodical) : shelf.periodicals.find(({ title }) => facts.breadcrumb.includes(title));
  const issue = folder?.issue ?? facts.breadcrumb.map((part) => findTime(part)?.date).find((date) => date !== undefined);
  if (!periodical && (folder || wishes.into === undefined)) {
    const named = folder ? `“${folder.periodical}”` : facts.breadcrumb.length > 0 ? `“${facts.breadcrumb.join(' > ')}”` : '';
    missing.push({
      zh: `不知道属于哪份期刊${named && `：${named} 里没有`}；用 --into <期刊>/<日期> 指明。现有期刊：${titles || '无'}`,
      en: `Cannot tell the periodical${named && ` from ${named}`}; say --into <periodical>/<date>. There are: ${titles || 'none'}`,
    });
  }
  if (issue === undefined && wishes.into === undefined) missing.push({ zh: '不知道属于哪一期：用 --into <期刊>/<日期> 指明', en: 'Cannot tell the issue; say --into <periodical>/<date>' });
  const slug = wishes.slug ?? (facts.title === undefined ? undefined : slugOf(facts.title));
  if (slug === undefined || !isArticleSlug(slug)) {
    missing.push({ zh: `地址${slug === undefined ? '无法由标题得出' : `“${slug}”不行`}：用 --slug 写小写字母、数字和连字符`, en: 'The address cannot be made from the headline: give --slug in lower-case letters, digits and hyphens' });
  }
  const column = wishes.column ?? findColumn(facts, periodical);
  if (periodical && (column === undefined || !periodical.columns.includes(column))) {
    missing.push({
      zh: `${column === undefined ? '不知道属于哪个栏目' : `本刊没有栏目“${column}”`}：用 --column 写 ${periodical.columns.join(' 或 ')}`,
      en: `${column === undefined ? 'Cannot tell the column' : `The periodical has no column "${column}"`}: say --column with ${periodical.columns.join(' or ')}`,
    });
  }
  if (missing.length > 0 || !periodical || issue === undefined || slug === undefined || column === undefined) return missing;
  return { periodical: periodical.slug, issue, column, slug };
}

/** The column a fact names, else the last part of the breadcrumb that is one; a periodical of one column has no doubt. */
function findColumn(facts: Facts, periodical: Shelf['periodicals'][number] | undefined): string | undefined {
  const named = [...facts.breadcrumb, ...(facts.column === undefined ? [] : [facts.column])].toReversed();
  const [only, ...others] = periodical?.columns ?? [];
  return named.find((part) => periodical?.columns.includes(part)) ?? (others.length === 0 ? only : undefined);
}
