import { defineConfig } from '@playwright/test';

/** Debian's Chromium: a browser that the machine keeps up to date, instead of one that is downloaded. */
const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium';

export default defineConfig({
  outputDir: '../../target/browser',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  // Deadlines for a machine with much else to do, no measure of anything: how quick Steward is, bench/ says.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  reporter: [['list']],
  use: {
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: chromium,
      args: [
        // A microphone that hears beeps, and asks nobody.
        '--use-fake-device-for-media-stream',
        '--use-fake-ui-for-media-stream',
        // Chromium's sandbox refuses to run as root; containers and test machines often are.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    },
  },
  projects: [
    { name: 'tests', testDir: 'tests' },
    { name: 'pictures', testDir: 'pictures' },
  ],
});
