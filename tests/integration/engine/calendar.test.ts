import { cp } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { CalendarEntry } from '../../../src/shared/domain/calendar'
import {
  activeCampaign,
  type CampaignRecord,
  contactRecords,
  idOf,
  scheduleFromNow
} from '../../support/engine/records'
import { accept, Held } from '../../support/gateway/gateway-answers'
import { sleep } from '../../support/engine/sleeping-laptop'
import { DAY_MS, HOUR_MS, MINUTE_MS, TestClock } from '../../support/engine/test-clock'
import { openEngine, startEngine, type TestEngine, testFolder } from '../../support/engine/test-engine'

const contacts = contactRecords(2)
const everybody = contacts.map(({ _id }) => _id)
const campaignId = (number: number) => idOf(0xca_0000 + number)

/** Two contacts, WhatsApp only; daily, its first slot so far from now. */
const daily = (number: number, fromNowMs: number, changes: Partial<CampaignRecord> = {}) =>
  activeCampaign(number, {
    contacts: everybody,
    flow: ['whatsapp'],
    schedule_settings: scheduleFromNow(fromNowMs, { frequency: 'daily' }),
    ...changes
  })

const instant = (atMs: number) => new Date(atMs).toISOString()

/** The days from now that are asked for, as the clock of the test has it. */
const days = ({ engine }: TestEngine, from: number, to: number): Promise<readonly CalendarEntry[]> =>
  engine.calendar(instant(engine.nowMs() + from * DAY_MS), instant(engine.nowMs() + to * DAY_MS))

const said = (entries: readonly CalendarEntry[]) =>
  entries.map(
    ({ kind, campaign_name, can_skip }) => `${campaign_name} ${kind}${can_skip ? ', can skip' : ''}`
  )

const datesOf = (entries: readonly CalendarEntry[], kind: CalendarEntry['kind']) =>
  entries
    .filter((entry) => entry.kind === kind)
    .map(({ occurrence }) => occurrence?.nominal.slice(0, 10) ?? '')

/** The laptop sleeps, and the jump is noticed at once: whatever wants to send asks for the time first. */
function sleepNoticed(running: TestEngine, clock: TestClock, forMs: number): void {
  sleep(clock, running, forMs)
  running.engine.tryChannelNow('whatsapp')
}

/** Lets the laptop sleep over the next slot and waits until it ran. */
async function sleepToRun(running: TestEngine, clock: TestClock, forMs: number): Promise<void> {
  const before = running.runs.length
  sleepNoticed(running, clock, forMs)
  await running.until(() => running.runs.length > before, 'a slot ran')
  await running.finished(running.runs[0]?.id)
}

describe('the calendar', () => {
  it('has what active campaigns have ahead of them, and nothing of the others', async () => {
    const { running } = await startEngine({
      contacts,
      campaigns: [
        daily(1, HOUR_MS),
        daily(2, 2 * HOUR_MS, { status: 'paused' }),
        daily(3, 2 * HOUR_MS, { status: 'draft', effective_from: null }),
        activeCampaign(4, { contacts: everybody, schedule_settings: scheduleFromNow(3 * HOUR_MS) }),
        daily(5, HOUR_MS, { type: 'manual' })
      ]
    })
    expect(said(await days(running, 0, 2))).toEqual([
      'Campaign 1 planned, can skip',
      'Campaign 4 planned',
      'Campaign 1 planned, can skip'
    ])
  })

  it('counts what `max_runs` leaves from now on, wherever the stretch begins', async () => {
    const schedule_settings = scheduleFromNow(HOUR_MS, { frequency: 'daily', max_runs: 3 })
    const { running } = await startEngine({ contacts, campaigns: [daily(1, 0, { schedule_settings })] })
    expect(await days(running, 0, 30)).toHaveLength(3)
    expect(await days(running, 2, 30)).toHaveLength(1)
    expect(await days(running, 3, 30)).toEqual([])
    // An excluded date uses up none of them; one behind the last takes nothing away.
    const [first] = await days(running, 0, 1)
    const date = first?.occurrence?.nominal.slice(0, 10) ?? ''
    expect(await running.engine.skipSlot(campaignId(1), date, true)).toMatchObject({ ok: true })
    expect((await days(running, 0, 30)).map(({ kind }) => kind)).toEqual([
      'left_out',
      'planned',
      'planned',
      'planned'
    ])
  })

  it('shows a slot that moved with the clocks where it is, and says why', async () => {
    const clock = new TestClock()
    clock.jump(Date.parse('2026-03-27T12:00:00Z') - Date.now())
    const schedule_settings = {
      frequency: 'daily' as const,
      start_time: '2026-01-01T02:30:00',
      timezone: 'Europe/Berlin'
    }
    const { running } = await startEngine(
      { contacts, campaigns: [daily(1, 0, { schedule_settings })] },
      { clock }
    )
    const entries = await running.engine.calendar('2026-03-28T00:00:00Z', '2026-03-30T23:00:00Z')
    expect(entries.map(({ occurrence }) => occurrence)).toMatchObject([
      { local: '2026-03-28T02:30:00', at: '2026-03-28T01:30:00.000Z', notes: [] },
      { local: '2026-03-29T03:30:00', at: '2026-03-29T01:30:00.000Z', notes: ['gap_shifted'] },
      { local: '2026-03-30T02:30:00', at: '2026-03-30T00:30:00.000Z', notes: [] }
    ])
  })

  it('keeps what became of slots and of runs by hand, each where it belongs', async () => {
    const { running, engine } = await startEngine({
      contacts,
      campaigns: [daily(1, -3 * HOUR_MS), daily(2, -2_000), daily(3, HOUR_MS)]
    })
    await running.until(() => running.runs.length === 2, 'one is missed, one runs')
    await running.finished(running.runs.find(({ campaign_id }) => campaign_id === campaignId(2))?.id)
    await running.runToEnd(campaignId(3))
    const behind = await days(running, -1, 0.01)
    expect(said(behind)).toEqual(['Campaign 1 missed', 'Campaign 2 run', 'Campaign 3 run'])
    expect(behind[0]).toMatchObject({ at: behind[0]?.run?.slot?.at, run: { missed_reason: 'too_late' } })
    expect(behind[1]).toMatchObject({ run: { counts: { sent: 2 } }, occurrence: { notes: [] } })
    expect(behind[2]).toMatchObject({ at: behind[2]?.run?.started_at, occurrence: null })
    // The bounds: from is inside, to is not.
    const at = behind[0]?.at ?? ''
    expect(await engine.calendar(at, instant(Date.parse(at) + 1))).toHaveLength(1)
    expect(await engine.calendar(instant(Date.parse(at) - 1), at)).toEqual([])
  })

  it('shows a run with its present counts, and a slot that waits for another run', async () => {
    const held = new Held()
    const { running, gateway } = await startEngine({
      contacts,
      campaigns: [daily(1, 3_000, { policies: { overlap: 'buffer_one' } })],
      answer: () => held.answer
    })
    const byHand = await running.begin(campaignId(1))
    await running.until(() => running.runs.some(({ status }) => status === 'buffered'), 'the slot waits')
    expect((await days(running, -1, 0.01)).map(({ kind, run }) => `${kind} ${run?.status}`).sort()).toEqual([
      'run buffered',
      'run running'
    ])
    gateway.answer = () => accept
    held.release()
    await running.finished(byHand)
    await running.until(() => running.runs.every(({ status }) => status === 'finished'), 'both are over')
    expect(await days(running, -1, 0.01)).toMatchObject([{ kind: 'run' }, { kind: 'run' }])
  })

  it('a campaign whose zone is unknown here has nothing ahead, stays active, and disturbs no other', async () => {
    const schedule_settings = { ...scheduleFromNow(HOUR_MS, { frequency: 'daily' }), timezone: 'Mars/Phobos' }
    const { running, engine } = await startEngine({
      contacts,
      campaigns: [daily(1, 0, { schedule_settings }), daily(2, HOUR_MS)]
    })
    expect(said(await days(running, 0, 1))).toEqual(['Campaign 2 planned, can skip'])
    const today = instant(engine.nowMs()).slice(0, 10)
    expect(await engine.skipSlot(campaignId(1), today, true)).toMatchObject({
      error: { code: 'not_skippable' }
    })
    await engine.stop()
    expect(engine.campaigns.find(campaignId(1))).toMatchObject({ status: 'active' })
  })

  it('a month of a thousand campaigns leaves nothing out, and nobody waits for it', async () => {
    const campaigns = Array.from({ length: 1_000 }, (_, index) => daily(index + 1, HOUR_MS))
    const { running } = await startEngine({ contacts, campaigns })
    let turns = 0
    const turn = setInterval(() => (turns += 1), 1)
    const entries = await days(running, 0, 31)
    clearInterval(turn)
    expect(entries).toHaveLength(31_000)
    expect(turns).toBeGreaterThan(5)
    expect(new Set(entries.map(({ campaign_id, at }) => `${campaign_id} ${at}`)).size).toBe(31_000)
    expect(entries.every(({ at }, index) => index === 0 || at >= (entries[index - 1]?.at ?? ''))).toBe(true)
  })
})

describe('one slot that is left out', () => {
  it('sends nothing, the others do; put back it sends; nothing else of the campaign changes', async () => {
    const clock = new TestClock()
    const { running, engine, gateway } = await startEngine(
      { contacts, campaigns: [daily(1, HOUR_MS)] },
      { clock }
    )
    const before = engine.campaigns.find(campaignId(1))
    const [, second = '', , fourth = ''] = datesOf(await days(running, 0, 5), 'planned')
    const skipped = await engine.skipSlot(campaignId(1), second, true)
    expect(skipped).toEqual({
      ok: true,
      value: {
        ...before,
        schedule_settings: { ...before?.schedule_settings, exclude_dates: [second] }
      }
    })
    expect(await engine.skipSlot(campaignId(1), fourth, true)).toMatchObject({ ok: true })
    expect(datesOf(await days(running, 0, 5), 'left_out')).toEqual([second, fourth])

    await sleepToRun(running, clock, HOUR_MS + 5_000)
    expect(gateway.messages).toHaveLength(2)
    await sleepToRun(running, clock, 2 * DAY_MS)
    expect(gateway.messages).toHaveLength(4)
    expect(await engine.skipSlot(campaignId(1), fourth, false)).toMatchObject({ ok: true })
    await sleepToRun(running, clock, DAY_MS)
    expect(gateway.messages).toHaveLength(6)

    const ran = running.runs.map(({ status, slot }) => `${status} ${slot?.nominal.slice(0, 10)}`)
    expect(ran).toHaveLength(3)
    expect(ran).toContain(`finished ${fourth}`)
    expect(ran.join()).not.toContain(second)
    expect(engine.campaigns.find(campaignId(1))?.effective_from).toBe(before?.effective_from)
  })

  it('stays left out after a kill and after a restart; what is due just then is judged as ever', async () => {
    const clock = new TestClock()
    const { folder, running, engine, gateway } = await startEngine(
      { contacts, campaigns: [daily(1, HOUR_MS)] },
      { clock }
    )
    const [first = ''] = datesOf(await days(running, 0, 1), 'planned')
    expect(await engine.skipSlot(campaignId(1), first, true)).toMatchObject({ ok: true })
    // What a kill at this moment leaves: the files as they are.
    const left = testFolder()
    await cp(folder.path, left.path, { recursive: true })
    await engine.stop()
    for (const each of [left, folder]) {
      const later = await openEngine(each, { clock })
      await later.engine.start()
      expect(datesOf(await days(later, 0, 1), 'left_out')).toEqual([first])
      await later.engine.stop()
    }
    clock.pass(HOUR_MS + 10 * MINUTE_MS)
    const atLast = await openEngine(folder, { clock })
    await atLast.engine.start()
    await sleepToRun(atLast, clock, DAY_MS)
    expect(atLast.runs).toHaveLength(1)
    expect(atLast.runs[0]?.slot?.nominal.slice(0, 10)).not.toBe(first)
    expect(gateway.messages).toHaveLength(2)
  })

  it('cannot be one that is over, that is not there, that is the only one, or that began', async () => {
    const yesterday = instant(Date.now() - DAY_MS).slice(0, 10)
    const { running, engine } = await startEngine({
      contacts,
      campaigns: [
        daily(1, -DAY_MS - HOUR_MS, { policies: { missed: 'skip' } }),
        activeCampaign(2, { contacts: everybody, schedule_settings: scheduleFromNow(HOUR_MS) }),
        daily(3, HOUR_MS, {
          schedule_settings: scheduleFromNow(HOUR_MS, {
            frequency: 'daily',
            end_time: instant(Date.now() + 30 * HOUR_MS)
          })
        }),
        daily(4, HOUR_MS, {
          schedule_settings: scheduleFromNow(HOUR_MS, { frequency: 'weekly' })
        })
      ]
    })
    await running.until(() => running.runs.length > 0, 'the past is settled')
    const refused = { ok: false, error: { code: 'not_skippable' } }
    const tomorrow = instant(Date.now() + HOUR_MS + DAY_MS).slice(0, 10)
    const soon = instant(Date.now() + HOUR_MS).slice(0, 10)
    expect(await engine.skipSlot(campaignId(1), yesterday, true)).toEqual(refused)
    expect(await engine.skipSlot(campaignId(2), soon, true)).toEqual(refused)
    expect(await engine.skipSlot(campaignId(4), tomorrow, true)).toEqual(refused)
    expect(await engine.skipSlot(campaignId(4), '2026-02-30', true)).toEqual(refused)
    expect(await engine.skipSlot(idOf(0xdead), soon, true)).toMatchObject({ error: { code: 'not_found' } })
    // Of two that are left one can be left out, whichever is asked for first; asking twice is no mistake.
    const both = await Promise.all([
      engine.skipSlot(campaignId(3), soon, true),
      engine.skipSlot(campaignId(3), tomorrow, true)
    ])
    expect(both).toMatchObject([{ ok: true }, refused])
    expect(await engine.skipSlot(campaignId(3), soon, true)).toMatchObject({ ok: true })
    expect(engine.campaigns.find(campaignId(3))).toMatchObject({
      status: 'active',
      schedule_settings: { exclude_dates: [soon] }
    })
    expect(await engine.skipSlot(campaignId(3), soon, false)).toMatchObject({ ok: true })
    expect(await engine.skipSlot(campaignId(3), soon, false)).toMatchObject({ ok: true })
    expect(engine.campaigns.find(campaignId(3))?.schedule_settings.exclude_dates).toEqual([])
  })

  it('a date that is over stays excluded: putting it back would send it late', async () => {
    const clock = new TestClock()
    const { running, engine, gateway } = await startEngine(
      { contacts, campaigns: [daily(1, HOUR_MS)] },
      { clock }
    )
    const [first = ''] = datesOf(await days(running, 0, 1), 'planned')
    await engine.skipSlot(campaignId(1), first, true)
    sleepNoticed(running, clock, HOUR_MS + 5 * MINUTE_MS)
    expect(await engine.skipSlot(campaignId(1), first, false)).toMatchObject({
      error: { code: 'not_skippable' }
    })
    await sleepToRun(running, clock, DAY_MS)
    expect(running.runs).toHaveLength(1)
    expect(gateway.messages).toHaveLength(2)
  })

  it('a list of excluded dates that is full takes no other, and the file stays readable', async () => {
    const exclude_dates = Array.from({ length: 5_000 }, (_, day) =>
      instant(Date.now() + (day + 10) * DAY_MS).slice(0, 10)
    )
    const schedule_settings = scheduleFromNow(HOUR_MS, { frequency: 'daily', exclude_dates })
    const { folder, running, engine } = await startEngine({
      contacts,
      campaigns: [daily(1, 0, { schedule_settings })]
    })
    const [first = ''] = datesOf(await days(running, 0, 1), 'planned')
    expect(await engine.skipSlot(campaignId(1), first, true)).toEqual({
      ok: false,
      error: { code: 'too_long', params: { maximum: 5_000 } }
    })
    const shown = datesOf(await days(running, 0, 31), 'left_out')
    expect(shown.length).toBeGreaterThan(20)
    expect(shown).toEqual(exclude_dates.slice(0, shown.length))
    await engine.stop()
    const later = await openEngine(folder)
    expect(later.engine.state().storage_problems).toEqual([])
  })

  it('and a slot that becomes due at that moment: either nobody gets it, or everybody and the answer says so', async () => {
    const numbers = Array.from({ length: 8 }, (_, index) => index + 1)
    const { running, engine, gateway } = await startEngine({
      contacts,
      campaigns: numbers.map((number) => daily(number, number * 1_000 + 1_500))
    })
    const slots = (await days(running, 0, 0.5)).filter(({ kind }) => kind === 'planned')
    expect(slots).toHaveLength(numbers.length)
    const answers = await Promise.all(
      slots.map(async ({ campaign_id, at, occurrence }, index) => {
        // From a few milliseconds before the slot to a few after it.
        await wait(Date.parse(at) - Date.now() - 12 + index * 2)
        const answer = await engine.skipSlot(campaign_id, occurrence?.nominal.slice(0, 10) ?? '', true)
        return { campaign_id, answer }
      })
    )
    const isOver = (id: string) =>
      running.runs.some(({ campaign_id, status }) => campaign_id === id && status === 'finished')
    const refused = answers.filter(({ answer }) => !answer.ok)
    await running.until(() => refused.every(({ campaign_id }) => isOver(campaign_id)), 'what began is over')
    for (const { campaign_id, answer } of answers) {
      const ran = running.runs.filter((run) => run.campaign_id === campaign_id)
      const excluded = engine.campaigns.find(campaign_id)?.schedule_settings.exclude_dates ?? []
      if (answer.ok) {
        expect([ran.length, excluded.length]).toEqual([0, 1])
      } else {
        expect(answer.error.code).toMatch(/^(not_skippable|run_already_started)$/)
        expect([ran.length, excluded.length]).toEqual([1, 0])
      }
    }
    expect(gateway.messages).toHaveLength(2 * running.runs.length)
  })
})
