import { expect, type Page } from '@playwright/test'
import { test } from '../support/app/loa-test'
import { openPage } from '../support/app/pages'
import { TestFolder } from '../support/engine/data-folder'
import {
  activeCampaign,
  type CampaignRecord,
  campaignRecord,
  type ContactRecord,
  contactRecords,
  scheduleFromNow,
  settingsFor
} from '../support/engine/records'
import type { RecordingGateway } from '../support/gateway/recording-gateway'

const EARLIER = '2024-01-01T00:00:00.000Z'
const members = contactRecords(3).map((contact) => ({ ...contact, tags: ['member'] }))
const reach = { audience: { tags_in: ['member'] }, flow: ['whatsapp' as const, 'ai_call' as const] }

const callsAt = ({ messages }: RecordingGateway) => messages.filter(({ path }) => path === '/call').length
const card = (page: Page) => page.getByRole('main').getByRole('article', { name: 'Campaign 1' })

/** A campaign whose list has grown since the yes to its calls, and is due. */
const grown = () =>
  activeCampaign(1, {
    ...reach,
    approval: { at: EARLIER, ai_calls: 2 },
    schedule_settings: scheduleFromNow(-2_000, { frequency: 'daily' })
  })

async function write(
  dataDir: string,
  gateway: RecordingGateway,
  contacts: readonly ContactRecord[],
  campaign: CampaignRecord
): Promise<void> {
  const folder = new TestFolder(dataDir)
  await folder.writeContacts(contacts)
  await folder.writeCampaigns([campaign])
  await folder.writeSettings(settingsFor(gateway))
}

test('more AI calls than were agreed to wait for a yes, the messages do not', async ({
  start,
  dataDir,
  gateway
}) => {
  await write(dataDir, gateway, members, grown())
  const { page } = await start()
  await gateway.until(() => gateway.messages.length === 3, 'the messages')
  await openPage(page, 'To decide')
  await expect(card(page)).toContainText('3 AI calls wait for your yes. You agreed to 2.')
  expect(callsAt(gateway)).toBe(0)
  await card(page).getByRole('button', { name: 'Make 3 calls' }).click()
  await gateway.until(() => callsAt(gateway) === 3, 'the calls')
  await expect(card(page)).toBeHidden()
})

test('they can be left out, from the page of the run', async ({ start, dataDir, gateway }) => {
  await write(dataDir, gateway, members, grown())
  const { page } = await start()
  await openPage(page, 'Runs')
  await page.getByRole('button', { name: 'Campaign 1' }).first().click()
  const channels = page.getByRole('list', { name: 'Channels' })
  await expect(channels).toContainText('Waits for your yes')
  await channels.getByRole('button', { name: 'Leave the calls out' }).click()
  await expect(page.getByRole('button', { name: /^Skipped\s*3/ })).toBeVisible()
  await expect(page.getByRole('main')).toContainText('Finished')
  expect(callsAt(gateway)).toBe(0)
})

test('"Run now" asks for a yes to its calls, and shows who is left out', async ({
  start,
  dataDir,
  gateway
}) => {
  const contacts = members.map((contact, index) =>
    index === 0 ? { ...contact, do_not_contact: true as const } : contact
  )
  await write(dataDir, gateway, contacts, campaignRecord(1, { ...reach, approval: null }))
  const { page } = await start()
  await openPage(page, 'Campaigns')
  await page
    .getByRole('row', { name: /Campaign 1/ })
    .getByRole('button', { name: 'Run now' })
    .click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('listitem').filter({ hasText: 'WhatsApp2 reachable' })).toBeVisible()
  await dialog.getByText('Who is left out').click()
  await expect(dialog.getByText('WhatsApp: Do not contact')).toBeVisible()
  await dialog.getByRole('button', { name: 'Send to real people' }).click()
  await expect(dialog).toContainText('Tick this first')
  expect(gateway.messages).toEqual([])
  await dialog.getByRole('checkbox', { name: /up to 3 people may be called/ }).check()
  await dialog.getByRole('button', { name: 'Send to real people' }).click()
  await gateway.until(() => gateway.messages.length === 4, 'two messages and two calls')
  expect(callsAt(gateway)).toBe(2)
})

test('a slot that finds nobody is a card, not a run', async ({ start, dataDir, gateway }) => {
  await write(dataDir, gateway, [], grown())
  const { page } = await start()
  await openPage(page, 'To decide')
  await expect(card(page)).toContainText('Nobody was in its audience.')
  await expect(card(page).getByRole('button', { name: 'Send now' })).toBeDisabled()
})
