import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  timeout: 90_000,
  expect: { timeout: 15_000 },
  // Each test has its own app, data folder and gateway; two windows at once are what two cores carry. A test that waits for
  // minutes takes next to nothing of them, so one of those is under way beside the two.
  workers: 3,
  projects: [
    { name: 'waiting', grep: /@waits/, workers: 1 },
    { name: 'app', grepInvert: /@waits/, workers: 2 }
  ],
  fullyParallel: true,
  // What passes only then is named at the end.
  retries: process.env['CI'] === undefined ? 0 : 1,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: 'list',
  outputDir: 'test-results'
})
