import { defineConfig } from '@playwright/test';

const isRoot = process.getuid?.() === 0;
const browser = process.env.TRACKWAY_BROWSER;

/**
 * `npm test` starts an instance with an empty data folder and names it in TRACKWAY_URL, and a browser in TRACKWAY_BROWSER.
 * Without them the tests use Playwright's own browser on an instance that runs already: its data will be changed.
 */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  // All tests share one instance and its data.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: 'list',
  use: {
    baseURL: process.env.TRACKWAY_URL ?? 'http://127.0.0.1:3000',
    viewport: { width: 1440, height: 900 },
    timezoneId: 'UTC',
    locale: 'en-GB',
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(browser ? { executablePath: browser } : {}),
      // Chromium's sandbox does not work for root.
      ...(isRoot ? { args: ['--no-sandbox'] } : {}),
    },
  },
  projects: [{ name: 'chromium' }],
});
