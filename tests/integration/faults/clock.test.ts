import { describe, expect, it, onTestFinished } from 'vitest'
import { accept, Held } from '../../support/gateway/gateway-answers'
import {
  activeCampaign,
  campaignRecord,
  contactRecords,
  idOf,
  limitsOf,
  scheduleFromNow
} from '../../support/engine/records'
import { sleep } from '../../support/engine/sleeping-laptop'
import { DAY_MS, HOUR_MS, MINUTE_MS, TestClock } from '../../support/engine/test-clock'
import { openEngine, prepare, startEngine } from '../../support/engine/test-engine'

const contacts = contactRecords(3)
const everybody = contacts.map(({ _id }) => _id)

const daily = (fromNowMs: number) =>
  activeCampaign(1, {
    contacts: everybody,
    flow: ['whatsapp'],
    schedule_settings: scheduleFromNow(fromNowMs, { frequency: 'daily' })
  })

describe('design, Clock: a clock that is set back', () => {
  it('runs no slot twice, however often it goes there and back', async () => {
    const clock = new TestClock()
    const { running, gateway } = await startEngine({ contacts, campaigns: [daily(-2_000)] }, { clock })
    await running.finished()
    for (const byMs of [-10 * MINUTE_MS, 10 * MINUTE_MS, -HOUR_MS, HOUR_MS]) {
      const before = running.lines.filter((line) => line.includes('The clock moved')).length
      clock.jump(byMs)
      await running.until(
        () => running.lines.filter((line) => line.includes('The clock moved')).length > before,
        'the jump is noticed'
      )
    }
    await running.engine.stop()
    expect(running.runs).toHaveLength(1)
    expect(gateway.messages).toHaveLength(3)
  })

  it('opens slots again that were settled too early, and they run at their time', async () => {
    const clock = new TestClock()
    clock.jump(3 * HOUR_MS)
    const campaign = daily(2_500 + 4_000)
    const { running, gateway } = await startEngine({ contacts, campaigns: [campaign] }, { clock })
    await running.until(() => running.runs.length === 1, 'the slot is missed by a clock that is wrong')
    expect(running.runs[0]?.status).toBe('missed')
    clock.jump(-3 * HOUR_MS)
    await running.finished()
    expect(running.runs).toMatchObject([{ status: 'finished', trigger: 'schedule' }])
    expect(gateway.messages).toHaveLength(3)
  })

  it('cuts stored times that lie ahead to now: the campaign runs at its next slot all the same', async () => {
    const ahead = new Date(Date.now() + 30 * DAY_MS).toISOString()
    const campaign = { ...daily(3_000), effective_from: ahead }
    const { running, gateway } = await startEngine({
      contacts,
      campaigns: [campaign],
      settings: { slots_from: ahead }
    })
    await running.finished()
    expect(gateway.messages).toHaveLength(3)
  })
})

describe('design, Clock: a jump of over twelve hours that is not a sleep', () => {
  it('holds all sending and asks; nothing runs before the operator has confirmed', async () => {
    const clock = new TestClock()
    const { running, engine, gateway } = await startEngine(
      { contacts, campaigns: [daily(HOUR_MS)] },
      { clock }
    )
    clock.jump(DAY_MS)
    await running.until(() => engine.state().clock_hold !== null, 'it asks')
    const plan = await engine.runsByHand.planManual(idOf(0xca_0001))
    expect(
      await engine.runsByHand.startManual(idOf(0xca_0001), plan.ok ? plan.value.run_id : '')
    ).toMatchObject({ ok: false, error: { code: 'clock_hold' } })
    expect(running.runs).toEqual([])
    expect(gateway.messages).toEqual([])
    expect(await engine.confirmClock()).toMatchObject({ ok: true })
    await running.until(() => running.runs.length === 1, 'the slot is judged')
    expect(running.runs[0]).toMatchObject({ status: 'missed', missed_reason: 'too_late' })
  })

  it('there and back again in the middle of a run: it waits and goes on, and nobody gets two', async () => {
    const clock = new TestClock()
    const held = new Held()
    const campaign = campaignRecord(1, {
      contacts: everybody,
      flow: ['whatsapp', 'telegram'],
      policies: { catch_up_window_min: 10_080 }
    })
    const { running, engine, gateway } = await startEngine(
      {
        contacts,
        campaigns: [campaign],
        answer: () => held.answer,
        settings: { limits: limitsOf(1), timeouts_s: { whatsapp: 60, telegram: 60 } }
      },
      { clock }
    )
    const runId = await running.begin(campaign._id)
    await gateway.until(() => held.count === 2, 'two requests are in flight')
    clock.jump(DAY_MS)
    await running.until(() => engine.state().clock_hold !== null, 'it asks')
    gateway.answer = () => accept
    held.release()
    await running.until(() => running.run(runId).counts.sent === 2, 'the answers are recorded')
    expect(gateway.messages).toHaveLength(2)
    clock.jump(-DAY_MS)
    expect((await running.finished(runId)).counts.sent).toBe(6)
    expect(engine.state().clock_hold).toBeNull()
    expect(gateway.messages).toHaveLength(6)
  })

  it('a sleep that the system reports is believed', async () => {
    const clock = new TestClock()
    const { running, engine } = await startEngine({ contacts, campaigns: [daily(HOUR_MS)] }, { clock })
    sleep(clock, running, DAY_MS)
    await running.until(() => running.runs.length === 1, 'the slot is judged')
    expect(engine.state().clock_hold).toBeNull()
  })

  it('survives a restart', async () => {
    const clock = new TestClock()
    const { folder } = await prepare({ contacts, campaigns: [daily(HOUR_MS)] })
    const first = await openEngine(folder, { clock })
    await first.engine.start()
    clock.jump(DAY_MS)
    await first.until(() => first.engine.settings.value.clock_hold !== null, 'it asks')
    await first.engine.stop()
    const second = await openEngine(folder, { clock })
    await second.engine.start()
    expect(second.engine.state().clock_hold).not.toBeNull()
    expect(second.runs).toEqual([])
  })
})

describe('the zone of the computer', () => {
  it('changes while Loa runs: every slot stays at its instant', async () => {
    const before = process.env.TZ
    onTestFinished(() => {
      if (before === undefined) delete process.env.TZ
      else process.env.TZ = before
    })
    process.env.TZ = 'Asia/Ho_Chi_Minh'
    const at = new Date(Math.floor((Date.now() + 4_000) / 1000) * 1000)
    const hanoi = new Date(at.getTime() + 7 * HOUR_MS).toISOString().slice(0, 19)
    const campaign = activeCampaign(1, {
      contacts: everybody,
      flow: ['whatsapp'],
      schedule_settings: { frequency: 'once', start_time: hanoi, timezone: 'Asia/Ho_Chi_Minh' }
    })
    const { running, gateway } = await startEngine({ contacts, campaigns: [campaign] })
    process.env.TZ = 'America/Los_Angeles'
    expect(new Date(at).getTimezoneOffset()).toBeGreaterThan(0)
    const run = await running.finished()
    expect(run).toMatchObject({ slot: { at: at.toISOString() }, trigger: 'schedule' })
    expect(Date.parse(run.started_at ?? '')).toBeGreaterThanOrEqual(at.getTime())
    expect(gateway.messages).toHaveLength(3)
  })
})
