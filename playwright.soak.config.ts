import { defineConfig } from '@playwright/test'

/** Hours in the tray: `npm run test:tray-soak`. */
export default defineConfig({
  testDir: 'tests/soak',
  testMatch: '**/*.soak.ts',
  workers: 1,
  reporter: 'list',
  outputDir: 'test-results/soak'
})
