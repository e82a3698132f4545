import { expect, type Page } from '@playwright/test'
import { EVERYBODY } from '../../src/shared/domain/contact-query'
import { goToStep, messageField, nameField, newCampaign } from '../support/app/editor'
import { test } from '../support/app/loa-test'
import { runByName } from '../support/app/trouble'
import '../support/app/sample'
import { TestFolder } from '../support/engine/data-folder'
import { contactRecord, phoneOf, settingsFor } from '../support/engine/records'
import { addressIn, type RecordingGateway } from '../support/gateway/recording-gateway'

/** Six people: four regulars, of whom one wants no WhatsApp, one has no Telegram and one is on holiday. */
async function writePeople(dataDir: string, gateway: RecordingGateway): Promise<void> {
  const folder = new TestFolder(dataDir)
  await folder.writeContacts([
    contactRecord(1, { tags: ['regular'] }),
    contactRecord(2, { tags: ['regular'], whatsapp_number: '' }),
    contactRecord(3, { tags: ['regular'], telegram_username: '' }),
    contactRecord(4, { tags: ['regular', 'on holiday'] }),
    contactRecord(5, { notes: 'came in autumn' }),
    contactRecord(6, { notes: 'Autumn fair' })
  ])
  await folder.writeSettings(settingsFor(gateway))
}

/** Chooses one more entry of a list that takes several. */
async function add(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).click()
  await page.getByRole('option', { name: option }).filter({ visible: true }).click()
  await page.keyboard.press('Escape')
}

const reach = (page: Page) => page.getByRole('main').getByRole('status').filter({ hasText: 'Reaches' })

/** How many each channel reaches: beside the list of people, and at the step of the channels. */
async function reaches(page: Page, counts: Readonly<Record<string, number>>, people: number): Promise<void> {
  await goToStep(page, 'Audience')
  await expect(reach(page)).toContainText(`Reaches ${people} of 6 contacts`)
  for (const [channel, count] of Object.entries(counts)) {
    await expect(reach(page)).toContainText(`${channel}: ${count}`)
  }
  await goToStep(page, 'Channels')
  for (const [channel, count] of Object.entries(counts)) {
    const line = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('switch', { name: channel, exact: true }) })
    await expect(line).toContainText(count === 1 ? 'Reaches 1 contact' : `Reaches ${count} contacts`)
  }
  await goToStep(page, 'Audience')
}

async function begin(page: Page): Promise<void> {
  await newCampaign(page)
  await nameField(page).fill('Offer')
  await messageField(page).fill('Hello')
  await goToStep(page, 'Audience')
}

test('how many each channel reaches follows the tags of the audience', async ({
  start,
  dataDir,
  gateway
}) => {
  await writePeople(dataDir, gateway)
  const { page } = await start()
  await begin(page)
  await page.getByRole('checkbox', { name: 'Contact 5' }).click()
  await reaches(page, { WhatsApp: 1, Telegram: 1, 'AI call': 1 }, 1)
  await add(page, 'Everybody with one of these tags', 'regular')
  await reaches(page, { WhatsApp: 4, Telegram: 4, 'AI call': 5 }, 5)
  await add(page, 'But nobody with one of these tags', 'on holiday')
  await reaches(page, { WhatsApp: 3, Telegram: 3, 'AI call': 4 }, 4)
})

test('a saved filter is an audience: who is found when it runs gets the message', async ({
  start,
  dataDir,
  gateway
}) => {
  await writePeople(dataDir, gateway)
  const { page } = await start()
  await page.evaluate((filter) => window.loa.saveFilter({ name: 'Autumn people', filter }), {
    ...EVERYBODY,
    tags: [],
    text: 'autumn'
  })
  await begin(page)
  await add(page, 'Everybody found by a saved filter', 'Autumn people')
  await reaches(page, { WhatsApp: 2, Telegram: 2, 'AI call': 2 }, 2)
  await goToStep(page, 'Channels')
  for (const channel of ['Telegram', 'AI call']) {
    await page.getByRole('switch', { name: channel }).focus()
    await page.keyboard.press('Space')
  }
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('“Offer” is saved')).toBeVisible()

  const late = { first_name: 'Late', whatsapp_number: phoneOf(7), notes: 'one more for autumn' }
  await page.evaluate((person) => window.loa.saveContact(person), late)
  await runByName(page, 'Offer')
  await gateway.until(() => gateway.messages.length === 3, 'those who are found when it runs')
  expect(gateway.messages.map(addressIn).sort()).toEqual([phoneOf(5), phoneOf(6), phoneOf(7)])
})
