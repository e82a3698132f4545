import { expect, type Page } from '@playwright/test'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { contactRecord } from '../support/engine/records'
import { ownDownloads, tabTo } from '../support/app/import-wizard'
import { test } from '../support/app/loa-test'
import { openPage } from '../support/app/pages'

const PEOPLE = [
  contactRecord(1, { first_name: 'An', last_name: 'Nguyễn Văn', tags: ['vip'] }),
  contactRecord(2, { first_name: 'Bình', last_name: 'Trần Thị', telegram_username: '' }),
  contactRecord(3, { first_name: 'Đạt', last_name: 'Đặng', whatsapp_number: '', tags: ['vip', 'hà nội'] }),
  contactRecord(4, { first_name: '=SUM(A1)', last_name: '', phone: '+84 33 917 0155' })
]

async function fillFolder(dataDir: string): Promise<void> {
  await mkdir(dataDir, { recursive: true })
  await writeFile(join(dataDir, 'contacts.json'), JSON.stringify({ schema_version: 2, contacts: PEOPLE }))
}

const names = (page: Page) => page.locator('[data-opens-row]').allTextContents()

const count = (page: Page) =>
  page
    .getByRole('status')
    .filter({ hasText: /contacts?$|of/ })
    .first()

test('search forgives accents and spacing; filters, chips and saved filters narrow the list', async ({
  start,
  dataDir
}) => {
  await fillFolder(dataDir)
  const { page } = await start()
  await openPage(page, 'Contacts')
  const search = page.getByRole('searchbox', { name: 'Search contacts' })
  await search.fill('nguyen')
  await expect.poll(() => names(page)).toEqual(['An Nguyễn Văn'])
  await search.fill('dat dang')
  await expect.poll(() => names(page)).toEqual(['Đạt Đặng'])
  await search.fill('0339170155')
  await expect.poll(() => names(page)).toEqual(['=SUM(A1)'])
  await search.press('Escape')
  await expect(count(page)).toHaveText('4 contacts')

  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await page.getByRole('group', { name: 'Can be reached by' }).getByText('Telegram').click()
  await page.keyboard.press('Escape')
  await expect(count(page)).toHaveText('3 of 4')
  await page.getByRole('button', { name: 'Filter · 1' }).click()
  await page.getByRole('combobox', { name: 'Has one of the tags' }).click()
  await page.getByRole('option', { name: 'vip' }).click()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect.poll(() => names(page)).toEqual(['An Nguyễn Văn', 'Đạt Đặng'])

  await page.getByRole('button', { name: 'Saved filters' }).click()
  await page.getByRole('textbox', { name: 'Name for this filter' }).fill('VIP on Telegram')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Filter “VIP on Telegram” saved')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Remove: Tag: vip' }).click()
  await page.getByRole('button', { name: 'Remove: Reachable by Telegram' }).click()
  await expect(count(page)).toHaveText('4 contacts')
  await page.getByRole('button', { name: 'Saved filters' }).click()
  await page.getByRole('menuitem', { name: 'VIP on Telegram' }).click()
  await expect.poll(() => names(page)).toEqual(['An Nguyễn Văn', 'Đạt Đặng'])
})

test('by keyboard alone: find, tick, tag many, take it back, export, delete, take it back', async ({
  start,
  dataDir
}) => {
  await fillFolder(dataDir)
  const folder = await ownDownloads(dataDir)
  const { page } = await start()
  await page.keyboard.press('Control+5')
  await expect(page.getByRole('heading', { level: 1, name: 'Contacts' })).toBeVisible()
  await page.getByRole('searchbox', { name: 'Search contacts' }).focus()
  await page.keyboard.type('an')
  await expect.poll(() => names(page)).toEqual(['An Nguyễn Văn', 'Bình Trần Thị', 'Đạt Đặng'])
  const all = page.getByRole('checkbox', { name: 'Select all contacts shown' })
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  await tabTo(page, all)
  await page.keyboard.press('Space')
  await expect(all).toBeChecked()
  await expect(page.getByText('3 selected')).toBeVisible()

  await tabTo(page, button('Tag'))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').locator('input')).toBeFocused()
  await page.keyboard.type('khách quen')
  await page.keyboard.press('Enter')
  await expect(page.getByText('3 contacts tagged “khách quen”')).toBeVisible()
  await expect(page.getByRole('row', { name: /Bình Trần Thị/ })).toContainText('khách quen')
  await tabTo(page, button('Undo'))
  await page.keyboard.press('Enter')
  await expect(page.getByText('The tags are as they were')).toBeVisible()
  await expect(page.getByRole('row', { name: /Bình Trần Thị/ })).not.toContainText('khách quen')

  await tabTo(page, button('Export'))
  await page.keyboard.press('Enter')
  const format = (name: string) => page.getByRole('menuitem', { name })
  await tabTo(page, format('vCard for phones'), 'ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^3 contacts exported to loa-contacts-.*\.vcf/)).toBeVisible()
  const [exported = ''] = await readdir(folder)
  expect((await readFile(join(folder, exported), 'utf8')).match(/BEGIN:VCARD/g)).toHaveLength(3)

  await tabTo(page, button('Delete'))
  await page.keyboard.press('Enter')
  await expect(page.getByText('3 contacts deleted')).toBeVisible()
  await tabTo(page, button('Undo'))
  await page.keyboard.press('Enter')
  await expect(page.getByText('3 contacts are back')).toBeVisible()
  await expect.poll(() => names(page)).toEqual(['An Nguyễn Văn', 'Bình Trần Thị', 'Đạt Đặng'])
})

test('who asked to stop is marked in the list and stored with the reason, and the filter tells them apart', async ({
  start,
  dataDir
}) => {
  await fillFolder(dataDir)
  const { page } = await start()
  await openPage(page, 'Contacts')
  await page.getByRole('checkbox', { name: 'Select An Nguyễn Văn' }).check()
  await page.getByRole('button', { name: 'Do not contact' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('textbox', { name: 'Reason' })).toHaveValue('Asked to stop')
  await dialog.getByRole('button', { name: 'Do not contact' }).click()
  await expect(page.getByText('1 contact is not contacted any more')).toBeVisible()
  await expect(page.getByRole('row', { name: /An Nguyễn Văn/ })).toContainText('Do not contact')
  await page.getByRole('button', { name: 'Clear selection' }).click()
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await page.getByRole('group', { name: 'Do not contact' }).getByText('May be contacted').click()
  await page.keyboard.press('Escape')
  await expect(count(page)).toHaveText('3 of 4')
  const file = JSON.parse(await readFile(join(dataDir, 'contacts.json'), 'utf8')) as {
    contacts: { _id: string; do_not_contact?: { channel: string; reason: string }[] }[]
  }
  expect(file.contacts[0]?.do_not_contact?.map(({ channel, reason }) => [channel, reason])).toEqual([
    ['whatsapp', 'Asked to stop'],
    ['telegram', 'Asked to stop'],
    ['ai_call', 'Asked to stop']
  ])
})

test('an export opens right in a spreadsheet and comes back as the same list', async ({ start, dataDir }) => {
  await fillFolder(dataDir)
  const folder = await ownDownloads(dataDir)
  const { page } = await start()
  await openPage(page, 'Contacts')
  const before = await page.evaluate(() =>
    window.loa.getContacts(['000000000000000000000001', '000000000000000000000004'])
  )
  await page.getByRole('button', { name: 'More about the list' }).click()
  await page.getByRole('menuitem', { name: 'CSV for Excel and Google Contacts' }).click()
  await expect(page.getByText(/^4 contacts exported to loa-contacts-.*\.csv/)).toBeVisible()
  const [name = ''] = await readdir(folder)
  const text = await readFile(join(folder, name), 'utf8')
  expect(text.startsWith('\uFEFFfirst_name,last_name,phone,')).toBe(true)
  expect(text).toContain('+84 33 917 0155')
  expect(text).toContain("'=SUM(A1)")

  await page.getByRole('checkbox', { name: 'Select all contacts shown' }).check()
  await page.getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByRole('heading', { name: 'No contacts yet' })).toBeVisible()
  await page.getByRole('button', { name: 'Import' }).click()
  await page.getByLabel('Choose a file').setInputFiles(join(folder, name))
  await page.getByRole('button', { name: 'Check the file' }).click()
  await page.getByRole('button', { name: 'Import 4 contacts' }).click()
  await page.getByRole('button', { name: 'Show the contacts' }).click()
  await expect(count(page)).toHaveText('4 contacts')
  const after = await page.evaluate(() =>
    window.loa.getContacts(['000000000000000000000001', '000000000000000000000004'])
  )
  const people = (result: typeof before) =>
    result.ok ? result.value.map(({ created_at: _created, updated_at: _updated, ...person }) => person) : []
  expect(people(after)).toEqual(people(before))
})
