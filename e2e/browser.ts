/**
 * Finds the Chromium to test in: the machine's own, else Playwright's, else one installed from Debian when we are root there.
 * Promises a browser that can draw Chinese, or an Error that says what is missing and what to type.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright/test';

const commands = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const applications = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'];
const packages = ['chromium', 'fonts-noto-cjk'];

/** The absolute path of the browser. @throws Error that says how to get one. */
export function findBrowser(): string {
  if ((!findInstalled() || !drawsChinese()) && canInstall()) install();
  const found = findInstalled();
  if (!found) throw new Error(`找不到 Chromium。Debian 与 Ubuntu：sudo apt-get install ${packages.join(' ')} / No Chromium found. On Debian or Ubuntu: sudo apt-get install ${packages.join(' ')}; elsewhere: npx playwright install chromium`);
  if (!drawsChinese()) throw new Error('没有中文字体：sudo apt-get install fonts-noto-cjk / No Chinese font on this machine: sudo apt-get install fonts-noto-cjk');
  return found;
}

function findInstalled(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  const candidates = [...commands.flatMap((command) => folders.map((folder) => path.join(folder, command))), ...applications, chromium.executablePath()];
  return candidates.find((file) => fs.statSync(file, { throwIfNoEntry: false })?.isFile());
}

/** Without fontconfig (macOS, Windows) the system has Chinese fonts of its own. */
function drawsChinese(): boolean {
  const list = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' });
  return list.error !== undefined || list.stdout.trim() !== '';
}

function canInstall(): boolean {
  return process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;
}

function install(): void {
  console.log(`apt-get install ${packages.join(' ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { env, stdio: 'ignore' });
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env, stdio: ['ignore', 'ignore', 'inherit'] });
}
