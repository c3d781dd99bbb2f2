import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  breadcrumbDate,
  calendarMonth,
  chinaTime,
  dateAndTime,
  formatNumber,
  isRealDate,
  isRealTime,
  longDate,
  machineTime,
  momentOf,
  monthName,
  monthTitle,
  newspaperReference,
  plainDate,
  shortDate,
  weekdayHeads,
  weekdayName,
  yearTitle,
} from './dates';
import { locales, type Locale } from './locales';

describe('dates', () => {
  it('knows real days from impossible ones', () => {
    for (const date of ['2023-02-03', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31']) assert.equal(isRealDate(date), true, date);
    const impossible = ['2023-02-29', '1900-02-29', '2023-04-31', '2023-06-31', '2023-09-31', '2023-11-31', '2023-12-32', '2023-13-01', '2023-00-10', '2023-01-00', '0000-01-01', '2023-2-3', '2023/02/03', '2023-02-03 ', '', '２０２３-02-03'];
    for (const date of impossible) assert.equal(isRealDate(date), false, date);
  });

  it('knows real times from impossible ones', () => {
    for (const time of ['2023-02-03 00:00', '2023-02-03 23:59']) assert.equal(isRealTime(time), true, time);
    for (const time of ['2023-02-03 24:00', '2023-02-03 10:60', '2023-02-03 10:20:00', '2023-02-03T10:20', '2023-02-30 10:20', '2023-02-03 9:20', '2023-02-03']) {
      assert.equal(isRealTime(time), false, time);
    }
  });

  const table: readonly [string, (locale: Locale) => string, Readonly<Record<Locale, string>>][] = [
    ['breadcrumb', (l) => breadcrumbDate('2023-02-03', l), { 'zh-hans': '23年02月03日', 'zh-hant': '23年02月03日', en: 'Feb 3, 2023', ja: '2023年2月3日' }],
    ['plain', (l) => plainDate('2023-02-03', l), { 'zh-hans': '2023年2月3日', 'zh-hant': '2023年2月3日', en: 'February 3, 2023', ja: '2023年2月3日' }],
    [
      'long',
      (l) => longDate('2023-02-03', l),
      { 'zh-hans': '2023年2月3日 星期五', 'zh-hant': '2023年2月3日 星期五', en: 'Friday, February 3, 2023', ja: '2023年2月3日（金）' },
    ],
    ['short', (l) => shortDate('2023-02-03', l), { 'zh-hans': '2023-02-03', 'zh-hant': '2023-02-03', en: 'Feb 3, 2023', ja: '2023/02/03' }],
    [
      'with time',
      (l) => dateAndTime('2023-02-03 10:20', l),
      { 'zh-hans': '2023-02-03 10:20', 'zh-hant': '2023-02-03 10:20', en: 'February 3, 2023, 10:20', ja: '2023年2月3日 10:20' },
    ],
    ['weekday', (l) => weekdayName('2024-02-29', l), { 'zh-hans': '星期四', 'zh-hant': '星期四', en: 'Thursday', ja: '木曜日' }],
    ['month', (l) => monthName(12, l), { 'zh-hans': '12月', 'zh-hant': '12月', en: 'December', ja: '12月' }],
    ['month of a year', (l) => monthTitle(2023, 2, l), { 'zh-hans': '2023年2月', 'zh-hant': '2023年2月', en: 'February 2023', ja: '2023年2月' }],
    ['year', (l) => yearTitle('2023', l), { 'zh-hans': '2023年', 'zh-hant': '2023年', en: '2023', ja: '2023年' }],
  ];
  for (const [name, write, expected] of table) {
    it(`writes the ${name} form in every language`, () => {
      for (const locale of locales) assert.equal(write(locale), expected[locale], locale);
    });
  }

  it('is true to China time whatever the machine’s zone', () => {
    assert.equal(chinaTime(new Date('2023-02-02T16:00:00Z')), '2023-02-03 00:00');
    assert.equal(chinaTime(new Date('2022-12-31T23:59:59.999Z')), '2023-01-01 07:59');
    assert.equal(machineTime('2023-02-03 10:20'), '2023-02-03T10:20:00+08:00');
    assert.equal(momentOf('2023-02-03 10:20').toISOString(), '2023-02-03T02:20:00.000Z');
    assert.equal(chinaTime(momentOf('2023-02-03 10:20')), '2023-02-03 10:20');
  });

  it('lays a month out in weeks', () => {
    const chinese = calendarMonth(2023, 2, 'zh-hans');
    assert.equal(chinese.length, 5);
    assert.deepEqual(chinese[0], [undefined, undefined, '2023-02-01', '2023-02-02', '2023-02-03', '2023-02-04', '2023-02-05']);
    assert.deepEqual(chinese[4], ['2023-02-27', '2023-02-28', undefined, undefined, undefined, undefined, undefined]);
    assert.equal(calendarMonth(2023, 2, 'en')[0]?.[3], '2023-02-01');
    assert.equal(calendarMonth(2026, 2, 'ja').length, 4);
    assert.equal(calendarMonth(2023, 1, 'zh-hans')[0]?.[6], '2023-01-01');
    for (const locale of locales) {
      const days = calendarMonth(2024, 2, locale).flat().filter((day) => day !== undefined);
      assert.equal(days.length, 29);
      for (const week of calendarMonth(2024, 2, locale)) {
        week.forEach((day, place) => {
          if (day) assert.equal(weekdayName(day, locale), weekdayHeads(locale)[place]?.full);
        });
      }
    }
  });

  it('groups numbers', () => {
    assert.deepEqual([0, 999, 12345, 1234567].map(formatNumber), ['0', '999', '12,345', '1,234,567']);
  });

  it('names the newspaper, its date and page', () => {
    const paper = { name: '苏州日报', date: '2023-02-03', page: 'B01' };
    assert.equal(newspaperReference(paper, 'zh-hans'), '《苏州日报》2023年02月03日B01版');
    assert.equal(newspaperReference({ ...paper, page: 'B01版' }, 'zh-hant'), '《苏州日报》2023年02月03日B01版');
    assert.equal(newspaperReference({ ...paper, name: 'Suzhou Daily' }, 'en'), 'Suzhou Daily, February 3, 2023, page B01');
    assert.equal(newspaperReference({ ...paper, name: '蘇州日報' }, 'ja'), '『蘇州日報』2023年2月3日 B01面');
    assert.equal(newspaperReference({ name: '苏州日报' }, 'zh-hans'), '《苏州日报》');
    assert.equal(newspaperReference({ name: 'Suzhou Daily', page: 'B01' }, 'en'), 'Suzhou Daily, page B01');
    assert.equal(newspaperReference({ name: '蘇州日報', page: 'B01' }, 'ja'), '『蘇州日報』B01面');
  });
});
