/** The life of one article on a running portal: draft, scheduled, published, corrected, withdrawn, and what readers and programs see each time. */
import fs from 'node:fs/promises';
import path from 'node:path';
import { openPortal, type Portal } from './portal';
import { articlePath } from './places';
import { expect, locales, test, words } from './reader';

const place = { periodical: 'zhoukan', issue: '2025-04-04', slug: 'life-of-one' } as const;
const title = '一篇文章的一生';
const marker = '正文标记八五一';
/** A second is promised; machines under test are slow. */
const soon = { timeout: 15_000 };

test.describe('An article', () => {
  test.describe.configure({ mode: 'serial' });
  let portal: Portal;
  test.beforeAll(async () => {
    portal = await openPortal('e2e/content');
  });
  test.afterAll(async () => {
    await portal.stop();
  });

  /** As editors' programs save: beside the file, then moved over it. */
  async function save(facts: string, published = '2025-04-04 09:00'): Promise<void> {
    const folder = path.join(portal.content, 'news/periodicals', place.periodical, place.issue);
    await fs.mkdir(folder, { recursive: true });
    await fs.writeFile(path.join(folder, 'one.tmp'), `---\ntitle: ${title}\npublished: ${published}\ncolumn: 今示例\n${facts}---\n\n${marker}。\n`);
    await fs.rename(path.join(folder, 'one.tmp'), path.join(folder, `${place.slug}.md`));
  }
  const at = (way: string): string => `${portal.origin}${way}`;
  const read = async (way: string): Promise<string> => (await fetch(at(way))).text();
  const status = async (): Promise<number> => (await fetch(at(articlePath('zh-hans', place)))).status;
  const issue = articlePath('zh-hans', place).replace(/\/[^/]+$/, '');
  /** Wherever the article is named while it is published: lists of pages, the search, feeds, site maps. */
  const lists = ['/zh-hans', '/zh-hans/news', issue, `${issue}/print`, '/zh-hans/feed.atom', '/en/feed.json', `/zh-hans/news/periodicals/${place.periodical}/feed.atom`, `/sitemaps/${place.periodical}/${place.issue.slice(0, 7)}.xml`, `/zh-hans/search?q=${encodeURIComponent(marker)}`];
  async function expectListed(isListed: boolean): Promise<void> {
    // On paper nothing is a link.
    for (const list of lists) await expect.poll(async () => (await read(list)).includes(list.endsWith('/print') ? title : `/${place.slug}`), { ...soon, message: list }).toBe(isListed);
  }

  test('is seen by nobody as a draft, nor before its time', async () => {
    await save('status: draft\n');
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(await status()).toBe(404);
    await expectListed(false);
    await save('', '2099-04-04 09:00');
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(await status()).toBe(404);
    await expectListed(false);
  });

  test('is named everywhere once it is published', async () => {
    await save('');
    await expect.poll(status, soon).toBe(200);
    await expectListed(true);
    expect(await read('/zh-hans/corrections')).not.toContain(title);
  });

  test('says what was corrected: on its page, on the page of corrections and in its feed', async ({ page, quiet }) => {
    quiet.tolerate(/foreign/);
    await save('corrections:\n  - date: 2025-04-05\n    wrong: 第二社区\n    right: 第三社区\n');
    await expect.poll(async () => read(articlePath('zh-hans', place)), soon).toContain('第二社区');
    for (const locale of locales) {
      const correction = locale === 'zh-hant' ? ['第二社區', '第三社區'] : ['第二社区', '第三社区'];
      for (const way of [articlePath(locale, place), `/${locale}/corrections`]) {
        await page.goto(at(way));
        for (const text of correction) await expect(page.getByRole('main'), way).toContainText(text);
      }
      for (const feed of ['feed.atom', 'feed.json']) expect(await read(`/${locale}/corrections/${feed}`), `${locale} ${feed}`).toContain(articlePath(locale, place));
    }
    await page.goto(at('/zh-hans/corrections'));
    await expect(page.getByRole('main').locator(`a[href^="${articlePath('zh-hans', place)}"]`).first()).toBeVisible();
    await expectListed(true);
  });

  test('keeps its address when it is withdrawn, says when and why, and is named nowhere else', async ({ page, quiet }) => {
    quiet.tolerate(/foreign/);
    await save('status: withdrawn\nwithdrawal:\n  date: 2025-04-06\n  reason: 需要核实\ncorrections:\n  - date: 2025-04-05\n    wrong: 第二社区\n    right: 第三社区\n');
    await expect.poll(async () => read(articlePath('zh-hans', place)), soon).toContain('需要核实');
    await expectListed(false);
    for (const locale of locales) {
      const answer = await page.goto(at(articlePath(locale, place)));
      expect(answer?.status()).toBe(200);
      await expect(page.getByRole('main')).toContainText(locale === 'zh-hant' ? '需要核實' : '需要核实');
      await expect(page.getByRole('heading', { name: words(locale).withdrawal.title })).toBeVisible();
      await expect(page.locator('body')).not.toContainText(marker);
      expect(await read(`/${locale}/corrections`), 'corrections').not.toContain(articlePath(locale, place));
      for (const feed of ['feed.atom', 'feed.json']) expect(await read(`/${locale}/corrections/${feed}`), feed).not.toContain(articlePath(locale, place));
    }
    await expect(page.locator('meta[name=robots]')).toHaveCount(1);
  });
});
