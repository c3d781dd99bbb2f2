/**
 * Where this machine has a Chromium: the desk prints with it, and the end-to-end tests read in it. The portal that serves readers starts
 * no browser.
 */
import fs from 'node:fs';
import path from 'node:path';

/** The first is Chromium without windows: it opens a page in a third of the time. */
const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'chrome.exe', 'msedge.exe'];
const applications = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'];

/** What to tell those who have none. */
export const noChromium = '找不到 Chromium。Debian 与 Ubuntu：sudo apt-get install chromium fonts-noto-cjk / No Chromium found. On Debian or Ubuntu: sudo apt-get install chromium fonts-noto-cjk; elsewhere: npx playwright install chromium';

/**
 * The absolute path of the program; undefined when there is none.
 * @param others Programs to take where the system has none.
 * @param search Folders, as in PATH.
 */
export function findChromium(others: readonly string[] = [], search = process.env['PATH'] ?? ''): string | undefined {
  const inFolders = search.split(path.delimiter).filter((folder) => folder !== '');
  const candidates = [...names.flatMap((name) => inFolders.map((folder) => path.join(folder, name))), ...applications, ...others];
  return candidates.find((file) => fs.statSync(file, { throwIfNoEntry: false })?.isFile());
}

/** Chromium refuses its sandbox to the superuser. */
export function chromiumRights(): readonly string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}
