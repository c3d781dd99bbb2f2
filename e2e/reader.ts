/**
 * A reader in a browser. Specs take `test` and `expect` from here: `page` opens the fictional portal and fails its test when the
 * browser complains (console, page errors, failed requests, answers of 400 and above) or asks anybody else's server for anything.
 * Words come from the portal's own dictionaries, so that a spec says what a reader sees and no text stands twice.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test as base, expect, type BrowserContext, type Locator, type Page } from 'playwright/test';
import { locales, type Locale } from '@/lib/locale/locales';
import type { Messages } from '@/lib/locale/messages';
import { root } from '@/lib/root.mjs';

export { expect, locales, type BrowserContext, type Locale, type Locator, type Page };

/** What the browser said that it should not have said. */
export interface Quiet {
  /** Noise that this test brings about on purpose; everything else still fails it. */
  tolerate(noise: RegExp): void;
  /** Listens to one more page or window than `page`. */
  listenTo(page: Page): void;
}

export const test = base.extend<{ quiet: Quiet }>({
  // The real portal's specs say test.use({ baseURL: realOrigin }).
  baseURL: process.env['E2E_ORIGIN'] ?? '',
  quiet: async ({ baseURL }, use) => {
    const noise: string[] = [];
    const tolerated: RegExp[] = [];
    await use({
      tolerate: (pattern) => tolerated.push(pattern),
      listenTo: (page) => listen(page, baseURL ?? '', noise),
    });
    expect(noise.filter((line) => !tolerated.some((pattern) => pattern.test(line))), 'the browser is silent').toEqual([]);
  },
  page: async ({ page, quiet }, use) => {
    quiet.listenTo(page);
    await use(page);
  },
});

/** Where the portal's real content is served; see e2e/global-setup.ts. */
export const realOrigin = process.env['E2E_REAL_ORIGIN'] ?? '';

function listen(page: Page, origin: string, noise: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') noise.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => noise.push(`error: ${error.message}`));
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && new URL(request.url()).origin !== new URL(origin).origin) noise.push(`foreign: ${request.url()}`);
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // A reader who clicks on gives up what was still loading.
    if (reason !== 'net::ERR_ABORTED') noise.push(`failed: ${request.url()} ${reason}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) noise.push(`answer: ${response.status()} ${response.url()}`);
  });
}

// As files: JSON is no module to Node, unless it is said in a way that Node 20.9 does not know; lib/locale/messages leaves that to bundlers.
const read = (locale: Locale): Messages => JSON.parse(readFileSync(path.join(root, `lib/locale/messages/${locale}.json`), 'utf8')) as Messages;
const dictionaries: Readonly<Record<Locale, Messages>> = { 'zh-hans': read('zh-hans'), 'zh-hant': read('zh-hant'), en: read('en'), ja: read('ja') };

/** The portal's own words in a language: `words('en').tools.print`. */
export function words(locale: Locale): Messages {
  return dictionaries[locale];
}

/** Presses the first visible link of the page that leads to `address`, as a reader would, and waits until it is there. */
export async function follow(page: Page, address: string): Promise<void> {
  await page.locator(`a[href="${address}"]:visible`).first().click();
  await page.waitForURL((url) => url.pathname === address);
  await expect(page.getByRole('main')).toBeVisible();
}

/** The lines of a text as a reader sees it, without empty ones. */
export async function linesOf(place: Locator): Promise<readonly string[]> {
  return (await place.innerText()).split('\n').map((line) => line.trim()).filter(Boolean);
}
