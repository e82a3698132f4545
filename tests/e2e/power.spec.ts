import { expect } from '@playwright/test'
import type { Settings } from '../../src/shared/domain/settings'
import { test as base } from '../support/app/loa-test'
import { movableClock } from '../support/app/movable-clock'
import { activeCampaign as sampleCampaign } from '../support/app/sample'
import { type Bus, type Service, startBus, startService } from '../support/desktop/bus'
import { TestFolder } from '../support/engine/data-folder'
import { activeCampaign, contactRecord, idOf, scheduleFromNow, settingsFor } from '../support/engine/records'
import type { RecordingGateway } from '../support/gateway/recording-gateway'
import { accept, Held } from '../support/gateway/gateway-answers'

interface Fixtures {
  readonly bus: Bus
  /** The desktop's power manager. */
  readonly power: Service
  /** The system's word on sleep. */
  readonly sleep: Service
}

const test = base.extend<Fixtures>({
  bus: async ({ browserName: _browserName }, use) => {
    const bus = await startBus()
    await use(bus)
    await bus.stop()
  },
  power: async ({ bus }, use) => {
    const service = await startService('power_service.py', { DBUS_SESSION_BUS_ADDRESS: bus.address })
    await use(service)
    await service.stop()
  },
  sleep: async ({ bus }, use) => {
    const service = await startService('sleep_service.py', { DBUS_SYSTEM_BUS_ADDRESS: bus.address })
    await use(service)
    await service.stop()
  }
})

test('the computer is kept awake exactly while a run works', async ({
  bus,
  power,
  start,
  gateway,
  dataDir
}) => {
  const held = new Held()
  gateway.answer = ({ method }) => (method === 'POST' ? held.answer : accept)
  const folder = new TestFolder(dataDir)
  const contacts = [contactRecord(1), contactRecord(2)]
  await folder.writeContacts(contacts)
  await folder.writeCampaigns([
    activeCampaign(1, {
      contacts: [idOf(1), idOf(2)],
      flow: ['whatsapp'],
      schedule_settings: scheduleFromNow(5_000)
    })
  ])
  await folder.writeSettings(settingsFor(gateway))
  const seen = () => power.events.slice(1).map(({ event }) => event)

  const { page } = await start({
    env: { DBUS_SESSION_BUS_ADDRESS: bus.address, XDG_CURRENT_DESKTOP: 'XFCE' }
  })
  expect(seen()).toEqual([])
  await gateway.until(() => held.count > 0, 'a request in flight', 30_000)
  await expect.poll(seen).toEqual(['kept_awake'])

  const runs = await page.evaluate(() => window.loa.listRuns())
  const [run] = runs.ok ? runs.value : []
  await page.evaluate((id) => window.loa.pauseRun(id, ''), run?.id ?? '')
  expect(seen()).toEqual(['kept_awake'])
  held.release()
  await expect.poll(seen).toEqual(['kept_awake', 'may_sleep'])
})

const NINE = Date.parse('2026-03-10T09:00:00Z')
const HOURS_13 = 13 * 3_600_000

/** Stays open to questions when the page does not: Chromium closes its connections when it is told of a sleep. */
async function clockHold(dataDir: string): Promise<Settings['clock_hold']> {
  const { settings } = (await new TestFolder(dataDir).json('settings.json')) as { settings: Settings }
  return settings.clock_hold
}

const messagesTo = ({ requests }: RecordingGateway) => requests.filter(({ method }) => method === 'POST')

test('a sleep of many hours that the system reports is no wrong clock', async ({
  bus,
  sleep,
  start,
  gateway,
  dataDir
}) => {
  const clock = movableClock(dataDir, NINE - 60_000)
  const { page } = await start({
    env: { ...clock.env, DBUS_SYSTEM_BUS_ADDRESS: bus.address, TZ: 'UTC' }
  })
  await sampleCampaign(page, { gatewayUrl: gateway.url, startTime: '2026-03-10T22:00:00' })
  await sleep.until((events) => events.some(({ event }) => event === 'inhibited'), 'Loa hears of sleep')

  sleep.tell('suspend')
  clock.moveTo(NINE + HOURS_13 - 4_000)
  sleep.tell('resume')
  await gateway.until(() => messagesTo(gateway).length === 3, 'the campaign after the sleep', 30_000)
  expect(await clockHold(dataDir)).toBe(null)
})

test('a jump that nobody explains holds all sending, until the word of the sleep comes late', async ({
  bus,
  sleep,
  start,
  gateway,
  dataDir
}) => {
  const clock = movableClock(dataDir, NINE - 60_000)
  const { page } = await start({
    env: { ...clock.env, DBUS_SYSTEM_BUS_ADDRESS: bus.address, TZ: 'UTC' }
  })
  await sampleCampaign(page, { gatewayUrl: gateway.url, startTime: '2026-03-10T22:00:00' })
  await sleep.until((events) => events.some(({ event }) => event === 'inhibited'), 'Loa hears of sleep')

  clock.moveTo(NINE + HOURS_13 - 4_000)
  await expect.poll(() => clockHold(dataDir)).not.toBe(null)
  expect(messagesTo(gateway)).toEqual([])
  sleep.tell('resume')
  await gateway.until(() => messagesTo(gateway).length === 3, 'the campaign after the sleep', 30_000)
  expect(await clockHold(dataDir)).toBe(null)
})
