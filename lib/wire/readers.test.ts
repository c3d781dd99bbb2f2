/**
 * What other people's programs make of our files: feeds, calendars and site maps through libraries that read them, and against published
 * schemas; against ours (fixtures/) where nobody publishes one as a package. Over every file that the fictional archive has.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { after, test } from 'node:test';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import ICAL from 'ical.js';
import { ErrorLevel, XMLToSitemapIndexStream, XMLToSitemapItemStream, type IndexItem, type SitemapItem } from 'sitemap';
import { validateXML, type XMLFileInfo } from 'xmllint-wasm';
import { openCatalogue } from '@/lib/content/catalogue';
import { openIndexer } from '@/lib/content/indexer';
import { listWirePaths, partsOf, siteMapList } from '@/lib/desk/export/addresses';
import { readEnvironment } from '@/lib/environment';
import { locales } from '@/lib/locale/locales';
import { root } from '@/lib/root.mjs';
import { openWire } from './wire';

const origin = 'https://news.example.cn';
/** All files by path. */
const files = new Map<string, string>();

const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'readers-'));
const environment = readEnvironment({ PORTAL_CONTENT: path.join(root, 'e2e/content'), PORTAL_DATA: folder });
const indexer = openIndexer(environment);
await indexer.refresh();
// The day after the fullest issue, so that there is news.
const now = (): Date => new Date('2025-03-15T08:00:00+08:00');
const catalogue = openCatalogue(environment, { now });
const wire = openWire({ catalogue, origin, now });
const read = async (address: string): Promise<string> => (await wire.write(address))?.body ?? '';
const addresses = [...listWirePaths(catalogue, []), ...partsOf(await read(siteMapList), origin)];
for (const address of addresses) files.set(address, await read(address));
catalogue.close();
indexer.close();
after(() => fs.rm(folder, { recursive: true }));

function all(pattern: RegExp): readonly (readonly [address: string, text: string])[] {
  const found = [...files].filter(([address]) => pattern.test(address));
  assert.ok(found.length > 0, `there are files like ${pattern.source}`);
  return found;
}

async function schema(name: string): Promise<XMLFileInfo> {
  return { fileName: name, contents: await fs.readFile(path.join(root, 'lib/wire/fixtures', name), 'utf8') };
}

function asXml(found: readonly (readonly [string, string])[]): XMLFileInfo[] {
  return found.map(([address, contents]) => ({ fileName: address.slice(1).replaceAll('/', '_'), contents }));
}

test('every feed is Atom by its schema', async () => {
  const { valid, errors } = await validateXML({ xml: asXml(all(/\.atom$/)), schema: [await schema('atom.rng')], extension: 'relaxng', maxMemoryPages: 4096 });
  assert.deepEqual([valid, errors.map(({ message }) => message)], [true, []]);
});

/** Ruby's RSS library holds what it reads against RFC 4287 where it is asked to: what must be there, once, and nothing that must not. */
const ruby = `require "json"; require "rss"
puts JSON.generate(JSON.parse(STDIN.read).map { |address, text|
  begin
    feed = RSS::Parser.parse(text, true, false)
    feed.is_a?(RSS::Atom::Feed) ? nil : "#{address}: no Atom"
  rescue RSS::Error => error
    "#{address}: #{error.message}"
  end
}.compact)`;
const hasRuby = spawnSync('ruby', ['-e', 'require "rss"']).status === 0;

test('every feed is Atom to a validating parser of other people’s', { skip: hasRuby ? false : 'Ruby’s RSS library is missing: sudo apt-get install ruby ruby-rss' }, () => {
  const faultsOf = (feeds: readonly (readonly [string, string])[]): unknown => {
    const { stdout, stderr } = spawnSync('ruby', ['-e', ruby], { input: JSON.stringify(feeds), encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
    assert.equal(stderr, '');
    return JSON.parse(stdout);
  };
  const feeds = all(/\.atom$/);
  assert.deepEqual(faultsOf(feeds), []);
  const broken = [/<updated>[^<]*<\/updated>/, /<id>[^<]*<\/id>/, /<author>.*?<\/author>/s].map((part) => ['broken', (files.get('/en/feed.atom') ?? '').replaceAll(new RegExp(part, 'g'), '')] as const);
  assert.equal((faultsOf(broken) as string[]).length, broken.length, 'it would say so');
});

test('every feed is JSON Feed 1.1 by its schema', async () => {
  const ajv = new Ajv({ allErrors: true });
  addFormats(ajv);
  const schema = await fs.readFile(path.join(root, 'node_modules/jsonfeed-schema/schema-v1.1.json'), 'utf8');
  const validate = ajv.compile(JSON.parse(schema) as object);
  for (const [address, text] of all(/\/feed\.json$/)) {
    validate(JSON.parse(text));
    assert.deepEqual(validate.errors ?? [], [], address);
  }
});

test('there is a feed of each kind in every language, in both forms', () => {
  const zhoukan = 'news/periodicals/zhoukan';
  for (const locale of locales) {
    for (const place of ['', 'corrections/', `${zhoukan}/`, `${zhoukan}/columns/minsheng/`]) {
      for (const format of ['atom', 'json']) assert.ok(files.has(`/${locale}/${place}feed.${format}`), `/${locale}/${place}feed.${format}`);
    }
  }
});

test('a feed reader finds the same articles in both forms, with all that a reader of feeds needs', () => {
  for (const [address, text] of all(/\.atom$/)) {
    const atom = parseAtomFeed(text);
    const json = parseJsonFeed(files.get(address.replace(/atom$/, 'json')) ?? '');
    const entries = atom.entries ?? [];
    assert.deepEqual(atom.links?.filter(({ rel }) => rel === 'self').map(({ href }) => href), [origin + address]);
    assert.equal(json.feed_url, origin + address.replace(/atom$/, 'json'));
    assert.deepEqual([atom.title?.value, atom.links.find(({ rel }) => rel === 'alternate')?.href], [json.title, json.home_page_url], address);
    assert.deepEqual(entries.map(({ id, title, published, updated, links, content }) => [id, title?.value, published, updated, links?.[0]?.href, content?.value]), (json.items ?? []).map(({ id, title, date_published, date_modified, url, content_html }) => [id, title, date_published, date_modified, url, content_html]), address);
    assert.equal(new Set(entries.map(({ id }) => id)).size, entries.length, 'an id is one entry’s');
    for (const { content, links } of entries) {
      assert.ok((content?.value ?? '').length > 0);
      assert.doesNotMatch(content?.value ?? '', /<[a-z][^<>]*\s(?:href|src)="(?!https?:|mailto:)/, `${address}: addresses are whole`);
      assert.ok(links?.[0]?.href?.startsWith(`${origin}/`));
    }
  }
  const kinds = [/^\/en\/feed/, /^\/en\/corrections\/feed/, /^\/en\/news\/periodicals\/zhoukan\/feed/, /^\/en\/news\/periodicals\/zhoukan\/columns\/minsheng\/feed/];
  for (const kind of kinds) for (const [address, text] of all(new RegExp(`${kind.source}\\.atom$`))) assert.ok((parseAtomFeed(text).entries ?? []).length > 0, address);
});

test('a calendar program finds a whole day for every issue', () => {
  for (const [address, text] of all(/\.ics$/)) {
    const calendar = ICAL.Component.fromString(text);
    const events = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
    assert.ok(events.length > 0, address);
    assert.equal(new Set(events.map(({ uid }) => uid)).size, events.length);
    for (const { summary, startDate, endDate } of events) {
      assert.ok(summary.length > 0);
      assert.deepEqual([startDate.isDate, endDate.subtractDate(startDate).toSeconds()], [true, 24 * 60 * 60]);
    }
  }
});

test('every site map is valid by the protocol’s schema, with what it holds of other vocabularies; so is the list of them', async () => {
  const published = { fileName: 'sitemap.xsd', contents: await fs.readFile(path.join(root, 'node_modules/sitemap/schema/sitemap.xsd'), 'utf8') };
  const maps = { xml: asXml(all(/^\/sitemaps\//)), schema: [await schema('site-map.xsd')], preload: [published, await schema('alternate.xsd'), await schema('news.xsd')], maxMemoryPages: 4096 };
  const list = { xml: asXml(all(/^\/sitemap\.xml$/)), schema: [await schema('site-map-list.xsd')] };
  for (const files of [maps, list]) {
    const { valid, errors } = await validateXML(files);
    assert.deepEqual([valid, errors.map(({ message }) => message)], [true, []]);
  }
  assert.match(files.get('/sitemaps/news.xml') ?? '', /<news:title>/, 'there is news to look at');
});

test('a reader of site maps finds every part in the list, and in the parts only whole addresses of ours', async () => {
  const list = new XMLToSitemapIndexStream({ level: ErrorLevel.THROW });
  const parts = (await Readable.from([files.get(siteMapList)]).pipe(list).toArray()) as readonly IndexItem[];
  assert.deepEqual(parts.map(({ url }) => url).sort(), all(/^\/sitemaps\//).map(([address]) => origin + address).sort());
  for (const [address, text] of all(/^\/sitemaps\//)) {
    const map = new XMLToSitemapItemStream({ level: ErrorLevel.SILENT });
    const items = (await Readable.from([text]).pipe(map).toArray()) as readonly SitemapItem[];
    // How long a headline may be is this library's own idea: the rules of news maps name no length.
    assert.deepEqual(map.errors.map(({ message }) => message).filter((message) => !/^news title exceeds max length/.test(message)), [], address);
    assert.ok(items.length > 0 && items.length <= 50_000, address);
    for (const found of items.flatMap(({ url, links }) => [url, ...links.map((link) => link.url)])) assert.match(found, /^https:\/\/news\.example\.cn\/\S+$/, address);
  }
  for (const [address, text] of all(/^\/sitemap/)) for (const [, time = ''] of text.matchAll(/<(?:lastmod|news:publication_date)>([^<]*)</g)) assert.match(time, /\+08:00$/, address);
});

test('languages in the site maps point at one another', () => {
  const pages = new Map(all(/^\/sitemaps\//).flatMap(([, text]) => [...text.matchAll(/<url><loc>([^<]*)<\/loc>(.*?)<\/url>/g)].map(([, at = '', rest = '']) => [at, [...rest.matchAll(/hreflang="[a-z]{2}[^"]*" href="([^"]*)"/g)].map(([, other]) => other)] as const)).filter(([, others]) => others.length > 0));
  assert.ok(pages.size > 50);
  for (const [at, others] of pages) for (const other of others) assert.deepEqual([other, pages.get(other ?? '')], [other, others], at);
});
