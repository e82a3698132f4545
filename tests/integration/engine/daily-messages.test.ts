import { describe, expect, it } from 'vitest'
import type { Engine } from '../../../src/engine/engine'
import { CHANNEL_IDS } from '../../../src/shared/domain/channel'
import type { DeliveryRef } from '../../../src/shared/domain/delivery'
import { heldRun } from '../../support/engine/held-run'
import { campaignRecord, contactRecords, idOf, phoneOf } from '../../support/engine/records'
import { DAY_MS, TestClock } from '../../support/engine/test-clock'
import { openEngine, prepare, startEngine } from '../../support/engine/test-engine'
import { accept, chosenBy, closeWithoutAnswer, status } from '../../support/gateway/gateway-answers'
import { addressIn } from '../../support/gateway/recording-gateway'

const contacts = contactRecords(3).map((contact, index) =>
  index === 2 ? { ...contact, telegram_username: '' } : contact
)
const campaign = campaignRecord(1, {
  contacts: contacts.map(({ _id }) => _id),
  flow: ['whatsapp', 'telegram'],
  policies: { error_threshold: { errors: 0, percent: 0, in_a_row: 0 } }
})
const swallowed: readonly DeliveryRef[] = [
  { contact_id: idOf(2), channel: 'whatsapp' },
  { contact_id: idOf(2), channel: 'telegram' }
]

/** Refuses the first number, swallows what goes to the second person, accepts the rest. */
const mixed = chosenBy((request) => {
  const to = addressIn(request)
  if (to === phoneOf(1)) return status(400, { success: false })
  return to === phoneOf(2) || to.endsWith('contact_2') ? closeWithoutAnswer : accept
})

/** Noon in UTC: no test may cross midnight. */
function noonClock(): TestClock {
  const clock = new TestClock()
  clock.jump(DAY_MS / 2 - (clock.nowMs() % DAY_MS))
  return clock
}

/** All channels together, day by day: sent, failed, unknown, skipped. */
const totals = async (engine: Engine, days = 2) =>
  (await engine.dailyMessages.of(days, 'UTC')).map(({ by_channel }) =>
    (['sent', 'failed', 'unknown', 'skipped'] as const).map((state) =>
      CHANNEL_IDS.reduce((sum, channel) => sum + by_channel[channel][state], 0)
    )
  )

const NOTHING = [0, 0, 0, 0]

describe('the messages of the last days', () => {
  it('say what became of each delivery, follow the operator’s word, and are the same after a restart', async () => {
    const clock = noonClock()
    const { folder, gateway } = await prepare({ contacts, campaigns: [campaign], answer: () => mixed })
    const first = await openEngine(folder, { clock })
    await first.engine.start()
    expect(await totals(first.engine)).toEqual([NOTHING, NOTHING])
    const { summary } = await first.runToEnd(campaign._id)
    expect(summary.counts).toMatchObject({ sent: 2, failed: 1, unknown: 2, skipped: 1 })
    expect(await totals(first.engine)).toEqual([NOTHING, [2, 1, 2, 1]])

    gateway.answer = () => accept
    clock.pass(DAY_MS)
    const [arrived, again] = swallowed
    if (arrived === undefined || again === undefined) throw new Error('Nothing was swallowed')
    await first.engine.settleUnknown(summary.id, [arrived], 'arrived')
    // It went out yesterday, whenever somebody found out.
    expect(await totals(first.engine)).toEqual([[3, 1, 1, 1], NOTHING])
    await first.engine.settleUnknown(summary.id, [again], 'again')
    await first.until(() => first.run(summary.id).counts.sent === 4, 'it was sent again')
    await first.finished(summary.id)
    const known = [
      [3, 1, 0, 1],
      [1, ...NOTHING.slice(1)]
    ]
    expect(await totals(first.engine)).toEqual(known)
    await first.engine.stop()

    const second = await openEngine(folder, { clock })
    await second.engine.start()
    expect(await totals(second.engine)).toEqual(known)
    expect(await totals(second.engine, 3)).toEqual([NOTHING, ...known])
  })

  it('hold what is over of a run that is still open', async () => {
    const { engine, running, runId, release } = await heldRun({ people: 5, concurrency: 2 })
    // The run may cross midnight, so the last two days are taken together.
    const sent = async () => (await totals(engine)).reduce((sum, [count = 0]) => sum + count, 0)
    expect(await sent()).toBe(0)
    await engine.runs.pause(runId, '')
    release()
    await running.until(() => running.run(runId).counts.sent === 2, 'what was under way is recorded')
    expect(await sent()).toBe(2)
    await engine.resumeRun(runId, '')
    await running.finished(runId)
    expect(await sent()).toBe(5)
  })

  it('are of practice runs while the practice gateway is chosen, and never of both', async () => {
    const { engine, running } = await startEngine(
      { contacts, campaigns: [campaign], answer: () => mixed },
      { clock: noonClock() }
    )
    await running.runToEnd(campaign._id)
    expect(await totals(engine, 1)).toEqual([[2, 1, 2, 1]])
    await engine.saveSettings({ ...engine.settings.value, gateway: 'practice' })
    expect(await totals(engine, 1)).toEqual([NOTHING])
    await running.runToEnd(campaign._id)
    expect(await totals(engine, 1)).toEqual([[5, 0, 0, 1]])
    await engine.saveSettings({ ...engine.settings.value, gateway: 'custom' })
    expect(await totals(engine, 1)).toEqual([[2, 1, 2, 1]])
  })
})
