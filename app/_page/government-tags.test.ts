import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Article } from '@/lib/content/article';
import type { Site } from '@/lib/content/site';
import { governmentTags } from './government-tags';

const site: Site = { shownLocale: 'zh-hans', name: '新闻中心', organisation: '示例园区管理处', place: '示例园区', marks: {}, friends: [], footer: [] };
const url = 'https://news.example.cn/zh-hans/news/periodicals/zhoukan/2023-02-03/yi';
const article: Article = {
  id: { periodical: 'zhoukan', issue: '2023-02-03', slug: 'yi' },
  shownLocale: 'zh-hans',
  title: '第一篇',
  extract: '',
  published: '2023-02-03 10:20',
  column: { slug: 'yaowen', name: '要闻', shownLocale: 'zh-hans' },
  authors: ['甲', '乙'],
  isFallback: false,
  availableLocales: ['zh-hans', 'zh-hant'],
  html: '<p>x</p><figure><img src="/media/zhoukan/2023-02-03/0a/tu.png" alt="图"></figure>',
  status: 'published',
  corrections: [],
  keywords: ['长椅', '步道'],
  figures: [],
  related: [],
  beside: [],
};
const section = { name: '要闻', description: '每周要闻', keywords: ['要闻', '示例周刊', '要闻'] };
const asked = { site, locale: 'zh-hans', url, description: undefined, section: undefined, article: undefined } as const;

test('every page names the site; what nobody has told is left out', () => {
  assert.deepEqual(governmentTags(asked), { SiteName: '新闻中心', SiteDomain: 'news.example.cn', Url: url });
  assert.equal(governmentTags({ ...asked, site: { ...site, marks: { siteCode: '3200000084' } } })['SiteIDCode'], '3200000084');
  assert.equal('SiteDomain' in governmentTags({ ...asked, url: 'http://[::1]:3000/en' }), false);
});

test('an article names its column, its time and itself as the page shows them', () => {
  assert.deepEqual(governmentTags({ ...asked, section, article: { ...article, source: { name: '示例日报' } } }), {
    ...{ SiteName: '新闻中心', SiteDomain: 'news.example.cn' },
    ...{ ColumnName: '要闻', ColumnDescription: '每周要闻', ColumnKeywords: '要闻,示例周刊', ColumnType: '工作动态' },
    ...{ ArticleTitle: '第一篇', PubDate: '2023-02-03 10:20', ContentSource: '示例日报', Keywords: '长椅,步道', Author: '甲、乙' },
    ...{ Image: 'https://news.example.cn/media/zhoukan/2023-02-03/0a/tu.png', Url: url },
  });
});

const descriptions: readonly (readonly [why: string, given: string, told: string | undefined])[] = [
  ['too few words describe nothing', '字'.repeat(19), undefined],
  ['enough stand as they are', '字'.repeat(20), '字'.repeat(20)],
  ['so do as many as may', '字'.repeat(200), '字'.repeat(200)],
  ['more are cut', '字'.repeat(201), `${'字'.repeat(199)}…`],
  ['where there are spaces, at one', 'four, '.repeat(50), `${'four, '.repeat(33).slice(0, -2)}…`],
];

for (const [why, given, told] of descriptions) {
  test(`the description of an article: ${why}`, () => assert.equal(governmentTags({ ...asked, article, description: given })['Description'], told));
}
