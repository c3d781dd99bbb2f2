/**
 * Which issues an archive of N articles has: three made-up periodicals, weekly, fortnightly and every four weeks, going back from one
 * Friday as far as the articles reach. Pure and lazy: a plan of 100,000 articles costs nothing until it is walked.
 */
import { openChance } from './chance';
import type { Phrase } from './phrases';

export interface ArchiveOptions {
  /** Originals; translations and index files come on top. */
  readonly articles: number;
  /** Equal seeds give equal archives. */
  readonly seed: string;
  /** `YYYY-MM-DD` of the newest issue. */
  readonly newest: string;
}

export interface PlannedPeriodical {
  readonly slug: string;
  readonly everyWeeks: number;
  readonly title: Phrase;
  readonly cover: Phrase;
  readonly subtitle: Phrase;
  readonly description: Phrase;
  readonly columns: readonly { readonly slug: string; readonly name: Phrase }[];
}

export interface PlannedIssue {
  readonly periodical: PlannedPeriodical;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** How many articles it holds. */
  readonly articles: number;
}

export const periodicals: readonly PlannedPeriodical[] = [
  {
    slug: 'shili-zhoukan',
    everyWeeks: 1,
    title: ['示例园区周刊', 'Example Park Weekly', '示例園区週刊'],
    cover: ['示例园区', 'Example Park', '示例園区'],
    subtitle: ['周刊', 'Weekly', '週刊'],
    description: ['每周五出版，记录一个不存在的园区里发生的平常事。', 'Out every Friday: ordinary matters of a park that does not exist.', '毎週金曜日発行。存在しない園区の日常を記す。'],
    columns: [
      { slug: 'jinshili', name: ['今示例', 'Example Today', '今日の示例'] },
      { slug: 'minsheng', name: ['民生', 'Living Here', '暮らし'] },
      { slug: 'fukan', name: ['副刊', 'Supplement', '文芸'] },
      { slug: 'gonggao', name: ['公告', 'Notices', 'お知らせ'] },
    ],
  },
  {
    slug: 'shili-kejibao',
    everyWeeks: 2,
    title: ['示例科技报', 'Example Science Paper', '示例科学新聞'],
    cover: ['示例科技', 'Example Science', '示例科学'],
    subtitle: ['双周报', 'Fortnightly', '隔週刊'],
    description: ['隔周出版，介绍示例科技馆里没有发生过的实验。', 'Every second week: experiments that were never made at the Example Science Hall.', '隔週発行。示例科学館で行われなかった実験を紹介する。'],
    columns: [
      { slug: 'guancha', name: ['观察', 'Observations', '観察'] },
      { slug: 'shiyan', name: ['实验', 'Experiments', '実験'] },
      { slug: 'wenda', name: ['问答', 'Questions', '質問'] },
    ],
  },
  {
    slug: 'shili-shequ',
    everyWeeks: 4,
    title: ['示例社区', 'Example Neighbours', '示例コミュニティ'],
    cover: ['示例社区', 'Neighbours', 'ご近所'],
    subtitle: ['月报', 'Every Four Weeks', '月報'],
    description: ['每四周出版，由虚构的邻居写给虚构的邻居。', 'Every four weeks, by made-up neighbours for made-up neighbours.', '四週ごとに発行。架空の隣人が架空の隣人に宛てて書く。'],
    columns: [
      { slug: 'linli', name: ['邻里', 'Next Door', '隣近所'] },
      { slug: 'huodong', name: ['活动', 'Events', '行事'] },
    ],
  },
];

const day = 86_400_000;

/**
 * The issues, newest first, until the articles are used up; the last may be short.
 * Bigger archives have thicker issues, so that 100,000 articles reach back decades and not centuries.
 */
export function* planIssues(options: ArchiveOptions): Generator<PlannedIssue> {
  const typical = Math.max(5, Math.round(Math.sqrt(options.articles) / 8));
  const newest = Date.parse(`${options.newest}T00:00:00Z`);
  let left = options.articles;
  for (let week = 0; left > 0; week++) {
    const date = new Date(newest - week * 7 * day).toISOString().slice(0, 10);
    for (const periodical of periodicals) {
      if (week % periodical.everyWeeks !== 0 || left === 0) continue;
      const chance = openChance(options.seed, periodical.slug, date);
      const articles = Math.min(left, chance.between(Math.ceil(typical * 0.6), Math.ceil(typical * 1.4)));
      left -= articles;
      yield { periodical, date, articles };
    }
  }
}
