/**
 * Rule `doubtful-date`: dates that contradict each other. An issue of the past with an article yet to come, an article long before
 * its issue, a newspaper printed after we took the text from it, corrections and withdrawals before publication or in the future.
 * A time to come in an issue to come is a schedule, and no slip.
 */
import { isRealDate, isRealTime } from '@/lib/locale/dates';
import type { Position } from '@/lib/content/content-problem';
import type { KeyPath } from '@/lib/content/document';
import type { Bilingual, Problem } from '@/lib/problem';
import { warn, type CheckedText } from './checked-text';
import type { JointChecker, WrittenDate } from './notes';

/** Texts are taken over from newspapers weeks later, and posted some days after their issue; not more. */
const mostBefore = 92;
const mostAfter = 31;

export const dates: JointChecker = {
  rules: ['doubtful-date'],
  note(text) {
    const { place, document } = text;
    if (place.kind !== 'article' || place.locale !== 'zh-hans' || !isRealDate(place.issue)) return {};
    const published = document.valueAt(['published']);
    if (typeof published !== 'string' || !isRealTime(published)) return {};
    const corrections = document.valueAt(['corrections']);
    const paths: readonly KeyPath[] = [...(Array.isArray(corrections) ? corrections.map((_, at): KeyPath => ['corrections', at, 'date']) : []), ['withdrawal', 'date']];
    const printed = dateAt(text, ['newspaper', 'date']);
    return { dates: { published, at: document.placeOfValue(['published']), ...(printed && { printed }), told: paths.flatMap((path) => dateAt(text, path) ?? []) } };
  },
  judge(text, { now }) {
    const { place, notes } = text;
    if (!notes.dates || place.kind !== 'article') return Promise.resolve([]);
    const { published, at, printed, told } = notes.dates;
    const doubt = (where: Position, message: Bilingual): Problem => warn(text, where, 'doubtful-date', message, { zh: '核对日期；没有错就不用改', en: 'Look the date up; leave it if it is right' });
    const [day, today] = [published.slice(0, 10), now.slice(0, 10)];
    const days = daysBetween(place.issue, day);
    const problems: Problem[] = [];
    if (published > now && place.issue < today) problems.push(doubt(at, { zh: `本期 ${place.issue} 已经出刊，发布时间却在将来：${published}`, en: `The issue of ${place.issue} is out, but the article is to come: ${published}` }));
    else if (days < -mostBefore) problems.push(doubt(at, { zh: `发布时间 ${published} 比本期 ${place.issue} 早 ${-days} 天`, en: `Published ${published}, ${-days} days before the issue of ${place.issue}` }));
    else if (days > mostAfter) problems.push(doubt(at, { zh: `发布时间 ${published} 比本期 ${place.issue} 晚 ${days} 天`, en: `Published ${published}, ${days} days after the issue of ${place.issue}` }));
    if (printed && printed.date > day) problems.push(doubt(printed.at, { zh: `报纸 ${printed.date} 才出版，文章 ${published} 就已发布`, en: `The newspaper of ${printed.date} is younger than the article, ${published}` }));
    for (const { date, at: where } of told) {
      if (date < day) problems.push(doubt(where, { zh: `${date} 早于发布时间 ${published}`, en: `${date} is before publication, ${published}` }));
      else if (date > today) problems.push(doubt(where, { zh: `${date} 还没有到`, en: `${date} is yet to come` }));
    }
    return Promise.resolve(problems);
  },
};

function dateAt({ document }: CheckedText, path: KeyPath): WrittenDate | undefined {
  const value = document.valueAt(path);
  return typeof value === 'string' && isRealDate(value) ? { date: value, at: document.placeOfValue(path) } : undefined;
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
