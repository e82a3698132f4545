import { changeSettings } from '../support/app/change-settings'
import { perChannel } from '../../src/shared/domain/channel'
import { expect, type Page } from '@playwright/test'
import type { Loa } from '../support/app/launch-loa'
import '../support/app/sample'
import type { Service } from '../support/desktop/bus'
import { TestFolder } from '../support/engine/data-folder'
import {
  campaignRecord,
  contactRecord,
  idOf,
  type SettingsRecord,
  settingsFor
} from '../support/engine/records'
import { accept, Held, status } from '../support/gateway/gateway-answers'
import type { RecordingGateway } from '../support/gateway/recording-gateway'
import { test as base } from '../support/tray/tray-test'

interface Fixtures {
  /** The answers of the gateway, kept back. */
  readonly held: Held
  /** Starts Loa with runs of so many campaigns that all wait for the gateway's answer. */
  readonly startRunning: (
    campaigns: number,
    settings?: Partial<SettingsRecord>,
    name?: string
  ) => Promise<Loa>
}

/** What has no limit goes out 32 at a time, on each of three channels. */
const MOST_HELD = 3 * 32

const test = base.extend<Fixtures>({
  held: async ({ browserName: _browserName }, use) => {
    const held = new Held()
    await use(held)
    held.release()
  },
  startRunning: async ({ busEnv, dataDir, gateway, held, start }, use) => {
    gateway.answer = ({ method }) => (method === 'POST' ? held.answer : accept)
    await use(async (count, settings, name) => {
      const folder = new TestFolder(dataDir)
      const campaigns = Array.from({ length: count }, (_, index) =>
        campaignRecord(index + 1, { contacts: [idOf(1)], ...(name !== undefined && { name }) })
      )
      await folder.writeContacts([contactRecord(1)])
      await folder.writeCampaigns(campaigns)
      // Longer than it takes to start them all: a request that is given up makes way for the next.
      const timeouts_s = perChannel(() => 60)
      await folder.writeSettings(settingsFor(gateway, { timeouts_s, ...settings }))
      const loa = await start({ env: busEnv })
      for (const { _id } of campaigns) await runNow(loa.page, _id)
      await gateway.until(() => held.count >= Math.min(count, MOST_HELD), 'requests in flight')
      return loa
    })
  }
})

const refusal = status(400, { success: false })
const refuse: RecordingGateway['answer'] = ({ method }) => (method === 'POST' ? refusal : accept)

/** A run that is told to be over may hold its campaign for a moment more. */
async function runNow(page: Page, campaignId: string): Promise<void> {
  const start = () =>
    page.evaluate(async (id) => {
      const plan = await window.loa.prepareManualRun(id)
      return plan.ok ? window.loa.runNow(id, plan.value.run_id) : plan
    }, campaignId)
  await expect.poll(start).toMatchObject({ ok: true })
}

/** Without the word that comes with the first closing of the window. */
const shown = ({ events }: Service) =>
  events.filter(({ event, title }) => event === 'notified' && title !== 'Loa goes on in the tray')

const isVisible = ({ app }: Loa) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isVisible()))

test('a run that is paused while the window is closed is notified; a click opens the window where it can be decided', async ({
  startRunning,
  notifications,
  tray: _tray
}) => {
  const loa = await startRunning(1)
  // Handed over to whatever listens in the page already.
  await loa.page.evaluate(() => {
    window.loa.onOpenPage(({ page }) => document.body.setAttribute('data-opened', page))
  })
  await loa.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().forEach((window) => window.close())
  )
  await expect.poll(() => isVisible(loa)).toEqual([false])
  await loa.page.evaluate(() => window.loa.setEmergencyStop(true))

  await notifications.until(() => shown(notifications).length > 0, 'a notification')
  expect(shown(notifications)).toMatchObject([
    { title: 'A run is paused', body: '“Campaign 1” was stopped by the emergency stop.' }
  ])
  expect(await isVisible(loa)).toEqual([false])
  notifications.tell(`click ${shown(notifications)[0]?.id ?? 0}`)
  await expect.poll(() => isVisible(loa)).toEqual([true])
  await expect(loa.page.locator('body')).toHaveAttribute('data-opened', 'attention')
})

test('several at once are one notification, in the language of the operator', async ({
  startRunning,
  notifications
}) => {
  const loa = await startRunning(3, { language: 'vi' })
  await loa.page.evaluate(() => window.loa.setEmergencyStop(true))
  await notifications.until(() => shown(notifications).length > 0, 'a notification')
  await expect
    .poll(() => loa.page.evaluate(() => window.loa.listRuns()))
    .toMatchObject({ ok: true, value: [{ status: 'paused' }, { status: 'paused' }, { status: 'paused' }] })
  expect(shown(notifications).map(({ title }) => title)).toEqual(['Một lần chạy đang tạm dừng'])
})

test('what looks like markup in a name is shown as it is', async ({ startRunning, notifications }) => {
  const loa = await startRunning(1, {}, 'Tea <b>& cake</b>')
  await loa.page.evaluate(() => window.loa.setEmergencyStop(true))
  await notifications.until(() => shown(notifications).length > 0, 'a notification')
  expect(shown(notifications).map(({ body }) => body)).toEqual([
    '“Tea &lt;b&gt;&amp; cake&lt;/b&gt;” was stopped by the emergency stop.'
  ])
})

test('a run that failed is told with its counts, and a click opens the run', async ({
  notifications,
  startRunning,
  held,
  gateway
}) => {
  const loa = await startRunning(1)
  await loa.page.evaluate(() => {
    window.loa.onOpenPage((to) => document.body.setAttribute('data-opened', JSON.stringify(to)))
  })
  gateway.answer = refuse
  held.release(1)
  held.release(held.count, refusal)
  await notifications.until(() => shown(notifications).length > 0, 'a notification')
  expect(shown(notifications)).toMatchObject([
    { title: 'A run did not go all well', body: '“Campaign 1”: 1 sent, 2 failed.' }
  ])
  notifications.tell(`click ${shown(notifications)[0]?.id ?? 0}`)
  await expect(loa.page.getByRole('heading', { level: 1, name: 'Campaign 1' })).toBeVisible()
  await expect(loa.page.locator('body')).toHaveAttribute('data-opened', /"state":"failed"/)
})

test('a hundred runs that fail at once are one notification', async ({
  notifications,
  startRunning,
  held,
  gateway
}) => {
  await startRunning(100)
  gateway.answer = refuse
  held.release(held.count, refusal)
  const said = () => shown(notifications).filter(({ title }) => title === 'A run did not go all well')
  await notifications.until(
    () => said().at(-1)?.body === '100 runs ended with messages that failed or may have arrived.',
    'all of them in one notification',
    60_000
  )
  // Whatever was told before the last of them was over has made way.
  const closed = notifications.events.filter(({ event }) => event === 'closed').map(({ id }) => id)
  expect(said().filter(({ id }) => !closed.includes(id))).toHaveLength(1)
  expect(said().length).toBeLessThan(4)
})

test('nothing is said of what was switched off, nor of a run that went well', async ({
  notifications,
  startRunning,
  held,
  gateway
}) => {
  const { page } = await startRunning(1, { notifications: { run_failed: false } })
  const finished = (count: number) =>
    expect
      .poll(async () => {
        const runs = await page.evaluate(() => window.loa.listRuns())
        return runs.ok && runs.value.filter(({ status }) => status === 'finished').length
      })
      .toBe(count)
  gateway.answer = refuse
  held.release()
  await finished(1)

  await changeSettings(page, ({ notifications: wanted }) => ({
    notifications: { ...wanted, run_failed: true }
  }))
  gateway.answer = () => accept
  await runNow(page, idOf(0xca_0001))
  await finished(2)
  gateway.answer = refuse
  await runNow(page, idOf(0xca_0001))
  await notifications.until(() => shown(notifications).length > 0, 'a notification')
  expect(shown(notifications).map(({ body }) => body)).toEqual(['“Campaign 1”: 3 failed.'])
})
