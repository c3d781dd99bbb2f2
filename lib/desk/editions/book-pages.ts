/** The documents of an e-book: its title, an article, its colophon. */
import type { Article } from '@/lib/content/article';
import type { Picture } from '@/lib/content/picture';
import { longDate, newspaperReference } from '@/lib/locale/dates';
import { localeFacts, type Locale } from '@/lib/locale/locales';
import { messages } from '@/lib/locale/messages';
import { pathOf, shortPathOf } from '@/lib/routes';
import { shortCodeOf } from '@/lib/short-code';
import { escapeXml } from '@/lib/wire/xml';
import { correctionsOf, factsOf, noticeOf, numbersOf } from './plain-text';
import { articlesOf, type WholeIssue } from './whole-issue';
import { element, writeBody, type Surroundings } from './xhtml';

/** The files of pictures, by their address in the portal. */
export type PictureNames = ReadonlyMap<string, string>;

export function articleFile({ id }: Pick<Article, 'id'>): string {
  return `article-${id.slug}.xhtml`;
}

/** @param content XML. */
export function writePage(locale: Locale, title: string, content: string): string {
  const { tag } = localeFacts[locale];
  const page = element(
    'html',
    { xmlns: 'http://www.w3.org/1999/xhtml', 'xmlns:epub': 'http://www.idpf.org/2007/ops', lang: tag, 'xml:lang': tag },
    element('head', {}, element('meta', { charset: 'utf-8' }), element('title', {}, escapeXml(title)), element('link', { rel: 'stylesheet', type: 'text/css', href: 'style.css' })),
    element('body', {}, content),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n${page}\n`;
}

export function writeTitlePage(whole: WholeIssue, cover: { readonly name: string; readonly alt: string }, pictures: PictureNames): string {
  const { locale, issue, site } = whole;
  const paragraph = (text: string, className?: string): string => element('p', { class: className }, escapeXml(text));
  const content = [
    paragraph(site.organisation),
    element('h1', {}, escapeXml(issue.periodicalTitle)),
    paragraph([longDate(issue.date, locale), ...numbersOf(whole)].join('　')),
    ...(issue.title === undefined ? [] : [paragraph(issue.title, 'theme')]),
    element('figure', {}, element('img', { src: cover.name, alt: cover.alt })),
    ...(locale === 'zh-hant' ? [paragraph(messages(locale).issuePrint.converted, 'notice')] : []),
    ...(issue.html === undefined ? [] : [element('div', langOf(issue.titleLocale ?? locale, locale), writeBody(issue.html, surroundingsOf(whole, whole.url, pictures)))]),
  ];
  return writePage(locale, issue.periodicalTitle, element('section', { 'epub:type': 'titlepage', class: 'title-page' }, ...content));
}

export function writeArticlePage(article: Article, whole: WholeIssue, pictures: PictureNames): string {
  const { locale, origin } = whole;
  const { id, kicker, title, html, figures, newspaper, shownLocale, corrections } = article;
  const { correction, copy, joint } = messages(locale);
  const notice = noticeOf(article, locale);
  const url = origin + pathOf({ kind: 'article', locale, ...id });
  const short = origin + shortPathOf(shortCodeOf(id));
  const lang = langOf(shownLocale, locale);
  const content = [
    ...(kicker === undefined ? [] : [element('p', { class: 'kicker', ...lang }, escapeXml(kicker))]),
    element('h1', { id: 'title', ...lang }, escapeXml(title)),
    element('p', { class: 'facts' }, escapeXml(factsOf(article, locale).join('　'))),
    ...(notice === undefined ? [] : [element('p', { class: 'notice' }, escapeXml(notice))]),
    element('div', lang, writeBody(html, surroundingsOf(whole, url, pictures)), ...figures.map((picture) => writeFigure(picture, shownLocale, pictures))),
    ...(newspaper ? [element('p', { class: 'foot', ...lang }, escapeXml(newspaperReference(newspaper, shownLocale)))] : []),
    ...(corrections.length > 0 ? [element('section', { class: 'corrections' }, element('h2', {}, escapeXml(correction.title)), ...correctionsOf(article, locale).map((text) => element('p', lang, escapeXml(text))))] : []),
    element('p', { class: 'foot' }, escapeXml(copy.address + joint.colon), element('a', { href: short }, escapeXml(short))),
  ];
  return writePage(locale, title, element('section', { 'epub:type': 'chapter', role: 'doc-chapter', 'aria-labelledby': 'title' }, ...content));
}

export function writeColophonPage(whole: WholeIssue): string {
  const { locale, issue, site, url } = whole;
  const words = messages(locale).issuePrint;
  const { joint } = messages(locale);
  const { address, telephone, email } = site.contact ?? {};
  const facts: readonly (readonly [name: string, value: string])[] = [
    [words.periodical, issue.periodicalTitle],
    [words.date, longDate(issue.date, locale)],
    [words.numbers, numbersOf(whole).join(joint.list)],
    [words.publisher, site.organisation],
    [words.contact, [address, telephone, email].filter((one) => one !== undefined).join(joint.list)],
  ];
  const list = facts.filter(([, value]) => value !== '').map(([name, value]) => element('dt', {}, escapeXml(name)) + element('dd', {}, escapeXml(value)));
  const link = element('dt', {}, escapeXml(words.address)) + element('dd', {}, element('a', { href: url }, escapeXml(url)));
  return writePage(locale, words.colophon, element('section', { 'epub:type': 'colophon', role: 'doc-colophon', 'aria-labelledby': 'title' }, element('h1', { id: 'title' }, escapeXml(words.colophon)), element('dl', {}, ...list, link)));
}

function writeFigure({ path, alt, caption, credit, shownLocale }: Picture, around: Locale, pictures: PictureNames): string {
  const file = pictures.get(path);
  if (file === undefined) return '';
  const lang = langOf(shownLocale, around);
  const words = [...(caption === undefined ? [] : [escapeXml(caption)]), ...(credit === undefined ? [] : [element('span', { class: 'credit' }, escapeXml(credit))])];
  return element('figure', {}, element('img', { src: file, alt, ...lang }), ...(words.length > 0 ? [element('figcaption', lang, words.join(' / '))] : []));
}

/** In the book there are its articles; everything else is on the web. */
function surroundingsOf(whole: WholeIssue, base: string, pictures: PictureNames): Surroundings {
  const files = new Map(articlesOf(whole).map((article) => [whole.origin + pathOf({ kind: 'article', locale: whole.locale, ...article.id }), articleFile(article)]));
  return {
    picture: (path) => pictures.get(path),
    link(href) {
      const url = URL.canParse(href, base) ? new URL(href, base) : undefined;
      if (!url) return base;
      return files.get(url.origin + url.pathname) ?? url.href;
    },
  };
}

function langOf(shown: Locale, around: Locale): Record<string, string> {
  const { tag } = localeFacts[shown];
  return shown === around ? {} : { lang: tag, 'xml:lang': tag };
}
