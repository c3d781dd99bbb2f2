import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runAudit } from './auditing';
import { now, paths, servePortal } from './clean-portal';
import { rules } from './rules';

type Spoil = readonly [path: string, from: string | RegExp, to: string];
type Row = readonly [name: string, spoils: readonly Spoil[], ...found: (readonly [rule: string, path: string, isVeto?: 'veto'])[]];

const { home, column, other, article, older, english } = paths;
const foot = (from: string | RegExp): Row[1] => [[older, from, '']];

/** What is spoilt in a portal without a fault, and everything that the audit then says. */
const rows: readonly Row[] = [
  ['no name', [[other, /<meta name="SiteName".*\n/, '']], ['D1', other]],
  ['another name on one page', [[older, 'content="示例网"', 'content="示例"']], ['D1', older]],
  ['a domain with a scheme', [[english, 'content="news.example.cn"', 'content="http://news.example.cn"']], ['D2', english]],
  ['no code', [[english, /<meta name="SiteIDCode".*\n/, '']], ['D3', english]],
  ['a code too short', [[english, 'SiteIDCode" content="0000000000"', 'SiteIDCode" content="000"']], ['D3', english]],
  ['a column in the navigation without a name', [[other, /<meta name="ColumnName".*\n/, '']], ['D4', other]],
  ['an article in another column than its breadcrumb', [[older, '<li>要闻</li>', '<li>副刊</li>']], ['D4', older]],
  ['a description that repeats the name', [[other, '民生栏目登每周的报道', '民生']], ['D5', other]],
  ['no keywords of the column', [[older, /<meta name="ColumnKeywords".*\n/, '']], ['D6', older]],
  ['a kind of column that there is not', [[other, '工作动态', '要闻动态']], ['D7', other]],
  ['another headline', [[article, 'ArticleTitle" content="长椅修好了"', 'ArticleTitle" content="长椅"']], ['D8', article]],
  ['no time for machines', [[article, /<meta name="PubDate".*\n/, '']], ['D9', article]],
  ['a time with a full-width colon', [[article, 'PubDate" content="2026-01-09 10:20"', 'PubDate" content="2026-01-09 10：20"']], ['D9', article]],
  ['another time shown', [[article, '>2026-01-09 10:20<', '>2026-01-09 11:20<']], ['D9', article]],
  ['another time in the markup', [[article, 'datetime="2026-01-09T10:20:00+08:00"', 'datetime="2026-01-09T10:20:00Z"']], ['D9', article]],
  ['another time in JSON-LD', [[article, '"datePublished":"2026-01-09', '"datePublished":"2026-01-08']], ['D9', article]],
  ['no source for machines', [[article, /<meta name="ContentSource".*\n/, '']], ['D10', article]],
  ['empty keywords', [[article, 'Keywords" content="长椅"', 'Keywords" content=" "']], ['D11', article]],
  ['an empty author', [[article, 'Author" content="甲"', 'Author" content=""']], ['D12', article]],
  ['too short a description', [[article, /Description" content="示例园区[^"]*"/, 'Description" content="修好了"']], ['D13', article]],
  ['a picture of another article', [[article, /Image" content="([^"]*)bench/, 'Image" content="$1lake']], ['D14', article]],
  ['a picture without a host', [[article, /Image" content="[^"]*"/, 'Image" content="/bench.jpg"']], ['D14', article]],
  ['another address than the canonical one', [[english, /Url" content="([^"]*)"/, 'Url" content="$1/index.html"']], ['D15', english]],
  ['a tag spelt in small letters', [[english, 'name="SiteName"', 'name="sitename"']], ['D1', english], ['D17', english]],
  ['a tag twice', [[article, '<meta name="Description"', '<meta name="description" content="长椅">\n<meta name="Description"']], ['D17', article]],
  ['no time shown', [[article, />2026-01-09 10:20</, '>1月9日<']], ['D20', article]],
  ['another source shown', [[article, '来源 示例日报', '']], ['D21', article]],
  ['nothing to share with', [[article, '分享', '收藏']], ['D22', article]],
  ['no main part', [[english, /<(\/?)main>/g, '<$1div>']], ['D26', english]],
  ['no head', [[english, /<(\/?)header>/g, '<$1div>']], ['D26', english]],
  ['no foot', [[english, /<(\/?)footer>/g, '<$1div>']], ['D26', english]],
  ['a head without a name', [[english, '>示例网<', '>首页<']], ['D26', english]],
  ['no mark of a government site', foot(/<a href="https:\/\/bszs.*?<\/a>/), ['D27', older]],
  ['no way to report errors', foot('找错'), ['D27', older]],
  ['no code in the foot', foot('网站标识码：0000000000'), ['D27', older]],
  ['no ICP number', foot('示例ICP备00000000号'), ['D27', older]],
  ['no police number', foot('示例公网安备00000000000000号'), ['D27', older]],
  ['no organisation', foot('主办：示例园区管理处'), ['D27', older]],
  ['no way to get in touch', foot(/<a href="tel.*?<\/a>/), ['D27', older]],
  ['no site map', foot('网站地图'), ['D27', older]],
  ['an empty column', [[other, /<ul>.*<\/ul>/, '2026-01-09']], ['D28', other]],
  ['a dead link', [[english, 'Example', '<a href="/zh/gone">Example</a>']], ['D30', english]],
  ['a dead picture', [[article, 'src="/bench.jpg"', 'srcset="/bench.jpg 1x, /bench-2.jpg 2x"']], ['D30', article]],
  ['a place that is not there', [[english, '/zh/news#list', '/zh/news#years']], ['D30', english]],
  ['a link that nobody sees', [[english, 'Example', '<div style="display: none"><a href="https://spam.example/">x</a></div>']], ['D30', english]],
  ['no address', [[english, 'Example', '<a href="http://[">Example</a>']], ['D30', english]],
  ['no box to search with', [[home, /<form.*<\/form>/, '<a href="/zh/news">搜索</a>']], ['D34', home]],
  ['a form to sign up with', [[home, '<input name="q"', '<input type="email" name="q"']], ['D34', home]],
  ['an article of tomorrow', [[article, /2026-01-09([ T])10:20/g, '2026-01-11$110:20']], ['D40', article, 'veto']],
  ['a first page that missed a week', [[home, '2026-01-09', '2026-01-01'], [home, '2026-01-02', '2026-01-01']], ['D42', home]],
  ['a first page of last month', [[home, '2026-01-09', '2025-12-09'], [home, '2026-01-02', '2025-12-02']], ['D42', home, 'veto']],
  ['a first page without dates', [[home, /<time.*?<\/time>/, ''], [home, '2026-01-02', '']], ['D42', home, 'veto'], ['D45', home], ['D45', home]],
  ['a stale column', [[other, '2026-01-09', '2025-12-09']], ['D43', other]],
  ['no way to ask', [[home, /<a href="tel.*?<\/a>/, '联系电话 000']], ['D44', home, 'veto']],
  ['an entry without a date', [[column, ' 2026-01-02', '']], ['D45', column]],
  ['a blocked zoom', [[english, 'initial-scale=1', 'initial-scale=1, user-scalable=no']], ['D60', english]],
  ['a bounded zoom', [[english, 'initial-scale=1', 'initial-scale=1,maximum-scale=1.0']], ['D60', english]],
  ['an ICP number that leads nowhere', [[home, 'https://beian.miit.gov.cn/', 'https://example.com/']], ['D70', home]],
  ['a first page in Traditional Chinese', [[home, 'lang="zh-Hans"', 'lang="zh-Hant"']], ['D73', home]],
];

for (const [name, spoils, ...found] of rows) {
  test(`found, and nothing else: ${name}`, async (context) => {
    const { start } = await servePortal(context, (pages) => {
      for (const [path, from, to] of spoils) {
        const before = pages.get(path) ?? '';
        const after = before.replace(from, to);
        assert.notEqual(after, before, `${path} is spoilt`);
        pages.set(path, after);
      }
    });
    const { findings } = await runAudit({ start, limit: 100, now });
    const told = findings.map(({ rule, page, isVeto }) => [rule, page.path, ...(isVeto ? ['veto'] : [])]);
    assert.deepEqual(told.toSorted(), found.map((one) => [...one]).toSorted(), findings.map(({ message }) => message.en).join('; '));
  });
}

test('five stale columns are a veto, and so are five empty ones', async (context) => {
  for (const [main, rule] of [['<h1>旧</h1><a href="/zh/news/one">一</a> 2025-01-01', 'D43'], ['<h1>空</h1>2026-01-09', 'D28']] as const) {
    const { start } = await servePortal(context, (pages) => {
      const names = ['a', 'b', 'c', 'd', 'e'];
      const head = names.map((name) => `<a href="/zh/${name}">${name}</a>`).join('');
      for (const name of names) pages.set(`/zh/${name}`, (pages.get(other) ?? '').replaceAll('民生', name).replace(/<main>[^]*<\/main>/, `<main>${main}</main>`));
      for (const [path, html] of pages) pages.set(path, html.replace('</header>', `${head}</header>`));
    });
    const { findings } = await runAudit({ start, limit: 100, now });
    assert.deepEqual(findings.filter(({ isVeto }) => isVeto).map((finding) => [finding.rule, finding.page.path]), [['D43', home]]);
    assert.equal(findings.filter((finding) => finding.rule === rule && !finding.isVeto).length, 5);
  }
});

test('a portal of which one visit in twenty fails is a veto, by silence as by failures', async (context) => {
  const { start } = await servePortal(
    context,
    (pages) => {
      for (let number = 0; number < 30; number++) pages.set(`/en/${number}`, pages.get(english)?.replaceAll(/"(http[^"]*)\/en"/g, `"$1/en/${number}"`) ?? '');
      pages.set(english, pages.get(english)?.replace('Example', Array.from({ length: 30 }, (_, number) => `<a href="/en/${number}">${number}</a>`).join('')) ?? '');
    },
    (request, response) => {
      if (request.url === '/en/3') response.writeHead(503).end();
      if (request.url === '/en/7') request.socket.destroy();
    },
  );
  const { findings } = await runAudit({ start, limit: 100, now });
  assert.deepEqual(findings.map(({ rule, page, isVeto = false }) => [rule, page.path, isVeto]), [['D41', home, true], ['D30', english, false], ['D30', english, false]]);
});

test('a portal without a fault has none, and every rule can fail', async (context) => {
  const { start } = await servePortal(context);
  assert.deepEqual((await runAudit({ start, limit: 100, now })).findings, []);
  const failing = new Set(rows.flatMap(([, , ...found]) => found.map(([rule]) => rule)));
  assert.deepEqual(rules.map(({ id }) => id).filter((id) => !failing.has(id)), ['D41'], 'that one fails above');
});
