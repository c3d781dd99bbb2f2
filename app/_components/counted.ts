/** A number with its noun: 1 issue, 12 issues, 12期. English alone tells one from many. */
import { formatNumber } from '@/lib/locale/dates';
import { fill } from '@/lib/locale/messages';

export function counted(noun: { readonly one: string; readonly other: string }, count: number): string {
  return fill(count === 1 ? noun.one : noun.other, { count: formatNumber(count) });
}
