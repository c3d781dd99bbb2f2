/** A feed as Atom (RFC 4287). */
import { localeFacts } from '@/lib/locale/locales';
import type { Feed, FeedItem } from './feed';
import { escapeXml } from './xml';

export const atomType = 'application/atom+xml; charset=utf-8';

export function writeAtom(feed: Feed): string {
  const { locale, id, title, description, publisher, self, page, hub, updated, items } = feed;
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${localeFacts[locale].tag}">`,
    element('id', id),
    element('title', title),
    description && element('subtitle', description),
    element('updated', updated),
    `<author>${element('name', publisher)}</author>`,
    link('self', self, 'application/atom+xml'),
    link('alternate', page, 'text/html'),
    hub !== undefined && `<link rel="hub" href="${escapeXml(hub)}"/>`,
    ...items.map((item) => entryOf(item, feed)),
    '</feed>',
  ];
  return `${lines.filter(Boolean).join('\n')}\n`;
}

function entryOf({ id, url, shownLocale, title, authors, summary, html, published, updated, tags, recording }: FeedItem, { locale }: Feed): string {
  const lines = [
    shownLocale === locale ? '<entry>' : `<entry xml:lang="${localeFacts[shownLocale].tag}">`,
    element('id', id),
    element('title', title),
    link('alternate', url, 'text/html'),
    recording && `<link rel="enclosure" type="${recording.type}" length="${recording.size}" href="${escapeXml(recording.url)}"/>`,
    element('published', published),
    element('updated', updated),
    ...authors.map((name) => `<author>${element('name', name)}</author>`),
    ...tags.map((term) => `<category term="${escapeXml(term)}"/>`),
    summary && element('summary', summary),
    `<content type="html">${escapeXml(html)}</content>`,
    '</entry>',
  ];
  return lines.filter(Boolean).join('\n');
}

function element(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`;
}

function link(relation: string, address: string, type: string): string {
  return `<link rel="${relation}" type="${type}" href="${escapeXml(address)}"/>`;
}
