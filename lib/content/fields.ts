/**
 * The kinds of value that front matter holds: texts, dates, times, counts, addresses, closed maps.
 * Every value arrives as text (document.ts); a field says what the text must be, and under which rule it fails.
 */
import { z } from 'zod';
import { isRealDate, isRealTime } from '@/lib/locale/dates';

/** What a failed field tells front-matter.ts, which makes the Problem. */
export interface FieldTrouble {
  readonly rule: 'impossible-date' | 'bad-time' | 'wrong-type' | 'bad-slug' | 'image-missing' | 'audio-missing';
  readonly zh: string;
  readonly en: string;
}

/** What a field said when it failed. */
export function fieldTroubleOf(params: unknown): { readonly rule: string; readonly zh: string; readonly en: string } {
  return troubleSchema.parse(params);
}

const troubleSchema = z.object({ rule: z.string(), zh: z.string(), en: z.string() });

/** A map that knows all its keys. The message of an unknown key carries the known ones, for the nearest of them. */
export function closed<Shape extends z.ZodRawShape>(shape: Shape): z.ZodObject<Shape, z.core.$strict> {
  const keys = Object.keys(shape).join(' ');
  return z.strictObject(shape, { error: (issue) => (issue.code === 'unrecognized_keys' ? keys : undefined) });
}

function field(isRight: (text: string) => boolean, trouble: FieldTrouble): z.ZodString {
  return z.string().refine(isRight, { params: { ...trouble } });
}

export const text = z.string();
export const texts = z.array(text);
/** Words by their Chinese original, or column names by slug. */
export const textsByName = z.record(z.string(), text);

export const date = field(isRealDate, { rule: 'impossible-date', zh: '日期写成 YYYY-MM-DD，例如 2023-02-03', en: 'Write the date as YYYY-MM-DD, such as 2023-02-03' });

export const time = z.string().superRefine((value, context) => {
  if (isRealTime(value)) return;
  const isDayTheTrouble = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/.test(value) && !isRealDate(value.slice(0, 10));
  const trouble: FieldTrouble = {
    rule: isDayTheTrouble ? 'impossible-date' : 'bad-time',
    zh: `时间写成 YYYY-MM-DD HH:MM（北京时间），例如 ${tidyTime(value)}`,
    en: `Write the time as YYYY-MM-DD HH:MM (China time), such as ${tidyTime(value)}`,
  };
  context.addIssue({ code: 'custom', params: { ...trouble } });
});

/** The time that was probably meant: full-width and ratio colons, slashes, seconds and 年月日 are what people write. */
function tidyTime(value: string): string {
  const parts = /^(\d{4})\D+(\d{1,2})\D+(\d{1,2})\D+(\d{1,2})\D+(\d{1,2})\b/.exec(value.normalize('NFKC'));
  const [, year, month = '', day = '', hour = '', minute = ''] = parts ?? [];
  const tidy = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')} ${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
  return isRealTime(tidy) ? tidy : '2023-02-03 10:20';
}

/** A whole number from 1. */
export const count = field((value) => /^[1-9]\d{0,6}$/.test(value), { rule: 'wrong-type', zh: '写成从 1 起的整数，例如 1', en: 'Write a whole number from 1, such as 1' }).transform(Number);
/** Any whole number. */
export const rank = field((value) => /^-?\d{1,7}$/.test(value), { rule: 'wrong-type', zh: '写成整数，例如 1', en: 'Write a whole number, such as 1' }).transform(Number);

/** Short hashes of an Original's paragraphs, as `desk translated` writes them. */
export const marks = field((value) => /^[0-9a-f]{6}(?:\s+[0-9a-f]{6})*$/.test(value), {
  rule: 'wrong-type',
  zh: '这一项由命令写：删去它，再运行 npm run desk -- translated 文件',
  en: 'A command writes this: remove it and say npm run desk -- translated FILE',
});

/** Languages that people translate into; Traditional Chinese is made. */
export const translatedInto = z.array(z.enum(['en', 'ja']));

export const webAddress = field((value) => /^https?:$/.test(URL.canParse(value) ? new URL(value).protocol : ''), {
  rule: 'wrong-type',
  zh: '写完整的网址，以 https:// 或 http:// 开头',
  en: 'Write the whole address, beginning with https:// or http://',
});

export const secureAddress = field((value) => URL.canParse(value) && new URL(value).protocol === 'https:', {
  rule: 'wrong-type',
  zh: '写完整的网址，以 https:// 开头',
  en: 'Write the whole address, beginning with https://',
});
