import { defineConfig } from '@playwright/test'

/** Measures the real window: `npm run bench:list`, `bench:run` and `bench:console`. */
export default defineConfig({
  testDir: 'tests/bench',
  testMatch: '**/*.bench.ts',
  timeout: 1_200_000,
  workers: 1,
  reporter: 'list'
})
