/**
 * The pictures in docs/pictures, made anew by hand: `npx tsx e2e/pictures-of-pages.ts`. They show the portal as it is built, on a made-up
 * archive that is the same every time and on its real content. Needs pdftoppm (poppler-utils) for the sheets of paper.
 */
import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser, type BrowserContextOptions } from 'playwright/test';
import { writeArchive } from '@/lib/archive/archive';
import { chromiumRights } from '@/lib/desk/chromium';
import { root } from '@/lib/root.mjs';
import { pathOf } from '@/lib/routes';
import { loadSharp } from '@/lib/sharp';
import { findBrowser } from './browser';
import { openPortal, startPress } from './portal';

const sharp = loadSharp();

const folder = path.join(root, 'docs/pictures');
const article = { periodical: 'jinyuanqu', issue: '2023-02-03', slug: 'gan-wei-gan-chuang' } as const;
const gap = 24;
const ground = '#e9e6df';

interface View {
  readonly address: string;
  readonly width: number;
  readonly height: number;
  /** As display settings keep it. */
  readonly theme?: 'dark' | 'sepia' | 'contrast';
}

/** What a window of this size shows, twice as fine. */
async function look(browser: Browser, { address, width, height, theme }: View): Promise<Buffer> {
  const options: BrowserContextOptions = { viewport: { width, height }, deviceScaleFactor: 1.5, colorScheme: 'light', reducedMotion: 'reduce' };
  const page = await (await browser.newContext(options)).newPage();
  await page.goto(address);
  if (theme) await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme);
  const picture = await page.screenshot();
  await page.context().close();
  return picture;
}

/** The first sheets of a printed page. */
async function print(browser: Browser, address: string, sheets: readonly number[]): Promise<readonly Buffer[]> {
  const page = await browser.newPage();
  await page.goto(address);
  const aside = await fs.mkdtemp(path.join(os.tmpdir(), 'sheets-'));
  await fs.writeFile(path.join(aside, 'issue.pdf'), await page.pdf({ format: 'A4', printBackground: true, preferCSSPageSize: true }));
  await page.close();
  const pictures: Buffer[] = [];
  for (const sheet of sheets) {
    const { stdout } = await promisify(execFile)('pdftoppm', ['-png', '-r', '75', '-f', String(sheet), '-l', String(sheet), path.join(aside, 'issue.pdf')], { encoding: 'buffer', maxBuffer: 2 ** 26 });
    pictures.push(stdout);
  }
  await fs.rm(aside, { recursive: true });
  return pictures;
}

/** Pictures of one height in a row, on a ground that white paper stands out from. */
async function inARow(pictures: readonly Buffer[], height: number): Promise<Buffer> {
  const parts = await Promise.all(pictures.map((picture) => sharp(picture).resize({ height }).png().toBuffer({ resolveWithObject: true })));
  let left = gap;
  const places = parts.map(({ data, info }) => {
    const place = { input: data, left, top: gap };
    left += info.width + gap;
    return place;
  });
  return sharp({ create: { width: left, height: height + 2 * gap, channels: 3, background: ground } }).composite(places).png().toBuffer();
}

async function keep(name: string, picture: Buffer): Promise<void> {
  const { size } = await sharp(picture).webp({ quality: 82, effort: 6 }).toFile(path.join(folder, `${name}.webp`));
  console.log(`${name}.webp ${Math.round(size / 1024)} KB`);
}

const archive = await fs.mkdtemp(path.join(os.tmpdir(), 'archive-'));
await writeArchive(path.join(archive, 'content'), { articles: 400, seed: 'pictures', newest: '2026-11-20' }, () => undefined);
const demo = await startPress({ content: path.join(archive, 'content'), data: path.join(archive, 'data') });
const real = await openPortal('content');
const browser = await chromium.launch({ executablePath: findBrowser(), args: [...chromiumRights()] });
try {
  const phone = { width: 390, height: 780 };
  const desk = { width: 1280, height: 920 };
  const inDemo = (place: string): string => `${demo.origin}${place}`;
  const inReal = (locale: 'zh-hans' | 'zh-hant' | 'en' | 'ja', mode = ''): string => real.origin + pathOf({ kind: 'article', locale, ...article }).replace(`/${locale}`, `/${locale}${mode}`);

  await keep('front', await look(browser, { ...desk, height: 1240, address: inDemo('/zh-hans') }));
  await keep('article', await look(browser, { ...desk, address: inReal('zh-hans') }));
  const phones: readonly View[] = [
    { ...phone, address: inReal('zh-hant'), theme: 'sepia' },
    { ...phone, address: inReal('ja'), theme: 'dark' },
    { ...phone, address: inReal('en') },
    { ...phone, address: inReal('zh-hans', '/elder') },
  ];
  const looks: Buffer[] = [];
  for (const view of phones) looks.push(await look(browser, view));
  await keep('telephones', await inARow(looks, 860));

  const weekly = pathOf({ kind: 'periodical', locale: 'zh-hans', periodical: 'shili-zhoukan' });
  const issue = new RegExp(`href="(${weekly}/\\d{4}-\\d\\d-\\d\\d)"`).exec(await (await fetch(inDemo(weekly))).text())?.[1];
  if (issue === undefined) throw new Error('The weekly names no issue.');
  await keep('paper', await inARow(await print(browser, inDemo(`${issue}/print`), [1, 2, 3]), 780));
} finally {
  await browser.close();
  await Promise.all([demo.stop(), real.stop()]);
  await fs.rm(archive, { recursive: true });
}
