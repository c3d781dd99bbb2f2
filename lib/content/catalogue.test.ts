import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import { test } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { locales, type Locale } from '@/lib/locale/locales';
import type { Address } from '@/lib/routes';
import { openSqlite } from '@/lib/sqlite';
import { openCatalogue } from './catalogue';
import { openSample, sampleArticle as id } from './fixtures/sample-catalogue';
import { articleText, issueFolder, makeContent, sampleFiles, writeFiles } from './fixtures/sample-content';
import { indexFileOf } from './index-file';
import { openIndexer } from './indexer';

const folder = (date: string): string => `news/periodicals/zhoukan/${date}`;

test('the site in each language; what a Translation does not say is the Original', async (context) => {
  const { catalogue } = await openSample(context, {
    'site.md': '---\nname: 新闻中心\norganisation: 示例园区管理委员会\nplace: 示例园区\nparent: { label: 返回首页, address: "https://example.cn/" }\ncontact: { email: a@example.cn, address: 示例路 1 号 }\nmarks: { siteCode: "3205000001", report: "https://example.cn/report" }\nfriends: [example.org]\nfooter: [about]\n---\n',
    'site.en.md': '---\nname: News Centre\norganisation: Committee\nplace: Example Park\nparent: { label: Back }\ncontact: { address: 1 Example Road }\n---\n',
    'pages/about.en.md': '---\ntitle: About\n---\n\nText.\n',
  });
  assert.deepEqual(catalogue.findSite('en'), {
    shownLocale: 'en',
    name: 'News Centre',
    organisation: 'Committee',
    place: 'Example Park',
    parent: { label: 'Back', address: 'https://example.cn/' },
    contact: { email: 'a@example.cn', address: '1 Example Road' },
    marks: { siteCode: '3205000001', report: 'https://example.cn/report' },
    friends: ['example.org'],
    footer: [{ slug: 'about', title: 'About', shownLocale: 'en' }],
  });
  const others = (['zh-hans', 'zh-hant', 'ja'] as const).map((locale) => {
    const { shownLocale, name, footer } = catalogue.findSite(locale);
    return [shownLocale, name, footer[0]?.title];
  });
  assert.deepEqual(others, [
    ['zh-hans', '新闻中心', '关于本站'],
    ['zh-hant', '新聞中心', '關於本站'],
    ['zh-hans', '新闻中心', '关于本站'],
  ]);
});

test('a site that cannot be read is said so, by its name', async (context) => {
  const environment = await makeContent(context, { 'pages/about.md': sampleFiles['pages/about.md'] });
  const indexer = openIndexer(environment);
  context.after(() => indexer.close());
  await indexer.refresh();
  const catalogue = openCatalogue(environment);
  context.after(() => catalogue.close());
  assert.throws(() => catalogue.findSite('zh-hans'), /site\.md/);
  assert.deepEqual(indexer.problems().map(({ file, rule }) => [file, rule]), [['site.md', 'missing-fact']]);
});

test('what is asked in one go is answered from one state of the index; what is asked later sees the change', async (context) => {
  const { environment, catalogue } = await openSample(context);
  const writer = openSqlite(indexFileOf(environment), 'write');
  context.after(() => writer.close());
  const title = (): string | undefined => catalogue.findArticle('zh-hans', id)?.title;
  const before = title();
  writer.exec("UPDATE document SET data = json_set(data, '$.title', '改过的标题')");
  assert.equal(title(), before);
  await Promise.resolve();
  assert.equal(title(), before);
  await nextTurn();
  assert.equal(title(), '改过的标题');
});

test('a catalogue may be closed in the midst of its answers', async (context) => {
  const { environment } = await openSample(context);
  const catalogue = openCatalogue(environment);
  catalogue.findSite('zh-hans');
  catalogue.close();
  await nextTurn();
});

test('a page shows a committed change at once', async (context) => {
  const { environment, indexer, catalogue } = await openSample(context);
  assert.equal(catalogue.findSite('zh-hant').name, '新聞中心');
  assert.equal(catalogue.findPeriodical('zh-hans', 'zhoukan')?.title, '示例周刊');
  await writeFiles(environment.content, {
    'site.md': sampleFiles['site.md']?.toString().replace('新闻中心', '新闻网'),
    'news/periodicals/zhoukan/index.md': sampleFiles['news/periodicals/zhoukan/index.md']?.toString().replace('示例周刊', '示例月刊'),
  });
  await indexer.refresh();
  assert.equal(catalogue.findSite('zh-hant').name, '新聞網');
  assert.equal(catalogue.findPeriodical('zh-hans', 'zhoukan')?.title, '示例月刊');
  assert.equal(catalogue.listNewestArticles('zh-hans', { limit: 1 }).length, 1);
});

test('an article in each language', async (context) => {
  const { catalogue } = await openSample(context, {
    [`${issueFolder}/yi.md`]: articleText(
      {
        title: '开发后台',
        kicker: '引题',
        summary: '摘要里面',
        source: '{ name: 示例日报, address: "https://example.cn/a" }',
        authors: '[张晓东, 李东]',
        newspaper: '{ name: 示例日报, date: 2023-02-03, page: 01 }',
        keywords: '[园区, 里程]',
        corrections: '\n  - { date: 2023-02-04, wrong: 甲园, right: 乙园 }',
      },
      '正文里面，**后台**。\n',
    ),
    [`${issueFolder}/yi.en.md`]: '---\ntitle: Backstage\ntranslation: unofficial\nnames:\n  张晓东: Zhang Xiaodong\n  园区: the Park\ncorrections:\n  - { wrong: A, right: B }\n---\n\nBody.\n',
  });
  const common = { id, published: '2023-02-03 10:20', corrected: '2023-02-04', status: 'published', figures: [], related: [], isFallback: false, availableLocales: ['zh-hans', 'zh-hant', 'en'] };
  const address = 'https://example.cn/a';
  assert.deepEqual(catalogue.findArticle('zh-hans', id), {
    ...common,
    beside: ['en'],
    shownLocale: 'zh-hans',
    title: '开发后台',
    kicker: '引题',
    summary: '摘要里面',
    extract: '摘要里面',
    column: { slug: 'yaowen', name: '要闻', shownLocale: 'zh-hans' },
    authors: ['张晓东', '李东'],
    newspaper: { name: '示例日报', date: '2023-02-03', page: '01' },
    source: { name: '示例日报', address },
    keywords: ['园区', '里程'],
    corrections: [{ date: '2023-02-04', wrong: '甲园', right: '乙园' }],
    html: '<p>正文里面，<strong>后台</strong>。</p>',
  });
  assert.deepEqual(catalogue.findArticle('zh-hant', id), {
    ...common,
    beside: ['en'],
    shownLocale: 'zh-hant',
    translation: 'converted',
    title: '開發后台',
    kicker: '引題',
    summary: '摘要裡面',
    extract: '摘要裡面',
    column: { slug: 'yaowen', name: '要聞', shownLocale: 'zh-hant' },
    authors: ['張曉東', '李東'],
    newspaper: { name: '示例日報', date: '2023-02-03', page: '01' },
    source: { name: '示例日報', address },
    keywords: ['園區', '里程'],
    corrections: [{ date: '2023-02-04', wrong: '甲園', right: '乙園' }],
    html: '<p>正文裡面，<strong>后台</strong>。</p>',
  });
  assert.deepEqual(catalogue.findArticle('en', id), {
    ...common,
    beside: ['zh-hans'],
    shownLocale: 'en',
    translation: 'unofficial',
    title: 'Backstage',
    extract: 'Body.',
    column: { slug: 'yaowen', name: 'Top news', shownLocale: 'en' },
    authors: ['Zhang Xiaodong', '李东'],
    newspaper: { name: 'Example Daily', date: '2023-02-03', page: '01' },
    source: { name: 'Example Daily', address },
    keywords: ['the Park'],
    corrections: [{ date: '2023-02-04', wrong: 'A', right: 'B' }],
    html: '<p>Body.</p>',
  });
  const fallback = catalogue.findArticle('ja', id);
  assert.deepEqual(
    [fallback?.isFallback, fallback?.shownLocale, fallback?.title, fallback?.translation, fallback?.newspaper?.name, fallback?.column.shownLocale],
    [true, 'zh-hans', '开发后台', undefined, '示例日报', 'zh-hans'],
  );
});

test('a Traditional file of its own is shown as it is written', async (context) => {
  const { catalogue } = await openSample(context, { [`${issueFolder}/yi.zh-hant.md`]: '---\ntitle: 后台里面\n---\n\n后台里面。\n' });
  const article = catalogue.findArticle('zh-hant', id);
  assert.deepEqual([article?.title, article?.html, article?.translation, article?.isFallback], ['后台里面', '<p>后台里面。</p>', undefined, false]);
  assert.equal(article?.column.name, '要聞', 'words it does not have are converted');
});

test('a Translation behind its Original shows the correction in the Original', async (context) => {
  const { environment, indexer, catalogue } = await openSample(context, { [`${issueFolder}/yi.en.md`]: '---\ntitle: One\n---\n\nBody.\n' });
  await writeFiles(environment.content, { [`${issueFolder}/yi.md`]: articleText({ corrections: '[{ date: 2023-02-04, wrong: 甲, right: 乙 }]' }) });
  await indexer.refresh();
  assert.deepEqual(catalogue.findArticle('en', id)?.corrections, [{ date: '2023-02-04', wrong: '甲', right: '乙' }]);
  await writeFiles(environment.content, { [`${issueFolder}/yi.en.md`]: '---\ntitle: One\ncorrections: [{ wrong: A, right: B }]\n---\n\nBody.\n' });
  await indexer.refresh();
  assert.deepEqual(catalogue.findArticle('en', id)?.corrections, [{ date: '2023-02-04', wrong: 'A', right: 'B' }]);
  await writeFiles(environment.content, { [`${issueFolder}/yi.md`]: articleText({ corrections: '[{ date: 2023-02-05, wrong: 丙, right: 丁 }, { date: 2023-02-04, wrong: 甲, right: 乙 }]' }) });
  await indexer.refresh();
  assert.deepEqual(catalogue.findArticle('en', id)?.corrections.map(({ wrong }) => wrong), ['丙', '甲'], 'which of the two it has is not known');
});

test('drafts and what is not due are nowhere; a withdrawn article keeps its address only', async (context) => {
  const { catalogue, setClock } = await openSample(context, {
    [`${issueFolder}/gao.md`]: articleText({ title: '草稿', status: 'draft' }),
    [`${issueFolder}/che.md`]: articleText({ title: '撤回', status: 'withdrawn', withdrawal: '{ date: 2023-02-05, reason: 有误 }', cover: '{ image: tu.png, alt: 图 }' }, '不再显示。\n'),
    [`${issueFolder}/che.en.md`]: '---\ntitle: Withdrawn\nwithdrawal: { reason: Wrong }\n---\n\nNot shown.\n',
    [`${issueFolder}/hou.md`]: articleText({ title: '以后', published: '2023-06-01 12:01' }),
    [`${folder('2023-07-07')}/a.md`]: articleText({ title: '下月', published: '2023-07-07 08:00' }),
    [`${folder('2022-01-07')}/a.md`]: articleText({ published: '2022-01-07 08:00', status: 'withdrawn', withdrawal: '{ date: 2022-01-08, reason: 有误 }' }),
    [`${folder('2021-01-01')}/a.md`]: articleText({ published: '2021-01-01 08:00', status: 'draft' }),
  });
  const slugs = (): readonly string[] => catalogue.listNewestArticles('zh-hans', { limit: 20 }).map(({ id: { slug } }) => slug);
  const dates = (): readonly string[] => catalogue.listNewestIssues('zh-hans', { limit: 20 }).map(({ date }) => date);
  const has = (address: Omit<Extract<Address, { kind: 'article' | 'issue' | 'year' }>, 'locale' | 'periodical'>): boolean =>
    catalogue.has({ ...address, periodical: 'zhoukan', locale: 'zh-hans' } as Address);
  assert.deepEqual([slugs(), dates()], [['yi'], ['2023-02-03']]);
  assert.equal(catalogue.findIssue('zh-hans', 'zhoukan', '2023-02-03')?.articleCount, 1);
  assert.equal(catalogue.findArticle('zh-hans', { ...id, slug: 'gao' }), undefined);
  assert.equal(catalogue.findArticle('zh-hans', { ...id, slug: 'hou' }), undefined);

  const withdrawn = catalogue.findArticle('en', { ...id, slug: 'che' });
  assert.deepEqual([withdrawn?.status, withdrawn?.html, withdrawn?.withdrawal, withdrawn?.title], ['withdrawn', '', { date: '2023-02-05', reason: 'Wrong' }, 'Withdrawn']);
  assert.equal(catalogue.findIssue('zh-hans', 'zhoukan', '2022-01-07')?.contents.length, 0, 'the address of an issue outlives its articles');
  const existing = [
    [{ kind: 'article', issue: '2023-02-03', slug: 'che' }, true],
    [{ kind: 'article', issue: '2023-02-03', slug: 'gao' }, false],
    [{ kind: 'article', issue: '2023-02-03', slug: 'hou' }, false],
    [{ kind: 'article', issue: '2023-02-03', slug: 'mei' }, false],
    [{ kind: 'issue', issue: '2023-02-03' }, true],
    [{ kind: 'issue', issue: '2023-07-07' }, false],
    [{ kind: 'issue', issue: '2022-01-07' }, true],
    [{ kind: 'issue', issue: '2021-01-01' }, false],
    [{ kind: 'year', year: '2023' }, true],
    [{ kind: 'year', year: '2022' }, false],
    [{ kind: 'year', year: '2021' }, false],
  ] as const;
  for (const [address, exists] of existing) assert.equal(has(address), exists, JSON.stringify(address));

  setClock('2023-06-01 12:01');
  assert.deepEqual(slugs(), ['hou', 'yi'], 'at its minute');
  setClock('2023-07-07 08:00');
  assert.deepEqual(dates(), ['2023-07-07', '2023-02-03']);
});

test('lists run newest first, then in the order of the issue', async (context) => {
  const { catalogue } = await openSample(context, {
    [`${issueFolder}/ba.md`]: articleText({ column: '副刊', order: '1' }),
    [`${issueFolder}/er.md`]: articleText({ order: '2' }),
    [`${issueFolder}/san.md`]: articleText({ order: '1' }),
    [`${issueFolder}/si.md`]: articleText({ published: '2023-02-03 09:00' }),
    [`${folder('2023-02-10')}/a.md`]: articleText({ published: '2023-02-10 08:00' }),
    [`${folder('2022-12-30')}/a.md`]: articleText({ published: '2022-12-30 08:00' }),
    [`${folder('2023-02-10')}/index.md`]: '---\nnumber: 6\ntotal: 206\ntitle: 专刊\n---\n\n编者的话。\n',
    [`${folder('2023-02-10')}/index.en.md`]: '---\ntitle: Special\n---\n',
    'news/periodicals/yuekan/index.md': '---\ntitle: 示例月刊\norder: 1\ncolumns: [{ slug: wen, name: 文 }]\n---\n\n本刊说明。\n',
    'news/periodicals/yuekan/2023-02-03/a.md': articleText({ column: '文', published: '2023-02-03 10:20' }),
  });
  const names = (entries: readonly { readonly id: { readonly periodical: string; readonly issue: string; readonly slug: string } }[]): readonly string[] =>
    entries.map(({ id: { periodical, issue, slug } }) => `${periodical} ${issue} ${slug}`);
  assert.deepEqual(names(catalogue.listNewestArticles('zh-hans', { limit: 20 })), [
    'zhoukan 2023-02-10 a',
    'yuekan 2023-02-03 a',
    'zhoukan 2023-02-03 san',
    'zhoukan 2023-02-03 er',
    'zhoukan 2023-02-03 yi',
    'zhoukan 2023-02-03 ba',
    'zhoukan 2023-02-03 si',
    'zhoukan 2022-12-30 a',
  ]);
  assert.deepEqual(names(catalogue.listNewestArticles('zh-hans', { limit: 1, periodical: 'yuekan' })), ['yuekan 2023-02-03 a']);

  const issue = catalogue.findIssue('en', 'zhoukan', '2023-02-03');
  assert.deepEqual(
    issue?.contents.map(({ column, articles }) => [column.name, column.shownLocale, ...articles.map((entry) => entry.id.slug)]),
    [
      ['Top news', 'en', 'san', 'er', 'si', 'yi'],
      ['副刊', 'zh-hans', 'ba'],
    ],
  );
  assert.deepEqual([issue.earlier?.date, issue.later?.date, issue.periodicalTitle], ['2022-12-30', '2023-02-10', 'Example Weekly']);
  const special = catalogue.findIssue('en', 'zhoukan', '2023-02-10');
  assert.deepEqual([special?.number, special?.total, special?.title, special?.titleLocale, special?.html, special?.later], [6, 206, 'Special', 'en', undefined, undefined]);
  const traditional = catalogue.findIssue('zh-hant', 'zhoukan', '2023-02-10');
  assert.deepEqual([traditional?.title, traditional?.titleLocale, traditional?.html], ['專刊', 'zh-hant', '<p>編者的話。</p>']);
  assert.equal(catalogue.findIssue('ja', 'zhoukan', '2023-02-10')?.titleLocale, 'zh-hans');

  const between = catalogue.findArticle('zh-hans', { ...id, slug: 'er' });
  assert.deepEqual([between?.previous?.id.slug, between?.next?.id.slug], ['san', 'si']);
  const last = catalogue.findArticle('zh-hans', { ...id, slug: 'ba' });
  assert.deepEqual([last?.previous?.id.slug, last?.next], ['yi', undefined]);

  assert.deepEqual(catalogue.listPeriodicals('zh-hans').map(({ slug, issueCount, newest }) => [slug, issueCount, newest?.date]), [['yuekan', 1, '2023-02-03'], ['zhoukan', 3, '2023-02-10']]);
  const periodical = catalogue.findPeriodical('zh-hans', 'zhoukan');
  assert.deepEqual(periodical?.years, [{ year: '2023', issueCount: 2 }, { year: '2022', issueCount: 1 }]);
  assert.deepEqual([periodical.availableLocales, periodical.coverTitle, periodical.html], [['zh-hans', 'zh-hant', 'en'], '示例周刊', undefined]);
  assert.equal(catalogue.findPeriodical('zh-hant', 'yuekan')?.html, '<p>本刊說明。</p>');
  const date = ({ date: day }: { readonly date: string }): string => day;
  assert.deepEqual(catalogue.listIssuesOfYear('zh-hans', 'zhoukan', '2023').map(date), ['2023-02-10', '2023-02-03']);
  assert.deepEqual(catalogue.listNewestIssues('zh-hans', { limit: 5, before: '2023-02-10' }).map(date), ['2023-02-03', '2023-02-03', '2022-12-30']);
  assert.deepEqual(catalogue.listNewestIssues('zh-hans', { limit: 1, periodical: 'zhoukan', before: '2023-02-10' }).map(date), ['2023-02-03']);
});

test('standing pages', async (context) => {
  const { catalogue } = await openSample(context, {
    'pages/about.md': '---\ntitle: 关于本站\nsummary: 里面\nreviewed: 2023-01-02\n---\n\n说明。\n',
    'pages/about.en.md': '---\ntitle: About\ntranslation: machine\n---\n\nText.\n',
    'pages/privacy.md': '---\ntitle: 隐私说明\n---\n\n说明。\n',
  });
  assert.deepEqual(catalogue.findPage('zh-hant', 'about'), {
    slug: 'about',
    shownLocale: 'zh-hant',
    isFallback: false,
    translation: 'converted',
    availableLocales: ['zh-hans', 'zh-hant', 'en'],
    title: '關於本站',
    summary: '裡面',
    extract: '裡面',
    reviewed: '2023-01-02',
    html: '<p>說明。</p>',
  });
  const english = catalogue.findPage('en', 'about');
  assert.deepEqual([english?.translation, english?.summary, english?.extract, english?.html], ['machine', undefined, 'Text.', '<p>Text.</p>']);
  const japanese = catalogue.findPage('ja', 'about');
  assert.deepEqual([japanese?.isFallback, japanese?.shownLocale, japanese?.translation], [true, 'zh-hans', undefined]);
  assert.equal(catalogue.findPage('zh-hant', 'privacy')?.extract, '說明。');
  assert.equal(catalogue.findPage('zh-hans', 'mei'), undefined);
  assert.deepEqual(catalogue.listPages('en'), [
    { slug: 'about', title: 'About', shownLocale: 'en' },
    { slug: 'privacy', title: '隐私说明', shownLocale: 'zh-hans' },
  ]);
});

test('languages that may be claimed for a page', async (context) => {
  const { catalogue } = await openSample(context, {
    [`${issueFolder}/yi.ja.md`]: '---\ntitle: 一\n---\n\n本文。\n',
    [`${folder('2023-02-10')}/a.md`]: articleText(),
    [`${folder('2023-02-10')}/index.md`]: '---\ntitle: 专刊\n---\n',
  });
  const available = (address: Address): readonly Locale[] => catalogue.listAvailableLocales(address).slice(2);
  const [locale, periodical] = ['zh-hans', 'zhoukan'] as const;
  assert.deepEqual(available({ kind: 'front', locale }), ['en'], 'site.en.md');
  assert.deepEqual(available({ kind: 'periodical', locale, periodical }), ['en'], 'index.en.md of the periodical');
  assert.deepEqual(available({ kind: 'year', locale, periodical, year: '2023' }), ['en']);
  assert.deepEqual(available({ kind: 'issue', locale, periodical, issue: '2023-02-03' }), ['en'], 'no title of its own');
  assert.deepEqual(available({ kind: 'issue', locale, periodical, issue: '2023-02-10' }), [], 'a title that is not translated');
  assert.deepEqual(available({ kind: 'article', locale, ...id }), ['ja']);
  assert.deepEqual(available({ kind: 'page', locale, slug: 'about' }), []);
  for (const asked of locales) assert.deepEqual(catalogue.listAvailableLocales({ kind: 'front', locale: asked }).slice(0, 2), ['zh-hans', 'zh-hant']);
});

test('no question of the catalogue goes through a whole table', async (context) => {
  const { environment, catalogue } = await openSample(context);
  const database = openSqlite(`${environment.data}/index.sqlite`, 'read');
  context.after(() => database.close());
  const source = await fs.readFile(new URL('./shelves.ts', import.meta.url), 'utf8');
  const columns = 'periodical, issue, slug, published, status, column_name, corrected, rank';
  const questions = [...source.matchAll(/one<[^(]*>\((['`])(SELECT .*?)\1\)/g)].map((match) => (match[2] ?? '').replaceAll('${articleColumns}', columns).replaceAll('${listed}', "status = 'published'"));
  assert.ok(questions.length > 15);
  for (const question of questions.filter((text) => !text.includes('FROM periodical '))) {
    const values = (question.match(/\?/g) ?? []).map(() => '1');
    const plan = database.prepare<{ detail: string }>(`EXPLAIN QUERY PLAN ${question}`).all(...values).map(({ detail }) => detail).join('; ');
    assert.match(plan, /^SEARCH /, question);
    assert.doesNotMatch(plan, /TEMP B-TREE FOR ORDER BY/, question);
  }
  assert.ok(catalogue.has({ kind: 'front', locale: 'en' }));
});
