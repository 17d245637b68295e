import { defineConfig } from 'playwright/test';

/** `app` drives the built sources, `packaged` what `npm run dist:dir` has made; `screenshots` only takes pictures. */
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results/e2e',
  globalSetup: './prepare.ts',
  timeout: 60_000,
  expect: { timeout: 15_000 },
  // Each test owns a whole app; two at once on a small machine make timings unsteady.
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: [
    ['list'],
    ['json', { outputFile: process.env.DATELINE_E2E_REPORT ?? '../test-results/e2e.json' }],
  ],
  projects: [
    { name: 'app', testIgnore: ['packaged.spec.ts', 'screenshots.spec.ts'] },
    { name: 'packaged', testMatch: 'packaged.spec.ts' },
    { name: 'screenshots', testMatch: 'screenshots.spec.ts' },
  ],
});
