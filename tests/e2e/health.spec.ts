import { changeSettings } from '../support/app/change-settings'
import { expect } from '@playwright/test'
import { sampleCampaigns } from '../pictures/sample-campaigns'
import { writeSample } from '../pictures/sample-folder'
import { samplePeople } from '../pictures/sample-people'
import { SAMPLE_NOW } from '../pictures/sample-time'
import { test } from '../support/app/loa-test'
import { movableClock } from '../support/app/movable-clock'
import { openPage } from '../support/app/pages'

test('the health page says how each part is, and what to do', async ({ start }) => {
  const { page } = await start()
  await openPage(page, 'Health')
  const parts = page.getByRole('list', { name: 'What was looked at' }).getByRole('listitem')
  await expect(parts).toHaveCount(8)
  await expect(parts.filter({ hasText: 'Scheduler' })).toContainText('Good')
  await expect(parts.filter({ hasText: 'Backup' })).toContainText('Never. There is no copy of your data yet.')
  await expect(parts.filter({ hasText: 'Disk space' })).toContainText(/are free on the disk/)
  await page.evaluate(() => window.loa.setPausedAll(true))
  await page.getByRole('button', { name: 'Look again' }).click()
  await expect(parts.filter({ hasText: 'Scheduler' })).toContainText(
    'Nothing is sent: all sending is paused.'
  )
})

test('copied diagnostics hold nothing of a person, a message or a campaign', async ({
  start,
  dataDir,
  gateway
}) => {
  await writeSample(dataDir)
  const { app, page } = await start({ env: movableClock(dataDir, SAMPLE_NOW).env })
  const custom = { base_url: gateway.url, ai_call_url: `${gateway.url}/call`, user_id: 'operator-7' }
  await changeSettings(page, ({ gateways }) => ({ gateway: 'custom', gateways: { ...gateways, custom } }))
  await page.evaluate(async () => {
    // The switch has paused every campaign: one is to be ahead, so that its name could be told.
    const listed = await window.loa.listCampaigns()
    const paused = listed.ok
      ? listed.value.find(({ campaign }) => campaign.schedule_settings.frequency === 'daily')
      : undefined
    if (paused !== undefined) await window.loa.activateCampaign(paused.campaign._id, { ai_calls: 1_000_000 })
  })
  await openPage(page, 'Health')
  await page.getByRole('button', { name: 'Copy diagnostics' }).click()
  await expect(page.getByText('Diagnostics copied.')).toBeVisible()
  const text = await app.evaluate(({ clipboard }) => clipboard.readText())
  expect(text).toContain('Gateway (good): custom')
  expect(text).toMatch(/Next run \(good\): (?!none)/)
  expect(text).toContain('Chromium ')
  expect(text).toContain(dataDir)
  const personal = [
    ...samplePeople.flatMap(({ first_name, last_name, phone, telegram_username, email }) => [
      first_name,
      last_name,
      phone?.replace(/\D/g, ''),
      telegram_username,
      email
    ]),
    ...sampleCampaigns.flatMap(({ name, call_script }) => [name, call_script]),
    new URL(gateway.url).host,
    'operator-7'
  ]
    .filter((each) => each !== undefined)
    .filter((each) => each.length > 2)
  const found = personal.filter((each) =>
    new RegExp(`(?<!\\p{L})${each.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?!\\p{L})`, 'iu').test(text)
  )
  expect(found).toEqual([])
})
