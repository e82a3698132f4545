import { expect, type Page } from '@playwright/test'
import type { Loa } from '../support/app/launch-loa'
import { test as base } from '../support/app/loa-test'
import '../support/app/sample'
import { type Bus, type Service, startBus, startService } from '../support/desktop/bus'
import { TestFolder } from '../support/engine/data-folder'
import {
  campaignRecord,
  contactRecord,
  idOf,
  type SettingsRecord,
  settingsFor
} from '../support/engine/records'
import { accept, Held } from '../support/gateway/gateway-answers'

interface Fixtures {
  readonly bus: Bus
  readonly notifications: Service
  /** Starts Loa with runs of so many campaigns that all wait for the gateway's answer. */
  readonly startRunning: (
    campaigns: number,
    settings?: Partial<SettingsRecord>,
    name?: string
  ) => Promise<Loa>
}

const test = base.extend<Fixtures>({
  bus: async ({ browserName: _browserName }, use) => {
    const bus = await startBus()
    await use(bus)
    await bus.stop()
  },
  notifications: async ({ bus }, use) => {
    const service = await startService('notification_service.py', { DBUS_SESSION_BUS_ADDRESS: bus.address })
    await use(service)
    await service.stop()
  },
  startRunning: async ({ bus, dataDir, gateway, start }, use) => {
    const held = new Held()
    gateway.answer = ({ method }) => (method === 'POST' ? held.answer : accept)
    await use(async (count, settings, name) => {
      const folder = new TestFolder(dataDir)
      const campaigns = Array.from({ length: count }, (_, index) =>
        campaignRecord(index + 1, { contacts: [idOf(1)], ...(name !== undefined && { name }) })
      )
      await folder.writeContacts([contactRecord(1)])
      await folder.writeCampaigns(campaigns)
      await folder.writeSettings(settingsFor(gateway, settings))
      const loa = await start({ env: { DBUS_SESSION_BUS_ADDRESS: bus.address } })
      for (const { _id } of campaigns) await runNow(loa.page, _id)
      await gateway.until(() => held.count === count, 'requests in flight')
      return loa
    })
    held.release()
  }
})

async function runNow(page: Page, campaignId: string): Promise<void> {
  const started = await page.evaluate(async (id) => {
    const plan = await window.loa.prepareManualRun(id)
    return plan.ok ? window.loa.runNow(id, plan.value.run_id) : plan
  }, campaignId)
  expect(started).toMatchObject({ ok: true })
}

const shown = ({ events }: Service) => events.filter(({ event }) => event === 'notified')

const isVisible = ({ app }: Loa) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isVisible()))

test('a run that is paused while the window is closed is notified; a click opens the window where it can be decided', async ({
  startRunning,
  notifications
}) => {
  const loa = await startRunning(1)
  // Handed over to whatever listens in the page already.
  await loa.page.evaluate(() => {
    window.loa.onOpenPage((page) => document.body.setAttribute('data-opened', page))
  })
  await loa.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().forEach((window) => window.close())
  )
  await expect.poll(() => isVisible(loa)).toEqual([false])
  await loa.page.evaluate(() => window.loa.setEmergencyStop(true))

  await notifications.until((events) => events.length > 1, 'a notification')
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
  await notifications.until((events) => events.length > 1, 'a notification')
  await expect
    .poll(() => loa.page.evaluate(() => window.loa.listRuns()))
    .toMatchObject({ ok: true, value: [{ status: 'paused' }, { status: 'paused' }, { status: 'paused' }] })
  expect(shown(notifications).map(({ title }) => title)).toEqual(['Một lần chạy đang tạm dừng'])
})

test('what looks like markup in a name is shown as it is', async ({ startRunning, notifications }) => {
  const loa = await startRunning(1, {}, 'Tea <b>& cake</b>')
  await loa.page.evaluate(() => window.loa.setEmergencyStop(true))
  await notifications.until((events) => events.length > 1, 'a notification')
  expect(shown(notifications).map(({ body }) => body)).toEqual([
    '“Tea &lt;b&gt;&amp; cake&lt;/b&gt;” was stopped by the emergency stop.'
  ])
})
