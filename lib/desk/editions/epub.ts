/**
 * An issue as an e-book: EPUB 3 with what EPUB Accessibility 1.1 asks to be said of it. One document an article, the contents by column, the
 * pictures inside. Promises the same bytes for the same issue: no clock, no chance, everything in the order of the issue.
 */
import type { Catalogue } from '@/lib/content/catalogue';
import { machineTime, plainDate } from '@/lib/locale/dates';
import { localeFacts } from '@/lib/locale/locales';
import { fill, messages } from '@/lib/locale/messages';
import { pathOf } from '@/lib/routes';
import { stableUuid } from '@/lib/wire/stable-id';
import { escapeXml } from '@/lib/wire/xml';
import { elementsOf, readBody } from './body';
import { articleFile, writeArticlePage, writeColophonPage, writePage, writeTitlePage } from './book-pages';
import { readBookPicture, type BookPicture } from './book-pictures';
import { bookStyle } from './book-style';
import { drawBookCover } from './book-cover';
import { articlesOf, type WholeIssue } from './whole-issue';
import { element } from './xhtml';
import { writeZip, type ZipEntry } from './zip';

interface Item {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
  /** https://www.w3.org/TR/epub-33/#app-item-properties-vocab */
  readonly properties?: string;
  /** Whether readers turn to it in its turn. */
  readonly isRead?: boolean;
}

const folder = 'EPUB';
const xhtml = 'application/xhtml+xml';
const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
const container = `${declaration}<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="${folder}/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`;

export async function writeEpub(whole: WholeIssue, catalogue: Pick<Catalogue, 'findPictureFile'>): Promise<Buffer> {
  const pictures = await readPictures(whole, catalogue);
  const items = itemsOf(whole, pictures);
  const entries: readonly ZipEntry[] = [
    { name: 'mimetype', bytes: Buffer.from('application/epub+zip'), isStored: true },
    { name: 'META-INF/container.xml', bytes: Buffer.from(container) },
    { name: `${folder}/package.opf`, bytes: Buffer.from(writePackage(whole, items)) },
    ...items.map(({ name, type, bytes }) => ({ name: `${folder}/${name}`, bytes, isStored: /^image\/(?:jpeg|png|gif)$/.test(type) })),
  ];
  return writeZip(entries);
}

/** By their address in the portal; the cover's is there too. */
async function readPictures(whole: WholeIssue, catalogue: Pick<Catalogue, 'findPictureFile'>): Promise<ReadonlyMap<string, BookPicture>> {
  const inBodies = [...articlesOf(whole).map(({ html }) => html), whole.issue.html ?? ''].flatMap((html) => [...elementsOf(readBody(html))].flatMap(({ name, attributes }) => (name === 'img' ? (attributes.get('src') ?? []) : [])));
  const paths = [coverOf(whole)?.path, ...inBodies, ...articlesOf(whole).flatMap(({ figures }) => figures.map(({ path }) => path))];
  const pictures = new Map<string, BookPicture>();
  for (const path of new Set(paths)) {
    const picture = path === undefined ? undefined : await readBookPicture(catalogue, path);
    if (path !== undefined && picture) pictures.set(path, picture);
  }
  return pictures;
}

/** The issue's own picture, else that of its first article. */
function coverOf(whole: WholeIssue) {
  return whole.issue.cover ?? articlesOf(whole)[0]?.cover;
}

function itemsOf(whole: WholeIssue, pictures: ReadonlyMap<string, BookPicture>): readonly Item[] {
  const cover = coverOf(whole);
  const coverPicture = cover && pictures.get(cover.path);
  const coverName = coverPicture?.name ?? 'cover.svg';
  const names = new Map([...pictures].map(([path, { name }]) => [path, name]));
  return [
    { id: 'style', name: 'style.css', type: 'text/css', bytes: Buffer.from(bookStyle) },
    ...(coverPicture ? [] : [{ id: 'cover', name: coverName, type: 'image/svg+xml', bytes: Buffer.from(drawBookCover(whole)), properties: 'cover-image' }]),
    { id: 'title', name: 'title.xhtml', type: xhtml, bytes: Buffer.from(writeTitlePage(whole, { name: coverName, alt: cover?.alt ?? '' }, names)), isRead: true },
    { id: 'nav', name: 'nav.xhtml', type: xhtml, bytes: Buffer.from(writeNavigation(whole)), properties: 'nav', isRead: true },
    ...articlesOf(whole).map((article, place): Item => ({ id: `a${place + 1}`, name: articleFile(article), type: xhtml, bytes: Buffer.from(writeArticlePage(article, whole, names)), isRead: true })),
    { id: 'colophon', name: 'colophon.xhtml', type: xhtml, bytes: Buffer.from(writeColophonPage(whole)), isRead: true },
    ...[...pictures.values()].map(({ name, type, bytes }, place): Item => ({ id: `p${place + 1}`, name, type, bytes, ...(name === coverName && { properties: 'cover-image' }) })),
  ];
}

/** The contents by column, and the places that every reader looks for. */
function writeNavigation(whole: WholeIssue): string {
  const { locale, columns } = whole;
  const words = messages(locale);
  const line = (file: string, text: string, lang?: string): string => element('li', {}, element('a', { href: file, lang, 'xml:lang': lang }, escapeXml(text)));
  const list = columns.map(({ column, articles }) => {
    const lines = articles.map((article) => line(articleFile(article), article.title, article.shownLocale === locale ? undefined : localeFacts[article.shownLocale].tag));
    return element('li', {}, element('span', {}, escapeXml(column.name)), element('ol', {}, ...lines));
  });
  const [first] = articlesOf(whole);
  const landmarks: readonly (readonly [kind: string, file: string, text: string])[] = [
    ['titlepage', 'title.xhtml', whole.issue.periodicalTitle],
    ['toc', 'nav.xhtml', words.issue.contents],
    ...(first ? [['bodymatter', articleFile(first), first.title] as const] : []),
    ['colophon', 'colophon.xhtml', words.issuePrint.colophon],
  ];
  const marks = landmarks.map(([kind, file, text]) => element('li', {}, element('a', { 'epub:type': kind, href: file }, escapeXml(text))));
  const contents = element('nav', { 'epub:type': 'toc', role: 'doc-toc', id: 'toc', 'aria-labelledby': 'toc-title' }, element('h1', { id: 'toc-title' }, escapeXml(words.issue.contents)), element('ol', {}, line('title.xhtml', whole.issue.periodicalTitle), ...list, line('colophon.xhtml', words.issuePrint.colophon)));
  return writePage(locale, words.issue.contents, contents + element('nav', { 'epub:type': 'landmarks', id: 'landmarks', hidden: 'hidden', 'aria-label': words.editions.landmarks }, element('ol', {}, ...marks)));
}

function writePackage(whole: WholeIssue, items: readonly Item[]): string {
  const manifest = items.map(({ id, name, type, properties }) => element('item', { id, href: name, 'media-type': type, properties }));
  const spine = items.filter(({ isRead }) => isRead).map(({ id }) => element('itemref', { idref: id }));
  const { tag } = localeFacts[whole.locale];
  return `${declaration}${element(
    'package',
    { xmlns: 'http://www.idpf.org/2007/opf', version: '3.0', 'unique-identifier': 'id', 'xml:lang': tag },
    element('metadata', { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' }, ...metadataOf(whole, items)),
    element('manifest', {}, ...manifest),
    element('spine', {}, ...spine),
  )}\n`;
}

function metadataOf(whole: WholeIssue, items: readonly Item[]): readonly string[] {
  const { locale, issue, site, url, updated, periodical } = whole;
  const words = messages(locale);
  const dublinCore = (name: string, value: string, id?: string): string => element(`dc:${name}`, { id }, escapeXml(value));
  const meta = (property: string, value: string, refines?: string): string => element('meta', { property, refines }, escapeXml(value));
  const hasPictures = items.some(({ type, properties }) => type.startsWith('image/') && properties === undefined);
  const position = issue.total ?? issue.number;
  // Of a picture nobody has described, nothing is claimed.
  const isDescribed = articlesOf(whole).every(({ html }) => [...elementsOf(readBody(html))].every(({ name, attributes }) => name !== 'img' || (attributes.get('alt') ?? '').trim() !== ''));
  return [
    dublinCore('identifier', `urn:uuid:${stableUuid(pathOf({ kind: 'issue', locale, periodical: periodical.slug, issue: issue.date }), 'epub')}`, 'id'),
    dublinCore('title', fill(words.issue.title, { periodical: issue.periodicalTitle, date: plainDate(issue.date, locale) })),
    dublinCore('language', localeFacts[locale].tag),
    dublinCore('publisher', site.organisation),
    dublinCore('creator', site.organisation),
    dublinCore('date', issue.date),
    dublinCore('source', url),
    ...(issue.title === undefined ? [] : [dublinCore('description', issue.title)]),
    meta('dcterms:modified', `${new Date(machineTime(updated)).toISOString().slice(0, 19)}Z`),
    element('meta', { property: 'belongs-to-collection', id: 'periodical' }, escapeXml(periodical.title)),
    meta('collection-type', 'series', '#periodical'),
    ...(position === undefined ? [] : [meta('group-position', String(position), '#periodical')]),
    meta('schema:accessMode', 'textual'),
    ...(hasPictures ? [meta('schema:accessMode', 'visual')] : []),
    ...(isDescribed ? [meta('schema:accessModeSufficient', 'textual')] : []),
    ...['structuralNavigation', 'tableOfContents', 'readingOrder', 'displayTransformability', ...(hasPictures && isDescribed ? ['alternativeText'] : [])].map((feature) => meta('schema:accessibilityFeature', feature)),
    meta('schema:accessibilityHazard', 'none'),
    meta('schema:accessibilitySummary', words.editions.accessibility),
  ];
}
