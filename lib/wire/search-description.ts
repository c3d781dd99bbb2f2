/**
 * What a browser reads to offer the search of the portal among its own (OpenSearch 1.1, description document): one for each language.
 * Promises that its texts are no longer than browsers take.
 */
import type { Site } from '@/lib/content/site';
import { localeFacts, type Locale } from '@/lib/locale/locales';
import { fill, messages } from '@/lib/locale/messages';
import { searchTemplateOf, wirePathOf } from '@/lib/routes';
import { escapeXml } from './xml';

export const searchDescriptionType = 'application/opensearchdescription+xml; charset=utf-8';

/** Characters: "must contain 16 or fewer characters of plain text", and 48, and 1024. */
const longest = { ShortName: 16, LongName: 48, Description: 1_024 } as const;

/** @param origin Scheme and host that readers see. */
export function writeSearchDescription({ name, organisation }: Pick<Site, 'name' | 'organisation'>, locale: Locale, origin: string): string {
  const { joint, search } = messages(locale);
  const portal = fill(joint.title, { title: name, site: organisation });
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    element('ShortName', name),
    element('LongName', portal),
    element('Description', fill(joint.title, { title: search.title, site: portal })),
    link('results', 'text/html', origin + searchTemplateOf(locale)),
    // By it browsers see that the description has changed.
    link('self', 'application/opensearchdescription+xml', origin + wirePathOf({ kind: 'search-description', locale })),
    `<Image width="16" height="16" type="image/svg+xml">${escapeXml(`${origin}/favicon.svg`)}</Image>`,
    `<Language>${localeFacts[locale].tag}</Language>`,
    '<InputEncoding>UTF-8</InputEncoding>',
    '<OutputEncoding>UTF-8</OutputEncoding>',
    '</OpenSearchDescription>',
  ];
  return `${lines.join('\n')}\n`;
}

function element(name: keyof typeof longest, text: string): string {
  return `<${name}>${escapeXml(shorten(text, longest[name]))}</${name}>`;
}

function link(relation: string, type: string, template: string): string {
  return `<Url type="${type}" rel="${relation}" template="${escapeXml(template)}"/>`;
}

/** Cut before the word that does not fit whole; where words are not parted by spaces, before the character. */
function shorten(text: string, limit: number): string {
  const characters = Array.from(text);
  if (characters.length <= limit) return text;
  const cut = characters.slice(0, limit + 1).join('');
  return (/^(.*\S)\s/su.exec(cut)?.[1] ?? characters.slice(0, limit).join('')).trim();
}
