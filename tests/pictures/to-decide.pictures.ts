import { expect } from '@playwright/test'
import { movableClock } from '../support/app/movable-clock'
import { test } from '../support/app/loa-test'
import { runByName, TROUBLE, writeTrouble } from '../support/app/trouble'
import { SAMPLE_NOW, VIETNAM } from './sample-time'
import { LOOKS, nameOf, picture, prepareWindow, turnTo, wear } from './taking'

test('pictures of what waits for a decision', async ({ start, dataDir, gateway }) => {
  await writeTrouble(dataDir, gateway, SAMPLE_NOW)
  const clock = movableClock(dataDir, SAMPLE_NOW)
  const loa = await start({ env: { ...clock.env, TZ: VIETNAM } })
  const { page } = loa
  await prepareWindow(loa)
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
  for (const look of LOOKS) {
    await wear(page, look)
    await turnTo(page, look, 'attention')
    await expect(page.getByRole('article')).toHaveCount(3)
    await picture(page, nameOf('attention', look))
  }
})
