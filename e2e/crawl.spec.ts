/** The whole portal, link by link: no dead link, one headline a page, nothing unpublished anywhere. */
import { localeFacts } from '@/lib/locale/locales';
import { articlePath, articles } from './places';
import { expect, locales, test } from './reader';

const unpublished = /草稿标记|草稿標記|Draft marker|定时标记|定時標記|Scheduled marker|撤稿标记|撤稿標記|Withdrawn marker/;
/** So many articles, issues, periodicals and pages the archive has for a reader; fewer means that a way was lost. */
const atLeast = 55;

for (const locale of locales) {
  test(`every link leads somewhere, and nowhere is a word of what is not published: ${locale}`, async ({ request, baseURL }) => {
    test.slow();
    const home = `/${locale}`;
    const seen = new Map<string, string>([[home, 'the door']]);
    const queue = [home];
    const files = new Set<string>();
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      const answer = await request.get(path);
      const html = await answer.text();
      expect.soft(answer.status(), `${path}, linked from ${seen.get(path) ?? ''}`).toBe(200);
      expect.soft(unpublished.exec(html)?.[0], path).toBeUndefined();
      expect.soft(/<html[^>]*>/.exec(html)?.[0], path).toContain(`lang="${localeFacts[locale].tag}"`);
      expect.soft(html.match(/<h1[\s>]/g)?.length, `one headline on ${path}`).toBe(1);
      expect.soft(/>(?:undefined|null|NaN)<|\[object Object\]/.exec(html)?.[0], path).toBeUndefined();
      for (const [, attribute = '', target = ''] of html.replaceAll(/<(pre|code)[\s>].*?<\/\1>/gs, '').matchAll(/\s(href|src)="([^"]*)"/g)) {
        const address = new URL(target.replaceAll('&amp;', '&'), `${baseURL ?? ''}${path}`);
        if (address.origin !== baseURL) continue;
        const isPage = attribute === 'href' && !/\.\w+$/.test(address.pathname) && (address.pathname === home || address.pathname.startsWith(`${home}/`));
        if (!isPage) files.add(address.pathname);
        else if (!seen.has(address.pathname)) {
          seen.set(address.pathname, path);
          queue.push(address.pathname);
        }
      }
    }
    expect(seen.size).toBeGreaterThanOrEqual(atLeast);
    for (const file of files) {
      const answer = await request.get(file);
      expect.soft(answer.status(), file).toBe(200);
      if (/\.(?:atom|json)$/.test(file)) expect.soft(unpublished.exec(await answer.text())?.[0], file).toBeUndefined();
    }
    for (const place of [articles.draft, articles.scheduled, { periodical: 'zhoukan', issue: '2099-01-02', slug: 'far-future' }, { periodical: 'shequ', issue: '2024-03-01', slug: 'draft-only' }]) {
      const path = articlePath(locale, place);
      expect(seen.has(path), path).toBe(false);
      const answer = await request.get(path);
      expect([answer.status(), unpublished.test(await answer.text())], path).toEqual([404, false]);
    }
    for (const issue of ['zhoukan/2099-01-02', 'shequ/2024-03-01']) expect((await request.get(`${home}/news/periodicals/${issue}`)).status(), issue).toBe(404);
    expect((await request.get(`${home}/news/periodicals/shequ/2024-02-02`)).status(), 'an issue of one withdrawn article').toBe(200);
  });
}
