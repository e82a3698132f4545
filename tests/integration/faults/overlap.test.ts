import { describe, expect, it } from 'vitest'
import { accept, Held, truncatedJson } from '../../support/gateway/gateway-answers'
import {
  activeCampaign,
  type CampaignRecord,
  contactRecords,
  limitsOf,
  scheduleFromNow
} from '../../support/engine/records'
import { sleep } from '../../support/engine/sleeping-laptop'
import { DAY_MS, TestClock } from '../../support/engine/test-clock'
import { openEngine, prepare, startEngine } from '../../support/engine/test-engine'

const contacts = contactRecords(4)
const everybody = contacts.map(({ _id }) => _id)

/** A daily campaign whose first run is held at the gateway while its next slot comes. */
async function overlapping(overlap: NonNullable<CampaignRecord['policies']>['overlap']) {
  const clock = new TestClock()
  const held = new Held()
  const campaign = activeCampaign(1, {
    contacts: everybody,
    flow: ['whatsapp'],
    schedule_settings: scheduleFromNow(-2_000, { frequency: 'daily' }),
    policies: { overlap, catch_up_window_min: 10_080 }
  })
  const { folder, gateway } = await prepare({
    contacts,
    campaigns: [campaign],
    answer: () => held.answer,
    settings: { limits: limitsOf(1), timeouts_s: { whatsapp: 60 } }
  })
  const running = await openEngine(folder, { clock })
  await running.engine.start()
  await gateway.until(() => held.count === 1, 'the first run is under way')
  const [first] = running.runs
  sleep(clock, running, DAY_MS)
  const release = () => {
    gateway.answer = () => accept
    held.release()
  }
  return { campaign, folder, gateway, running, release, firstId: first?.id ?? '', clock }
}

describe('design, Overlap: a slot that is due while a run of the campaign is open', () => {
  it('"skip": it is recorded, with a card, and the open run goes on', async () => {
    const { running, release, firstId, gateway } = await overlapping('skip')
    await running.until(() => running.runs.length === 2, 'the slot is settled')
    expect(running.runs[0]).toMatchObject({ status: 'missed', missed_reason: 'overlap' })
    release()
    expect((await running.finished(firstId)).counts.sent).toBe(4)
    expect(gateway.messages).toHaveLength(4)
  })

  it('"buffer_one": it is stored and starts when the other run is over', async () => {
    const { running, release, firstId, gateway } = await overlapping('buffer_one')
    await running.until(() => running.runs.length === 2, 'the slot is stored')
    const [second] = running.runs
    expect(second?.status).toBe('buffered')
    expect(gateway.messages).toHaveLength(1)
    release()
    await running.finished(firstId)
    await running.finished(second?.id)
    expect(gateway.messages).toHaveLength(8)
    const firstOfSecond = gateway.messages.findIndex(({ idempotencyKey }) =>
      idempotencyKey.startsWith(second?.id ?? '-')
    )
    expect(firstOfSecond).toBe(4)
  })

  it('"buffer_one" survives a restart', async () => {
    const { running, release, firstId, gateway, folder, clock } = await overlapping('buffer_one')
    await running.until(() => running.runs.length === 2, 'the slot is stored')
    const secondId = running.runs[0]?.id ?? ''
    const stopped = running.engine.stop()
    release()
    await stopped
    const again = await openEngine(folder, { clock })
    await again.engine.start()
    await again.finished(firstId)
    await again.finished(secondId)
    expect(gateway.messages).toHaveLength(8)
    expect(new Set(gateway.messages.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(8)
  })

  it('"cancel_running": the open run is ended, and the new one starts when nothing of it is in flight', async () => {
    const { running, release, firstId, gateway } = await overlapping('cancel_running')
    await running.until(() => running.runs.length === 2, 'the slot is stored')
    const secondId = running.runs[0]?.id ?? ''
    expect(gateway.messages).toHaveLength(1)
    release()
    await running.finished(firstId)
    await running.finished(secondId)
    expect(await running.states(firstId)).toEqual([
      'Contact 1 whatsapp: sent',
      'Contact 2 whatsapp: skipped superseded',
      'Contact 3 whatsapp: skipped superseded',
      'Contact 4 whatsapp: skipped superseded'
    ])
    expect(running.run(firstId).stop).toMatchObject({ reason: 'superseded' })
    expect(running.run(secondId).counts.sent).toBe(4)
    expect(gateway.messages).toHaveLength(5)
  })

  it('an unknown delivery does not keep a run open', async () => {
    const campaign = activeCampaign(1, { contacts: everybody, flow: ['whatsapp'] })
    const { running } = await startEngine({ contacts, campaigns: [campaign], answer: () => truncatedJson })
    const { summary } = await running.runToEnd(campaign._id)
    expect(summary).toMatchObject({ status: 'finished', counts: { unknown: 4 } })
    expect(running.engine.runs.isOpen(campaign._id)).toBe(false)
  })

  it('a recovered run counts for overlap', async () => {
    const { running, release, folder, clock, firstId } = await overlapping('skip')
    await running.until(() => running.runs.length === 2, 'the second slot is settled')
    expect(await running.engine.runs.pause(firstId, 'wait')).toMatchObject({ ok: true })
    const stopped = running.engine.stop()
    release()
    await stopped
    clock.jump(DAY_MS)
    const again = await openEngine(folder, { clock })
    await again.engine.start()
    await again.until(() => again.runs.length === 3, 'the third slot is settled')
    expect(again.runs[0]).toMatchObject({ status: 'missed', missed_reason: 'overlap' })
  })
})
