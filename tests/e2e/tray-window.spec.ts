import { expect, type Locator } from '@playwright/test'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sandboxFlags } from '../../scripts/launch/sandbox.mjs'
import { numbersInConsole } from '../support/app/console-page'
import { atStep, editCampaign, goToStep, messageField, nameField, newCampaign } from '../support/app/editor'
import { electronPath, type LaunchOptions, type Loa } from '../support/app/launch-loa'
import { openPage, PAGE_NAMES } from '../support/app/pages'
import { sayLines } from '../support/app/say-lines'
import '../support/app/sample'
import { TestFolder } from '../support/engine/data-folder'
import {
  activeCampaign,
  campaignRecord,
  contactRecords,
  scheduleFromNow,
  settingsFor
} from '../support/engine/records'
import { accept, Held } from '../support/gateway/gateway-answers'
import { processTree } from '../support/soak/process-tree'
import {
  answerLate,
  closeForGood,
  countQuestions,
  keptInSpiteOf,
  openedAnew,
  givenUpAfter
} from '../support/tray/given-up'
import { test as base } from '../support/tray/tray-test'
import { closeWindow, windowState } from '../support/tray/window-state'

interface Fixtures {
  /** Loa beside a tray, with a window that is given up soon after it was closed. */
  readonly startInTray: (options?: Partial<LaunchOptions>) => Promise<Loa>
}

const test = base.extend<Fixtures>({
  startInTray: async ({ start, busEnv, tray }, use) => {
    await use(async ({ env, ...options } = {}) => {
      const loa = await start({ ...options, env: { ...busEnv, ...givenUpAfter(300), ...env } })
      await tray.icon()
      return loa
    })
  }
})

const CONTACTS = contactRecords(12)
const DUE_MS = 12_000

async function writeCampaign(dataDir: string, changes: Parameters<typeof activeCampaign>[1] = {}) {
  const folder = new TestFolder(dataDir)
  await folder.writeContacts(CONTACTS)
  await folder.writeCampaigns([
    activeCampaign(1, { name: 'Morning greeting', contacts: CONTACTS.map(({ _id }) => _id), ...changes })
  ])
  return folder
}

const pageProcesses = async ({ process: main }: Loa) =>
  (await processTree(main.pid ?? 0)).filter(({ type }) => type === 'renderer').length

/** Starts the app once more, as somebody does who cannot find its window. */
async function startAgain({ dataDir }: Loa, env: Record<string, string>): Promise<void> {
  const args = [...sandboxFlags(), process.cwd(), `--data-dir=${dataDir}`]
  const child = spawn(electronPath(), args, { env: { ...process.env, ...env }, stdio: 'ignore' })
  expect(await once(child, 'exit')).toEqual([0, null])
}

test('a window in the tray is given up with its process; campaigns go out, and it comes back to the same place with what it missed', async ({
  startInTray,
  gateway,
  dataDir,
  tray
}) => {
  const folder = await writeCampaign(dataDir, { schedule_settings: scheduleFromNow(DUE_MS) })
  await folder.writeSettings(settingsFor(gateway))
  const loa = await startInTray()
  await openPage(loa.page, 'Console')
  await loa.page.getByRole('searchbox').fill('line')
  await closeForGood(loa)
  expect(await pageProcesses(loa)).toBe(0)

  await sayLines(loa.app, { to: 1_500 })
  await gateway.until(() => gateway.messages.length === 36, 'the campaign is sent', 60_000)
  const page = await openedAnew(loa, () => tray.activate())
  await expect(page.getByRole('heading', { level: 1, name: 'Console' })).toBeVisible()
  await expect(page.getByRole('searchbox')).toHaveValue('line')
  await expect
    .poll(async () => (await numbersInConsole(loa.app)).filter((number) => number > 0))
    .toEqual(Array.from({ length: 1_500 }, (_, index) => index + 1))
  await openPage(page, 'Runs')
  await expect(page.getByText('Morning greeting').first()).toBeVisible()
  expect(new Set(gateway.messages.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(36)
  expect(gateway.messages).toHaveLength(36)
  // It was wanted: nobody is to look for a crash.
  expect(await folder.text('logs/scheduler.log')).not.toContain('process is gone')
})

test('every page is found again as it was left, the window where it was, with the focus in it', async ({
  startInTray,
  tray
}) => {
  test.setTimeout(180_000)
  const loa = await startInTray()
  let page = loa.page
  const look = () =>
    loa.app.evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[0]
      return {
        bounds: window?.getBounds(),
        zoom: window?.webContents.getZoomLevel(),
        focused: window?.isFocused() === true && window.webContents.isFocused()
      }
    })
  await loa.app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0]
    window?.setBounds({ x: 60, y: 50, width: 1100, height: 700 })
    window?.webContents.setZoomLevel(1)
  })
  for (const name of PAGE_NAMES) {
    await openPage(page, name)
    await closeForGood(loa)
    page = await openedAnew(loa, () => tray.activate())
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  }
  await expect
    .poll(look)
    .toEqual({ bounds: { x: 60, y: 50, width: 1100, height: 700 }, zoom: 1, focused: true })
})

test('a campaign, a run and what was chosen to see of it are found again', async ({
  startInTray,
  gateway,
  dataDir,
  tray
}) => {
  const folder = await writeCampaign(dataDir, { status: 'draft' })
  await folder.writeSettings(settingsFor(gateway))
  const loa = await startInTray()
  await editCampaign(loa.page, 'Morning greeting')
  await goToStep(loa.page, 'Schedule')
  await closeForGood(loa)
  const page = await openedAnew(loa, () => tray.activate())
  await atStep(page, 'Schedule')
  await expect(page.getByRole('heading', { level: 1, name: 'Morning greeting' })).toBeVisible()

  const runId = await page.evaluate(async (id) => {
    const plan = await window.loa.prepareManualRun(id)
    if (!plan.ok) throw new Error(plan.error.code)
    const run = await window.loa.runNow(id, plan.value.run_id)
    return run.ok ? run.value.id : ''
  }, campaignRecord(1)._id)
  expect(runId).not.toBe('')
  await openPage(page, 'Runs')
  await page
    .getByRole('button', { name: /Morning greeting/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1, name: 'Morning greeting' })).toBeVisible()
  await page.getByRole('tab').last().click()
  await closeForGood(loa)
  const again = await openedAnew(loa, () => tray.activate())
  await expect(again.getByRole('heading', { level: 1, name: 'Morning greeting' })).toBeVisible()
  await expect(again.getByRole('tab').last()).toHaveAttribute('aria-selected', 'true')
  // Another run begins as always.
  await openPage(again, 'Runs')
  await again
    .getByRole('button', { name: /Morning greeting/ })
    .first()
    .click()
  await expect(again.getByRole('tab').first()).toHaveAttribute('aria-selected', 'true')
})

test('a list and a page are found again where they were scrolled to, the console at its end', async ({
  startInTray,
  dataDir,
  tray
}) => {
  await new TestFolder(dataDir).writeContacts(contactRecords(300))
  const loa = await startInTray()
  let page = loa.page
  const list = () => page.getByRole('main').locator('div:has(> [role=table])')
  const settings = () => page.getByRole('main').locator('[data-scroll=body]')
  const console = () => page.getByRole('listbox', { name: 'Log lines' })
  const topOf = (scrolled: Locator) => scrolled.evaluate((element) => element.scrollTop)
  const comeBack = async () => {
    await closeForGood(loa)
    page = await openedAnew(loa, () => tray.activate())
  }

  await openPage(page, 'Contacts')
  await expect(page.getByRole('row').nth(5)).toBeVisible()
  await list().evaluate((element) => element.scrollTo({ top: 4_000 }))
  await comeBack()
  await expect.poll(() => topOf(list())).toBe(4_000)
  // Another visit begins at the top.
  await openPage(page, 'Overview')
  await openPage(page, 'Contacts')
  await expect(page.getByRole('row').nth(5)).toBeVisible()
  expect(await topOf(list())).toBe(0)

  await openPage(page, 'Settings')
  await settings().evaluate((element) => element.scrollTo({ top: 900 }))
  await comeBack()
  await expect.poll(() => topOf(settings())).toBe(900)

  await openPage(page, 'Console')
  await sayLines(loa.app, { to: 200 })
  await expect(page.getByText('line 200')).toBeVisible()
  await comeBack()
  await expect(page.getByText('line 200')).toBeVisible()
  await sayLines(loa.app, { from: 201, to: 300 })
  await expect(page.getByText('line 300')).toBeVisible()
  await console().evaluate((element) => element.scrollTo({ top: 520 }))
  await comeBack()
  await expect.poll(() => topOf(console())).toBe(520)
})

test('what is typed and not saved keeps the window; it goes when that is saved or given up', async ({
  startInTray,
  dataDir,
  tray
}) => {
  await writeCampaign(dataDir)
  const loa = await startInTray()
  let page = loa.page
  await countQuestions(page)

  await newCampaign(page)
  await nameField(page).fill('Tea at four')
  await messageField(page).fill('Come to tea')
  await closeWindow(loa)
  await keptInSpiteOf(loa, page)
  await tray.activate()
  await expect.poll(() => windowState(loa)).toBe('shown')
  await expect(messageField(page)).toHaveValue('Come to tea')

  await openPage(page, 'Settings')
  await page.evaluate(() => document.body.removeAttribute('data-questions'))
  await page.getByRole('radio', { name: 'Custom gateway' }).check()
  await closeWindow(loa)
  await keptInSpiteOf(loa, page)
  await tray.activate()
  await expect.poll(() => windowState(loa)).toBe('shown')
  await page.getByRole('button', { name: 'Discard', exact: true }).click()
  await closeForGood(loa)

  page = await openedAnew(loa, () => tray.activate())
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
  // The draft has been on the disk all along.
  await openPage(page, 'Campaigns')
  await expect(page.getByText('Tea at four')).toBeVisible()
})

test('an open import, an open dialog and a choice of people keep the window', async ({
  startInTray,
  dataDir,
  tray
}) => {
  await writeCampaign(dataDir)
  const file = join(dataDir, 'people.csv')
  await writeFile(file, 'Name,Phone\nAn,0901234567\n')
  const loa = await startInTray()
  const { page } = loa
  await countQuestions(page)
  const keeps = async () => {
    await page.evaluate(() => document.body.setAttribute('data-questions', '0'))
    await closeWindow(loa)
    await keptInSpiteOf(loa, page)
    await tray.activate()
    await expect.poll(() => windowState(loa)).toBe('shown')
  }

  await openPage(page, 'Contacts')
  await page.getByRole('button', { name: 'Add contact' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await keeps()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()

  await page.getByRole('checkbox').nth(1).check()
  await keeps()
  await page.getByRole('checkbox').nth(1).uncheck()

  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await page.locator('input[type=file]').setInputFiles(file)
  await expect(page.getByRole('table').first()).toBeVisible()
  await keeps()
  await openPage(page, 'Contacts')
  await closeForGood(loa)
})

test('who wants the window while it is given up, or in the very moment, gets it', async ({ startInTray }) => {
  test.setTimeout(120_000)
  const afterMs = 20
  const loa = await startInTray({ env: givenUpAfter(afterMs) })
  /** Closes the window and wants it again, so many milliseconds later or as it is destroyed. */
  const closeAndWant = (when: number | 'destroyed') =>
    loa.app.evaluate(
      ({ app, BrowserWindow }, when) =>
        new Promise<void>((resolve) => {
          const [window] = BrowserWindow.getAllWindows()
          const want = () => resolve(void app.emit('second-instance'))
          if (when === 'destroyed') window?.once('closed', want)
          else window?.once('hide', () => setTimeout(want, when))
          window?.close()
        }),
      when
    )
  for (const when of ['destroyed' as const, ...Array.from({ length: 12 }, (_, step) => afterMs - 2 + step)]) {
    await closeAndWant(when)
    await expect.poll(() => windowState(loa), String(when)).toBe('shown')
    // It is one that works, not one that is about to go.
    await expect
      .poll(() =>
        loa.app.evaluate(({ BrowserWindow }) =>
          BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
            'document.querySelector("nav")?.childElementCount ?? 0'
          )
        )
      )
      .toBeGreaterThan(0)
    expect(await loa.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  }
})

test('a page that never says that it is drawn is shown as it is: whoever wants the window sees one', async ({
  startInTray,
  tray
}) => {
  const loa = await startInTray()
  await closeForGood(loa)
  await answerLate(loa, 'takeLeftView', 3_600_000)
  await tray.activate()
  await expect.poll(() => windowState(loa)).toBe('shown')
  expect(
    await loa.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.body.innerText')
    )
  ).toBe('')
})

test('a second start brings the window back, and so do macOS and the tray', async ({
  startInTray,
  busEnv
}) => {
  const loa = await startInTray()
  await openPage(loa.page, 'Health')
  await closeForGood(loa)
  const second = await openedAnew(loa, () => startAgain(loa, busEnv))
  await expect(second.getByRole('heading', { level: 1, name: 'Health' })).toBeVisible()
  await expect.poll(() => windowState(loa)).toBe('shown')
  await closeForGood(loa)
  const activated = await openedAnew(loa, () => loa.app.evaluate(({ app }) => app.emit('activate')))
  await expect(activated.getByRole('heading', { level: 1, name: 'Health' })).toBeVisible()
})

test('a notification opens the run that it tells of, and Quit asks, in a window that is made for it', async ({
  startInTray,
  notifications,
  gateway,
  dataDir,
  tray
}) => {
  const held = new Held()
  gateway.answer = ({ method }) => (method === 'POST' ? held.answer : accept)
  const folder = await writeCampaign(dataDir, { status: 'draft' })
  await folder.writeSettings(settingsFor(gateway))
  const loa = await startInTray()
  await loa.page.evaluate(async (id) => {
    const plan = await window.loa.prepareManualRun(id)
    if (plan.ok) await window.loa.runNow(id, plan.value.run_id)
  }, campaignRecord(1)._id)
  await gateway.until(() => held.count > 0, 'requests in flight')
  await openPage(loa.page, 'Practice inbox')
  await closeForGood(loa)

  const asked = await openedAnew(loa, () => tray.click('Quit Loa'))
  const question = asked.getByRole('dialog', { name: 'Quit while a run is running?' })
  await expect(question).toBeVisible()
  await question.getByRole('button', { name: 'Keep running' }).click()
  await expect(question).toBeHidden()
  await closeForGood(loa)

  // Where the operator was before must not win over where they want to go, whichever is known first.
  await answerLate(loa, 'takeLeftView', 500)
  await tray.click('Emergency stop')
  held.release()
  const told = () => notifications.events.filter(({ title }) => title === 'A run is paused')
  await notifications.until(() => told().length > 0, 'a notification')
  const page = await openedAnew(loa, () => {
    notifications.tell(`click ${told()[0]?.id ?? 0}`)
    return Promise.resolve()
  })
  await expect(page.getByRole('heading', { level: 1, name: 'To decide' })).toBeVisible()
  expect(loa.process.exitCode).toBeNull()
})
