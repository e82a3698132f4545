import { expect, type Page } from '@playwright/test'
import { NO_LIMITS } from '../../src/shared/domain/settings'
import { test } from '../support/app/loa-test'
import { openPage } from '../support/app/pages'
import { runByName } from '../support/app/trouble'
import { TestFolder } from '../support/engine/data-folder'
import {
  campaignRecord,
  contactRecords,
  limitsOf,
  type SettingsRecord,
  settingsFor
} from '../support/engine/records'
import type { RecordingGateway } from '../support/gateway/recording-gateway'

const NAME = 'Slow offer'
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
/** Seven hours ahead of UTC all year round: times are shown by the clock of the computer. */
const HERE = 'Asia/Ho_Chi_Minh'
const HERE_AHEAD_MS = 7 * HOUR_MS

const main = (page: Page) => page.getByRole('main')

const channelLine = (page: Page, name: string) =>
  page.getByRole('list', { name: 'Channels of this run' }).getByRole('listitem').filter({ hasText: name })

/** `07:05` of an instant in UTC, as a setting has it. */
const timeOfDay = (atMs: number): string => new Date(atMs).toISOString().slice(11, 16)

/** What the clock on this computer's wall shows then, or a minute earlier or later: requests take a moment. */
const hereAbout = (atMs: number): RegExp =>
  new RegExp([-1, 0, 1].map((by) => timeOfDay(atMs + by * MINUTE_MS + HERE_AHEAD_MS)).join('|'))

/** Three people, and a draft that goes to them on these channels. */
async function writeOffer(
  dataDir: string,
  gateway: RecordingGateway,
  flow: ('whatsapp' | 'telegram')[],
  settings: Partial<SettingsRecord>
): Promise<void> {
  const folder = new TestFolder(dataDir)
  const contacts = contactRecords(3)
  await folder.writeContacts(contacts)
  await folder.writeCampaigns([
    campaignRecord(1, { name: NAME, contacts: contacts.map(({ _id }) => _id), flow })
  ])
  await folder.writeSettings(settingsFor(gateway, settings))
}

async function beginRun(page: Page): Promise<void> {
  await runByName(page, NAME)
  await openPage(page, 'Runs')
  await page.getByRole('button', { name: NAME }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: NAME })).toBeVisible()
}

test('a run that waits for a limit says so, when the next message leaves, and when all is over', async ({
  start,
  dataDir,
  gateway
}) => {
  const limits = { ...limitsOf(), whatsapp: { ...NO_LIMITS, concurrency: 1, per_hour: 1 } }
  await writeOffer(dataDir, gateway, ['whatsapp', 'telegram'], { limits })
  const { page } = await start({ env: { TZ: HERE } })
  await beginRun(page)
  await gateway.until(() => gateway.messages.length === 4, 'all of Telegram, and one on WhatsApp')
  const sentMs = Date.now()
  await expect(main(page)).toContainText('4 of 6 done')
  await expect(channelLine(page, 'WhatsApp')).toContainText('Speed limit')
  await expect(channelLine(page, 'WhatsApp')).toContainText(
    new RegExp(
      `next (${hereAbout(sentMs + HOUR_MS).source}) · done about (${hereAbout(sentMs + 2 * HOUR_MS).source})`
    )
  )
  await expect(main(page)).toContainText(
    new RegExp(`done about (${hereAbout(sentMs + 2 * HOUR_MS).source}), in 2 hours`)
  )
  await expect(channelLine(page, 'Telegram')).toContainText('3 sent')
  await expect(channelLine(page, 'Telegram')).not.toContainText('Speed limit')
})

test('a run that waits for the end of quiet hours says until when', async ({ start, dataDir, gateway }) => {
  const untilMs = Date.now() + 3 * HOUR_MS
  const quiet = { on: true, from: timeOfDay(Date.now() - HOUR_MS), to: timeOfDay(untilMs) }
  await writeOffer(dataDir, gateway, ['telegram', 'whatsapp'], { quiet_hours: { telegram: quiet } })
  const { page } = await start({ env: { TZ: HERE } })
  await beginRun(page)
  await gateway.until(() => gateway.messages.length === 3, 'all of WhatsApp')
  const until = timeOfDay(untilMs + HERE_AHEAD_MS)
  await expect(channelLine(page, 'Telegram')).toContainText('Quiet hours')
  await expect(channelLine(page, 'Telegram')).toContainText(new RegExp(`until (\\w+ )?${until}`))
  await expect(main(page)).toContainText('3 of 6 done')
  await expect(main(page)).toContainText(new RegExp(`done about (\\w+, )?${until}, in 3 hours`))
  await expect(channelLine(page, 'WhatsApp')).not.toContainText('Quiet hours')
  expect(gateway.messages.map(({ path }) => path)).toEqual(Array(3).fill('/whatsapp/send'))
})
