import { expect, type Page } from '@playwright/test'
import { test } from '../support/app/loa-test'
import { openPage } from '../support/app/pages'
import { wordsOf } from '../support/app/words'
import { TestFolder } from '../support/engine/data-folder'
import { type ContactRecord, contactRecord, idOf } from '../support/engine/records'

const words = wordsOf('en', 'duplicates')

/** The same human three times over: one number in two spellings, a third one by the Telegram name. */
const TWICE: readonly ContactRecord[] = [
  contactRecord(1, {
    first_name: 'Ngọc',
    last_name: 'Hoàng',
    phone: '+84339170155',
    telegram_username: '',
    tags: ['A'],
    email: 'ngoc@example.com'
  }),
  contactRecord(2, {
    first_name: 'Ngoc',
    last_name: 'Hoang',
    phone: '033 917 0155',
    whatsapp_number: '',
    telegram_username: 'ngoc_hoang',
    tags: ['B'],
    email: 'hoang@example.org',
    do_not_contact: [{ channel: 'telegram', reason: 'Asked', at: '2026-02-01T00:00:00.000Z' }],
    created_at: '2025-01-01T00:00:00.000Z'
  }),
  contactRecord(3, { first_name: 'Other' })
]

const people = (page: Page) =>
  page.evaluate(async () => {
    const found = await window.loa.findContacts(
      { filter: {}, sort: { by: 'name', descending: false } },
      0,
      100
    )
    return found.ok ? found.value.rows : []
  })

const cards = (page: Page) => page.getByRole('main').getByRole('article')

async function openDuplicates(page: Page): Promise<void> {
  await openPage(page, 'Contacts')
  await page.getByRole('button', { name: 'Review' }).click()
  await expect(page.getByRole('heading', { level: 1, name: words.title })).toBeVisible()
}

test('two spellings of one number are found; a value is chosen and merged by key, and taken back', async ({
  start,
  dataDir
}) => {
  await new TestFolder(dataDir).writeContacts(TWICE)
  const { page } = await start()
  await openDuplicates(page)
  await expect(cards(page)).toHaveCount(1)
  const card = cards(page).first()
  await expect(card).toContainText('They share +84339170155')
  // The number is the same one: there is nothing to choose.
  await expect(card.getByRole('radio', { name: /Phone/ })).toHaveCount(0)
  await expect(card.getByRole('radio', { name: 'Keep Name: Ngọc Hoàng' })).toBeChecked()

  await card.getByRole('radio', { name: 'Keep Email: ngoc@example.com' }).focus()
  await page.keyboard.press('ArrowDown')
  await expect(card.getByRole('radio', { name: 'Keep Email: hoang@example.org' })).toBeChecked()
  await expect(
    card
      .getByRole('row', { name: /^Email/ })
      .getByRole('cell')
      .last()
  ).toHaveText('hoang@example.org')
  await card.getByRole('button', { name: /^Merge/ }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('2 contacts became one')).toBeVisible()
  await expect(page.getByText(words.empty_title)).toBeVisible()
  const merged = (await people(page)).find(({ _id }) => _id === idOf(1))
  expect(merged).toMatchObject({
    first_name: 'Ngọc',
    email: 'hoang@example.org',
    telegram_username: 'ngoc_hoang',
    tags: ['A', 'B'],
    do_not_contact: [{ channel: 'telegram', reason: 'Asked' }],
    merged_ids: [idOf(2)]
  })

  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('2 contacts are as before')).toBeVisible()
  await expect(cards(page)).toHaveCount(1)
  expect((await people(page)).map(({ email }) => email)).toContain('ngoc@example.com')
})

test('groups are left for later, and all are merged after a question and taken back', async ({
  start,
  dataDir
}) => {
  const pairs = Array.from({ length: 24 }, (_, index) => {
    const one = contactRecord(index + 1)
    return [one, contactRecord(index + 101, { phone: one.phone ?? '', first_name: 'Copy' })]
  })
  await new TestFolder(dataDir).writeContacts(pairs.flat())
  const { page } = await start()
  await openDuplicates(page)
  await expect(page.getByText(/^24 groups of contacts/)).toBeVisible()
  await expect(cards(page)).toHaveCount(20)
  await page.getByRole('button', { name: 'Not now: Contact 1', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Merge: Contact 2', exact: true })).toBeFocused()
  await expect(page.getByText('1 group left for later')).toBeVisible()
  await expect(cards(page)).toHaveCount(20)
  await page.getByRole('button', { name: 'Show more' }).click()
  await expect(cards(page)).toHaveCount(23)

  await page.getByRole('button', { name: 'Merge all' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('the oldest contact stays and keeps its id')
  await expect(dialog).toContainText(words.all_skipped)
  await dialog.getByRole('button', { name: 'Merge all' }).click()
  await expect(page.getByText('24 groups merged')).toBeVisible()
  await expect(page.getByText(words.empty_title)).toBeVisible()
  expect(await people(page)).toHaveLength(24)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(async () => (await people(page)).length).toBe(48)
})
