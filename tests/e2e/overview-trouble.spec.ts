import { expect, type Page } from '@playwright/test'
import { quitLoa } from '../support/app/launch-loa'
import { test } from '../support/app/loa-test'
import { openPage } from '../support/app/pages'
import { region } from '../support/app/person'
import { runByName } from '../support/app/trouble'
import { TestFolder } from '../support/engine/data-folder'
import { canMountDisks, mountDisk, unmountDisk } from '../support/engine/disk-mount'
import {
  activeCampaign,
  campaignRecord,
  contactRecords,
  limitsOf,
  scheduleFromNow,
  settingsFor
} from '../support/engine/records'
import { accept, status } from '../support/gateway/gateway-answers'

const MINUTE_MS = 60_000
/** Nothing listens on port 9 of this computer. */
const NOWHERE = { url: 'http://127.0.0.1:9', callUrl: 'http://127.0.0.1:9/call' }

const contacts = contactRecords(5)
const everybody = contacts.map(({ _id }) => _id)

/** One thing that needs attention, by what it says. */
const item = (page: Page, name: RegExp) => region(page, 'Needs attention').getByRole('button', { name })

test('a gateway that is down before a run is said by the campaign’s name, leads to Settings, and goes when it is mended', async ({
  start,
  dataDir,
  gateway
}) => {
  const folder = new TestFolder(dataDir)
  await folder.writeContacts(contacts)
  await folder.writeCampaigns([
    activeCampaign(1, {
      name: 'Tea',
      contacts: everybody,
      flow: ['whatsapp'],
      schedule_settings: scheduleFromNow(4 * MINUTE_MS, { frequency: 'daily' })
    })
  ])
  await folder.writeSettings(settingsFor(NOWHERE))
  const { page } = await start()
  const down = item(page, /^The gateway does not answer before a run Tea$/)
  await down.click()
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()

  await page.getByRole('textbox', { name: 'Base address' }).fill(gateway.url)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await gateway.until(() => gateway.requests.length > 0, 'the right gateway is asked', 15_000)
  await openPage(page, 'Overview')
  await expect(region(page, 'Next')).toContainText('Tea')
  await expect(down).toHaveCount(0)
  expect(gateway.messages).toEqual([])
})

test('a channel that fails is said by its name, leads to what failed, and goes when it may go on', async ({
  start,
  dataDir,
  gateway
}) => {
  const folder = new TestFolder(dataDir)
  await folder.writeContacts(contacts)
  await folder.writeCampaigns([
    campaignRecord(1, {
      name: 'Tea',
      contacts: everybody,
      flow: ['whatsapp', 'telegram'],
      policies: { error_threshold: { errors: 0, in_a_row: 2 } }
    })
  ])
  await folder.writeSettings(settingsFor(gateway, { limits: limitsOf(1) }))
  gateway.answer = ({ path }) =>
    path === '/telegram/send' ? status(500, { error: 'out of credit' }) : accept
  const { page } = await start()
  await runByName(page, 'Tea')
  const failing = item(page, /^Telegram stands still after errors Tea$/)
  await failing.click()
  await expect(page.getByRole('heading', { level: 1, name: 'Tea' })).toBeVisible()
  await expect(page.getByRole('main')).toContainText('7 of 10 done')
  const states = page.getByRole('group', { name: 'Filter by state' })
  await expect(states.getByRole('button', { name: /^Failed\s*2/ })).toHaveAttribute('aria-pressed', 'true')

  gateway.answer = () => accept
  const channels = page.getByRole('list', { name: 'Channels of this run' })
  await expect(channels).toContainText('Stands still because of errors')
  await channels.getByRole('button', { name: 'Let it go on' }).click()
  await expect(page.getByRole('main')).toContainText('Finished: 8 sent, 2 failed')
  await openPage(page, 'Overview')
  await expect(region(page, 'Recently finished')).toContainText('Tea')
  await expect(failing).toHaveCount(0)
})

test.describe('a disk that is nearly full', () => {
  test.skip(!canMountDisks, 'needs the right to mount a disk')

  test('is said before nothing can be sent, and leads to what to do', async ({ start, dataDir }) => {
    mountDisk(dataDir, 150)
    try {
      const loa = await start()
      const { page } = loa
      await item(page, /^The disk is nearly full: 1\d\d MB left When it is full, nothing is sent\.$/).click()
      await expect(page.getByRole('heading', { level: 1, name: 'To decide' })).toBeVisible()
      await expect(page.getByRole('main')).toContainText(
        'Loa notes each message on the disk before it goes out'
      )
      await quitLoa(loa)
    } finally {
      unmountDisk(dataDir)
    }
  })
})
