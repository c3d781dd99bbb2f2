/**
 * End-to-end tests: real Chromium, the production press, the fictional archive of e2e/content. The presses are started once by
 * e2e/global-setup.ts; what a test may do and must not hear is in e2e/reader.ts.
 */
import { defineConfig } from 'playwright/test';
import { findBrowser } from './e2e/browser';
import { chromiumRights } from './lib/desk/chromium';

// Workers load this file again: the answer of the first search goes with them.
const executablePath = (process.env['E2E_BROWSER'] ??= findBrowser());

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  globalSetup: './e2e/global-setup.ts',
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env['CI']),
  // Machines of CI are shared and stall; what needs a second try is named as flaky in the list.
  retries: process.env['CI'] ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 7_000 },
  reporter: [['list']],
  use: {
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // A window opened at a width of the middle; the specs of lines and layout go through the others.
    viewport: { width: 1280, height: 900 },
    // Motion is looked at in zoom.spec and elder.spec; everywhere else it is waiting.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: { executablePath, args: [...chromiumRights()] },
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    trace: 'off',
    screenshot: 'only-on-failure',
  },
});
