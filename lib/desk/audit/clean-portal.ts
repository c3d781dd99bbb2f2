/** A small portal of plain pages without a fault, served over loopback: what the tests of the audit spoil, one thing at a time. */
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';

export const now = new Date('2026-01-10T04:00:00Z');
export const paths = { home: '/zh', column: '/zh/news', other: '/zh/life', article: '/zh/news/one', older: '/zh/news/two', english: '/en' } as const;

/** The pages of the portal by path, as if it stood at this origin. */
export function cleanPages(origin: string): ReadonlyMap<string, string> {
  const page = (path: string, { language = 'zh-Hans', title, tags = '', main }: { readonly language?: string; readonly title: string; readonly tags?: string; readonly main: string }): [string, string] => [
    path,
    `<!DOCTYPE html>
<html lang="${language}"><head>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="SiteName" content="示例网">
<meta name="SiteDomain" content="news.example.cn">
<meta name="SiteIDCode" content="0000000000">
${tags}
<meta name="Url" content="${origin}${path}">
<link rel="canonical" href="${origin}${path}">
<link rel="stylesheet" href="/site.css">
</head><body>
<header><a href="/zh">示例网</a> <a href="/zh/news">要闻</a> <a href="/zh/life">民生</a> <a href="/en">English</a> <form action="/zh/search"><input name="q" aria-label="搜索"></form></header>
<nav class="breadcrumb"><ol><li><a href="/zh">首页</a></li><li>${title}</li></ol></nav>
<main>
${main}
</main>
<footer>主办：示例园区管理处 <a href="tel:000">联系电话</a> <a href="https://bszs.conac.cn/1">标识</a> <a href="https://example.com/r">找错</a> 网站标识码：0000000000
<a href="https://beian.miit.gov.cn/">示例ICP备00000000号</a> 示例公网安备00000000000000号 <a href="/zh/news#list">网站地图</a> <a href="https://example.org/">友邻</a></footer>
</body></html>`,
  ];
  const columnTags = (name: string): string =>
    `<meta name="ColumnName" content="${name}">\n<meta name="ColumnDescription" content="${name}栏目登每周的报道">\n<meta name="ColumnKeywords" content="${name}">\n<meta name="ColumnType" content="工作动态">`;
  const article = (path: string, headline: string, time: string): [string, string] =>
    page(path, {
      title: '要闻',
      tags: `${columnTags('要闻')}
<meta name="ArticleTitle" content="${headline}">
<meta name="PubDate" content="${time}">
<meta name="ContentSource" content="示例日报">
<meta name="Keywords" content="长椅">
<meta name="Author" content="甲">
<meta name="Description" content="示例园区把步道旁边的三十张旧长椅都修好了，居民又可以坐下来看湖。">
<meta name="Image" content="${origin}/bench.jpg">
<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"${time.replace(' ', 'T')}:00+08:00"}]}</script>`,
      main: `<article><h1>${headline}</h1><p>时间 <time datetime="${time.replace(' ', 'T')}:00+08:00">${time}</time> 来源 示例日报</p>
<p>正文。<img src="/bench.jpg" alt="长椅"></p><button>分享</button></article>`,
    });
  const list = `<ul id="list"><li><a href="/zh/news/one">修好了</a> <time datetime="2026-01-09">1月9日</time></li><li><a href="/zh/news/two">开工了</a> 2026-01-02</li></ul>`;
  return new Map([
    page('/zh', { title: '首页', main: `<section><h2>最新</h2>${list}</section>` }),
    page('/zh/news', { title: '要闻', tags: columnTags('要闻'), main: `<h1>要闻</h1>${list}` }),
    page('/zh/life', { title: '民生', tags: columnTags('民生'), main: `<h1>民生</h1><ul><li><a href="/zh/news/one">修好了</a> 2026-01-09</li></ul>` }),
    article('/zh/news/one', '长椅修好了', '2026-01-09 10:20'),
    article('/zh/news/two', '长椅开工了', '2026-01-02 09:00'),
    page('/en', { language: 'en', title: 'Front page', main: '<p>Example</p>' }),
  ]);
}

const files: Readonly<Record<string, string>> = { '/site.css': 'text/css', '/bench.jpg': 'image/jpeg' };

export interface ServedPortal {
  readonly start: URL;
  /** Every path that was asked for. */
  readonly asked: readonly string[];
}

/** @param spoil Changes pages before they are served. @param answer Answers instead, where it does. */
export async function servePortal(context: TestContext, spoil: (pages: Map<string, string>) => void = () => undefined, answer: http.RequestListener = () => undefined): Promise<ServedPortal> {
  const asked: string[] = [];
  let pages = new Map<string, string>();
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://portal');
    asked.push(request.url ?? '');
    answer(request, response);
    if (response.writableEnded || response.headersSent) return;
    const html = pages.get(pathname);
    const type = html === undefined ? files[pathname] : 'text/html; charset=utf-8';
    if (type === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'Content-Type': type }).end(html ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  context.after(() => new Promise((resolve) => {
    server.closeAllConnections();
    server.close(resolve);
  }));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  pages = new Map(cleanPages(origin));
  spoil(pages);
  return { start: new URL(`${origin}${paths.home}`), asked };
}
