/**
 * Dates as Chinese pages write them, into the portal's form. Texts only: no Date, no time zone.
 */
import { isRealDate, isRealTime } from '@/lib/locale/dates';

const dayPattern = /(?<!\d)(\d{4}|\d{2})\s*(?:年|[-/.])\s*(\d{1,2})\s*(?:月|[-/.])\s*(\d{1,2})\s*日?/g;
const minutePattern = /^\s*(?:T|[|,，]|星期[一二三四五六日天]|周[一二三四五六日])?\s*(上午|下午|晚上|凌晨|中午)?\s*(\d{1,2})\s*(?::|时|点)\s*(\d{1,2})(?:\s*[:分]\s*\d{1,2}(?:\.\d+)?\s*秒?)?/;

export interface FoundTime {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** `HH:MM`, when the text gives it. */
  readonly minute?: string;
  readonly start: number;
  readonly end: number;
}

/** The first real date of a text, with its minute when one follows. A year of two digits is of this century. */
export function findTime(text: string): FoundTime | undefined {
  // NFKC keeps one unit for one here: full-width digits, colons and slashes.
  const plain = text.replace(/[０-９：／．－]/g, (character) => character.normalize('NFKC'));
  for (const day of plain.matchAll(dayPattern)) {
    const [whole, year = '', month = '', dayOfMonth = ''] = day;
    const date = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`;
    if (!isRealDate(date)) continue;
    const end = day.index + whole.length;
    const minute = minutePattern.exec(plain.slice(end));
    const found = minute && minuteOf(minute[1], minute[2] ?? '', minute[3] ?? '');
    if (!minute || !found || !isRealTime(`${date} ${found}`)) return { date, start: day.index, end };
    return { date, minute: found, start: day.index, end: end + minute[0].length };
  }
  return undefined;
}

function minuteOf(half: string | undefined, hour: string, minute: string): string {
  const isLater = (half === '下午' || half === '晚上') && Number(hour) < 12;
  return `${String(Number(hour) + (isLater ? 12 : 0)).padStart(2, '0')}:${minute.padStart(2, '0')}`;
}
