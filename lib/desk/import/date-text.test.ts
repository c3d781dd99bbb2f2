import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findTime } from './date-text';

test('dates as pages write them', () => {
  const cases: readonly (readonly [text: string, date: string | undefined, minute?: string])[] = [
    ['2023-02-03 10:20', '2023-02-03', '10:20'],
    ['时间：2023年02月03日10:20:33', '2023-02-03', '10:20'],
    ['2023/2/3 9时5分', '2023-02-03', '09:05'],
    ['2023.02.03', '2023-02-03'],
    ['23年02月03日', '2023-02-03'],
    ['２０２３－０２－０３　１０：２０', '2023-02-03', '10:20'],
    ['2023年2月3日 星期五 下午3:05', '2023-02-03', '15:05'],
    ['2023-02-03T10:20:00+08:00', '2023-02-03', '10:20'],
    ['2023-02-30 10:20', undefined],
    ['2023-02-30，后改为2023-03-01', '2023-03-01'],
    ['2023-02-03 25:20', '2023-02-03'],
    ['电话0512-66680000', undefined],
    ['无', undefined],
  ];
  for (const [text, date, minute] of cases) {
    const found = findTime(text);
    assert.deepEqual([found?.date, found?.minute], [date, minute], text);
  }
});
