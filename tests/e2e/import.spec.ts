import { changeSettings } from '../support/app/change-settings'
import { expect } from '@playwright/test'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { axeFaults } from '../support/app/axe-faults'
import { editCampaign, messageField } from '../support/app/editor'
import { importFile, openWizard, ownDownloads, tabTo } from '../support/app/import-wizard'
import { test } from '../support/app/loa-test'
import { openPage } from '../support/app/pages'
import '../support/app/sample'
import { wordsOf } from '../support/app/words'
import { TestFolder } from '../support/engine/data-folder'
import { contactRecord, settingsFor } from '../support/engine/records'
import { textIn } from '../support/gateway/recording-gateway'

const VIETNAMESE = [
  'Họ và tên,Số điện thoại,Email,Sở thích',
  'Nguyễn Văn An,0339170155,an@example.com,bóng đá',
  'Trần Thị Bình,0901000002,,đọc sách',
  ''
].join('\n')

const BAD_ROWS = [
  'First name,Phone,WhatsApp,Notes',
  'An,0339170155,0339170155,',
  ',,,call later',
  'Bình,9.01E+11,,',
  'Châu,12345,,',
  ''
].join('\n')

const PERSON = '64b7f3a2c1d4e5f601020304'

const campaign = (number: number, frequency: string, call_script = 'Hello'): string =>
  JSON.stringify({
    _id: { $oid: `64b7f3a2c1d4e5f60102030${number}` },
    name: `Reminder ${number}`,
    call_script,
    contacts: [{ $oid: PERSON }],
    status: 'active',
    schedule_settings: { frequency, start_time: '2027-03-01T09:00:00', timezone: 'Asia/Ho_Chi_Minh' },
    createdAt: { $date: '2024-01-15T09:30:00.000Z' }
  })

const CAMPAIGNS = `${campaign(1, 'weekly')}\n${campaign(2, 'daily')}\n${campaign(3, 'sometimes')}\n`

test('with the keyboard alone: import, correct a column, find the people in the list, undo', async ({
  start,
  dataDir
}) => {
  const file = await importFile(dataDir, 'khách hàng.csv', VIETNAMESE)
  const { page } = await start()
  await page.keyboard.press('Control+5')
  await tabTo(page, page.getByRole('button', { name: 'Import', exact: true }))
  await page.keyboard.press('Enter')
  const chooser = page.getByLabel('Choose a file')
  await expect(chooser).toBeFocused()
  await chooser.setInputFiles(file)

  await expect(page.getByRole('heading', { name: 'khách hàng.csv' })).toBeFocused()
  const preview = page.getByRole('group', { name: 'Preview of the first rows' })
  await expect(preview.getByRole('row', { name: /An Nguyễn Văn \+84339170155/ })).toBeVisible()
  await expect(preview.getByRole('cell', { name: /Sở thích: bóng đá/ })).toBeVisible()

  await tabTo(page, page.getByRole('combobox', { name: 'What “Sở thích” becomes' }))
  await page.keyboard.type('Tags')
  await page.keyboard.press('Enter')
  await expect(preview.getByRole('columnheader', { name: 'Tags' })).toBeVisible()
  await expect(preview.getByRole('cell', { name: 'bóng đá', exact: true })).toBeVisible()
  await expect(preview.getByRole('cell', { name: /Sở thích/ })).toHaveCount(0)

  await tabTo(page, page.getByRole('radio', { name: 'The last one' }))
  await page.keyboard.press('ArrowDown')
  await expect(preview.getByRole('row', { name: /Nguyễn Văn An \+84339170155/ })).toBeVisible()
  await page.keyboard.press('ArrowUp')
  await expect(preview.getByRole('row', { name: /An Nguyễn Văn \+84339170155/ })).toBeVisible()

  await tabTo(page, page.getByRole('button', { name: 'Check the file' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'What the import will do' })).toBeFocused()
  await tabTo(page, page.getByRole('switch', { name: 'Use the phone number for WhatsApp too' }))
  await page.keyboard.press('Space')
  await expect(page.getByRole('listitem').filter({ hasText: 'WhatsApp2 reachable' })).toBeVisible()
  await tabTo(page, page.getByRole('button', { name: 'Import 2 contacts' }))
  await page.keyboard.press('Enter')

  await expect(page.getByRole('heading', { name: '2 contacts imported' })).toBeFocused()
  await tabTo(page, page.getByRole('button', { name: 'Show the contacts' }))
  await page.keyboard.press('Enter')
  const list = page.getByRole('table', { name: 'Contacts' })
  await expect(list.getByRole('button', { name: 'Nguyễn Văn An' })).toBeVisible()
  await expect(list.getByRole('button', { name: 'Trần Thị Bình' })).toBeVisible()
  await expect(list.getByText('bóng đá')).toBeVisible()

  await tabTo(page, page.getByRole('button', { name: 'More about the list' }))
  await page.keyboard.press('Enter')
  const undo = page.getByRole('menuitem', { name: 'Undo import of khách hàng.csv' })
  await tabTo(page, undo, 'ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Undo import' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'No contacts yet' })).toBeVisible()
})

test('rows with faults are named by their numbers, and the report is a file', async ({ start, dataDir }) => {
  const downloads = await ownDownloads(dataDir)
  const file = await importFile(dataDir, 'bad-rows.csv', BAD_ROWS)
  const { page } = await start()
  await openWizard(page)
  await page.getByLabel('Choose a file').setInputFiles(file)
  const preview = page.getByRole('group', { name: 'Preview of the first rows' })
  await expect(preview.getByText('There is neither a name nor any way to reach somebody.')).toBeVisible()
  await page.getByRole('button', { name: 'Check the file' }).click()
  await expect(page.getByRole('definition')).toHaveText(['2', '0', '0', '0', '2'])

  const rows = page.getByRole('region', { name: '3 rows to look at' })
  const row = (number: number) => rows.getByRole('row', { name: new RegExp(`^${number} `) })
  await expect(row(3)).toContainText('will be left out')
  await expect(row(3)).toContainText('There is neither a name nor any way to reach somebody.')
  await expect(row(4)).toContainText('a spreadsheet has cut off digits')
  await expect(row(5)).toContainText('“12345” is not a valid number.')

  await page.getByRole('button', { name: 'Save report' }).click()
  await expect(page.getByRole('button', { name: 'Show file' })).toBeVisible()
  const [report = ''] = await readdir(downloads)
  expect(await readFile(join(downloads, report), 'utf8')).toContain('There is neither a name')

  await page.getByRole('button', { name: 'Import 2 contacts' }).click()
  await expect(page.getByRole('heading', { name: '2 contacts imported' })).toBeVisible()
  await page.getByRole('button', { name: 'Undo this import' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Undo import' }).click()
  await expect(page.getByRole('heading', { name: 'The import is undone' })).toBeVisible()
})

test('a file that cannot be read says so, and another one can be chosen', async ({ start, dataDir }) => {
  const binary = await importFile(
    dataDir,
    'contacts.xlsx',
    Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 255, 0, 1, 2)
  )
  const readable = await importFile(dataDir, 'people.csv', VIETNAMESE)
  const { page } = await start()
  await openWizard(page)
  await page.getByLabel('Choose a file').setInputFiles(binary)
  await expect(page.getByRole('alert')).toContainText('This is not a text file.')
  await expect(page.getByLabel('Choose another file')).toBeFocused()

  // What is dropped and has no place of its own, or is more than one file.
  const drop = (names: readonly string[]) =>
    page.getByRole('main').evaluate((main, names) => {
      const dataTransfer = new DataTransfer()
      for (const name of names) dataTransfer.items.add(new File(['a'], name))
      const zone = main.querySelector('label') ?? main
      zone.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }))
    }, names)
  await drop(['one.csv', 'two.csv'])
  await expect(page.getByRole('alert')).toContainText('These are several files.')
  await drop(['one.csv'])
  await expect(page.getByRole('alert')).toContainText('This is not a file on your computer.')

  await page.getByLabel('Choose another file').setInputFiles(readable)
  await expect(page.getByRole('heading', { name: 'people.csv' })).toBeVisible()
  await expect(page.getByRole('alert')).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { level: 1, name: 'Contacts' })).toBeVisible()
})

test('a list that changes between check and import is checked again', async ({ start, dataDir }) => {
  const file = await importFile(dataDir, 'people.csv', VIETNAMESE)
  const { page } = await start()
  await openWizard(page)
  await page.getByLabel('Choose a file').setInputFiles(file)
  await page.getByRole('button', { name: 'Check the file' }).click()
  await expect(page.getByRole('button', { name: 'Import 2 contacts' })).toBeVisible()
  await page.evaluate(async () => {
    const saved = await window.loa.saveContact({ first_name: 'An', phone: '+84 33 917 0155' })
    if (!saved.ok) throw new Error(saved.error.code)
  })
  await page.getByRole('button', { name: 'Import 2 contacts' }).click()
  await expect(page.getByRole('alert')).toContainText('Your list had changed meanwhile')
  await expect(page.getByRole('definition')).toHaveText(['1', '1', '0', '0', '0'])
  await page.getByRole('button', { name: 'Import 2 contacts' }).click()
  await expect(page.getByRole('heading', { name: '2 contacts imported' })).toBeVisible()
})

test('people who must not be contacted come from a file, with the reason', async ({ start, dataDir }) => {
  const file = await importFile(
    dataDir,
    'stop.csv',
    'Name,Phone,Telegram\nAn,0339170155,\nBình,,@binh_tran\nChâu,123,\n'
  )
  const { page } = await start()
  await page.evaluate(() => window.loa.saveContact({ first_name: 'An', phone: '+84 33 917 0155' }))
  await openWizard(page, 'do_not_contact')
  await expect(
    page.getByText('People on this list are never contacted, now or after future imports.')
  ).toBeVisible()
  await page.getByLabel('Choose a file').setInputFiles(file)
  await expect(page.getByRole('switch', { name: 'Use the phone number for WhatsApp too' })).toHaveCount(0)
  await page.getByRole('textbox', { name: 'Why must they not be contacted?' }).fill('Asked by letter')
  await page.getByRole('button', { name: 'Check the file' }).click()
  await expect(page.getByRole('definition')).toHaveText(['2', '0', '1'])
  await expect(page.getByText('“123” is not a valid number or Telegram name')).toBeVisible()
  await page.getByRole('button', { name: 'Add 2 people to the do-not-contact list' }).click()
  await expect(page.getByRole('heading', { name: '2 people will not be contacted any more' })).toBeVisible()
  await expect(page.getByText('1 contact of your list carries the mark.')).toBeVisible()
  const marks = await page.evaluate(async () => {
    const found = await window.loa.findContacts(
      { filter: { do_not_contact: 'yes' }, sort: { by: 'name', descending: false } },
      0,
      10
    )
    return found.ok ? found.value.rows.map(({ do_not_contact }) => do_not_contact) : []
  })
  expect(JSON.stringify(marks)).toContain('Asked by letter')

  // Again it changes nothing, and says so.
  await page.getByRole('button', { name: 'Import another file' }).click()
  await page.getByLabel('Choose a file').setInputFiles(file)
  await page.getByRole('button', { name: 'Check the file' }).click()
  await expect(page.getByRole('button', { name: 'Nothing to import' })).toBeDisabled()
  await expect(page.getByText('everybody in this file is already on the do-not-contact list')).toBeVisible()
})

test('campaigns of the reference system come in as drafts', async ({ start, dataDir }) => {
  const file = await importFile(dataDir, 'campaigns.json', CAMPAIGNS)
  const { page } = await start()
  await openWizard(page)
  await page.getByLabel('Choose a file').setInputFiles(file)
  await expect(page.getByRole('heading', { level: 1, name: 'Import campaigns' })).toBeVisible()
  const table = page.getByRole('group', { name: 'These campaigns come in as drafts' })
  await expect(table.getByRole('row', { name: /Reminder 1 1 Weekly, from .* 2027, 09:00/ })).toBeVisible()
  await expect(page.getByRole('region', { name: '1 row to look at' })).toContainText('Reminder 3')
  await page.getByRole('button', { name: 'Import 2 campaigns as drafts' }).click()
  await expect(page.getByRole('heading', { name: '2 campaigns imported as drafts' })).toBeVisible()
  await page.getByRole('button', { name: 'Show the campaigns' }).click()
  await expect(page.getByRole('button', { name: /Reminder 1/ }).first()).toBeVisible()
  await expect(page.getByText('Draft', { exact: true })).toHaveCount(2)
})

test('the braces of an imported text are sent as they are, until the operator turns placeholders on', async ({
  start,
  dataDir,
  gateway
}) => {
  const text = 'Hello {{ first_name }}, {see you} at {% 9 %}'
  const folder = new TestFolder(dataDir)
  await folder.writeContacts([
    contactRecord(1, { _id: PERSON, first_name: 'An', phone: '', telegram_username: '' })
  ])
  await folder.writeSettings(settingsFor(gateway))
  const file = await importFile(dataDir, 'campaigns.json', campaign(1, 'weekly', text))
  const { page } = await start()
  await openWizard(page)
  await page.getByLabel('Choose a file').setInputFiles(file)
  await page.getByRole('button', { name: 'Import 1 campaign as a draft' }).click()
  await page.getByRole('button', { name: 'Show the campaigns' }).click()
  const runNow = async (isNth: number) => {
    await openPage(page, 'Campaigns')
    await page
      .getByRole('row', { name: /Reminder 1/ })
      .getByRole('button', { name: 'Run now' })
      .click()
    await page.getByRole('dialog').getByRole('button', { name: 'Send to real people' }).click()
    await gateway.until(() => gateway.messages.length === isNth, 'the message')
    await expect(page.getByRole('main')).toContainText('Finished: 1 sent')
  }

  await editCampaign(page, 'Reminder 1')
  const preview = page.getByRole('region', { name: 'How it reads' })
  await expect(page.getByText('Placeholders are off: this text is sent exactly as it is.')).toBeVisible()
  await expect(preview).toContainText(text)
  await runNow(1)
  expect(gateway.messages.map(textIn)).toEqual([text])

  await editCampaign(page, 'Reminder 1')
  await messageField(page).fill('Hello {{ first_name }}, {see you}')
  await page.getByRole('button', { name: 'Turn on' }).click()
  await expect(preview).toContainText('Hello An, {see you}')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('“Reminder 1” is saved')).toBeVisible()
  await runNow(2)
  expect(gateway.messages.map(textIn)).toEqual([text, 'Hello An, {see you}'])
})

for (const [language, theme] of [
  ['en', 'light'],
  ['vi', 'dark']
] as const) {
  test(`axe finds nothing serious on any step, ${theme}, ${language}`, async ({ start, dataDir }) => {
    const file = await importFile(dataDir, 'bad-rows.csv', BAD_ROWS)
    const { page } = await start()
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await openPage(page, 'Contacts')
    await changeSettings(page, { language, theme })
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme)
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    const words = wordsOf(language, 'import')
    await page.getByRole('button', { name: wordsOf(language, 'contacts').import, exact: true }).click()
    await expect(page.getByLabel(words.file.choose)).toBeAttached()
    const found: Record<string, string[]> = { file: await axeFaults(page) }
    await page.getByLabel(words.file.choose).setInputFiles(file)
    await expect(page.getByRole('group', { name: words.preview.label })).toBeVisible()
    found['columns'] = await axeFaults(page)
    await page.getByRole('button', { name: words.check.go }).click()
    await expect(page.getByRole('heading', { name: words.check.title.contacts })).toBeVisible()
    found['check'] = await axeFaults(page)
    const imports = words.check.import.contacts_other.replace('{{count, number}}', '2')
    await page.getByRole('button', { name: imports }).click()
    await expect(page.getByRole('button', { name: words.done.undo })).toBeVisible()
    found['done'] = await axeFaults(page)
    expect(found).toEqual({ file: [], columns: [], check: [], done: [] })
  })
}
