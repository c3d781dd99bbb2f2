import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { stalePages } from '@/lib/press/publishing';
import { openCatalogue, type Catalogue } from './catalogue';
import { articleText, makeContent, sampleFiles, writeFiles, type Files } from './fixtures/sample-content';
import { openIndexer, type Indexer } from './indexer';

const folder = 'news/periodicals/zhoukan';
const site: Files = { 'site.md': sampleFiles['site.md'], 'site.en.md': sampleFiles['site.en.md'], 'pages/about.md': sampleFiles['pages/about.md'], [`${folder}/index.md`]: sampleFiles[`${folder}/index.md`] };
const file = (day: string, slug: string): string => `${folder}/2023-02-${day}/${slug}.md`;
const about = (day: string, keywords: string, facts: Readonly<Record<string, string>> = {}): string => articleText({ title: `${day}日`, published: `2023-02-${day} 10:20`, keywords: `[${keywords}]`, ...facts });

interface Opened {
  readonly indexer: Indexer;
  readonly content: string;
  readonly catalogue: Catalogue;
  /** What an article of this day names, as day and slug. */
  readonly named: (day: string, slug?: string) => readonly string[];
}

async function open(context: TestContext, files: Files, now = '2023-03-01T00:00:00Z'): Promise<Opened> {
  const { content, data } = await makeContent(context, { ...site, ...files });
  const indexer = openIndexer({ content, data });
  await indexer.refresh();
  const catalogue = openCatalogue({ content, data }, { now: () => new Date(now) });
  context.after(() => {
    catalogue.close();
    indexer.close();
  });
  const named = (day: string, slug = 'a'): readonly string[] => (catalogue.findArticle('zh-hans', { periodical: 'zhoukan', issue: `2023-02-${day}`, slug })?.related ?? []).map(({ id }) => `${id.issue.slice(-2)}/${id.slug}`);
  return { indexer, content, catalogue, named };
}

test('an article names the nearest on either side that share its column and a keyword, those that share more first', async (context) => {
  const { named, catalogue } = await open(context, {
    [file('01', 'a')]: about('01', '步道'),
    [file('02', 'a')]: about('02', '步道'),
    [file('03', 'a')]: about('03', '步道'),
    [file('03', 'other')]: about('03', '桥'),
    [file('03', 'column')]: about('03', '步道, 长椅', { column: '副刊' }),
    [file('04', 'a')]: about('04', '步道, 长椅'),
    [file('04', 'same-issue')]: about('04', '步道'),
    [file('05', 'a')]: about('05', '长椅, 步道'),
    [file('06', 'a')]: about('06', '步道'),
    [file('07', 'a')]: about('07', '步道'),
    [file('07', 'none')]: articleText({ published: '2023-02-07 10:20' }),
  });
  assert.deepEqual(named('04'), ['05/a', '06/a', '03/a', '02/a']);
  assert.deepEqual(named('07'), ['06/a', '05/a']);
  assert.deepEqual([named('03', 'other'), named('03', 'column'), named('07', 'none')], [[], [], []]);
  const inEnglish = catalogue.findArticle('en', { periodical: 'zhoukan', issue: '2023-02-07', slug: 'a' })?.related ?? [];
  assert.deepEqual(inEnglish.map(({ shownLocale, title }) => [shownLocale, title]), [['zh-hans', '06日'], ['zh-hans', '05日']], 'the Original where there is no translation, as in lists');
});

test('drafts, scheduled and withdrawn articles are named by none, and a withdrawn one names none', async (context) => {
  const { named } = await open(context, {
    [file('01', 'a')]: about('01', '步道'),
    [file('02', 'draft')]: about('02', '步道', { status: 'draft' }),
    [file('02', 'gone')]: about('02', '步道', { status: 'withdrawn', withdrawal: '\n  date: 2023-02-03\n  reason: 核实' }),
    [file('03', 'later')]: about('03', '步道', { published: '2024-01-01 00:00' }),
  });
  assert.deepEqual([named('01'), named('02', 'gone')], [[], []]);
});

/** Every change must forget every page whose names it changes; the pages are compared before and after. */
const changes: readonly (readonly [what: string, files: Files])[] = [
  ['a title', { [file('04', 'a')]: about('04', '步道', { title: '新标题' }) }],
  ['a translated title', { [file('04', 'a').replace('.md', '.en.md')]: '---\ntitle: The fourth\n---\n\nText.\n' }],
  ['a keyword more', { [file('04', 'b')]: about('04', '桥, 步道') }],
  ['a keyword less', { [file('04', 'a')]: about('04', '桥') }],
  ['another column', { [file('04', 'a')]: about('04', '步道', { column: '副刊' }) }],
  ['a withdrawal', { [file('04', 'a')]: about('04', '步道', { status: 'withdrawn', withdrawal: '\n  date: 2023-02-09\n  reason: 核实' }) }],
  ['a file that is gone', { [file('04', 'a')]: undefined }],
  ['a new article', { [file('04', 'new')]: about('04', '步道') }],
  ['several at once', { [file('04', 'a')]: undefined, [file('05', 'a')]: undefined, [file('06', 'new')]: about('06', '步道') }],
  ['a text alone', { [file('04', 'a')]: about('04', '步道').replace('正文第一段', '正文') }],
];

for (const [what, files] of changes) {
  test(`every page that names otherwise after a change is forgotten, and far ones are kept: ${what}`, async (context) => {
    const days = ['01', '02', '03', '04', '05', '06', '07', '08'];
    const all = Object.fromEntries(days.map((day) => [file(day, 'a'), about(day, '步道')]));
    const { indexer, content, catalogue } = await open(context, { ...all, [file('04', 'b')]: about('04', '桥') });
    const addresses = (['zh-hans', 'en'] as const).flatMap((locale) => days.map((day) => ({ locale, day })));
    const look = () => addresses.map(({ locale, day }) => JSON.stringify(catalogue.findArticle(locale, { periodical: 'zhoukan', issue: `2023-02-${day}`, slug: 'a' })?.related.map(({ id, title }) => [id, title])));
    const before = look();
    await writeFiles(content, files);
    const isStale = stalePages(await indexer.refresh());
    const after = look();
    const kept = addresses.filter(({ locale, day }) => !isStale(`/${locale}/news/periodicals/zhoukan/2023-02-${day}/a`));
    for (const [place, { locale, day }] of addresses.entries()) {
      if (before[place] !== after[place]) assert.ok(!kept.some((one) => one.locale === locale && one.day === day), `${locale} ${day}: ${before[place]} became ${after[place]}`);
    }
    assert.ok(kept.some(({ day }) => day === '01' || day === '08'), 'far pages are kept');
    if (what.includes('title')) assert.notDeepEqual(after, before);
  });
}

test('an article that comes due makes those forgotten that name it then', async (context) => {
  const { indexer, named } = await open(context, { [file('01', 'a')]: about('01', '步道'), [file('09', 'far')]: about('09', '桥'), [file('04', 'a')]: about('04', '步道', { published: '2023-02-28 10:00' }) });
  assert.deepEqual(named('01'), ['04/a']);
  const isStale = stalePages(indexer.dueBetween(new Date('2023-02-28T01:59:00Z'), new Date('2023-02-28T02:00:00Z')));
  assert.deepEqual(['01/a', '04/a', '09/far'].map((place) => isStale(`/ja/news/periodicals/zhoukan/2023-02-${place}`)), [true, true, false]);
});
