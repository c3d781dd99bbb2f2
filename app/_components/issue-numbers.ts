/** 第5期, 总第123期: whichever of the two numbers the issue gives, in the reader's language. */
import type { IssueEntry } from '@/lib/content/issue';
import type { Locale } from '@/lib/locale/locales';
import { fill, messages } from '@/lib/locale/messages';

export function issueNumbers({ number, total }: Pick<IssueEntry, 'number' | 'total'>, locale: Locale): readonly string[] {
  const words = messages(locale).issue;
  return [
    ...(number === undefined ? [] : [fill(words.number, { number })]),
    ...(total === undefined ? [] : [fill(words.total, { total })]),
  ];
}
