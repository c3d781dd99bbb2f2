/** Articles that go together name each other, and a new headline is on every page that names the old one. */
import fs from 'node:fs/promises';
import path from 'node:path';
import { expect, follow, test, words } from './reader';
import { openPortal, type Portal } from './portal';

const folder = 'news/periodicals/zhoukan';
const article = (title: string, day: string): string => `---\ntitle: ${title}\npublished: ${day} 09:00\ncolumn: 民生\nkeywords: [码头]\n---\n\n正文。\n`;

test.describe('Related articles', () => {
  let portal: Portal;
  const write = (file: string, text: string): Promise<void> => fs.writeFile(path.join(portal.content, folder, file), text);
  test.beforeAll(async () => {
    portal = await openPortal('e2e/content');
    await write('2024-05-10/pier-opens.md', article('码头开放', '2024-05-10'));
    await write('2023-06-02/pier-planned.md', article('码头动工', '2023-06-02'));
  });
  test.afterAll(() => portal.stop());

  test('lead from one to the other, in every language, and not onto paper', async ({ page, quiet, request }) => {
    quiet.tolerate(/^foreign:/);
    for (const slug of ['2023-06-02/pier-planned', '2024-05-10/pier-opens']) {
      await expect.poll(async () => (await request.get(`${portal.origin}/en/${folder}/${slug}`)).status(), { timeout: 5_000 }).toBe(200);
    }
    await page.goto(`${portal.origin}/en/${folder}/2024-05-10/pier-opens`);
    const list = page.getByRole('heading', { level: 2, name: words('en').article.related }).locator('..');
    await expect(list.getByRole('listitem')).toHaveText(['码头动工']);
    await expect(list.getByRole('listitem')).toHaveAttribute('lang', 'zh-Hans');
    await page.emulateMedia({ media: 'print' });
    await expect(list).toBeHidden();
    await page.emulateMedia({ media: 'screen' });
    await follow(page, `/en/${folder}/2023-06-02/pier-planned`);
    await expect(page.getByRole('heading', { level: 2, name: words('en').article.related }).locator('..').getByRole('link')).toHaveText(['码头开放']);
  });

  test('show a corrected headline at once', async ({ request }) => {
    const address = `${portal.origin}/zh-hans/${folder}/2023-06-02/pier-planned`;
    await expect(async () => expect(await (await request.get(address)).text()).toContain('>码头开放</a></li></ul></section>')).toPass({ timeout: 5_000 });
    await write('2024-05-10/pier-opens.md', article('码头试开放', '2024-05-10'));
    await expect(async () => expect(await (await request.get(address)).text()).toContain('>码头试开放</a></li></ul></section>')).toPass({ timeout: 2_000 });
  });
});
