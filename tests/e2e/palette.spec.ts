import { expect, type Page } from '@playwright/test'
import { writePastRuns } from '../support/app/history'
import { ownDownloads } from '../support/app/import-wizard'
import { test } from '../support/app/loa-test'
import { typeInPalette } from '../support/app/person'
import { wordsOf } from '../support/app/words'
import { TestFolder } from '../support/engine/data-folder'
import { campaignRecord, contactRecord, idOf } from '../support/engine/records'
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

  // Sections of the settings are found sooner, and stand below the people.
  await typeInPalette(page, 'lan')
  await expect(dialog(page)).toContainText('Language and look')
  await expect(chosen(page)).toHaveText(/^Open Lan Trần/)
  await expect(chosen(page)).toHaveCount(1)
  await page.keyboard.press('ArrowDown')
  await expect(chosen(page)).toContainText('Asked to stop: Lan Trần')
  await page.keyboard.press('Escape')
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

test('campaigns and runs are found by name without accents; of a long list the first are shown, and how many there are', async ({
  start,
  dataDir
}) => {
  const folder = new TestFolder(dataDir)
  await folder.writeCampaigns([
    campaignRecord(1, { name: 'Học phí' }),
    ...Array.from({ length: 40 }, (_, index) => campaignRecord(index + 2, { name: `Nhắc lịch ${index}` }))
  ])
  await writePastRuns(folder, [
    {
      name: 'Nhắc học phí',
      gateway: 'practice',
      atMs: Date.now() - 86_400_000,
      ends: { whatsapp: { sent: 1 } }
    }
  ])
  const { page } = await start()
  await typeInPalette(page, 'hoc phi')
  await expect(chosen(page)).toHaveText('Open Học phíCampaign · Draft')
  await expect(
    dialog(page).getByRole('button', { name: /^Open Nhắc học phí\s*Run · .*Finished$/ })
  ).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Học phí')

  await typeInPalette(page, 'nhac hoc')
  await expect(chosen(page)).toContainText('Run · ')
  await page.keyboard.press('Enter')
  await expect(title(page)).toContainText('Nhắc học phí')

  await typeInPalette(page, 'nhac lich')
  await expect(dialog(page).getByRole('button', { name: /Open Nhắc lịch/ })).toHaveCount(6)
  // The heading is drawn from an attribute.
  await expect(dialog(page).locator('.mantine-Spotlight-actionsGroup').first()).toHaveCSS(
    '--spotlight-label',
    "'Campaigns: 6 of 40'"
  )
})

test('a backup, the way back, and each section of the settings', async ({ start, dataDir }) => {
  await ownDownloads(dataDir)
  const { page } = await start({ env: { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/bus' } })
  await typeInPalette(page, 'backup')
  await expect(chosen(page)).toHaveText('Back up now')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^Backup saved as /)).toBeVisible()

  await typeInPalette(page, 'restore')
  await page.keyboard.press('Enter')
  await expect(title(page)).toHaveText('Settings')
  const backup = page.getByRole('heading', { name: 'Backup', exact: true })
  await expect(backup).toBeFocused()
  await expect(backup).toBeInViewport()

  // What is typed there stays: nobody leaves the page.
  const keep = page.getByRole('textbox', { name: 'Keep runs for' })
  await keep.fill('90')
  await typeInPalette(page, 'quiet')
  await page.keyboard.press('Enter')
  const quiet = page.getByRole('heading', { name: 'Quiet hours', exact: true })
  await expect(quiet).toBeFocused()
  await expect(quiet).toBeInViewport()
  await expect(keep).toHaveValue('90 days')
  // Asked for again, it goes there again.
  await keep.focus()
  await typeInPalette(page, 'quiet')
  await page.keyboard.press('Enter')
  await expect(quiet).toBeFocused()
})

test('language and theme are switched, and what holds already is not offered', async ({ start }) => {
  const { page } = await start()
  await typeInPalette(page, 'tieng viet')
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('lang', 'vi')

  const vietnamese = page.getByRole('dialog', { name: wordsOf('vi', 'palette').title })
  const typeInVietnamese = async (text: string) => {
    await page.keyboard.press('Control+k')
    await expect(vietnamese.getByRole('textbox')).toBeFocused()
    await page.keyboard.type(text)
  }
  await typeInVietnamese('giao dien: toi')
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await typeInVietnamese('giao dien:')
  await expect(vietnamese.locator('[data-action]')).toHaveText([/Sáng/, /Theo hệ thống/])
  await page.keyboard.press('Escape')
  await typeInVietnamese('tieng viet')
  await expect(vietnamese).toContainText(wordsOf('vi', 'palette').nothing)
  await page.keyboard.press('Escape')
  await typeInVietnamese('english')
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
})

test('two strokes of Enter do one thing, and a held one answers no question', async ({ start }) => {
  const { page } = await start()
  const toasts = page.locator('.mantine-Notification-root')
  const paused = async () => {
    const state = await page.evaluate(() => window.loa.getState())
    return state.ok && state.value.paused_all
  }
  await typeInPalette(page, 'pause')
  await expect(chosen(page)).toContainText('Pause all sending')
  // In one turn of the page, as fast as keys can come.
  await chosen(page).evaluate((action: HTMLElement) => {
    action.click()
    action.click()
  })
  await expect.poll(paused).toBe(true)
  await expect(toasts.first()).toContainText('All sending is paused')
  await expect.poll(paused).toBe(true)
  // Not waited for: a second one would go by itself.
  expect(await toasts.count()).toBe(1)
  await typeInPalette(page, 'resume')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect.poll(paused).toBe(false)
  await expect(toasts.filter({ hasText: 'Sending goes on' })).toHaveCount(1)

  await typeInPalette(page, 'emergency')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Emergency stop: nothing is sent')).toBeVisible()
  await typeInPalette(page, 'release')
  await page.keyboard.down('Enter')
  const question = page.getByRole('dialog', { name: wordsOf('en', 'common').emergency_banner.release_title })
  const yes = question.getByRole('button', { name: wordsOf('en', 'common').emergency_banner.release })
  await expect(yes).toBeFocused()
  await page.keyboard.down('Enter')
  await page.keyboard.down('Enter')
  await page.keyboard.up('Enter')
  await expect(question).toBeVisible()

  // Nor does the palette open above the question; once it is answered it does.
  await page.keyboard.press('Control+k')
  await expect(yes).toBeFocused()
  await expect(dialog(page)).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(question).toBeHidden()
  await typeInPalette(page, 'release')
  await expect(chosen(page)).toContainText('Release the emergency stop')
})
