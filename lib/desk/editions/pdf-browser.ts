/** The browser that sets the PDF: the machine's own Chromium, driven by Playwright. The only door of Playwright in this house. */
import type { Browser } from 'playwright';
import { chromiumRights, findChromium, noChromium } from '@/lib/desk/chromium';

/** @throws Error that says what is missing and what to type. */
export async function openPdfBrowser(): Promise<Browser> {
  const playwright = await import('playwright').catch(() => undefined);
  if (!playwright) throw new Error('没有安装 playwright：npm ci（不加 --omit=dev）。 / Playwright is not installed: npm ci, without --omit=dev.');
  const executablePath = findChromium([playwright.chromium.executablePath()]);
  if (executablePath === undefined) throw new Error(noChromium);
  return playwright.chromium.launch({ executablePath, args: [...chromiumRights()] });
}
