/**
 * The running headers of an issue on paper: a named page for each column, the contents and the
 * colophon, with the issue at the left and the part at the right. They
 * are a style sheet because words of a page's margin stand in no element; how they look is in app/_styles/issue-print.css.
 */
import { columnId, type Issue } from '@/lib/content/issue';
import { plainDate } from '@/lib/locale/dates';
import type { Locale } from '@/lib/locale/locales';
import { messages } from '@/lib/locale/messages';

export const printStyleType = 'text/css; charset=utf-8';

export function writePrintStyle({ periodicalTitle, date, contents }: Pick<Issue, 'periodicalTitle' | 'date' | 'contents'>, locale: Locale): string {
  const words = messages(locale);
  const left = quote(`${periodicalTitle}  ${plainDate(date, locale)}`);
  // What begins a new sheet and stands under these words. The cover has none, and so no page of its own.
  const headed = (selector: string, page: string, right: string): string => `${selector}{page:${page}}@page ${page}{@top-left{content:${left}}@top-right{content:${quote(right)}}}`;
  const parts = [
    headed('.print-contents', 'contents', words.issue.contents),
    ...contents.map(({ column }, place) => headed(`#${columnId(place)}`, columnId(place), column.name)),
    headed('.print-colophon', 'colophon', words.issuePrint.colophon),
  ];
  return `@layer print{@media print{${parts.join('')}}}`;
}

/** As a CSS string: whatever could end it goes by its number (https://www.w3.org/TR/css-syntax-3/#consume-string-token). */
function quote(text: string): string {
  return `"${text.replace(/[\p{Cc}"\\<>]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16) ?? ''} `)}"`;
}
