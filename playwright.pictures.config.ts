import { defineConfig } from '@playwright/test'

/** Makes the pictures of the documents from the real app: `npm run screenshots`. */
export default defineConfig({
  testDir: 'tests/pictures',
  testMatch: '**/*.pictures.ts',
  timeout: 180_000,
  workers: 1,
  reporter: 'list',
  outputDir: 'test-results/pictures'
})
