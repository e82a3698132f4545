import { expect, type Page } from '@playwright/test'
import { NO_LIMITS } from '../../src/shared/domain/settings'
import { movableClock } from '../support/app/movable-clock'
import { test } from '../support/app/loa-test'
import { runByName } from '../support/app/trouble'
import { TestFolder } from '../support/engine/data-folder'
import { settingsFor } from '../support/engine/records'
import { acceptAfter, chosenBy, status } from '../support/gateway/gateway-answers'
import { NEW_YEAR } from './sample-campaigns'
import { samplePeople } from './sample-people'
import { SAMPLE_NOW, VIETNAM } from './sample-time'
import { LOOKS, nameOf, picture, prepareWindow, turnTo, wear } from './taking'

/** WhatsApp waits for its limit, Telegram is nearly through, and calls are made one by one. */
const LIMITS = {
  whatsapp: { ...NO_LIMITS, concurrency: 1, per_minute: 40 },
  telegram: { ...NO_LIMITS, concurrency: 4, per_minute: 180 },
  ai_call: { ...NO_LIMITS, concurrency: 1, per_minute: 20 }
}
const CALL_MS = 1_500
const REFUSED = ['annguyen', 'sofiagarcia']

const sentBy = (page: Page, runId: string) =>
  page.evaluate(async (id) => {
    const overview = await window.loa.getRunOverview(id)
    return overview.ok ? overview.value.summary.sent_by_channel : null
  }, runId)

test('pictures of a run under way', async ({ start, dataDir, gateway }) => {
  const folder = new TestFolder(dataDir)
  await folder.writeContacts(samplePeople)
  await folder.writeCampaigns([NEW_YEAR])
  await folder.writeSettings(settingsFor(gateway, { limits: LIMITS }))
  const call = acceptAfter(CALL_MS)
  const message = acceptAfter(60)
  const answer = chosenBy(({ path, bodyText }) => {
    if (REFUSED.some((name) => bodyText.includes(name)))
      return status(200, { success: false, message: 'this user has blocked the sender' })
    return path === '/call' ? call : message
  })
  gateway.answer = () => answer
  const clock = movableClock(dataDir, SAMPLE_NOW)
  const loa = await start({ env: { ...clock.env, TZ: VIETNAM } })
  const { page } = loa
  await prepareWindow(loa)
  const runId = await runByName(page, NEW_YEAR.name)
  await expect.poll(() => sentBy(page, runId), { timeout: 60_000 }).toMatchObject({ whatsapp: 40 })
  await expect.poll(async () => (await sentBy(page, runId))?.ai_call, { timeout: 60_000 }).toBeGreaterThan(12)
  for (const look of LOOKS) {
    await wear(page, look)
    await turnTo(page, look, 'runs')
    await page.getByRole('button', { name: NEW_YEAR.name }).first().click()
    await expect(page.getByRole('cell', { name: /John Doe/ }).first()).toBeVisible()
    await picture(page, nameOf('run-under-way', look))
  }
})
