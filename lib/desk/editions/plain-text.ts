/** The edition for every program and every time: UTF-8 text, the contents first, then every article whole. */
import type { Article } from '@/lib/content/article';
import { dateAndTime, longDate, newspaperReference, plainDate } from '@/lib/locale/dates';
import type { Locale } from '@/lib/locale/locales';
import { fill, messages } from '@/lib/locale/messages';
import { pathOf, shortPathOf } from '@/lib/routes';
import { shortCodeOf } from '@/lib/short-code';
import { bodyBlocks } from './body-text';
import type { WholeIssue } from './whole-issue';

const rule = '='.repeat(40);
const thinRule = '-'.repeat(40);

export function writePlainText(whole: WholeIssue): Buffer {
  const { locale, issue, columns, site, url } = whole;
  const words = messages(locale);
  const contents = columns.flatMap(({ column, articles }) => [column.name, ...articles.map(({ title }) => `  ${title}`)]);
  const blocks = [
    [issue.periodicalTitle, [longDate(issue.date, locale), ...numbersOf(whole)].join('  '), ...(issue.title === undefined ? [] : [issue.title])].join('\n'),
    [site.organisation, url].join('\n'),
    ...(locale === 'zh-hant' ? [words.issuePrint.converted] : []),
    [words.issue.contents, ...contents].join('\n'),
    ...(issue.html === undefined ? [] : bodyBlocks(issue.html)),
    ...columns.flatMap(({ column, articles }) => [`${rule}\n${column.name}\n${rule}`, ...articles.flatMap((article, place) => [...(place > 0 ? [thinRule] : []), ...articleBlocks(article, whole)])]),
  ];
  return Buffer.from(`${blocks.join('\n\n')}\n`);
}

/** 第5期, 总第123期. */
export function numbersOf({ locale, issue: { number, total } }: Pick<WholeIssue, 'locale' | 'issue'>): readonly string[] {
  const words = messages(locale).issue;
  return [...(number === undefined ? [] : [fill(words.number, { number })]), ...(total === undefined ? [] : [fill(words.total, { total })])];
}

/** Time, source and authors, each with its name. */
export function factsOf({ published, source, authors }: Pick<Article, 'published' | 'source' | 'authors'>, locale: Locale): readonly string[] {
  const { article, joint } = messages(locale);
  const facts: readonly (readonly [name: string, value: string | undefined])[] = [
    [article.time, dateAndTime(published, locale)],
    [article.source, source?.name],
    [article.authors, authors.length > 0 ? authors.join(joint.list) : undefined],
  ];
  return facts.flatMap(([name, value]) => (value === undefined ? [] : [name + joint.colon + value]));
}

/** What a reader must know of the words; a converted issue says it once for all of them. */
export function noticeOf({ isFallback, translation }: Pick<Article, 'isFallback' | 'translation'>, locale: Locale): string | undefined {
  const kind = isFallback ? 'fallback' : translation;
  return kind === undefined || kind === 'converted' ? undefined : messages(locale).translation[kind];
}

/** “Wrong” should read “right”, with its day. */
export function correctionsOf({ corrections, shownLocale }: Pick<Article, 'corrections' | 'shownLocale'>, locale: Locale): readonly string[] {
  return corrections.map(({ date, wrong, right }) => `${plainDate(date, locale)} ${fill(messages(shownLocale).correction.text, { wrong, right })}`);
}

function articleBlocks(article: Article, { locale, origin }: WholeIssue): readonly string[] {
  const { id, kicker, title, html, figures, newspaper, shownLocale } = article;
  const { correction, copy, joint } = messages(locale);
  const notice = noticeOf(article, locale);
  const corrections = correctionsOf(article, locale);
  return [
    [...(kicker === undefined ? [] : [kicker]), title, factsOf(article, locale).join('  ')].join('\n'),
    ...(notice === undefined ? [] : [notice]),
    ...bodyBlocks(html),
    ...figures.map(({ alt, caption, credit }) => `[${alt}] ${[caption, credit].filter((part) => part !== undefined).join(' / ')}`.trimEnd()),
    ...(newspaper ? [newspaperReference(newspaper, shownLocale)] : []),
    ...(corrections.length > 0 ? [[correction.title + joint.colon, ...corrections].join('\n')] : []),
    [origin + pathOf({ kind: 'article', locale, ...id }), copy.address + joint.colon + origin + shortPathOf(shortCodeOf(id))].join('\n'),
  ];
}
