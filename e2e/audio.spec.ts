/** An article read by a person: the player without a script, what it plays, the file to take away, and what programs are told of it. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { durationText, fileSize } from '@/lib/locale/measures';
import { root } from '@/lib/root.mjs';
import { openPortal } from './portal';
import { readPaper, squeeze } from './paper';
import { articlePath, articles, elderPath } from './places';
import { expect, locales, test, words, type Locale, type Page } from './reader';

const folder = 'news/periodicals/zhoukan/2025-03-07';
const chinese = { name: 'bicycle-racks.mp3', format: 'MP3', type: 'audio/mpeg', seconds: 19 };
const english = { name: 'bicycle-racks.en.m4a', format: 'M4A', type: 'audio/mp4', seconds: 8 };
/** Which recording a reader hears; of Japanese there is no text, and the Original stands there. */
const heard: Readonly<Record<Locale, typeof chinese>> = { 'zh-hans': chinese, 'zh-hant': chinese, en: english, ja: chinese };

const bytesOf = ({ name }: typeof chinese): Buffer => readFileSync(path.join(root, 'e2e/content', folder, name));
const place = (locale: Locale): string => articlePath(locale, articles.recorded);
const downloadName = (locale: Locale): string => {
  const { format } = heard[locale];
  return words(locale).recording.download.replace('{format}', format).replace('{size}', fileSize(bytesOf(heard[locale]).length));
};
const playerOf = (page: Page, locale: Locale) => page.getByLabel(`${words(locale).recording.label} ${durationText(heard[locale].seconds, locale)}`, { exact: true });
const addressOf = async (page: Page): Promise<string> => (await page.locator('audio').getAttribute('src')) ?? '';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the player and the file stand there, by name, and nothing is fetched unasked', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    for (const locale of locales) {
      await page.goto(place(locale));
      await expect(playerOf(page, locale)).toBeVisible();
      await expect(page.getByRole('link', { name: downloadName(locale), exact: true })).toHaveAttribute('href', await addressOf(page));
      expect(await addressOf(page)).toMatch(new RegExp(`^/recordings/zhoukan/2025-03-07/[0-9a-f]{16}/${heard[locale].name.replaceAll('.', '\\.')}$`));
    }
    await page.waitForLoadState('networkidle');
    expect(asked.filter((url) => url.includes('/recordings/'))).toEqual([]);
    expect(asked.filter((url) => /\/assets\/recording-[0-9a-f]{12}\.css$/.test(url)).length).toBeGreaterThan(0);
  });

  test('an article without a recording has no player, no style of one, and no word of it', async ({ page }) => {
    await page.goto(articlePath('zh-hans', articles.everything));
    await expect(page.locator('audio')).toHaveCount(0);
    expect(await page.content()).not.toMatch(/AudioObject|assets\/recording|recording-player/);
  });
});

for (const locale of ['zh-hans', 'en'] as const) {
  test(`it plays when a key is pressed, as long as it says: ${locale}`, async ({ page }) => {
    await page.goto(place(locale));
    const player = playerOf(page, locale);
    await player.focus();
    const answer = page.waitForResponse((response) => response.url().includes('/recordings/'));
    await page.keyboard.press('Space');
    expect((await answer).status()).toBe(206);
    await expect.poll(() => player.evaluate((element) => (element as HTMLAudioElement).currentTime)).toBeGreaterThan(0.2);
    const duration = await player.evaluate((element) => (element as HTMLAudioElement).duration);
    expect(Math.abs(duration - heard[locale].seconds)).toBeLessThan(0.6);
    await page.keyboard.press('Space');
    expect(await player.evaluate((element) => (element as HTMLAudioElement).paused)).toBe(true);
  });
}

test('the file goes out whole or in part, as what it is, and is kept for an hour', async ({ page, request }) => {
  for (const locale of ['zh-hans', 'en'] as const) {
    await page.goto(place(locale));
    const [address, bytes] = [await addressOf(page), bytesOf(heard[locale])];
    const whole = await request.get(address);
    expect([whole.status(), (await whole.body()).equals(bytes)]).toEqual([200, true]);
    expect(whole.headers()).toMatchObject({
      ...{ 'content-type': heard[locale].type, 'content-length': String(bytes.length), 'accept-ranges': 'bytes', 'cache-control': 'public, max-age=3600' },
      ...{ 'x-content-type-options': 'nosniff', 'cross-origin-resource-policy': 'cross-origin' },
    });
    const part = await request.get(address, { headers: { Range: 'bytes=1000-1999' } });
    expect([part.status(), part.headers()['content-range'], (await part.body()).equals(bytes.subarray(1000, 2000))]).toEqual([206, `bytes 1000-1999/${bytes.length}`, true]);
    expect((await request.get(address, { headers: { Range: `bytes=${bytes.length}-` } })).status()).toBe(416);
    expect((await request.get(address, { headers: { 'If-None-Match': whole.headers()['etag'] ?? '' } })).status()).toBe(304);
    for (const stranger of [address.replace(/[0-9a-f]{16}/, '0'.repeat(16)), address.replace(heard[locale].name, 'index.md'), address.replace('/recordings/', '/media/')]) {
      expect((await request.get(stranger)).status(), stranger).toBe(404);
    }
  }
});

test('the policy of every page lets our own sound in, and nobody else’s', async ({ request }) => {
  const policy = (await request.get(place('en'))).headers()['content-security-policy'] ?? '';
  expect(policy.split('; ')).toContain("media-src 'self'");
});

test('the file is taken away under the headline', async ({ page }) => {
  for (const locale of ['zh-hans', 'en'] as const) {
    await page.goto(place(locale));
    const title = await page.getByRole('heading', { level: 1 }).innerText();
    const waiting = page.waitForEvent('download');
    await page.getByRole('link', { name: downloadName(locale), exact: true }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toBe(`${title}.${heard[locale].format.toLowerCase()}`);
    expect((await fs.readFile(await download.path())).equals(bytesOf(heard[locale]))).toBe(true);
  }
});

test('programs are told: structured data and both feeds', async ({ page, request, baseURL }) => {
  await page.goto(place('en'));
  const url = `${baseURL ?? ''}${await addressOf(page)}`;
  const graph: unknown = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '');
  const audio = { '@type': 'AudioObject', contentUrl: url, encodingFormat: 'audio/mp4', duration: 'PT8S', contentSize: '19 KB', inLanguage: 'en' };
  expect(graph).toMatchObject({ '@graph': expect.arrayContaining([expect.objectContaining({ '@type': 'NewsArticle', audio })]) });
  const atom = await (await request.get('/en/news/periodicals/zhoukan/feed.atom')).text();
  expect(atom).toContain(`<link rel="enclosure" type="audio/mp4" length="${bytesOf(english).length}" href="${url}"/>`);
  const feed: unknown = await (await request.get('/en/news/periodicals/zhoukan/feed.json')).json();
  const attachment = { url, mime_type: 'audio/mp4', size_in_bytes: bytesOf(english).length, duration_in_seconds: 8 };
  expect(feed).toMatchObject({ items: expect.arrayContaining([expect.objectContaining({ attachments: [attachment] })]) });
});

test('paper has neither the player nor its words', async ({ page }) => {
  for (const locale of locales) {
    await page.goto(place(locale));
    const { sheets } = await readPaper(await page.pdf({ format: 'A4', preferCSSPageSize: true }));
    const text = sheets.map((sheet) => sheet.text).join('');
    expect(text.length).toBeGreaterThan(100);
    for (const word of [words(locale).recording.label, downloadName(locale)]) expect(text).not.toContain(squeeze(word));
  }
});

test('in elder mode the player and the link are large, and nothing sticks out of a telephone', async ({ page }) => {
  for (const width of [320, 375, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(elderPath(place('zh-hans')));
    for (const target of [playerOf(page, 'zh-hans'), page.getByRole('link', { name: downloadName('zh-hans') })]) {
      const box = await target.boundingBox();
      expect(box?.height ?? 0).toBeGreaterThanOrEqual(60);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
    }
  }
});

test('in elder mode the button to play is there on the narrowest screen', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto(elderPath(place('zh-hans')));
  const player = playerOf(page, 'zh-hans');
  const { height = 0 } = (await player.boundingBox()) ?? {};
  await player.click({ position: { x: height / 2, y: height / 2 } });
  expect(await player.evaluate((element) => !(element as HTMLAudioElement).paused)).toBe(true);
});

test('whoever has saved the issue hears it through the worker, and may go on anywhere in it', async ({ page }) => {
  const { offer, start, saved } = words('en').offline;
  const beginningOf = (template: string): RegExp => new RegExp(`^${template.split(/ \(?\{/)[0] ?? ''}`);
  await page.goto(path.posix.dirname(place('en')));
  await page.getByRole('button', { name: offer }).click();
  await page.getByRole('button', { name: beginningOf(start) }).click();
  await expect(page.locator('[data-save-issue] [role=status]')).toHaveText(beginningOf(saved), { timeout: 15_000 });
  await page.goto(place('en'));
  expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  const player = playerOf(page, 'en');
  await player.focus();
  await page.keyboard.press('Space');
  await expect.poll(() => player.evaluate((element) => (element as HTMLAudioElement).currentTime)).toBeGreaterThan(0);
  await player.evaluate((element) => ((element as HTMLAudioElement).currentTime = 6));
  await expect.poll(() => player.evaluate((element) => (element as HTMLAudioElement).currentTime)).toBeGreaterThan(6);
});

test('an editor changes a recording, breaks it, mends it and withdraws the article; readers have what is right', async ({ request }) => {
  test.slow();
  const soon = { timeout: 10_000 };
  const portal = await openPortal('e2e/content');
  try {
    const file = path.join(portal.content, folder, chinese.name);
    const read = async (): Promise<string> => (await request.get(`${portal.origin}${place('zh-hans')}`)).text();
    const addressNow = async (): Promise<string | undefined> => /<audio [^>]*src="([^"]*)"/.exec(await read())?.[1];
    const before = (await addressNow()) ?? '';
    expect((await request.get(`${portal.origin}${before}`)).status()).toBe(200);

    await save(file, Buffer.concat([bytesOf(chinese), Buffer.alloc(64)]));
    await expect.poll(addressNow, soon).not.toBe(before);
    const after = (await addressNow()) ?? '';
    expect([(await request.get(`${portal.origin}${before}`)).status(), (await request.get(`${portal.origin}${after}`)).status()]).toEqual([404, 200]);

    await save(file, bytesOf(chinese).subarray(0, 20_000));
    await expect.poll(addressNow, soon).toBeUndefined();
    expect(await read()).toContain('自行车架重新划线');
    const problems: unknown = JSON.parse(await checkByDesk(portal.content, portal.data));
    const where = { rule: 'audio-broken', level: 'error' };
    expect(problems).toEqual(expect.arrayContaining([expect.objectContaining({ ...where, file: `${folder}/bicycle-racks.md`, line: 8, column: 8 }), expect.objectContaining({ ...where, file: `${folder}/${chinese.name}` })]));

    await save(file, bytesOf(chinese));
    await expect.poll(addressNow, soon).toBe(before);
    const article = path.join(portal.content, folder, 'bicycle-racks.md');
    await save(article, (await fs.readFile(article, 'utf8')).replace('\nauthors:', '\nstatus: withdrawn\nwithdrawal:\n  date: 2025-03-08\n  reason: 需要核实。\nauthors:'));
    await expect.poll(addressNow, soon).toBeUndefined();
    expect((await request.get(`${portal.origin}${before}`)).status()).toBe(404);
  } finally {
    await portal.stop();
  }
});

/** As editors' programs save: beside the file, then moved over it. */
async function save(file: string, bytes: Buffer | string): Promise<void> {
  await fs.writeFile(`${file}.tmp`, bytes);
  await fs.rename(`${file}.tmp`, file);
}

/** What `npm run desk -- check --format json` says of the content. */
function checkByDesk(content: string, data: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const desk = spawn(process.execPath, ['lib/desk/start.mjs', 'check', '--format', 'json'], {
      cwd: root,
      env: { ...process.env, PORTAL_CONTENT: content, PORTAL_DATA: path.join(data, 'desk') },
    });
    let output = '';
    desk.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
    desk.on('error', reject).on('close', () => resolve(output));
  });
}
