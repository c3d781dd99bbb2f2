/** The wire over a real content folder: what programs get, and that it never says more than the pages do. */
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { openCatalogue } from '@/lib/content/catalogue';
import { articleText, issueFolder, makeContent, sampleFiles, writeFiles, type Files } from '@/lib/content/fixtures/sample-content';
import { silentMp3, silentMp4 } from '@/lib/content/fixtures/sample-recordings';
import { openIndexer } from '@/lib/content/indexer';
import { openWire, type Wire } from './wire';

const origin = 'https://news.example.cn';
const page = `${origin}/zh-hans/news/periodicals/zhoukan/2023-02-03`;
const feeds = '/zh-hans/news/periodicals/zhoukan';

async function openPortal(context: TestContext, files: Files = {}, now = '2023-02-04T12:00:00+08:00', isSearched = true): Promise<Wire & { readonly change: (more: Files) => Promise<void> }> {
  const folders = await makeContent(context, { ...sampleFiles, ...files });
  const indexer = openIndexer(folders, { isSearched });
  context.after(() => indexer.close());
  await indexer.refresh();
  const clock = (): Date => new Date(now);
  const catalogue = openCatalogue(folders, { now: clock });
  context.after(() => catalogue.close());
  return {
    ...openWire({ catalogue, origin, now: clock }),
    async change(more) {
      await writeFiles(folders.content, more);
      await indexer.refresh();
    },
  };
}

async function read(wire: Wire, path: string): Promise<string> {
  assert.ok(wire.has(path), path);
  return (await wire.write(path))?.body ?? '';
}

function all(pattern: RegExp, text: string): readonly string[] {
  return [...text.matchAll(pattern)].flatMap(([, found]) => found ?? []);
}

interface JsonItem {
  readonly id: string;
  readonly title: string;
  readonly date_published: string;
  readonly date_modified: string;
  readonly language?: string;
  readonly content_html: string;
  readonly attachments?: readonly { readonly url: string; readonly mime_type: string }[];
}

async function readItems(wire: Wire, path: string): Promise<readonly JsonItem[]> {
  const feed: unknown = JSON.parse(await read(wire, path));
  return (feed as { readonly items: readonly JsonItem[] }).items;
}

const secret: Files = {
  [`${issueFolder}/draft.md`]: articleText({ title: '草稿', status: 'draft' }),
  [`${issueFolder}/later.md`]: articleText({ title: '以后', published: '2023-02-05 08:00' }),
  [`${issueFolder}/gone.md`]: articleText({ title: '收回', status: 'withdrawn', withdrawal: '\n  date: 2023-02-04\n  reason: 有误', corrections: '\n  - date: 2023-02-04\n    wrong: 甲\n    right: 乙' }),
};

test('no file names a draft, a scheduled or a withdrawn article', async (context) => {
  const wire = await openPortal(context, secret);
  const paths = ['/zh-hans/feed.atom', '/zh-hans/feed.json', `${feeds}/feed.atom`, `${feeds}/columns/yaowen/feed.json`, '/zh-hans/corrections/feed.atom', '/sitemaps/zhoukan/2023-02.xml', '/sitemaps/news.xml', `${feeds}/issues.ics`];
  for (const path of paths) assert.doesNotMatch(await read(wire, path), /草稿|以后|收回|draft|later|gone/, path);
  assert.match(await read(wire, '/sitemaps/zhoukan/2023-02.xml'), /2023-02-03\/yi</);
});

test('an id never changes; `updated` moves with a noted correction and with nothing else', async (context) => {
  const wire = await openPortal(context);
  const [before] = await readItems(wire, '/zh-hans/feed.json');
  await wire.change({ [`${issueFolder}/yi.md`]: articleText({ title: '另一个标题', published: '2023-02-03 09:00' }) });
  const [retold] = await readItems(wire, '/zh-hans/feed.json');
  assert.equal(retold?.id, before?.id);
  assert.equal(retold?.date_modified, '2023-02-03T09:00:00+08:00');
  await wire.change({ [`${issueFolder}/yi.md`]: articleText({ title: '第一篇', corrections: '\n  - date: 2023-02-04\n    wrong: 三十\n    right: 三\n  - date: 2023-02-03\n    wrong: 一\n    right: 二' }) });
  const [corrected] = await readItems(wire, '/zh-hans/feed.json');
  assert.deepEqual([corrected?.id, corrected?.date_published, corrected?.date_modified], [before?.id, '2023-02-03T10:20:00+08:00', '2023-02-04T00:00:00+08:00']);
  assert.match(corrected?.content_html ?? '', /“三十”应为“三”。/);
  const atom = await read(wire, '/zh-hans/feed.atom');
  assert.deepEqual(all(/<updated>(.*?)<\/updated>/g, atom), ['2023-02-04T00:00:00+08:00', '2023-02-04T00:00:00+08:00']);
  const corrections = await readItems(wire, '/zh-hans/corrections/feed.json');
  assert.deepEqual(corrections.map(({ title, date_published }) => [title, date_published.slice(0, 10)]), [['更正：第一篇', '2023-02-04'], ['更正：第一篇', '2023-02-03']]);
  assert.notEqual(corrections[0]?.id, corrections[1]?.id);
});

test('a feed says which language a text is in, and gives the whole of it', async (context) => {
  const wire = await openPortal(context, { [`${issueFolder}/er.md`]: articleText({ title: '第二篇', published: '2023-02-03 11:00' }), [`${issueFolder}/er.en.md`]: '---\ntitle: Second\n---\n\nFirst.\n\nLast.\n' });
  assert.deepEqual((await readItems(wire, '/en/feed.json')).map(({ title, language }) => [title, language]), [['Second', undefined], ['第一篇', 'zh-Hans']]);
  assert.match(await read(wire, '/en/feed.atom'), /<entry xml:lang="zh-Hans">\n<id>urn:uuid:[0-9a-f-]{36}<\/id>\n<title>第一篇/);
  assert.match((await readItems(wire, '/en/feed.json'))[0]?.content_html ?? '', /First\.[^]*Last\./);
});

test('a feed encloses the recording of the text it gives', async (context) => {
  const files: Files = { [`${issueFolder}/er.md`]: articleText({ title: '第二篇', audio: 'er.mp3' }), [`${issueFolder}/er.en.md`]: '---\ntitle: Second\naudio: er.en.m4a\n---\n\nBody.\n', [`${issueFolder}/er.mp3`]: silentMp3(), [`${issueFolder}/er.en.m4a`]: silentMp4() };
  const wire = await openPortal(context, files);
  const [chinese] = all(/<link rel="enclosure" (.*?)\/>/g, await read(wire, '/zh-hans/feed.atom'));
  assert.match(chinese ?? '', /^type="audio\/mpeg" length="7200" href="https:\/\/news\.example\.cn\/recordings\/zhoukan\/2023-02-03\/[0-9a-f]{16}\/er\.mp3"$/);
  const attached = (await readItems(wire, '/en/feed.json')).map(({ attachments }) => attachments?.map(({ url, ...facts }) => [url.split('/').at(-1), facts]));
  assert.deepEqual(attached, [[['er.en.m4a', { mime_type: 'audio/mp4', size_in_bytes: silentMp4().length, duration_in_seconds: 90 }]], undefined]);
});

test('Atom is escaped, and without characters that XML forbids', async (context) => {
  const wire = await openPortal(context, { [`${issueFolder}/yi.md`]: articleText({ title: "'甲 & <乙> \u000b\uffff]]>'" }) });
  assert.deepEqual(all(/<title>(.*?)<\/title>/g, await read(wire, `${feeds}/feed.atom`)), ['示例周刊', '甲 &amp; &lt;乙&gt; ]]&gt;']);
});

test('a feed of a column holds that column', async (context) => {
  const wire = await openPortal(context, { [`${issueFolder}/er.md`]: articleText({ title: '副刊文章', column: '副刊' }) });
  assert.deepEqual((await readItems(wire, `${feeds}/columns/fukan/feed.json`)).map(({ title }) => title), ['副刊文章']);
  for (const path of [`${feeds}/columns/nothing/feed.json`, '/zh-hans/news/periodicals/nothing/feed.atom', '/zh-hans/news/periodicals/nothing/issues.ics', '/sitemaps/zhoukan/2023-03.xml', '/sitemaps/nothing/2023-02.xml']) {
    assert.equal(wire.has(path), false, path);
  }
});

test('site maps: parts by month, real changes, and languages only where the words exist', async (context) => {
  const corrected = articleText({ title: '第二篇', corrections: '\n  - date: 2023-02-04\n    wrong: 甲\n    right: 乙' });
  const wire = await openPortal(context, { [`${issueFolder}/er.md`]: corrected, [`${issueFolder}/er.en.md`]: '---\ntitle: Second\ncorrections:\n  - wrong: a\n    right: b\n---\n\nBody.\n', [`${issueFolder.replace('02-03', '01-06')}/san.md`]: articleText({ published: '2023-01-06 08:00' }) });
  const list = await read(wire, '/sitemap.xml');
  assert.deepEqual(all(/<loc>(.*?)<\/loc>/g, list).map((path) => path.slice(origin.length)), ['/sitemaps/pages.xml', '/sitemaps/zhoukan/2023-01.xml', '/sitemaps/zhoukan/2023-02.xml', '/sitemaps/news.xml']);
  assert.deepEqual(all(/<lastmod>(.*?)<\/lastmod>/g, list), ['2023-02-04T00:00:00+08:00', '2023-01-06T08:00:00+08:00', '2023-02-04T00:00:00+08:00']);
  for (const path of all(/<loc>(.*?)<\/loc>/g, list)) assert.ok(wire.has(path.slice(origin.length)), path);
  const month = await read(wire, '/sitemaps/zhoukan/2023-02.xml');
  const urls = all(/<url>(.*?)<\/url>/g, month).map((url) => ({ path: /<loc>(.*?)<\/loc>/.exec(url)?.[1] ?? '', updated: /<lastmod>(.*?)<\/lastmod>/.exec(url)?.[1], tags: all(/hreflang="(.*?)"/g, url) }));
  const named = (slug: string, locale: string) => urls.find(({ path }) => path === page.replace('zh-hans', locale) + slug);
  assert.deepEqual(named('/er', 'en'), { path: `${origin}/en/news/periodicals/zhoukan/2023-02-03/er`, updated: '2023-02-04T00:00:00+08:00', tags: ['zh-Hans', 'zh-Hant', 'en', 'x-default'] });
  assert.deepEqual(named('/yi', 'zh-hans')?.tags, ['zh-Hans', 'zh-Hant', 'x-default']);
  assert.equal(named('/yi', 'en'), undefined);
  assert.equal(named('/er', 'ja'), undefined);
  assert.equal(named('', 'zh-hans')?.updated, '2023-02-04T00:00:00+08:00');
  assert.match(await read(wire, '/sitemaps/pages.xml'), /<loc>https:\/\/news\.example\.cn\/zh-hans\/about<\/loc><xhtml/);
  assert.match(await read(wire, '/robots.txt'), /^Sitemap: https:\/\/news\.example\.cn\/sitemap\.xml$/m);
});

test('an article is cited in the languages it has words in, and not while it is withdrawn, a draft or to come', async (context) => {
  const wire = await openPortal(context, { ...secret, [`${issueFolder}/er.md`]: articleText({ title: '第二篇', authors: '[甲]' }), [`${issueFolder}/er.en.md`]: '---\ntitle: Second\n---\n\nBody.\n' });
  assert.match(await read(wire, '/zh-hans/news/periodicals/zhoukan/2023-02-03/er/cite.txt'), /^甲\. 第二篇\[J\/OL\]\. 示例周刊, 2023-02-03\[引用日期\]\. https:\/\/news\.example\.cn\/zh-hans\/news\/periodicals\/zhoukan\/2023-02-03\/er$/m);
  assert.match(await read(wire, '/en/news/periodicals/zhoukan/2023-02-03/er/cite.ris'), /\r\nTI  - Second\r\nT2  - Example Weekly\r\n/);
  assert.match(await read(wire, '/zh-hant/news/periodicals/zhoukan/2023-02-03/yi/cite.bib'), /^@article\{zhoukan-2023-02-03-yi,$/m);
  for (const path of ['/en/news/periodicals/zhoukan/2023-02-03/yi', '/ja/news/periodicals/zhoukan/2023-02-03/er', ...['draft', 'later', 'gone', 'nothing'].map((slug) => `${page.slice(origin.length)}/${slug}`)]) {
    assert.equal(wire.has(`${path}/cite.txt`), false, path);
  }
});

test('an article has its code to scan in every language, and none while nobody may read it', async (context) => {
  const wire = await openPortal(context, secret);
  const [chinese, english] = await Promise.all(['zh-hans', 'en'].map((locale) => read(wire, `/${locale}/news/periodicals/zhoukan/2023-02-03/yi/qr.svg`)));
  assert.match(chinese ?? '', /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" /);
  assert.notEqual(chinese, english);
  for (const slug of ['draft', 'later', 'nothing']) assert.equal(wire.has(`${page.slice(origin.length)}/${slug}/qr.svg`), false, slug);
});

const ages: readonly (readonly [now: string, isNews: boolean])[] = [
  ['2023-02-03T10:21:00+08:00', true],
  ['2023-02-05T10:19:00+08:00', true],
  ['2023-02-05T10:21:00+08:00', false],
];

for (const [now, isNews] of ages) {
  test(`at ${now} an article of 3 February, 10:20, is ${isNews ? '' : 'no longer '}news`, async (context) => {
    const wire = await openPortal(context, {}, now);
    const map = await read(wire, '/sitemaps/news.xml');
    assert.equal(map.includes('<news:publication_date>2023-02-03T10:20:00+08:00</news:publication_date><news:title>第一篇</news:title>'), isNews);
    assert.ok(all(/<loc>(.*?)<\/loc>/g, map).length > 0, 'a map of nothing is not valid');
    assert.equal((await wire.write('/sitemaps/news.xml'))?.isFleeting, true);
  });
}

test('the calendar has a whole day for each issue, in lines that calendars can read', async (context) => {
  const title = '很长的专号名称，'.repeat(12);
  const wire = await openPortal(context, { [`${issueFolder}/index.md`]: `---\ntitle: ${title}\n---\n` });
  const calendar = await read(wire, `${feeds}/issues.ics`);
  assert.match(calendar, /\r\nDTSTART;VALUE=DATE:20230203\r\nSUMMARY:《示例周刊》2023年2月3日 星期五\r\n/);
  assert.ok(calendar.split('\r\n').every((line) => Buffer.byteLength(line) <= 75));
  assert.ok(calendar.replaceAll('\r\n ', '').includes(`\r\nDESCRIPTION:${title}\r\n`));
  assert.equal(calendar.replaceAll('\r\n', '').includes('\n'), false);
});

test('a feed names itself and the hub that tells of it, in the document and beside it', async (context) => {
  const site = (hub: string): Files => ({ 'site.md': `---\nname: 一\norganisation: 二\nplace: 三\nhub: '${hub}'\n---\n` });
  const wire = await openPortal(context, site('https://hub.example.cn/<x>?a=1&b="2"'));
  const hub = 'https://hub.example.cn/%3Cx%3E?a=1&b=%222%22';
  for (const [path, locale] of [[`${feeds}/feed.atom`, 'zh-hans'], ['/en/corrections/feed.atom', 'en'], [`${feeds}/columns/yaowen/feed.json`, 'zh-hans'], ['/ja/feed.json', 'ja']] as const) {
    const file = await wire.write(path);
    assert.deepEqual(file?.headers, ['Link', `<${origin}${path}>; rel="self", <${hub}>; rel="hub"`], locale);
    if (path.endsWith('.json')) assert.deepEqual((JSON.parse(file.body) as { readonly hubs?: unknown }).hubs, [{ type: 'WebSub', url: hub }]);
    else assert.deepEqual(all(/<link rel="hub" href="(.*?)"\/>/g, file.body), [hub.replace('&', '&amp;')]);
  }
  assert.equal((await wire.write('/robots.txt'))?.headers, undefined);
  const alone = await openPortal(context);
  const [atom, json] = [await alone.write('/en/feed.atom'), await alone.write('/en/feed.json')];
  assert.deepEqual([atom?.headers, json?.headers], [['Link', `<${origin}/en/feed.atom>; rel="self"`], ['Link', `<${origin}/en/feed.json>; rel="self"`]]);
  assert.doesNotMatch(`${atom?.body}${json?.body}`, /hub/);
});

test('the search is described in every language, and nowhere that nobody can search', async (context) => {
  const wire = await openPortal(context);
  const described = await wire.write('/en/opensearch.xml');
  assert.match(described?.type ?? '', /^application\/opensearchdescription\+xml;/);
  assert.match(described?.body ?? '', /<ShortName>[^<]+<\/ShortName>/);
  for (const locale of ['zh-hans', 'zh-hant', 'ja']) assert.match(await read(wire, `/${locale}/opensearch.xml`), new RegExp(`template="${origin}/${locale}/search\\?q=\\{searchTerms\\}"`));
  const silent = await openPortal(context, {}, undefined, false);
  assert.equal(silent.has('/en/opensearch.xml'), false);
  assert.equal(await silent.write('/en/opensearch.xml'), undefined);
});
