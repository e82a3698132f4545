import { setTimeout as wait } from 'node:timers/promises'
import { createEngine } from '../../../src/engine/engine'
import { TestFolder } from '../../support/engine/data-folder'
import { activeCampaign, contactRecords, idOf, settingsFor, wallTime } from '../../support/engine/records'
import type { FastGateway } from './fast-gateway'
import { figureOf, type Measure } from './figure'
import { median } from '../measuring'

const GRACE_MS = 10
const TIMEOUTS_A_SECOND = 8
const nowMs = (): number => performance.timeOrigin + performance.now()

/** Campaigns due second after second, with nothing else to do: how late each one's first request is at the gateway. */
export const firstRequestOn =
  (gateway: FastGateway): Measure =>
  async ({ folder: path, size }) => {
    const count = size(12, 3)
    const folder = new TestFolder(path)
    const firstMs = Math.ceil((nowMs() + 3_000) / 1_000) * 1_000
    const dueMs = Array.from({ length: count }, (_, number) => firstMs + number * 1_000)
    await folder.writeContacts(contactRecords(1))
    await folder.writeSettings(settingsFor({ url: gateway.url, callUrl: `${gateway.url}/call` }))
    await folder.writeCampaigns(
      dueMs.map((ms, number) =>
        activeCampaign(number + 1, {
          contacts: [idOf(1)],
          flow: ['whatsapp'],
          schedule_settings: { frequency: 'once', start_time: wallTime(ms), timezone: 'UTC' }
        })
      )
    )
    await gateway.answerAfter(0)
    const engine = await createEngine({ folder: path })
    await engine.start()
    const timeouts = await timeoutsBetween(dueMs)
    await wait(dueMs.at(-1)! + 500 - nowMs())
    const { atMs } = await gateway.seen()
    await engine.stop()
    if (atMs.length !== count) throw new Error(`${atMs.length} requests instead of ${count}`)
    const lateMs = atMs.map((ms, number) => ms - dueMs[number]!)
    const worst = timeouts.reduce((a, b) => Math.max(a, b))
    return { '': figureOf([median(lateMs)], [worst + GRACE_MS], 'ms') }
  }

/** Timeouts in the halves of the seconds in which nothing is due: by how much they are late. */
async function timeoutsBetween(dueMs: readonly number[]): Promise<number[]> {
  const timeouts = dueMs.flatMap((ms) =>
    Array.from({ length: TIMEOUTS_A_SECOND }, async (_, number) => {
      const atMs = ms - 600 + number * 50
      await wait(Math.ceil(atMs - nowMs()))
      return nowMs() - atMs
    })
  )
  return Promise.all(timeouts)
}
