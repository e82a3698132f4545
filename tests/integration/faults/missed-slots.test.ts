import { describe, expect, it } from 'vitest'
import { accept, Held } from '../../support/gateway/gateway-answers'
import type { CampaignRecord } from '../../support/engine/records'
import { activeCampaign, contactRecords, idOf, limitsOf, scheduleFromNow } from '../../support/engine/records'
import { sleep } from '../../support/engine/sleeping-laptop'
import { DAY_MS, HOUR_MS, MINUTE_MS, TestClock } from '../../support/engine/test-clock'
import { openEngine, prepare, startEngine, type TestEngine } from '../../support/engine/test-engine'

const contacts = contactRecords(2)
const everybody = contacts.map(({ _id }) => _id)

/** Two contacts, WhatsApp only; daily, its first slot so far from now. */
const daily = (number: number, fromNowMs: number, changes: Partial<CampaignRecord> = {}) =>
  activeCampaign(number, {
    contacts: everybody,
    flow: ['whatsapp'],
    schedule_settings: scheduleFromNow(fromNowMs, { frequency: 'daily' }),
    ...changes
  })

const runsOf = ({ runs }: TestEngine, number: number) =>
  runs.filter(({ campaign_id }) => campaign_id === idOf(0xca_0000 + number))

const idsOf = (running: TestEngine, number: number, status: string) =>
  runsOf(running, number)
    .filter((run) => run.status === status)
    .map(({ id }) => id)

describe('design, Missed: a slot that passed while nothing could be sent', () => {
  it('up to 60 s late is on time, later is caught up under the slot’s own id', async () => {
    const { running } = await startEngine({ contacts, campaigns: [daily(1, -50_000), daily(2, -90_000)] })
    await running.until(() => running.runs.filter(({ status }) => status === 'finished').length === 2, 'both')
    expect(runsOf(running, 1)).toMatchObject([{ trigger: 'schedule' }])
    const [late] = runsOf(running, 2)
    expect(late?.trigger).toBe('catch_up')
    expect(late?.id).toContain(late?.slot?.nominal.replaceAll(':', '').replaceAll('-', '') ?? 'no slot')
  })

  it('a slot that is looked at before the sleep is noticed is caught up, and not paused for the sleep', async () => {
    const clock = new TestClock()
    const policies = { catch_up_window_min: 5 }
    const { running, engine } = await startEngine(
      { contacts, campaigns: [daily(1, 8 * MINUTE_MS, { policies }), daily(2, DAY_MS)] },
      { clock }
    )
    clock.jump(10 * MINUTE_MS)
    // A change of any campaign makes the scheduler look at once, before the watch over the clock does.
    await engine.campaigns.setStatus(daily(2, 0)._id, 'paused')
    const run = await running.finished()
    expect(run).toMatchObject({ trigger: 'catch_up', counts: { sent: 2 } })
    expect(running.lines.filter((line) => line.includes('Paused'))).toEqual([])
  })

  it('"skip" never catches up; a longer catch-up window catches up what the default would not', async () => {
    const { running, gateway } = await startEngine({
      contacts,
      campaigns: [
        daily(1, -2 * MINUTE_MS, { policies: { missed: 'skip' } }),
        daily(2, -90 * MINUTE_MS),
        daily(3, -90 * MINUTE_MS, { policies: { catch_up_window_min: 120 } })
      ]
    })
    await running.until(() => running.runs.length === 3, 'three verdicts')
    expect(runsOf(running, 1)).toMatchObject([{ status: 'missed', missed_reason: 'policy_skip' }])
    expect(runsOf(running, 2)).toMatchObject([{ status: 'missed', missed_reason: 'too_late' }])
    await running.finished(runsOf(running, 3)[0]?.id)
    expect(gateway.messages).toHaveLength(2)
  })

  it('three days of sleep over three slots: 0 or 1 run a campaign by its policy, the rest in the missed inbox', async () => {
    const clock = new TestClock()
    const soon = 20 * MINUTE_MS
    const { running, gateway } = await startEngine(
      {
        contacts,
        campaigns: [
          daily(1, soon),
          daily(2, soon, { policies: { missed: 'skip' } }),
          daily(3, soon, { policies: { catch_up_window_min: 10 } })
        ]
      },
      { clock }
    )
    expect(running.runs).toEqual([])
    sleep(clock, running, 2 * DAY_MS + soon + 30 * MINUTE_MS)
    await running.until(() => running.runs.length === 9, 'nine slots are settled')
    await running.finished(idsOf(running, 1, 'finished')[0])
    expect(idsOf(running, 1, 'finished')).toHaveLength(1)
    expect(runsOf(running, 1)[0]).toMatchObject({ trigger: 'catch_up' })
    expect(idsOf(running, 1, 'missed')).toHaveLength(2)
    expect(idsOf(running, 2, 'missed')).toHaveLength(3)
    expect(idsOf(running, 3, 'missed')).toHaveLength(3)
    expect(gateway.messages).toHaveLength(2)
    expect(running.runs.every(({ dismissed_at }) => dismissed_at === undefined)).toBe(true)
  })

  it('the older slots are settled in the same write as the one that runs, before its first request', async () => {
    const { running, gateway, folder } = await startEngine({
      contacts,
      campaigns: [daily(1, -2 * DAY_MS - 5 * MINUTE_MS)]
    })
    await running.finished()
    const { runs } = (await folder.json('runs.json')) as { runs: { status: string }[] }
    expect(runs.map(({ status }) => status).sort()).toEqual(['finished', 'missed', 'missed'])
    expect(gateway.messages).toHaveLength(2)
  })

  it('"send now" runs the slot under its own id, once, however often it is asked for', async () => {
    const { running, engine, gateway } = await startEngine({ contacts, campaigns: [daily(1, -2 * HOUR_MS)] })
    await running.until(() => running.runs.length === 1, 'it is missed')
    const [missed] = running.runs
    const runId = missed?.id ?? ''
    expect(await engine.missed.plan(runId)).toMatchObject({
      ok: true,
      value: { contacts: 2, names: ['Contact 1', 'Contact 2'] }
    })
    expect(await engine.runsByHand.planMissed(runId)).toMatchObject({
      ok: true,
      value: { contacts: 2, sent_by_channel: { whatsapp: 2 } }
    })
    const clicks = await Promise.all([1, 2, 3].map(() => engine.runsByHand.sendMissed(runId)))
    expect(clicks.filter(({ ok }) => ok)).toHaveLength(1)
    await running.finished(runId)
    expect(await engine.runsByHand.sendMissed(runId)).toMatchObject({
      ok: false,
      error: { code: 'not_missed' }
    })
    expect(running.runs).toMatchObject([{ id: runId, trigger: 'catch_up', slot: missed?.slot }])
    expect(gateway.messages).toHaveLength(2)
  })

  it('"skip" takes it out of the inbox and leaves it in the history, also after a restart', async () => {
    const { running, engine, folder } = await startEngine({ contacts, campaigns: [daily(1, -2 * HOUR_MS)] })
    await running.until(() => running.runs.length === 1, 'it is missed')
    expect(await engine.missed.skip(running.runs.map(({ id }) => id))).toMatchObject({ ok: true, value: 1 })
    await engine.stop()
    const second = await openEngine(folder)
    await second.engine.start()
    expect(second.runs).toMatchObject([{ status: 'missed', dismissed_at: expect.any(String) as string }])
  })

  it('nothing of Monday’s goes out on Thursday: a run that was cut off comes back paused and waits for a word', async () => {
    const clock = new TestClock()
    const held = new Held()
    const { folder, gateway } = await prepare({
      contacts,
      campaigns: [daily(1, -5_000)],
      answer: () => held.answer,
      settings: { limits: limitsOf(1) }
    })
    const monday = await openEngine(folder, { clock })
    await monday.engine.start()
    await gateway.until(() => held.count === 1, 'the first request is under way')
    const stopped = monday.engine.stop()
    held.release()
    await stopped

    clock.jump(3 * DAY_MS - HOUR_MS)
    const thursday = await openEngine(folder, { clock })
    await thursday.engine.start()
    await thursday.until(() => idsOf(thursday, 1, 'missed').length === 2, 'the slots since then are missed')
    const [run] = runsOf(thursday, 1).filter(({ status }) => status === 'paused')
    expect(run).toMatchObject({ pause: { reason: 'away' }, counts: { sent: 1, queued: 1 } })
    expect(gateway.messages).toHaveLength(1)

    gateway.answer = () => accept
    expect(await thursday.engine.resumeRun(run?.id ?? '', 'still valid')).toMatchObject({ ok: true })
    expect((await thursday.finished(run?.id)).counts).toMatchObject({ sent: 2 })
    expect(gateway.messages).toHaveLength(2)
  })
})

describe('design, Which slots count: only those after the last activation, resume or edit', () => {
  it('slots that passed while the campaign was paused are neither missed nor run after resuming', async () => {
    const { running, engine, gateway } = await startEngine({
      contacts,
      campaigns: [daily(1, -DAY_MS - 30_000, { status: 'paused' })]
    })
    expect(await engine.campaigns.setStatus(idOf(0xca_0001), 'active')).toMatchObject({ ok: true })
    await engine.stop()
    expect(running.runs).toEqual([])
    expect(gateway.messages).toEqual([])
  })

  it('moving 9:00 to 8:00 at 8:30 sends nothing at once', async () => {
    const { running, engine, gateway } = await startEngine({
      contacts,
      campaigns: [daily(1, 30 * MINUTE_MS)]
    })
    const campaign = engine.campaigns.find(idOf(0xca_0001))
    if (campaign === undefined) throw new Error('no campaign')
    const {
      status: _status,
      effective_from: _from,
      created_at: _made,
      updated_at: _changed,
      ...draft
    } = campaign
    const earlier = {
      ...draft.schedule_settings,
      ...scheduleFromNow(-30 * MINUTE_MS, { frequency: 'daily' })
    }
    expect(await engine.campaigns.save({ ...draft, schedule_settings: earlier })).toMatchObject({ ok: true })
    const [view] = engine.campaignViews()
    expect(Date.parse(view?.next?.at ?? '') - Date.now()).toBeGreaterThan(23 * HOUR_MS)
    await engine.stop()
    expect(running.runs).toEqual([])
    expect(gateway.messages).toEqual([])
  })

  it('a once campaign whose time is past cannot be activated', async () => {
    const past = activeCampaign(1, {
      contacts: everybody,
      status: 'draft',
      schedule_settings: scheduleFromNow(-5_000)
    })
    const { engine } = await startEngine({ contacts, campaigns: [past] })
    expect(await engine.campaigns.setStatus(past._id, 'active')).toMatchObject({
      ok: false,
      error: { code: 'start_time_past' }
    })
  })
})

describe('design, Occurrences: ends, exclusions and max_runs hold for what really runs', () => {
  it('nothing runs on an excluded date, after the end, or beyond max_runs', async () => {
    const today = new Date(Date.now() - 30_000).toISOString().slice(0, 10)
    const { running, engine, gateway } = await startEngine({
      contacts,
      campaigns: [
        daily(1, -30_000, {
          schedule_settings: scheduleFromNow(-30_000, { frequency: 'daily', exclude_dates: [today] })
        }),
        daily(2, -DAY_MS - 30_000, {
          schedule_settings: scheduleFromNow(-DAY_MS - 30_000, {
            frequency: 'daily',
            end_time: new Date(Date.now() - HOUR_MS).toISOString()
          })
        }),
        daily(3, -30_000, {
          schedule_settings: scheduleFromNow(-30_000, { frequency: 'daily', max_runs: 1 })
        })
      ]
    })
    await running.until(
      () => runsOf(running, 3).some(({ status }) => status === 'finished'),
      'the third runs'
    )
    await running.until(
      () => engine.campaigns.find(idOf(0xca_0003))?.status === 'completed',
      'the third is completed by itself'
    )
    expect(runsOf(running, 1)).toEqual([])
    expect(idsOf(running, 2, 'finished')).toEqual([])
    expect(gateway.messages).toHaveLength(2)
  })
})

describe('design, Status moves', () => {
  it('a campaign without a slot ahead completes by itself, and is activated again only with a future slot', async () => {
    const once = activeCampaign(1, {
      contacts: everybody,
      flow: ['whatsapp'],
      schedule_settings: scheduleFromNow(-2_000)
    })
    const { running, engine } = await startEngine({ contacts, campaigns: [once] })
    const status = () => engine.campaigns.find(once._id)?.status
    await running.until(() => status() === 'completed', 'it is completed')
    expect(await engine.campaigns.setStatus(once._id, 'active')).toMatchObject({ ok: false })
    expect(await engine.campaigns.setStatus(once._id, 'archived')).toMatchObject({ ok: true })
    expect(await engine.campaigns.setStatus(once._id, 'draft')).toMatchObject({ ok: true })
  })

  it('with an open run it can be neither archived nor deleted; its ledgers stay when it is deleted', async () => {
    const campaign = daily(1, -2_000)
    const { running, engine, gateway, folder } = await startEngine({
      contacts,
      campaigns: [campaign],
      answer: () => ({ give: () => undefined }),
      settings: { timeouts_s: { whatsapp: 5 } }
    })
    await gateway.until(() => gateway.messages.length === 2, 'it is under way')
    expect(await engine.campaigns.setStatus(campaign._id, 'archived')).toMatchObject({
      ok: false,
      error: { code: 'campaign_running' }
    })
    expect(await engine.campaigns.delete(campaign._id)).toMatchObject({ ok: false })
    await running.finished()
    expect(await engine.campaigns.delete(campaign._id)).toMatchObject({ ok: true })
    expect(await folder.ledgers()).toHaveLength(1)
  })
})
