/** Where a feed is and who tells of what is new in it, as programs hear it from the press before they read a word (W3C WebSub §4). */
import fs from 'node:fs/promises';
import path from 'node:path';
import { openPortal, type Portal } from './portal';
import { expect, locales, test } from './reader';

const hub = 'https://hub.example.com/tell?site=1';
const zhoukan = 'news/periodicals/zhoukan';
const places = ['', 'corrections/', `${zhoukan}/`, `${zhoukan}/columns/minsheng/`];
const feeds = locales.flatMap((locale) => places.flatMap((place) => ['atom', 'json'].map((format) => `/${locale}/${place}feed.${format}`)));

test.describe('Feeds', () => {
  let portal: Portal;
  test.beforeAll(async () => {
    portal = await openPortal('e2e/content');
  });
  test.afterAll(() => portal.stop());

  test('name a hub when the site has one, and none otherwise', async ({ request }) => {
    const link = async (feed: string, method: 'GET' | 'HEAD' = 'GET'): Promise<string | undefined> => {
      const answer = await request.fetch(portal.origin + feed, { method });
      expect(answer.status(), feed).toBe(200);
      return answer.headers()['link'];
    };
    for (const feed of feeds) expect(await link(feed), feed).toBe(`<${portal.origin}${feed}>; rel="self"`);

    const site = path.join(portal.content, 'site.md');
    await fs.writeFile(site, (await fs.readFile(site, 'utf8')).replace('---\n', `---\nhub: ${hub}\n`));
    await expect.poll(() => link('/zh-hans/feed.atom'), { timeout: 20_000 }).toContain('rel="hub"');
    for (const feed of feeds) {
      const named = `<${portal.origin}${feed}>; rel="self", <${hub}>; rel="hub"`;
      expect([await link(feed), await link(feed, 'HEAD')], feed).toEqual([named, named]);
    }
    expect((await request.get(`${portal.origin}/zh-hans`)).headers()['link'] ?? '', 'a page is no feed').not.toContain('hub');
  });
});
