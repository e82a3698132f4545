import { describe, expect, it } from 'vitest'
import { comingSlots } from '../../../src/engine/calendar/coming-slots'
import { occurrencesAfter, occurrencesBetween } from '../../../src/engine/scheduler/occurrences/occurrences'
import { previewSchedule } from '../../../src/engine/scheduler/occurrences/schedule-preview'
import { occurrenceOfSlot } from '../../../src/engine/scheduler/occurrences/slot-occurrence'
import { slotOnDate } from '../../../src/engine/scheduler/occurrences/slot-on-date'
import { campaignSchema } from '../../../src/shared/domain/campaign'
import { scheduleSettingsSchema } from '../../../src/shared/domain/schedule'
import { activeCampaign } from '../../support/engine/records'

const schedule = (changes: object = {}) =>
  scheduleSettingsSchema.parse({
    frequency: 'daily',
    start_time: '2026-03-01T09:00:00',
    timezone: 'Asia/Ho_Chi_Minh',
    ...changes
  })

const at = (text: string) => Date.parse(text)

describe('the slot of a date', () => {
  it('is the one whose nominal date it is, in the zone of the schedule, excluded or not', () => {
    expect(slotOnDate(schedule(), '2026-03-05')?.at).toBe('2026-03-05T02:00:00.000Z')
    expect(slotOnDate(schedule({ exclude_dates: ['2026-03-05'] }), '2026-03-05')?.nominal).toBe(
      '2026-03-05T09:00:00'
    )
    expect(slotOnDate(schedule({ frequency: 'weekly' }), '2026-03-05')).toBeNull()
    expect(slotOnDate(schedule(), '2026-02-28')).toBeNull()
    expect(slotOnDate(schedule({ end_time: '2026-03-04' }), '2026-03-05')).toBeNull()
    expect(slotOnDate(schedule(), '2026-02-30')).toBeNull()
  })

  it('agrees with the slots as they follow each other, in zones on both sides of UTC and over changes of the clocks', () => {
    for (const timezone of [
      'Pacific/Kiritimati',
      'Pacific/Pago_Pago',
      'America/New_York',
      'Australia/Lord_Howe'
    ]) {
      for (const start_time of ['2026-01-01T00:15:00', '2026-01-01T02:30:00', '2026-01-01T23:45:00']) {
        const daily = schedule({ timezone, start_time })
        const all = occurrencesBetween(daily, at('2026-01-05T00:00:00Z'), at('2027-01-05T00:00:00Z'))
        expect(all.map(({ nominal }) => slotOnDate(daily, nominal.slice(0, 10)))).toEqual(all)
      }
    }
  })
})

describe('a stored slot', () => {
  it.each([
    ['2026-03-29T02:30:00', '2026-03-29T03:30:00', ['gap_shifted']],
    ['2026-10-25T02:30:00', '2026-10-25T02:30:00', ['ambiguous_first']],
    ['2026-07-01T02:30:00', '2026-07-01T02:30:00', []]
  ])('%s in Berlin is shown where it was, with what explains it', (nominal, local, notes) => {
    const daily = schedule({ timezone: 'Europe/Berlin', start_time: '2026-01-01T02:30:00' })
    const slot = slotOnDate(daily, nominal.slice(0, 10))
    expect(slot).toMatchObject({ local, notes })
    const { at: instant = '', zone = '' } = slot ?? {}
    expect(occurrenceOfSlot({ nominal, zone, at: instant })).toEqual(slot)
  })

  it('keeps its instant, whatever the zone says today, and stands as it is in a zone that is unknown here', () => {
    const slot = { nominal: '2026-03-29T02:30:00', zone: 'Europe/Berlin', at: '2026-03-29T00:30:00.000Z' }
    expect(occurrenceOfSlot(slot)).toEqual({ ...slot, local: '2026-03-29T01:30:00', notes: [] })
    const elsewhere = { ...slot, zone: 'Mars/Phobos' }
    expect(occurrenceOfSlot(elsewhere)).toEqual({ ...elsewhere, local: slot.nominal, notes: [] })
  })
})

describe('what a schedule is about to do', () => {
  const now = at('2026-03-01T03:00:00Z')

  it('names every slot that falls away, also behind the runs that are shown, and none that is over', () => {
    const exclude_dates = ['2026-03-01', '2026-04-30', '2026-03-03', '2026-03-03', '2027-01-01']
    const { runs, left_out } = previewSchedule(schedule({ exclude_dates }), now, 3)
    expect(runs.map(({ nominal }) => nominal.slice(0, 10))).toEqual([
      '2026-03-02',
      '2026-03-04',
      '2026-03-05'
    ])
    expect(left_out.map(({ nominal }) => nominal.slice(0, 10))).toEqual([
      '2026-03-03',
      '2026-04-30',
      '2027-01-01'
    ])
  })

  it('an excluded date without a slot takes nothing away', () => {
    const weekly = schedule({ frequency: 'weekly', exclude_dates: ['2026-03-08', '2026-03-09'] })
    expect(previewSchedule(weekly, now, 2).left_out.map(({ nominal }) => nominal.slice(0, 10))).toEqual([
      '2026-03-08'
    ])
  })

  it('five thousand excluded dates fall away as they are', () => {
    const exclude_dates = Array.from({ length: 5_000 }, (_, day) =>
      new Date(now + (day + 1) * 86_400_000).toISOString().slice(0, 10)
    )
    const { runs, left_out } = previewSchedule(schedule({ exclude_dates }), now, 1)
    expect(left_out).toHaveLength(5_000)
    expect(Date.parse(runs[0]?.at ?? '')).toBeGreaterThan(Date.parse(left_out.at(-1)?.at ?? ''))
  })
})

describe('the slots ahead of a campaign', () => {
  const coming = (schedule_settings: object, changes: object = {}) =>
    comingSlots({
      campaign: campaignSchema.parse(activeCampaign(1, { schedule_settings: schedule(schedule_settings) })),
      afterMs: at('2026-03-10T00:00:00Z'),
      fromMs: at('2026-03-01T00:00:00Z'),
      toMs: at('2026-03-20T00:00:00Z'),
      isSettled: () => false,
      runsLeft: Infinity,
      ...changes
    })

  it('are those after now; the begin of the stretch is in it, its end is not', () => {
    expect(coming({}).planned).toHaveLength(10)
    const exact = { fromMs: at('2026-03-12T02:00:00Z'), toMs: at('2026-03-14T02:00:00Z') }
    expect(coming({}, exact).planned.map(({ at }) => at.slice(0, 10))).toEqual(['2026-03-12', '2026-03-13'])
    expect(coming({}, { afterMs: at('2026-04-01T00:00:00Z') })).toEqual({
      planned: [],
      left_out: [],
      has_others: false
    })
  })

  it('are the same whether dates far away are excluded or not', () => {
    const far = Array.from({ length: 300 }, (_, day) => new Date(day * 86_400_000).toISOString().slice(0, 10))
    const near = ['2026-03-09', '2026-03-12', '2026-03-19', '2026-03-20']
    const found = coming({ exclude_dates: [...far, ...near] })
    expect(found).toEqual(coming({ exclude_dates: near }))
    expect(found.left_out.map(({ nominal }) => nominal.slice(0, 10))).toEqual(['2026-03-12', '2026-03-19'])
    expect(found.planned).toHaveLength(8)
  })

  it('leave out what is settled already, as after a clock that was set back', () => {
    const isSettled = (runId: string) => runId.includes('20260312') || runId.includes('20260313')
    const found = coming({ exclude_dates: ['2026-03-13'] }, { isSettled })
    expect(found.planned).toHaveLength(8)
    expect(found.left_out).toEqual([])
  })

  it('end with the runs that are left; what would lie behind them does not fall away', () => {
    const found = coming({ exclude_dates: ['2026-03-11', '2026-03-15'] }, { runsLeft: 2 })
    expect(found.planned.map(({ nominal }) => nominal.slice(0, 10))).toEqual(['2026-03-10', '2026-03-12'])
    expect(found.left_out.map(({ nominal }) => nominal.slice(0, 10))).toEqual(['2026-03-11'])
    expect(coming({}, { runsLeft: 0 }).planned).toEqual([])
  })

  it('know whether another one is left, inside the stretch or behind it', () => {
    expect(coming({}).has_others).toBe(true)
    const one = { fromMs: at('2026-03-19T00:00:00Z') }
    expect(coming({}, one)).toMatchObject({ planned: [{}], has_others: true })
    expect(coming({ end_time: '2026-03-10' })).toMatchObject({ planned: [{}], has_others: false })
    expect(coming({ end_time: '2026-03-11', exclude_dates: ['2026-03-11'] }).has_others).toBe(false)
  })

  it('are none in a zone that is unknown here', () => {
    const campaign = campaignSchema.parse(
      activeCampaign(1, { schedule_settings: { ...schedule(), timezone: 'Mars/Phobos' } })
    )
    expect([...occurrencesAfter(campaign.schedule_settings, 0)]).toEqual([])
    expect(
      comingSlots({ campaign, afterMs: 0, fromMs: 0, toMs: 1e12, isSettled: () => false, runsLeft: Infinity })
    ).toEqual({ planned: [], left_out: [], has_others: false })
  })
})
