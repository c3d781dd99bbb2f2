/**
 * The browser that sets the PDF: the machine's own Chromium, driven by Playwright. Only the desk knows of either; the portal that serves
 * readers starts no browser. The only door of Playwright in this house.
 */
import fs from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright';

const commands = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const applications = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'];

/** @throws Error that says what is missing and what to type. */
export async function openChromium(): Promise<Browser> {
  const playwright = await import('playwright').catch(() => undefined);
  if (!playwright) throw new Error('没有安装 playwright：npm ci（不加 --omit=dev）。 / Playwright is not installed: npm ci, without --omit=dev.');
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  const candidates = [...commands.flatMap((command) => folders.map((folder) => path.join(folder, command))), ...applications, playwright.chromium.executablePath()];
  const executablePath = candidates.find((file) => fs.statSync(file, { throwIfNoEntry: false })?.isFile());
  if (executablePath === undefined) throw new Error('找不到 Chromium。Debian 与 Ubuntu：sudo apt-get install chromium fonts-noto-cjk / No Chromium found. On Debian or Ubuntu: sudo apt-get install chromium fonts-noto-cjk; elsewhere: npx playwright install chromium');
  return playwright.chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
}
