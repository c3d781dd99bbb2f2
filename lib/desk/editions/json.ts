/** The edition for programs: one JSON value, whose keys always come in the same order. docs/editions.md tells what each of them means. */
import type { Article } from '@/lib/content/article';
import type { Picture } from '@/lib/content/picture';
import { machineTime } from '@/lib/locale/dates';
import { localeFacts, type Locale } from '@/lib/locale/locales';
import { pathOf, shortPathOf } from '@/lib/routes';
import { shortCodeOf } from '@/lib/short-code';
import { wholeAddresses } from '@/lib/wire/full-text';
import { bodyBlocks } from './body-text';
import type { WholeIssue } from './whole-issue';

/** Raised when a key goes or means something else. */
const version = 1;

export function writeJson(whole: WholeIssue): Buffer {
  const { locale, url, site, periodical, issue, columns, updated } = whole;
  const value = {
    version,
    language: tagOf(locale),
    url,
    updated: machineTime(updated),
    publisher: site.organisation,
    periodical: { slug: periodical.slug, title: periodical.title, language: tagOf(periodical.shownLocale) },
    issue: { date: issue.date, number: issue.number, total: issue.total, title: issue.title, html: issue.html && wholeAddresses(issue.html, url) },
    columns: columns.map(({ column, articles }) => ({ slug: column.slug, name: column.name, language: tagOf(column.shownLocale), articles: articles.map((article) => tell(article, whole)) })),
  };
  return Buffer.from(`${JSON.stringify(value, undefined, 2)}\n`);
}

/** What is not given is left out when it is written. */
function tell(article: Article, { locale, origin }: WholeIssue): object {
  const { id, shownLocale, isFallback, translation, title, kicker, summary, published, corrected, authors, source, newspaper, keywords, html, figures, corrections } = article;
  const url = origin + pathOf({ kind: 'article', locale, ...id });
  return {
    slug: id.slug,
    url,
    shortUrl: origin + shortPathOf(shortCodeOf(id)),
    language: tagOf(shownLocale),
    translation: isFallback ? 'fallback' : translation,
    title,
    kicker,
    summary,
    published: machineTime(published),
    corrected,
    authors,
    source: source && { name: source.name, url: source.address },
    newspaper: newspaper && { name: newspaper.name, date: newspaper.date, page: newspaper.page },
    keywords,
    html: wholeAddresses(html, url),
    text: bodyBlocks(html).join('\n\n'),
    figures: figures.map((picture) => tellPicture(picture, origin)),
    corrections: corrections.map(({ date, wrong, right }) => ({ date, wrong, right })),
  };
}

function tellPicture({ path, width, height, alt, caption, credit }: Picture, origin: string): object {
  return { url: origin + path, width, height, alt, caption, credit };
}

function tagOf(locale: Locale): string {
  return localeFacts[locale].tag;
}
