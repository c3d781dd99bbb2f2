/** The editor-in-chief's proof: one file, opened from the disk, that asks for nothing and prints. */
import { spawn } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '@/lib/root.mjs';
import { readPaper, squeeze } from './paper';
import { articlePath, articles } from './places';
import { expect, test } from './reader';

const issue = 'news/periodicals/zhoukan/2025-03-14';

/** `npm run desk -- proof zhoukan/2025-03-14` on a copy of the fictional archive with a broken article more. */
async function makeProof(folder: string): Promise<{ readonly code: number | null; readonly file: string }> {
  const content = path.join(folder, 'content');
  await fs.cp(path.join(root, 'e2e/content'), content, { recursive: true });
  await fs.writeFile(path.join(content, issue, 'zz-broken.md'), '---\ntitle: 写坏的一篇\npublished: 2025-03-14 29:00\ncolumn: 今示例\n---\n\n它的正文还在。\n');
  const file = path.join(folder, 'proof.html');
  const browser = path.dirname(process.env['E2E_BROWSER'] ?? '');
  const desk = spawn(process.execPath, ['lib/desk/start.mjs', 'proof', 'zhoukan/2025-03-14', '--out', file], {
    cwd: root,
    env: { ...process.env, PATH: `${browser}${path.delimiter}${process.env['PATH'] ?? ''}`, PORTAL_CONTENT: content, PORTAL_DATA: path.join(folder, 'data') },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return { code: await new Promise((resolve) => desk.once('exit', resolve)), file };
}

test('a proof shows the issue, asks for nothing, and counts the pages that readers will print', async ({ page, browser, quiet }) => {
  test.slow();
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'proof-'));
  try {
    const { code, file } = await makeProof(folder);
    expect(code, 'there are findings').toBe(1);
    const context = await browser.newContext();
    const proof = await context.newPage();
    quiet.listenTo(proof);
    const asked: string[] = [];
    proof.on('request', (request) => asked.push(request.url().slice(0, 60)));
    await proof.goto(pathToFileURL(file).href);
    await expect(proof.getByRole('heading', { level: 1 })).toContainText('《示例园区周刊》2025年3月14日校样');
    const rows = proof.getByRole('table').first().getByRole('row');
    await expect(rows).toHaveCount(9);
    await expect(rows.nth(1)).toContainText('范例湖步道本周全线开放');
    await expect(rows.filter({ hasText: '写坏的一篇' })).toContainText('有错误，登不出来');
    await expect(proof.locator('#zz-broken')).toContainText(`${issue}/zz-broken.md:3:12`);
    await expect(proof.locator('#zz-broken')).toContainText('它的正文还在。');
    await expect(proof.locator(`#${articles.untranslated.slug}`)).toContainText(/English\s*缺/);
    const pictures = proof.locator('img');
    expect(await pictures.count()).toBeGreaterThan(8);
    expect(await pictures.evaluateAll((images) => images.every((image) => image instanceof HTMLImageElement && image.naturalWidth > 0))).toBe(true);
    expect(asked.filter((address) => !address.startsWith('data:')), 'only the file itself').toHaveLength(1);

    const { sheets } = await readPaper(await proof.pdf({ preferCSSPageSize: true }));
    expect([Math.round(sheets[0]?.width ?? 0), Math.round(sheets[0]?.height ?? 0)], 'A4').toEqual([595, 842]);
    const onPaper = sheets.map((sheet) => sheet.text).join('');
    for (const words of ['范例湖步道本周全线开放', '它的正文还在。', '怎样在文章里谈论']) expect(onPaper).toContain(squeeze(words));

    for (const place of [articles.everything, articles.untranslated, articles.least].filter(({ issue: date }) => date === '2025-03-14')) {
      await page.goto(articlePath('zh-hans', place));
      const printed = await readPaper(await page.pdf({ preferCSSPageSize: true }));
      await expect(proof.locator(`#${place.slug}`)).toContainText(`印出来 ${printed.sheets.length} 页`);
    }
    await context.close();
  } finally {
    await fs.rm(folder, { recursive: true, force: true });
  }
});
