import { expect } from '@playwright/test'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { linesInSight } from '../support/app/console-page'
import { ownDownloads } from '../support/app/import-wizard'
import { test } from '../support/app/loa-test'
import { openPage } from '../support/app/pages'
import { openPerson } from '../support/app/person'
import { processesWith } from '../support/app/processes'
import { sayLines } from '../support/app/say-lines'
import { wordsOf } from '../support/app/words'
import { TestFolder } from '../support/engine/data-folder'
import { campaignRecord, contactRecord, contactRecords, idOf } from '../support/engine/records'

const words = wordsOf('en', 'backup')

test('a backup is written, looked into and put back: the app starts anew, and nothing is sent before a release', async ({
  start,
  dataDir
}) => {
  const folder = new TestFolder(dataDir)
  await folder.writeContacts(contactRecords(3))
  await folder.writeCampaigns([campaignRecord(1), campaignRecord(2)])
  const downloads = await ownDownloads(dataDir)
  const { page, process: main } = await start()
  await openPage(page, 'Settings')
  await page.getByRole('button', { name: words.now }).click()
  await expect(page.getByText(/Backup saved as loa-backup-/)).toBeVisible()
  const [name = ''] = (await readdir(downloads)).filter((each) => each.endsWith('.loa'))
  await expect(page.getByRole('row', { name: /By hand/ })).toBeVisible()
  await openPage(page, 'Health')
  await expect(page.getByText(/^The last copy was made/)).toBeVisible()
  await openPage(page, 'Settings')

  await page.evaluate(
    async (ids) => {
      await window.loa.deleteContacts([ids[0] ?? ''])
      await window.loa.deleteCampaign(ids[1] ?? '')
    },
    [idOf(2), campaignRecord(2)._id]
  )
  const chooser = page.locator('input[type="file"][accept=".loa"]')
  await folder.write('foreign.loa', 'not a backup')
  await chooser.setInputFiles(folder.file('foreign.loa'))
  await expect(page.getByText(wordsOf('en', 'errors').not_a_backup)).toBeVisible()

  await chooser.setInputFiles(join(downloads, name))
  const dialog = page.getByRole('dialog', { name: words.restore.title })
  await expect(dialog).toContainText('3 in the backup, 2 now')
  await expect(dialog).toContainText('1 comes back')
  await expect(dialog).toContainText('Come back: Campaign 2')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog).toBeHidden()
  await expect.poll(() => readdir(dataDir)).not.toContain('restore')

  await chooser.setInputFiles(join(downloads, name))
  const gone = new Promise((resolve) => main.once('exit', resolve))
  await dialog.getByRole('button', { name: words.restore.confirm }).click()
  await gone
  // The app that was started anew belongs to nobody here; whether it or the next start puts the backup back is the same.
  await expect.poll(() => processesWith(dataDir)).not.toEqual([])
  for (const id of await processesWith(dataDir)) {
    try {
      process.kill(id, 'SIGKILL')
    } catch {
      // It has ended already.
    }
  }
  await expect.poll(() => processesWith(dataDir)).toEqual([])
  const again = await start()
  await expect(again.page.getByText('Stopped: nothing is sent').first()).toBeVisible()
  await expect(
    again.page.getByRole('status').filter({ hasText: 'Emergency stop: nothing is sent' })
  ).toContainText(/The backup of \w+,? .* was restored\. There are 3 contacts and 2 campaigns now\./)
  await openPage(again.page, 'Contacts')
  await expect(
    again.page.getByRole('row').getByRole('button', { name: 'Contact 2', exact: true })
  ).toBeVisible()
  await openPage(again.page, 'Settings')
  await expect(again.page.getByRole('row', { name: words.copies.kinds.before_restore })).toBeVisible()
})

test('everything is exported into a folder that needs no Loa', async ({ start, dataDir }) => {
  await new TestFolder(dataDir).writeContacts(contactRecords(2))
  const downloads = await ownDownloads(dataDir)
  const { page } = await start()
  await openPage(page, 'Settings')
  await page.getByRole('button', { name: words.export.button }).click()
  await expect(page.getByText(/Exported to loa-export-/)).toBeVisible()
  const [name = ''] = await readdir(downloads)
  expect((await readdir(join(downloads, name))).sort()).toEqual(
    [
      'README.txt',
      'campaigns.json',
      'contacts.csv',
      'contacts.json',
      'do-not-contact-hashed.json',
      'filters.json',
      'runs',
      'runs.json',
      'settings.json',
      'templates.json'
    ].sort()
  )
  expect(await readFile(join(downloads, name, 'contacts.csv'), 'utf8')).toContain('contact_2')
})

test('somebody is erased from their page, after what it does and cannot reach was read', async ({
  start,
  dataDir
}) => {
  const folder = new TestFolder(dataDir)
  await folder.writeContacts([
    contactRecord(1, { first_name: 'Anna', last_name: 'Nguyen' }),
    contactRecord(2, { phone: contactRecord(1).phone ?? '' })
  ])
  const downloads = await ownDownloads(dataDir)
  const { page } = await start()
  const exported = await page.evaluate(() => window.loa.exportContacts('csv', null))
  expect(exported).toMatchObject({ ok: true })
  await openPerson(page, 'Anna Nguyen')
  await page.getByRole('button', { name: words.erase.button }).click()
  const dialog = page.getByRole('dialog', { name: 'Erase Anna Nguyen for good?' })
  await expect(dialog).toContainText('Contact 2')
  await expect(dialog).toContainText(downloads)
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Anna Nguyen' })).toBeVisible()

  await page.getByRole('button', { name: words.erase.button }).click()
  await dialog.getByRole('button', { name: words.erase.confirm }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Contacts' })).toBeVisible()
  await expect(page.getByRole('row').getByRole('button', { name: 'Anna Nguyen' })).toHaveCount(0)
  await expect.poll(() => folder.text('erasures.json').catch(() => '')).toContain('done_at')
  expect(await folder.text('contacts.json')).not.toContain('Anna')
  expect(await folder.text('contacts.json.bak')).not.toContain('Anna')
  await openPage(page, 'Settings')
  await expect(page.getByText('1 person was erased on request.')).toBeVisible()
})

test('somebody who is erased leaves the console that is open, and what was found in it', async ({
  start,
  dataDir
}) => {
  await new TestFolder(dataDir).writeContacts([
    contactRecord(1, { first_name: 'Anna', last_name: 'Nguyen' }),
    contactRecord(2)
  ])
  const { app, page } = await start()
  await openPage(page, 'Console')
  await sayLines(app, { to: 3, text: 'Sending to Anna Nguyen' })
  await page.getByRole('searchbox', { name: 'Search the log' }).fill('anna nguyen')
  await expect(linesInSight(page)).toHaveCount(3)
  const asked = await page.evaluate((id) => window.loa.erasePerson(id), contactRecord(1)._id)
  expect(asked).toMatchObject({ ok: true })
  await expect(linesInSight(page)).toHaveCount(0)
  await page.getByRole('searchbox', { name: 'Search the log' }).fill('')
  await expect(page.getByText('line 3 Sending to')).toBeVisible()
  await expect(page.getByText('Anna')).toHaveCount(0)
})
