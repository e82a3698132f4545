import { expect } from '@playwright/test'
import { join } from 'node:path'
import { test } from '../support/app/loa-test'
import { runByName, TROUBLE, writeTrouble } from '../support/app/trouble'
import { wordsOf } from '../support/app/words'

const FOLDER = join(process.cwd(), 'docs', 'images')

test('pictures of what waits for a decision', async ({ start, dataDir, gateway }) => {
  await writeTrouble(dataDir, gateway)
  const { app, page } = await start({ env: { TZ: 'Asia/Ho_Chi_Minh' } })
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800))
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const runId = await runByName(page, TROUBLE.mixed)
  await expect
    .poll(() => page.evaluate((id) => window.loa.getRunOverview(id), runId))
    .toMatchObject({ value: { summary: { status: 'finished' } } })
  // Two of the three missed runs are enough to show the page.
  await page.evaluate(async () => {
    const runs = await window.loa.listRuns()
    const missed = runs.ok ? runs.value.filter(({ status }) => status === 'missed') : []
    await window.loa.skipMissed(missed.slice(1).map(({ id }) => id))
  })
  const slow = await runByName(page, TROUBLE.slow)
  await page.evaluate((id) => window.loa.pauseRun(id, 'Phụ huynh đổi giờ họp, chờ xác nhận'), slow)
  for (const [language, theme, prefix] of [
    ['en', 'light', ''],
    ['en', 'dark', ''],
    ['vi', 'light', 'vi-']
  ] as const) {
    await page.evaluate(
      async ({ language, theme }) => {
        const settings = await window.loa.getSettings()
        if (settings.ok) await window.loa.saveSettings({ ...settings.value, language, theme })
      },
      { language, theme }
    )
    const words = wordsOf(language, 'navigation')
    await page.getByRole('navigation').getByRole('button', { name: words.attention }).click()
    await expect(page.getByRole('article')).toHaveCount(3)
    await expect(page.locator('.mantine-Notification-root')).toHaveCount(0)
    await page.mouse.move(640, 2)
    await page.screenshot({ path: join(FOLDER, `${prefix}attention-${theme}.png`), animations: 'disabled' })
  }
})
