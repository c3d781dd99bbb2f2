import assert from 'node:assert/strict';
import { test } from 'node:test';
import { durationText, fileSize, machineDuration } from './measures';

const lengths: readonly (readonly [seconds: number, chinese: string, english: string, machine: string])[] = [
  [1, '1秒', '1 second', 'PT1S'],
  [59, '59秒', '59 seconds', 'PT59S'],
  [60, '1分', '1 minute', 'PT1M'],
  [492, '8分12秒', '8 minutes 12 seconds', 'PT8M12S'],
  [3600, '1小时', '1 hour', 'PT1H'],
  [7263, '2小时1分3秒', '2 hours 1 minute 3 seconds', 'PT2H1M3S'],
];

for (const [seconds, chinese, english, machine] of lengths) {
  test(`${seconds} s`, () => assert.deepEqual([durationText(seconds, 'zh-hans'), durationText(seconds, 'en'), machineDuration(seconds)], [chinese, english, machine]));
}

test('hours as each language calls them', () => assert.deepEqual([durationText(3_601, 'zh-hant'), durationText(3_601, 'ja')], ['1小時1秒', '1時間1秒']));

test('sizes', () => assert.deepEqual([1, 999_499, 999_999, 1_000_000, 4_830_000].map(fileSize), ['1 KB', '999 KB', '1,000 KB', '1.0 MB', '4.8 MB']));
