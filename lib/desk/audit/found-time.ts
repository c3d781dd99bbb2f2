/** Days and times in what pages say: `2023-02-03 10:20`, 2023年2月3日, February 3, 2023, 10:20, and what `datetime` holds. China's clock where none is named. */
import { isRealDate, momentOf } from '@/lib/locale/dates';

export interface FoundTime {
  readonly moment: Date;
  /** `YYYY-MM-DD`, with ` HH:MM` when a time was told. */
  readonly text: string;
}

const numbers = /(\d{4})\s?[-年/.]\s?(\d{1,2})\s?[-月/.]\s?(\d{1,2})\s?日?(?:[T\s,，]*(\d{1,2})[:：](\d{2})(?::\d{2}(?:\.\d+)?)?\s?(Z|[+-]\d{2}:?\d{2})?)?/;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const english = /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? (\d{1,2}), (\d{4})(?:,? (\d{1,2}):(\d{2}))?/i;

/** The first day or time of the text; undefined when there is none, or it is no day of the calendar. */
export function findTime(text: string): FoundTime | undefined {
  const [, month = '', day = '', year = '', hour, minute] = english.exec(text) ?? [];
  if (year !== '') return makeTime(year, String(months.indexOf(month.toLowerCase()) + 1), day, hour, minute);
  const [whole, ...parts] = numbers.exec(text) ?? [];
  return whole === undefined ? undefined : makeTime(...(parts as [string, string, string]));
}

function makeTime(year: string, month: string, day: string, hour?: string, minute?: string, zone?: string): FoundTime | undefined {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!isRealDate(date)) return undefined;
  if (hour === undefined || minute === undefined) return { text: date, moment: momentOf(`${date} 00:00`) };
  const time = `${date} ${hour.padStart(2, '0')}:${minute}`;
  const moment = zone === undefined ? momentOf(time) : new Date(`${time.replace(' ', 'T')}:00${zone}`);
  return Number.isNaN(moment.getTime()) ? undefined : { text: time, moment };
}
