/** Lengths of time and sizes of files, as each language writes them. */
import { formatNumber } from './dates';
import type { Locale } from './locales';

/** Of hours, minutes, seconds; English tells one from several. */
const units: Readonly<Record<Exclude<Locale, 'en'>, readonly string[]>> = { 'zh-hans': ['小时', '分', '秒'], 'zh-hant': ['小時', '分', '秒'], ja: ['時間', '分', '秒'] };
const englishUnits = ['hour', 'minute', 'second'];

/** 8分12秒; 8 minutes 12 seconds. @param seconds Whole, from 1. */
export function durationText(seconds: number, locale: Locale): string {
  const parts = partsOf(seconds).map((count, place) => (count === 0 ? '' : `${count}${unitOf(count, place, locale)}`));
  return parts.filter(Boolean).join(locale === 'en' ? ' ' : '');
}

function unitOf(count: number, place: number, locale: Locale): string {
  return locale === 'en' ? ` ${englishUnits[place]}${count === 1 ? '' : 's'}` : (units[locale][place] ?? '');
}

/** ISO 8601, for machines: `PT8M12S`. @param seconds Whole, from 1. */
export function machineDuration(seconds: number): string {
  return `PT${partsOf(seconds).map((count, place) => (count === 0 ? '' : `${count}${'HMS'[place]}`)).join('')}`;
}

/** Hours, minutes, seconds. */
function partsOf(seconds: number): readonly number[] {
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
}

/** In the units that file managers show: 48 KB; 3.2 MB. */
export function fileSize(bytes: number): string {
  return bytes < 1_000_000 ? `${formatNumber(Math.max(1, Math.round(bytes / 1000)))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
