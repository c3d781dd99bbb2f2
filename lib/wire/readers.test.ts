/**
 * What other people's programs make of our files: feeds and calendars through libraries that read them, feeds and site maps against schemas
 * (fixtures/), over every file that the fictional archive has.
 */
import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import ICAL from 'ical.js';
import { validateXML, type XMLFileInfo } from 'xmllint-wasm';
import { openCatalogue } from '@/lib/content/catalogue';
import { openIndexer } from '@/lib/content/indexer';
import { listWirePaths, partsOf, siteMapList } from '@/lib/desk/export/addresses';
import { readEnvironment } from '@/lib/environment';
import { openWire } from './wire';

const root = path.resolve(import.meta.dirname, '../..');
const origin = 'https://news.example.cn';
let folder = '';
/** All files by path. */
const files = new Map<string, string>();

before(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'readers-'));
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
});
after(() => fs.rm(folder, { recursive: true }));

function all(pattern: RegExp): readonly (readonly [address: string, text: string])[] {
  const found = [...files].filter(([address]) => pattern.test(address));
  assert.ok(found.length > 0, `there are files like ${pattern.source}`);
  return found;
}

async function schema(name: string): Promise<XMLFileInfo> {
  return { fileName: name, contents: await fs.readFile(path.join(import.meta.dirname, 'fixtures', name), 'utf8') };
}

function asXml(found: readonly (readonly [string, string])[]): XMLFileInfo[] {
  return found.map(([address, contents]) => ({ fileName: address.slice(1).replaceAll('/', '_'), contents }));
}

test('every feed is Atom by its schema', async () => {
  const { valid, errors } = await validateXML({ xml: asXml(all(/\.atom$/)), schema: [await schema('atom.rng')], extension: 'relaxng', maxMemoryPages: 4096 });
  assert.deepEqual([valid, errors.map(({ message }) => message)], [true, []]);
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

test('every site map, the list of them and the news are valid by their schema', async () => {
  const found = all(/^\/sitemap/);
  const { valid, errors } = await validateXML({ xml: asXml(found), schema: [await schema('site-map.xsd')], preload: [await schema('alternate.xsd'), await schema('news.xsd')], maxMemoryPages: 4096 });
  assert.deepEqual([valid, errors.map(({ message }) => message)], [true, []]);
  assert.match(files.get('/sitemaps/news.xml') ?? '', /<news:title>/, 'there is news to look at');
});

test('languages in the site maps point at one another', () => {
  const pages = new Map(all(/^\/sitemaps\//).flatMap(([, text]) => [...text.matchAll(/<url><loc>([^<]*)<\/loc>(.*?)<\/url>/g)].map(([, at = '', rest = '']) => [at, [...rest.matchAll(/hreflang="[a-z]{2}[^"]*" href="([^"]*)"/g)].map(([, other]) => other)] as const)).filter(([, others]) => others.length > 0));
  assert.ok(pages.size > 50);
  for (const [at, others] of pages) for (const other of others) assert.deepEqual([other, pages.get(other ?? '')], [other, others], at);
});
