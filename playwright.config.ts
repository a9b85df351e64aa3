import { defineConfig } from '@playwright/test';

/** Each worker starts its own Parley with its own data, so that journeys never disturb each other (see e2e/fixtures). */
export default defineConfig({
  testDir: 'e2e/journeys',
  outputDir: 'test-results/browser',
  // One baseline for all systems: the fonts are ours.
  snapshotPathTemplate: 'e2e/baselines/{testFileName}/{arg}{ext}',
  fullyParallel: false,
  workers: 2,
  forbidOnly: process.env.CI !== undefined,
  // In CI a journey that fails is tried once more on a fresh Parley; npm test names those that passed only then.
  retries: process.env.CI === undefined ? 0 : 1,
  // Generous: how fast a machine is, is not what journeys judge.
  timeout: 240_000,
  expect: { timeout: 45_000 },
  reporter: [['list'], ['json']],
  use: {
    browserName: 'chromium',
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    // Recording every journey doubles its time. To look into one: npx playwright test <name> --trace on
    trace: 'off',
    // Animated frames are drawn by the processor here; what moves is tested by name.
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(process.env.PARLEY_BROWSER ? { executablePath: process.env.PARLEY_BROWSER } : {}),
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
  },
});
