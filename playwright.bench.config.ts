import { defineConfig } from '@playwright/test'

/** Measures the real window: `npm run bench:list`. */
export default defineConfig({
  testDir: 'tests/bench',
  testMatch: '**/*.bench.ts',
  timeout: 300_000,
  workers: 1,
  reporter: 'list'
})
