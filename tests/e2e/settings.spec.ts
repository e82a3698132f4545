import { expect, type Page } from '@playwright/test'
import { axeFaults } from '../support/app/axe-faults'
import { test as base } from '../support/app/loa-test'
import { TestFolder } from '../support/engine/data-folder'

const test = base.extend<{ readonly settings: Page }>({
  settings: async ({ start }, use) => {
    const { page } = await start({ env: { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/bus' } })
    await page.getByRole('navigation').getByRole('button', { name: 'Settings' }).click()
    await use(page)
  }
})

const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).click()

test('a section is found by any word in it, and jumped to by the keyboard', async ({ settings: page }) => {
  const sections = page.getByRole('complementary', { name: 'Sections' })
  await sections.getByRole('searchbox').fill('country code')
  await expect(sections.getByRole('link')).toHaveText(['Phone numbers and time'])
  await page.keyboard.press('Enter')
  const heading = page.getByRole('heading', { name: 'Phone numbers and time' })
  await expect(heading).toBeFocused()
  await expect(heading).toBeInViewport()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('combobox', { name: 'Default country' })).toBeFocused()
})

test('a field says what is wrong while it is typed, goes back to its default, and a save is undone', async ({
  dataDir,
  settings: page
}) => {
  const stored = async () => {
    const file = (await new TestFolder(dataDir).json('settings.json')) as {
      settings: { keep_runs_days: number }
    }
    return file.settings.keep_runs_days
  }
  const days = page.getByRole('textbox', { name: 'Keep runs for' })
  const reset = page.getByRole('button', { name: 'Reset: Keep runs for' })
  await expect(reset).toBeHidden()
  await days.fill('7')
  await expect(page.getByText('Enter 0 to keep everything')).toBeVisible()
  await days.fill('90')
  await expect(page.getByText(/older than 90 days are removed/)).toBeVisible()
  await save(page)
  await expect.poll(stored).toBe(90)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(stored).toBe(0)
  await expect(days).toHaveValue('0 days')

  await days.fill('60')
  await reset.focus()
  await page.keyboard.press('Enter')
  await expect(days).toHaveValue('0 days')
  await expect(reset).toBeHidden()
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeDisabled()
})

for (const { field, other, usual } of [
  { field: 'Keep log files for', other: '3', usual: '30 days' },
  { field: 'Keep copies for', other: '3', usual: '14 days' }
]) {
  test(`"${field}" goes back to its default`, async ({ settings: page }) => {
    const days = page.getByRole('textbox', { name: field })
    await days.fill(other)
    await page.getByRole('button', { name: `Reset: ${field}` }).click()
    await expect(days).toHaveValue(usual)
    await expect(page.getByRole('button', { name: `Reset: ${field}` })).toBeHidden()
  })
}

test('the choice of notifications goes back to all of them, at once', async ({ settings: page }) => {
  const missed = page.getByRole('checkbox', { name: 'A run was missed' })
  await missed.click()
  await expect(missed).not.toBeChecked()
  await page.getByRole('button', { name: 'Reset: Notifications' }).click()
  await expect(missed).toBeChecked()
  await expect(page.getByRole('button', { name: 'Reset: Notifications' })).toBeHidden()
})

test('a new campaign begins in the default zone', async ({ settings: page }) => {
  const zone = page.getByRole('combobox', { name: 'Default time zone' })
  await zone.fill('Tokyo')
  await page.getByRole('option', { name: /Tokyo/ }).first().click()
  await save(page)
  await expect(page.getByText('Settings saved')).toBeVisible()
  await page.getByRole('navigation').getByRole('button', { name: 'Campaigns' }).click()
  await page.getByRole('button', { name: 'New campaign' }).first().click()
  await page
    .getByRole('button', { name: /Schedule/ })
    .first()
    .click()
  await expect(page.getByRole('combobox', { name: 'Time zone' })).toHaveValue(/Tokyo/)
})

test('axe finds nothing serious on the page with a gateway of one’s own', async ({ settings: page }) => {
  await page.getByRole('radio', { name: /Custom gateway/ }).check()
  await expect(page.getByRole('heading', { name: 'Key and headers' })).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
})
