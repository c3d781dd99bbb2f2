/** Pictures: the right file, its place kept free, smaller copies for smaller screens, words for those who do not see it. */
import { pathOf } from '@/lib/routes';
import { articlePath, articles, elderPath, fullIssue } from './places';
import { expect, test } from './reader';

test('every kind of picture file is drawn, with its size in the page', async ({ page }) => {
  await page.goto(articlePath('zh-hans', articles.pictures));
  const images = page.getByRole('main').getByRole('article').first().locator('img[src^="/media/"]');
  await expect(images).toHaveCount(5);
  const facts = await images.evaluateAll((list) =>
    Promise.all(
      list.filter((image) => image instanceof HTMLImageElement).map(async (image) => {
        image.loading = 'eager';
        await image.decode();
        return { alt: image.alt, isDrawn: image.naturalWidth > 0, width: image.getAttribute('width'), height: image.getAttribute('height'), loading: image.getAttribute('loading') };
      }),
    ),
  );
  expect(facts.map(({ alt }) => alt)).toEqual(['白天的湖', '竖幅的湖景', '很宽的湖景', '湖的速写', '夜里的湖']);
  expect(facts.map(({ isDrawn }) => isDrawn)).toEqual([true, true, true, true, true]);
  expect(facts.map(({ width, height }) => `${width ?? ''}x${height ?? ''}`)).toEqual(['800x500', '600x900', '1800x500', '320x240', '1200x750']);
  await expect(page.getByText('图说里有<尖括号>与“引号”')).toBeVisible();
});

test('every picture and every smaller copy is served as what it is, for ever under its address', async ({ page, request }) => {
  for (const place of [articles.everything, articles.pictures]) {
    await page.goto(articlePath('zh-hans', place));
    const addresses = await page.locator('main img[src^="/media/"]').evaluateAll((list) =>
      list.flatMap((image) => [image.getAttribute('src') ?? '', ...(image.getAttribute('srcset') ?? '').split(',').map((entry) => entry.trim().split(' ')[0] ?? '')]),
    );
    for (const address of new Set(addresses.filter(Boolean))) {
      const answer = await request.get(address);
      const kind = address.split('.').at(-1)?.replace('jpg', 'jpeg') ?? '';
      expect.soft([answer.status(), answer.headers()['content-type'], answer.headers()['x-content-type-options']], address).toEqual([200, `image/${kind}`, 'nosniff']);
      expect.soft(answer.headers()['cache-control'], address).toContain('immutable');
      expect.soft((await answer.body()).length, address).toBeGreaterThan(100);
    }
    expect(addresses.some((address) => /\.\d+\.(webp|avif)$/.test(address))).toBe(true);
  }
});

test('a picture that the archive does not know is not served, whatever lies in the folder', async ({ page, request }) => {
  await page.goto(articlePath('zh-hans', articles.everything));
  const known = (await page.locator('main img[src^="/media/"]').first().getAttribute('src')) ?? '';
  const [, folder = '', hash = ''] = /^\/media\/(.+)\/([^/]+)\/[^/]+$/.exec(known) ?? [];
  expect(folder).toBe('zhoukan/2025-03-14');
  for (const strange of [
    known.replace(hash, '0'.repeat(hash.length)),
    known.replace(/[^/]+$/, 'lake-path.md'),
    known.replace(/[^/]+$/, '..%2f..%2f..%2f..%2fsite.md'),
    `/media/${folder}/${hash}/lake.jpg.99999.webp`,
    `/media/${folder}/draft-plan.md`,
    '/media/../site.md',
  ]) {
    expect.soft((await request.get(strange)).status(), strange).toBeGreaterThanOrEqual(400);
  }
});

test('a cover that elder mode does not show is not fetched', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  for (const address of [articlePath('en', articles.untranslated), pathOf({ kind: 'issue', locale: 'en', ...fullIssue })]) {
    await page.goto(elderPath(address), { waitUntil: 'networkidle' });
    await expect(page.locator('.issue-cover img')).toBeHidden();
  }
  expect(asked.filter((path) => path.startsWith('/media/'))).toEqual([]);
});
