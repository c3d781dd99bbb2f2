/**
 * Finds the Chromium to test in: the machine's own, else Playwright's, else one installed from Debian when we are root there.
 * Promises a browser that can draw Chinese, or an Error that says what is missing and what to type.
 */
import { spawnSync } from 'node:child_process';
import { chromium } from 'playwright/test';
import { findChromium, noChromium } from '@/lib/desk/chromium';

const fonts = 'fonts-noto-cjk';
/** Older systems have the second alone. */
const browsers = ['chromium-headless-shell', 'chromium'];

/** The absolute path of the browser. @throws Error that says how to get one. */
export function findBrowser(): string {
  const find = (): string | undefined => findChromium([chromium.executablePath()]);
  if (canInstall()) {
    for (const browser of browsers) if (!find()) install(browser);
    if (!drawsChinese()) install(fonts);
  }
  const found = find();
  if (!found) throw new Error(noChromium);
  if (!drawsChinese()) throw new Error(`没有中文字体：sudo apt-get install ${fonts} / No Chinese font on this machine: sudo apt-get install ${fonts}`);
  return found;
}

/** Without fontconfig (macOS, Windows) the system has Chinese fonts of its own. */
function drawsChinese(): boolean {
  const list = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' });
  return list.error !== undefined || list.stdout.trim() !== '';
}

function canInstall(): boolean {
  return process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;
}

function install(name: string): void {
  console.log(`apt-get install ${name} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { env, stdio: 'ignore' });
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], { env, stdio: ['ignore', 'ignore', 'inherit'] });
}
