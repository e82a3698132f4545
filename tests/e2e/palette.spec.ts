import { expect, type Page } from '@playwright/test'
import { test } from '../support/app/loa-test'
import { typeInPalette } from '../support/app/person'
import { wordsOf } from '../support/app/words'
import { TestFolder } from '../support/engine/data-folder'
import { contactRecord, idOf } from '../support/engine/records'
import '../support/app/sample'

const words = wordsOf('en', 'palette')

const title = (page: Page) => page.getByRole('heading', { level: 1 })
const dialog = (page: Page) => page.getByRole('dialog', { name: words.title })
const chosen = (page: Page) => dialog(page).locator('[data-selected]')

test.beforeEach(({ dataDir }) =>
  new TestFolder(dataDir).writeContacts([
    contactRecord(1, { first_name: 'Ngọc', last_name: 'Hoàng', phone: '+84339170155' }),
    contactRecord(2, { first_name: 'Lan', last_name: 'Trần' })
  ])
)

test('pages and actions by key alone, from everywhere', async ({ start }) => {
  const { page } = await start()
  await typeInPalette(page, 'settings')
  await expect(chosen(page)).toContainText('Go to Settings')
  await page.keyboard.press('Enter')
  await expect(title(page)).toHaveText('Settings')

  await typeInPalette(page, 'go to')
  await expect(chosen(page)).toContainText('Go to Overview')
  for (const next of ['Campaigns', 'Calendar', 'To decide', 'Contacts']) {
    await page.keyboard.press('ArrowDown')
    await expect(chosen(page)).toContainText(`Go to ${next}`)
  }
  await page.keyboard.press('Enter')
  await expect(title(page)).toHaveText('Contacts')

  // In a text field too.
  await page.keyboard.press('Tab')
  await page.getByRole('searchbox', { name: 'Search contacts' }).focus()
  await typeInPalette(page, 'add')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Add contact' })).toBeVisible()
  await page.keyboard.press('Escape')

  await typeInPalette(page, 'dupl')
  await page.keyboard.press('Enter')
  await expect(title(page)).toHaveText('Duplicates')

  await typeInPalette(page, 'pause')
  await page.keyboard.press('Enter')
  await expect(page.getByText('No campaign starts and no message leaves', { exact: false })).toBeVisible()
  await typeInPalette(page, 'resume')
  await page.keyboard.press('Enter')
  await expect(page.getByText('No campaign starts and no message leaves', { exact: false })).toBeHidden()

  await typeInPalette(page, 'emergency')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Emergency stop: nothing is sent')).toBeVisible()

  await typeInPalette(page, 'xyz')
  await expect(dialog(page)).toContainText(words.nothing)
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toBeHidden()
})

test('a person is found without accents and opened', async ({ start }) => {
  const { page } = await start()
  await typeInPalette(page, 'ngoc')
  await expect(chosen(page)).toContainText('Open Ngọc Hoàng')
  await expect(page.getByRole('status').filter({ hasText: 'Open Ngọc Hoàng' })).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(title(page)).toHaveText('Ngọc Hoàng')
})

test('"asked to stop" by number, with the keyboard only', async ({ start }) => {
  const { page } = await start()
  await typeInPalette(page, 'asked')
  await expect(chosen(page)).toContainText(words.ask_stop)
  await page.keyboard.press('Enter')
  await expect(dialog(page)).toContainText(words.ask_stop_now)
  await page.keyboard.type('0339170155')
  await expect(chosen(page)).toContainText('Asked to stop: Ngọc Hoàng')
  await page.keyboard.press('Enter')
  await expect(page.getByText('1 contact is not contacted any more')).toBeVisible()
  const stored = await page.evaluate(async (id) => {
    const found = await window.loa.getContacts([id])
    return found.ok ? found.value[0]?.do_not_contact : null
  }, idOf(1))
  expect(stored).toMatchObject(
    ['whatsapp', 'telegram', 'ai_call'].map((channel) => ({ channel, reason: 'Asked to stop' }))
  )

  // Nobody is marked twice: the action is gone, and the person can still be opened.
  await typeInPalette(page, 'ngoc')
  await expect(chosen(page)).toContainText('Open Ngọc Hoàng')
  await expect(dialog(page).getByText('Asked to stop: Ngọc Hoàng')).toHaveCount(0)
})
