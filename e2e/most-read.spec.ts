/** What is read most: a page of its own, whole without a script, linked from the first page, empty of what may not be listed. */
import { articlePath, articles } from './places';
import { openPortal, type Portal } from './portal';
import { expect, locales, test, words } from './reader';

test.describe('What is read most', () => {
  let portal: Portal;
  test.beforeAll(async () => {
    portal = await openPortal('e2e/content');
  });
  test.afterAll(() => portal.stop());

  test('is listed in every language, most read first; nobody else can name articles', async ({ request }) => {
    const read = async (place: (typeof articles)[keyof typeof articles], readers: number): Promise<void> => {
      for (let reader = 0; reader < readers; reader++) {
        const answer = await request.post(`${portal.origin}/api/views/${place.periodical}/${place.issue}/${place.slug}`, { headers: { 'user-agent': `Browser ${reader}` } });
        expect(answer.status()).toBe(200);
      }
    };
    await read(articles.pictures, 1);
    await read(articles.everything, 2);
    await read(articles.withdrawn, 3);
    for (const locale of locales) {
      const html = await (await request.get(`${portal.origin}/${locale}/most-read?article=${articles.least.periodical}/${articles.least.issue}/${articles.least.slug}`)).text();
      const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
      expect([...main.matchAll(/<h3><a href="([^"]*)"/g)].map(([, href]) => href)).toEqual([articlePath(locale, articles.everything), articlePath(locale, articles.pictures)]);
      expect(await (await request.get(`${portal.origin}/${locale}`)).text()).toContain(`<a href="/${locale}/most-read">${words(locale).mostRead.title}</a>`);
    }
  });
});
