import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import type { Locale } from '@/lib/locale/locales';
import { toTraditional } from '@/lib/locale/traditional';
import { parseSearchQuery, type SearchQuery } from '@/lib/routes';
import { openSqlite, openSqliteAside } from '@/lib/sqlite';
import { openCatalogue } from '../catalogue';
import { openSample } from '../fixtures/sample-catalogue';
import { articleText, issueFolder, makeContent, writeFiles, type Files } from '../fixtures/sample-content';
import { openIndexer } from '../indexer';

async function openSearched(context: TestContext, files: Files = {}, now?: string) {
  const sample = await openSample(context, files, now);
  const { environment, indexer, catalogue } = sample;
  const search = (words: string, locale: Locale = 'zh-hans', rest: Partial<SearchQuery> = {}) => catalogue.search(locale, { words, page: 1, ...rest });
  const slugs = async (...asked: Parameters<typeof search>): Promise<readonly string[]> => (await search(...asked))?.results.map(({ entry }) => entry.id.slug) ?? [];
  const change = async (changed: Files): Promise<void> => {
    await writeFiles(environment.content, changed);
    await indexer.refresh({ paths: Object.keys(changed) });
  };
  return { ...sample, search, slugs, change };
}

const body = '园区设立在湖边，绿树成荫。“灯不必太亮”，够看清42级台阶就行。\n\n使用 AI 技术的图书馆有𠮷野家和 New York Café。';

test('every substring of two Han characters and more finds the article, asked in Simplified and in Traditional', async (context) => {
  const { slugs } = await openSearched(context, { [`${issueFolder}/hu.md`]: articleText({ title: '湖边' }, body) });
  const line = '园区设立在湖边，绿树成荫。“灯不必太亮”，够看清42级台阶就行。';
  for (let from = 0; from < line.length - 2; from++) {
    for (let length = 2; length <= 8 && from + length <= line.length; length++) {
      const words = line.slice(from, from + length);
      if (!/\p{Script=Han}{2}/u.test(words)) continue;
      assert.deepEqual(await slugs(words), ['hu'], words);
      assert.deepEqual(await slugs(toTraditional(words)), ['hu'], toTraditional(words));
    }
  }
  for (const words of ['园', '園', '级', 'AI技术', '使用AI', 'ａｉ', '𠮷野家', 'york cafe', '"New York"', '“灯不必太亮”', '亮，够']) assert.deepEqual(await slugs(words), ['hu'], words);
  for (const words of ['边绿', '亮够', '级就行', '"York New"', '园区 台北']) assert.deepEqual(await slugs(words), [], words);
});

test('a word is found by itself, with what goes on after it, and by the reading above it', async (context) => {
  const { slugs, search } = await openSearched(context, { [`${issueFolder}/du.md`]: articleText({ title: '读音' }, '今天{垃圾|lājī}分类，{范|fàn}{晓|xiǎo}东到场。\n') });
  for (const words of ['垃圾分类', '范晓东到', '今天垃圾', 'lājī', 'laji']) assert.deepEqual(await slugs(words), ['du'], words);
  for (const words of ['fànxiǎo', '垃圾lājī分类']) assert.deepEqual(await slugs(words), [], words);
  assert.match(JSON.stringify((await search('垃圾分类'))?.results[0]?.extract), /今天.*垃圾分类.*，范晓东到场/);
});

test('what weighs more comes first, and what is newer before what is older', async (context) => {
  const { slugs } = await openSearched(context, {
    [`${issueFolder}/in-body.md`]: articleText({ title: '甲', published: '2023-02-03 12:00' }, '说到荷花。'),
    [`${issueFolder}/in-body-older.md`]: articleText({ title: '乙', published: '2023-02-03 11:00' }, '也说荷花。'),
    [`${issueFolder}/in-summary.md`]: articleText({ title: '丙', published: '2023-02-03 10:00', summary: '荷花开了' }, '正文。'),
    [`${issueFolder}/in-title.md`]: articleText({ title: '荷花', published: '2023-02-03 09:00' }, '正文。'),
    [`${issueFolder}/in-title-older.md`]: articleText({ title: '荷花池', published: '2023-02-03 08:00' }, '正文。'),
  });
  assert.deepEqual(await slugs('荷花'), ['in-title', 'in-title-older', 'in-summary', 'in-body', 'in-body-older']);
});

test('headlines are found by pinyin and by initials', async (context) => {
  const { slugs } = await openSearched(context, { [`${issueFolder}/gan.md`]: articleText({ title: '敢为、敢闯：重庆银行记事' }) });
  for (const words of ['ganweiganchuang', 'gan wei', 'Chongqing', "chong'qing", 'yinhang', 'gwgc', 'cqyh']) assert.deepEqual(await slugs(words), ['gan'], words);
  for (const words of ['zhongqing', 'ganwe', 'xyz']) assert.deepEqual(await slugs(words), [], words);
});

test('English is found by stem and in its own language, Japanese by substring; each article comes once', async (context) => {
  const { search, slugs } = await openSearched(context, {
    [`${issueFolder}/tu.md`]: articleText({ title: '图书馆延长开放' }, '正文。'),
    [`${issueFolder}/tu.en.md`]: '---\ntitle: Libraries open longer\n---\n\nThe reading rooms are opened at seven. It is so.\n',
    [`${issueFolder}/tu.ja.md`]: '---\ntitle: 図書館の開館時間を延長\n---\n\n閲覧室は七時に開きます。\n',
  });
  for (const words of ['library', 'LIBRARIES', 'opening', '"reading room"', 'room reading']) assert.deepEqual(await slugs(words, 'en'), ['tu'], words);
  for (const words of ['"room reading"', 'iso', 'ibrar']) assert.deepEqual(await slugs(words, 'en'), [], words);
  for (const words of ['書館の開', '七時', '七時に']) assert.deepEqual(await slugs(words, 'ja'), ['tu'], words);
  const found = (await search('library', 'ja'))?.results[0];
  assert.deepEqual([found?.locale, found?.entry.title], ['en', 'Libraries open longer'], 'in the language in which it was found');
  const own = (await search('延长', 'zh-hant'))?.results[0];
  assert.deepEqual([own?.locale, own?.title], ['zh-hant', [{ text: '圖書館', isMarked: false }, { text: '延長', isMarked: true }, { text: '開放', isMarked: false }]]);
  const inJapanese = await search('图书馆', 'ja', { language: 'ja' });
  assert.equal(inJapanese?.count, 0);
  assert.equal(inJapanese.instead.unfiltered, 1);
  assert.deepEqual(await slugs('library', 'zh-hans', { language: 'en' }), ['tu']);
});

test('drafts, withdrawn articles and those whose time has not come are found by nobody', async (context) => {
  const { slugs, change, setClock } = await openSearched(context, {
    [`${issueFolder}/cao.md`]: articleText({ title: '荷花草稿', status: 'draft' }),
    [`${issueFolder}/che.md`]: articleText({ title: '荷花撤回', status: 'withdrawn', withdrawal: '{ date: 2023-02-04, reason: 原因 }' }),
    [`${issueFolder}/dao.md`]: articleText({ title: '荷花将来', published: '2023-06-01 12:01' }),
  });
  assert.deepEqual(await slugs('荷花'), []);
  setClock('2023-06-01 12:01');
  assert.deepEqual(await slugs('荷花'), ['dao']);
  await change({ [`${issueFolder}/cao.md`]: articleText({ title: '荷花草稿' }), [`${issueFolder}/dao.md`]: articleText({ title: '荷花将来', status: 'draft', published: '2023-06-01 12:01' }) });
  assert.deepEqual(await slugs('荷花'), ['cao']);
});

test('a change is found at once, and what it took away is not', async (context) => {
  const { environment, indexer, slugs, change } = await openSearched(context, { [`${issueFolder}/hua.md`]: articleText({ title: '荷花' }, '开在池塘。') });
  await change({ [`${issueFolder}/hua.md`]: articleText({ title: '莲花', published: '2023-02-03 08:15' }, '开在池塘。') });
  assert.deepEqual([await slugs('荷花'), await slugs('莲花'), await slugs('池塘')], [[], ['hua'], ['hua']]);
  await change({ [`${issueFolder}/hua.en.md`]: '---\ntitle: Lotus\n---\n\nIn the pond.\n' });
  assert.deepEqual([await slugs('lotus'), await slugs('莲花')], [['hua'], ['hua']]);
  await fs.rm(path.join(environment.content, `${issueFolder}/hua.md`));
  await indexer.refresh();
  assert.deepEqual([await slugs('莲花'), await slugs('lotus')], [[], []]);
});

test('numbers of articles that appear at one hour of every week end in many ways, and still count up with time', async (context) => {
  const week = 7 * 86_400_000;
  const times = Array.from({ length: 64 }, (_, number) => new Date(Date.UTC(2021, 0, 1, 9) + number * week).toISOString().slice(0, 16).replace('T', ' '));
  const { environment } = await openSearched(context, Object.fromEntries(times.map((published, number) => [`${issueFolder}/weekly-${number}.md`, articleText({ title: '周报', published })])));
  const index = openSqlite(path.join(environment.data, 'index.sqlite'), 'read');
  context.after(() => {
    index.close();
  });
  const keys = index.prepare<{ key: number }>(`SELECT key FROM article WHERE slug LIKE 'weekly-%' ORDER BY published`).all().map(({ key }) => key);
  assert.equal(keys.length, 64);
  assert.deepEqual(keys, [...keys].sort((a, b) => a - b));
  assert.ok(new Set(keys.map((key) => key % 128)).size > 32, 'what FTS5 tells removed texts by');
});

test('filters narrow a search; nothing found offers other ways', async (context) => {
  const { search, slugs } = await openSearched(context, {
    'news/periodicals/yuekan/index.md': '---\ntitle: 月刊\ncolumns:\n  - { slug: yaowen, name: 要闻 }\n  - { slug: fukan, name: 副刊 }\n---\n',
    'news/periodicals/yuekan/2022-05-06/yue.md': articleText({ title: '荷花月刊', published: '2022-05-06 09:00', column: '副刊' }),
    [`${issueFolder}/zhou.md`]: articleText({ title: '荷花周刊' }),
  });
  assert.deepEqual(await slugs('荷花'), ['zhou', 'yue']);
  assert.deepEqual(await slugs('荷花', 'zh-hans', { periodical: 'yuekan' }), ['yue']);
  assert.deepEqual(await slugs('荷花', 'zh-hans', { periodical: 'yuekan', column: 'fukan' }), ['yue']);
  assert.deepEqual(await slugs('荷花', 'zh-hans', { periodical: 'yuekan', column: 'yaowen' }), []);
  assert.deepEqual(await slugs('荷花', 'zh-hans', { year: '2023' }), ['zhou']);
  const none = await search('荷花 月饼', 'zh-hans', { year: '2022' });
  assert.deepEqual(none?.instead.words, [{ words: '荷花', count: 1 }]);
  assert.deepEqual((await search('荷花月报'))?.instead.articles.map(({ id }) => id.slug), ['yue', 'zhou']);
});

test('more than a page of results comes in pages', async (context) => {
  const files = Object.fromEntries(Array.from({ length: 23 }, (_, place) => [`${issueFolder}/pian-${place}.md`, articleText({ title: `荷花${place}` })]));
  const { search } = await openSearched(context, files);
  const pages = await Promise.all([1, 2, 3, 99].map((page) => search('荷花', 'zh-hans', { page })));
  assert.deepEqual(pages.map((answer) => [answer?.count, answer?.isMore, answer?.page, answer?.pageCount, answer?.results.length]), [[23, false, 1, 3, 10], [23, false, 2, 3, 10], [23, false, 3, 3, 3], [23, false, 3, 3, 3]]);
  assert.equal(new Set(pages.slice(0, 3).flatMap((answer) => answer?.results.map(({ entry }) => entry.id.slug))).size, 23);
});

test('whatever is typed is text', async (context) => {
  const { search } = await openSearched(context, { [`${issueFolder}/yi-2.md`]: articleText({ title: "it's a NEAR(thing) AND NOT title:荷花*" }) });
  const hostile = ['"', '""', "'", '*', 'a*', '^', '(', ')', 'NEAR(', 'AND', 'OR NOT', 'title:荷花', '{title}:x', '\\', '%', '_', '__', '-', '--', '/*', ';DROP TABLE whole;--', '\u0000', '\u0001a', '\uD800', '🎉', 'x'.repeat(10_000), '荷'.repeat(10_000), '“”', '"a" "b" c'.repeat(500), '<script>alert(1)</script>', 'a\u202Eb'];
  for (const words of hostile) {
    const query = parseSearchQuery(new URLSearchParams({ q: words }));
    assert.ok(query.words.length <= 400, words.slice(0, 20));
    for (const locale of ['zh-hans', 'en'] as const) await assert.doesNotReject(search(query.words, locale), JSON.stringify(words.slice(0, 40)));
  }
  assert.equal((await search("it's"))?.count, 1);
  assert.equal((await search('title:荷花'))?.count, 1);
  assert.equal(await search(' "*" '), undefined, 'no letter, nothing to look for');
});

test('without the full-text index, or with one that belongs to another, both are made anew', async (context) => {
  const { environment, indexer, catalogue } = await openSearched(context);
  indexer.close();
  catalogue.close();
  const file = path.join(environment.data, 'search.sqlite');
  const mark = async (statement: string): Promise<void> => {
    const database = openSqliteAside(file, 'write');
    await database.exec(statement);
    await database.close();
  };
  for (const spoil of [() => fs.rm(file), () => fs.writeFile(file, 'no database '.repeat(1000)), () => mark('PRAGMA application_id = 7'), () => mark('PRAGMA user_version = 999')]) {
    await spoil();
    const next = openIndexer(environment);
    await next.refresh();
    const reader = openCatalogue(environment, { now: () => new Date('2023-06-01T00:00:00Z') });
    assert.equal((await reader.search('zh-hans', { words: '第一篇', page: 1 }))?.count, 1);
    reader.close();
    next.close();
  }
});

test('what editors change is merged as it comes, however a new index was filled', async (context) => {
  const { environment } = await openSearched(context);
  const file = openSqlite(path.join(environment.data, 'search.sqlite'), 'read');
  context.after(() => {
    file.close();
  });
  for (const table of ['heading', 'whole']) {
    const settings = file.prepare<{ k: string; v: number }>(`SELECT k, v FROM ${table}_config WHERE k IN ('automerge', 'crisismerge', 'hashsize') ORDER BY k`).all();
    assert.deepEqual(settings.map(({ k, v }) => [k, v]), [['automerge', 4], ['crisismerge', 16], ['hashsize', 1048576]], table);
  }
});

test('an index of the version before full-text search is brought up to date', async (context) => {
  const { environment, indexer, catalogue } = await openSearched(context);
  indexer.close();
  catalogue.close();
  await fs.rm(path.join(environment.data, 'search.sqlite'));
  const database = openSqlite(path.join(environment.data, 'index.sqlite'), 'write');
  database.exec('DROP INDEX article_key; ALTER TABLE article DROP COLUMN key; PRAGMA application_id = 0; PRAGMA user_version = 5');
  database.close();
  const next = openIndexer(environment);
  context.after(() => next.close());
  await next.refresh();
  const reader = openCatalogue(environment, { now: () => new Date('2023-06-01T00:00:00Z') });
  context.after(() => reader.close());
  assert.equal((await reader.search('zh-hans', { words: '第一篇', page: 1 }))?.count, 1);
});

test('where nobody searches there is no full-text index, and no page for it', async (context) => {
  const environment = await makeContent(context);
  const indexer = openIndexer(environment, { isSearched: false });
  context.after(() => indexer.close());
  await indexer.refresh();
  const catalogue = openCatalogue(environment);
  context.after(() => catalogue.close());
  assert.deepEqual([catalogue.isSearchable, catalogue.has({ kind: 'search', locale: 'en' })], [false, false]);
  await assert.rejects(fs.stat(path.join(environment.data, 'search.sqlite')));
});

test('Markdown stands in nobody’s way, whether it is read by lines or by the parser', async (context) => {
  const plain = '# 小标题\n\n**荷花**开在湖\n边，一条\n\n- 第一项红莲\n- 第二项白莲\n\n> 引文青莲\n\n| 种类 | 株数 |\n| --- | ---: |\n| 睡莲 | 42 |\n\n1. 其一紫莲\n';
  const linked = '[荷](https://example.cn/anchor)花开在`湖`边。\n\n*红*莲，<b>白</b>莲\\*。\n';
  const { slugs } = await openSearched(context, { [`${issueFolder}/pu.md`]: articleText({ title: '甲' }, plain), [`${issueFolder}/lian.md`]: articleText({ title: '乙' }, linked) });
  for (const words of ['小标题', '荷花开在湖边', '第一项红莲', '第二项白莲', '引文青莲', '睡莲', '株数', '其一紫莲']) assert.ok((await slugs(words)).includes('pu'), words);
  for (const words of ['荷花开在湖边', '红莲', '白莲']) assert.ok((await slugs(words)).includes('lian'), words);
  for (const words of ['红莲第二', '种类株数', '睡莲42', 'anchor', '白莲引文']) assert.deepEqual(await slugs(words), [], words);
});
