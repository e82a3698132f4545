import { expect, type Page } from '@playwright/test'
import type { Settings } from '../../src/shared/domain/settings'
import { axeFaults } from '../support/app/axe-faults'
import { clickAndType } from '../support/app/click-and-type'
import { test as base } from '../support/app/loa-test'
import { TestFolder } from '../support/engine/data-folder'

const test = base.extend<{ readonly settings: Page }>({
  settings: async ({ start }, use) => {
    const { page } = await start({ env: { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/bus' } })
    await page.getByRole('navigation').getByRole('button', { name: 'Settings' }).click()
    await use(page)
  }
})

const saveButton = (page: Page) => page.getByRole('button', { name: 'Save', exact: true })
const save = (page: Page) => saveButton(page).click()

/** The settings on the disk; undefined before they were saved for the first time. */
async function storedSettings(dataDir: string): Promise<Settings | undefined> {
  const file = await new TestFolder(dataDir).json('settings.json').catch(() => null)
  return (file as { readonly settings: Settings } | null)?.settings
}

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
  const stored = async () => (await storedSettings(dataDir))?.keep_runs_days
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

test('what is typed while the settings are being saved is kept', async ({ dataDir, settings: page }) => {
  const days = page.getByRole('textbox', { name: 'Keep log files for' })
  await page.getByRole('textbox', { name: 'Keep runs for' }).fill('90')
  await clickAndType(saveButton(page), days, '12')
  await expect.poll(() => storedSettings(dataDir)).toMatchObject({ keep_runs_days: 90, log_keep_days: 30 })
  await expect(saveButton(page)).toBeEnabled()
  await expect(days).toHaveValue('12 days')
  await save(page)
  await expect.poll(() => storedSettings(dataDir)).toMatchObject({ keep_runs_days: 90, log_keep_days: 12 })
  await expect(saveButton(page)).toBeDisabled()
})

test('a sign that does not belong into a number stays in its field, which says what is allowed', async ({
  settings: page
}) => {
  const field = (name: string) => page.getByRole('textbox', { name, exact: true })
  const inField = async (name: string, typed: string, shown: string) => {
    await field(name).fill('')
    await field(name).pressSequentially(typed)
    await page.keyboard.press('Tab')
    await expect(field(name)).toHaveValue(shown)
    await expect(field(name)).toHaveAttribute('aria-invalid', 'true')
  }
  await inField('Telegram: A second', '1.5', '1.5')
  await expect(page.getByText(/Enter a whole number from 0 to 1,000,000/)).toBeVisible()
  await inField('Telegram: A second', '1,000', '1.000')
  await inField('Telegram: A minute', '-5', '-5')
  await inField('Telegram: Pause from, s', '-1', '-1')
  await inField('WhatsApp', '30.5', '30.5 s')
  await inField('Keep runs for', '90.5', '90.5 days')
  await inField('Telegram: An hour', '-', '-')
  await inField('WhatsApp: At once', '-', '-')
  await expect(page.getByText('Enter a whole number from 0 to 256.')).toBeVisible()
  await inField('WhatsApp: Pause to, s', '-', '-')
  await inField('Keep log files for', '-', '-')
  await inField('Keep copies for', '1,5', '1.5 days')
  await save(page)
  await expect(field('WhatsApp: At once')).toBeFocused()
  await page.getByRole('button', { name: 'Discard' }).click()
  await expect(field('WhatsApp: At once')).toHaveValue('1')
  await expect(field('Telegram: An hour')).toHaveValue('')

  await field('Telegram: Pause to, s').pressSequentially('0.5')
  await expect(field('Telegram: Pause to, s')).toHaveValue('0.5')
  await field('Telegram: A day').fill('1000')
  await expect(field('Telegram: A day')).toHaveValue('1,000')
  await field('WhatsApp').fill('45')
  await save(page)
  await expect(page.getByText('Settings saved')).toBeVisible()
  await expect(field('WhatsApp')).toHaveValue('45 s')
})

test('in Vietnamese both decimal signs stay in a number field', async ({ settings: page }) => {
  await page.getByText('Tiếng Việt', { exact: true }).click()
  for (const typed of ['1,5', '1.5']) {
    const field = page.getByRole('textbox', { name: 'Telegram: Mỗi giây' })
    await field.fill('')
    await field.pressSequentially(typed)
    await page.keyboard.press('Tab')
    await expect(field).toHaveValue('1,5')
    await expect(field).toHaveAttribute('aria-invalid', 'true')
  }
})

test('an undo gives back its own save only, and only the newest save can be undone', async ({
  dataDir,
  settings: page
}) => {
  const stored = async () => {
    const settings = await storedSettings(dataDir)
    return [settings?.keep_runs_days, settings?.log_keep_days]
  }
  await page.getByRole('textbox', { name: 'Keep runs for' }).fill('90')
  await save(page)
  await expect.poll(stored).toEqual([90, 30])
  const log = page.getByRole('textbox', { name: 'Keep log files for' })
  await log.fill('7')
  await save(page)
  await expect.poll(stored).toEqual([90, 7])
  await expect(page.getByText('Settings saved')).toHaveCount(1)
  const copies = page.getByRole('textbox', { name: 'Keep copies for' })
  await copies.fill('3')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(stored).toEqual([90, 30])
  await expect(log).toHaveValue('30 days')
  await expect(copies).toHaveValue('3 days')
  await save(page)
  await expect(page.getByText('Settings saved')).toHaveCount(1)
  await expect.poll(stored).toEqual([90, 30])
})

for (const { language, label } of [
  { language: 'English', label: 'Keep log files for' },
  { language: 'Tiếng Việt', label: 'Giữ tệp nhật ký trong' }
]) {
  test(`in ${language} the label of the log files has room beside its reset`, async ({ settings: page }) => {
    await page.getByText(language, { exact: true }).click()
    await page.getByRole('textbox', { name: label }).fill('3')
    const words = await page.getByText(label, { exact: true }).boundingBox()
    const reset = await page.getByRole('button', { name: new RegExp(`: ${label}$`) }).boundingBox()
    if (words === null || reset === null) throw new Error('not shown')
    expect(words.x + words.width).toBeLessThanOrEqual(reset.x)
  })
}

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
  await expect.poll(() => axeFaults(page)).toEqual([])
})
