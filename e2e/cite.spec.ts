/** Citing an article: texts to copy and files for reference managers, without the script, each saying what the page says. */
import { articlePath, articles } from './places';
import { expect, locales, test, words } from './reader';

test.describe('Citations', () => {
  test.use({ javaScriptEnabled: false });

  test('the foot of an article leads to its citations, in the words that are shown', async ({ page, request, baseURL }) => {
    const path = articlePath('zh-hans', articles.everything);
    await page.goto(path);
    const link = page.getByRole('article').getByRole('link', { name: 'GB/T 7714、APA' });
    await expect(link).toBeVisible();
    const answer = await request.get((await link.getAttribute('href')) ?? '');
    expect(answer.headers()['content-type']).toBe('text/plain; charset=utf-8');
    const { cite } = words('zh-hans');
    const url = `${baseURL ?? ''}${path}`;
    const lines = (await answer.text()).split('\n');
    expect(lines).toContain(`例小文, 某甲. 范例湖步道本周全线开放[N/OL]. 示例日报, 2025-03-14(B01)[${cite.accessDate}]. ${url}`);
    expect(lines).toContain(`例小文, & 某甲. (2025, March 14). 范例湖步道本周全线开放. 示例日报, B01. ${url}`);
  });

  test('reference managers get files of their own kinds, once for each language with words', async ({ page, request }) => {
    for (const locale of locales) {
      await page.goto(articlePath(locale, articles.untranslated));
      const shown = locale === 'zh-hant' ? locale : 'zh-hans';
      await expect(page.getByRole('link', { name: 'BibTeX' })).toHaveAttribute('href', `${articlePath(shown, articles.untranslated)}/cite.bib`);
    }
    await page.goto(articlePath('en', articles.everything));
    const kinds = { BibTeX: ['application/x-bibtex', /title = \{\{Specimen Lake path now open/], RIS: ['application/x-research-info-systems', /\r\nTI {2}- Specimen Lake path now open/] } as const;
    for (const [name, [type, content]] of Object.entries(kinds)) {
      const answer = await request.get((await page.getByRole('link', { name, exact: true }).getAttribute('href')) ?? '');
      expect(answer.headers()['content-type']).toBe(`${type}; charset=utf-8`);
      expect(answer.headers()['cross-origin-resource-policy']).toBe('same-origin');
      expect(await answer.text()).toMatch(content);
    }
  });

  test('a withdrawn article is not cited', async ({ page, request }) => {
    await page.goto(articlePath('zh-hans', articles.withdrawn));
    await expect(page.getByRole('link', { name: 'BibTeX' })).toHaveCount(0);
    expect((await request.get(`${articlePath('zh-hans', articles.withdrawn)}/cite.bib`)).status()).toBe(404);
  });
});
