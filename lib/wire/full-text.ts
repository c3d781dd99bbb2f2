/**
 * An article as HTML for other people's programs: the sanitised body, figures, where it was printed, corrections. Every address in it is
 * whole, because it is read far from here.
 */
import type { Article } from '@/lib/content/article';
import type { Picture } from '@/lib/content/picture';
import { newspaperReference, plainDate } from '@/lib/locale/dates';
import { fill, messages } from '@/lib/locale/messages';
import { escapeXml } from './xml';

const tag = /<[a-z][a-z0-9]*(?:\s+[^\s"=<>]+(?:="[^"]*")?)*\s*\/?>/gi;
const address = /(\s(?:href|src)=")([/#])(?!\/)/g;
const addresses = /(\ssrcset=")([^"]*)/gi;

/** @param url The article's own address, absolute. */
export function fullText(article: Article, url: string): string {
  const { origin } = new URL(url);
  const { html, figures, newspaper, corrections, translation, shownLocale } = article;
  const words = messages(shownLocale);
  const parts = [
    translation && `<p><em>${escapeXml(words.translation[translation])}</em></p>`,
    wholeAddresses(html, url),
    ...figures.map((picture) => figureOf(picture, origin)),
    newspaper && `<p>${escapeXml(newspaperReference(newspaper, shownLocale))}</p>`,
    corrections.length > 0 && `<h2>${escapeXml(words.correction.title)}</h2>`,
    ...corrections.map(({ date, wrong, right }) => `<p>${escapeXml(`${plainDate(date, shownLocale)} ${fill(words.correction.text, { wrong, right })}`)}</p>`),
  ];
  return parts.filter(Boolean).join('\n');
}

/** Only inside tags: an article may talk about `href="/"`. */
export function wholeAddresses(html: string, url: string): string {
  const { origin } = new URL(url);
  return html.replace(tag, (element) =>
    element
      .replace(address, (_, before: string, first: string) => before + (first === '#' ? `${url}#` : `${origin}/`))
      .replace(addresses, (_, before: string, list: string) => before + list.replace(/(^|,\s*)\/(?!\/)/g, `$1${origin}/`)),
  );
}

function figureOf({ path, alt, width, height, caption, credit }: Picture, origin: string): string {
  const words = [caption, credit].filter((text) => text !== undefined).map(escapeXml).join(' / ');
  return `<figure><img src="${escapeXml(origin + path)}" alt="${escapeXml(alt)}" width="${width}" height="${height}">${words && `<figcaption>${words}</figcaption>`}</figure>`;
}
