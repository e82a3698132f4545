import { expect, type Locator, type Page } from '@playwright/test'
import { writePastRuns } from '../support/app/history'
import { importFile, openWizard } from '../support/app/import-wizard'
import { atStep, goToStep } from '../support/app/editor'
import { test } from '../support/app/loa-test'
import { openPage } from '../support/app/pages'
import { typeInPalette } from '../support/app/person'
import { wordsOf } from '../support/app/words'
import { TestFolder } from '../support/engine/data-folder'
import { campaignRecord, contactRecords } from '../support/engine/records'
import '../support/app/sample'

const toast = (page: Page, text: string) =>
  page.locator('.mantine-Notification-root').filter({ hasText: text })

const days = (page: Page) => page.getByRole('textbox', { name: 'Keep runs for' })

async function saveSettings(page: Page): Promise<void> {
  await openPage(page, 'Settings')
  await days(page).fill('90')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(toast(page, 'Settings saved')).toBeVisible()
}

test('an open toast follows the language, and its way back still works', async ({ start }) => {
  const { page } = await start()
  await saveSettings(page)
  await typeInPalette(page, 'tieng viet')
  await page.keyboard.press('Enter')
  const { settings, actions } = {
    settings: wordsOf('vi', 'settings'),
    actions: wordsOf('vi', 'common').actions
  }
  await expect(toast(page, settings.saved)).toBeVisible()
  await expect(toast(page, 'Settings saved')).toHaveCount(0)
  await expect(toast(page, settings.saved).getByRole('button')).toHaveText([actions.undo, actions.close])
  await toast(page, settings.saved).getByRole('button', { name: actions.undo }).click()
  await expect(toast(page, settings.undone)).toBeVisible()
  const stored = await page.evaluate(async () => {
    const read = await window.loa.getSettings()
    return read.ok ? read.value.keep_runs_days : null
  })
  expect(stored).toBe(0)
})

test('a toast waits while it is pointed at or has the focus, and is closed by Escape, back to where the focus was', async ({
  start
}) => {
  const { page } = await start()
  await openPage(page, 'Settings')
  await page.clock.install()
  const stopped = toast(page, 'Stopped. Nothing new is sent.')
  await page.keyboard.press('Control+Shift+S')
  await stopped.hover()
  await page.clock.runFor(60_000)
  await expect(stopped).toBeVisible()
  await page.mouse.move(5, 5)
  await page.clock.runFor(5_000)
  await expect(stopped).toHaveCount(0)

  await page.evaluate(() => window.loa.setEmergencyStop(false))
  await page.keyboard.press('Control+Shift+S')
  await days(page).focus()
  await stopped.getByRole('button', { name: 'Close' }).focus()
  await page.clock.runFor(60_000)
  await expect(stopped).toBeVisible()
  await page.keyboard.press('Escape')
  await page.clock.runFor(1_000)
  await expect(stopped).toHaveCount(0)
  await expect(days(page)).toBeFocused()
})

/** Can the control be clicked where it is, without anything lying over it? */
const isFree = (control: Locator) =>
  control.evaluate((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect()
    const spots = [left + 2, (left + right) / 2, right - 2].flatMap((x) =>
      [top + 2, (top + bottom) / 2, bottom - 2].map((y) => document.elementFromPoint(x, y))
    )
    return spots.every((hit) => !hit?.closest('.mantine-Notification-root'))
  })

for (const [width, height] of [
  [900, 600],
  [1024, 640]
] as const) {
  test(`toasts cover no action of a page in a window of ${width}x${height}`, async ({ start, dataDir }) => {
    const folder = new TestFolder(dataDir)
    await folder.writeContacts(contactRecords(40))
    await folder.writeCampaigns(Array.from({ length: 20 }, (_, index) => campaignRecord(index + 1)))
    await writePastRuns(folder, [
      { name: 'Past', gateway: 'practice', atMs: Date.now() - 86_400_000, ends: { whatsapp: { sent: 30 } } }
    ])
    const { page, app } = await start()
    await app.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(...size),
      [width, height] as [number, number]
    )
    // They stay for as long as the test looks.
    await page.clock.install()
    const look = async (controls: readonly Locator[]) => {
      const before = await page.locator('.mantine-Notification-root').count()
      await page.evaluate(() => window.loa.setEmergencyStop(false))
      await page.keyboard.press('Control+Shift+S')
      await expect(page.locator('.mantine-Notification-root')).toHaveCount(Math.min(before + 1, 5))
      await page.clock.runFor(500)
      await page.evaluate(() => window.loa.setEmergencyStop(false))
      await expect(page.getByText('Emergency stop: nothing is sent')).toBeHidden()
      const all = [
        page.getByRole('button', { name: 'Emergency stop' }),
        page.getByRole('switch', { name: 'Pause all' })
      ]
      for (const control of [...all, ...controls]) {
        await expect(control.first()).toBeVisible()
        for (const each of await control.all())
          expect(await isFree(each), `${control.toString()} is free`).toBe(true)
      }
    }
    const button = (name: string | RegExp) =>
      page.getByRole('main').getByRole('button', { name, exact: true })

    await openPage(page, 'Settings')
    await days(page).fill('90')
    await look([button('Save'), button('Discard')])
    await button('Discard').click()

    await openPage(page, 'Campaigns')
    await look([button('New campaign'), button('Run now'), button(/^More actions for /)])
    // From the list that is shown: opened again, it could come back over the editor while the clock is the test's.
    await page.getByRole('button', { name: 'Edit Campaign 1', exact: true }).click()
    await atStep(page, 'Message')
    await look([button('Save'), button('Next')])
    await goToStep(page, 'Review')
    await look([button('Back')])

    await openWizard(page)
    await page
      .getByLabel('Choose a file')
      .setInputFiles(await importFile(dataDir, 'people.csv', 'first_name,phone\nAn,0901234567\n'))
    await look([button('Check the file')])

    await openPage(page, 'Runs')
    await page.getByRole('button', { name: /Past/ }).click()
    await look([page.getByRole('main').getByRole('tab')])
  })
}
