/**
 * Dates and numbers as each language writes them. A date is the text `YYYY-MM-DD`, a time `YYYY-MM-DD HH:MM`, both China time, from
 * the file to the page: a JavaScript Date is used only for the calendar arithmetic of UTC days, where no time zone can shift it.
 * Month and weekday names are written here and not taken from Intl, so that every machine prints the same bytes.
 */
import type { Locale } from './locales';

interface CalendarWords {
  /** From Sunday. */
  readonly weekdays: readonly string[];
  readonly shortWeekdays: readonly string[];
  /** 0 Sunday, 1 Monday: the day a week starts with (CLDR supplemental weekData; both Chinese scripts follow CN). */
  readonly firstWeekday: 0 | 1;
}

const chinese: CalendarWords = {
  weekdays: ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'],
  shortWeekdays: ['日', '一', '二', '三', '四', '五', '六'],
  firstWeekday: 1,
};

const calendarWords: Readonly<Record<Locale, CalendarWords>> = {
  'zh-hans': chinese,
  'zh-hant': chinese,
  en: {
    weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
    shortWeekdays: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
    firstWeekday: 0,
  },
  ja: {
    weekdays: ['日曜日', '月曜日', '火曜日', '水曜日', '木曜日', '金曜日', '土曜日'],
    shortWeekdays: ['日', '月', '火', '水', '木', '金', '土'],
    firstWeekday: 0,
  },
};

const englishMonths = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

const datePattern = /^\d{4}-\d{2}-\d{2}$/;
const timePattern = /^(\d{4}-\d{2}-\d{2}) (?:[01]\d|2[0-3]):[0-5]\d$/;

/** Whether the text is `YYYY-MM-DD` and a day of the calendar. */
export function isRealDate(text: string): boolean {
  if (!datePattern.test(text)) return false;
  const { year, month, day } = partsOf(text);
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** Whether the text is `YYYY-MM-DD HH:MM`, a real day and a time from 00:00 to 23:59. */
export function isRealTime(text: string): boolean {
  const date = timePattern.exec(text)?.[1];
  return date !== undefined && isRealDate(date);
}

/** The moment as China's clocks show it, `YYYY-MM-DD HH:MM`; China keeps +08:00 all the year. */
export function chinaTime(now: Date): string {
  return new Date(now.getTime() + 8 * 60 * 60 * 1000).toISOString().slice(0, 16).replace('T', ' ');
}

/** RFC 3339 for `<time datetime>`, feeds and structured data: `2023-02-03 10:20` is `2023-02-03T10:20:00+08:00`. */
export function machineTime(time: string): string {
  return `${time.replace(' ', 'T')}:00+08:00`;
}

/** The moment of a China time, for comparing with the clock. */
export function momentOf(time: string): Date {
  return new Date(machineTime(time));
}

/** 23年02月03日 in the breadcrumb, as the weekly's site has always written it. */
export function breadcrumbDate(date: string, locale: Locale): string {
  if (locale === 'en') return shortDate(date, locale);
  if (locale === 'ja') return plainDate(date, locale);
  return `${date.slice(2, 4)}年${date.slice(5, 7)}月${date.slice(8, 10)}日`;
}

/** 2023年2月3日; February 3, 2023. */
export function plainDate(date: string, locale: Locale): string {
  const { year, month, day } = partsOf(date);
  return locale === 'en' ? `${monthName(month, locale)} ${day}, ${year}` : `${year}年${month}月${day}日`;
}

/** With the weekday: 2023年2月3日 星期五; Friday, February 3, 2023; 2023年2月3日（金）. */
export function longDate(date: string, locale: Locale): string {
  const plain = plainDate(date, locale);
  if (locale === 'en') return `${weekdayName(date, locale)}, ${plain}`;
  if (locale === 'ja') return `${plain}（${calendarWords.ja.shortWeekdays[weekdayOf(date)] ?? ''}）`;
  return `${plain} ${weekdayName(date, locale)}`;
}

/** For lists: 2023-02-03; Feb 3, 2023; 2023/02/03. */
export function shortDate(date: string, locale: Locale): string {
  const { year, month, day } = partsOf(date);
  if (locale === 'en') return `${monthName(month, locale).slice(0, 3)} ${day}, ${year}`;
  return locale === 'ja' ? date.replaceAll('-', '/') : date;
}

/** A time with its day: 2023-02-03 10:20; February 3, 2023, 10:20; 2023年2月3日 10:20. */
export function dateAndTime(time: string, locale: Locale): string {
  const date = time.slice(0, 10);
  const clock = time.slice(11);
  if (locale === 'en') return `${plainDate(date, locale)}, ${clock}`;
  return locale === 'ja' ? `${plainDate(date, locale)} ${clock}` : time;
}

/** 星期五, Friday, 金曜日. */
export function weekdayName(date: string, locale: Locale): string {
  return calendarWords[locale].weekdays[weekdayOf(date)] ?? '';
}

/** The heads of a calendar's columns, in the order in which the language's week runs. `full` is for `abbr` or a screen reader. */
export function weekdayHeads(locale: Locale): readonly { readonly short: string; readonly full: string }[] {
  const { weekdays, shortWeekdays, firstWeekday } = calendarWords[locale];
  return weekdays.map((_, place) => {
    const day = (place + firstWeekday) % 7;
    return { short: shortWeekdays[day] ?? '', full: weekdays[day] ?? '' };
  });
}

/** 2月; February. @param month 1 to 12. */
export function monthName(month: number, locale: Locale): string {
  return locale === 'en' ? (englishMonths[month - 1] ?? '') : `${month}月`;
}

/** 2023年2月; February 2023. @param month 1 to 12. */
export function monthTitle(year: number, month: number, locale: Locale): string {
  return locale === 'en' ? `${monthName(month, locale)} ${year}` : `${year}年${month}月`;
}

/** 2023年; 2023. */
export function yearTitle(year: string, locale: Locale): string {
  return locale === 'en' ? year : `${year}年`;
}

/**
 * The weeks of a month as rows of seven, each a date or undefined where the row belongs to the month before or after.
 * @param month 1 to 12.
 */
export function calendarMonth(year: number, month: number, locale: Locale): readonly (readonly (string | undefined)[])[] {
  const prefix = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
  const dates = Array.from({ length: daysIn(year, month) }, (_, place) => `${prefix}-${String(place + 1).padStart(2, '0')}`);
  const lead = (weekdayOf(`${prefix}-01`) - calendarWords[locale].firstWeekday + 7) % 7;
  const weekCount = Math.ceil((lead + dates.length) / 7);
  return Array.from({ length: weekCount }, (_, week) => Array.from({ length: 7 }, (__, day) => dates[week * 7 + day - lead]));
}

const numberFormat = new Intl.NumberFormat('en', { maximumFractionDigits: 20 });

/** 12,345: all four languages group whole numbers by threes with a comma (CLDR). */
export function formatNumber(value: number): string {
  return numberFormat.format(value);
}

/**
 * Where a text was first printed: 《苏州日报》2023年02月03日B01版; Suzhou Daily, February 3, 2023, page B01; 『蘇州日報』2023年2月3日 B01面.
 * Words come in the page's language; the date and the page may be missing.
 */
export function newspaperReference(newspaper: { readonly name: string; readonly date?: string; readonly page?: string }, locale: Locale): string {
  const { name, date } = newspaper;
  const page = newspaper.page?.replace(/[版面]$/, '');
  if (locale === 'en') return [name, date && plainDate(date, locale), page && `page ${page}`].filter(Boolean).join(', ');
  if (locale === 'ja') return `『${name}』${[date && plainDate(date, locale), page && `${page}面`].filter(Boolean).join(' ')}`;
  const [year, month, day] = date?.split('-') ?? [];
  return `《${name}》${date ? `${year}年${month}月${day}日` : ''}${page ? `${page}版` : ''}`;
}

function partsOf(date: string): { readonly year: number; readonly month: number; readonly day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** 0 Sunday to 6 Saturday. */
function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

function daysIn(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}
