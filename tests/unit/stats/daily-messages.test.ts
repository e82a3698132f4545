import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, it, onTestFinished } from 'vitest'
import { ledgerFolder } from '../../../src/engine/ledger/ledger-folder'
import { DailyMessages } from '../../../src/engine/stats/daily-messages'
import { FINAL_STATES } from '../../../src/engine/stats/tally'
import type { DayOfMessages } from '../../../src/shared/domain/calendar'
import { CHANNEL_IDS, type ChannelId, perChannel } from '../../../src/shared/domain/channel'
import type { FinalState } from '../../../src/shared/domain/delivery'
import type { RunSummary } from '../../../src/shared/domain/run'
import { type LedgerLine, makeTestFolder } from '../../support/engine/data-folder'
import { idOf } from '../../support/engine/records'

const CAMPAIGN = idOf(0xca)
const HOUR_MS = 3_600_000
const iso = (ms: number) => new Date(ms).toISOString()

/** One delivery from its first outcome to its last: what was sent again, or said to have arrived, goes on. */
interface Story {
  readonly channel: ChannelId
  readonly outcomes: readonly { readonly at: string; readonly state: FinalState }[]
  readonly arrived: boolean
}

interface Run {
  readonly practice?: boolean
  readonly compact?: boolean
  readonly stories: readonly Story[]
}

const one = (at: string, state: FinalState = 'sent', channel: ChannelId = 'whatsapp'): Story => ({
  channel,
  outcomes: [{ at, state }],
  arrived: false
})

/** A ledger as the app writes it: what is sent again was unknown before. */
function recordsOf(runId: string, { practice = false, stories }: Run): LedgerLine[] {
  const places = perChannel(() => ({ to: '1' }))
  const events = stories.flatMap(({ channel, outcomes, arrived }, index): LedgerLine[] => {
    const contact_id = idOf(index + 1)
    const written = outcomes.flatMap(({ at, state }, place): LedgerLine[] => [
      ...(place === 0 ? [] : [{ type: 'again' as const, contact_id, channel, at }]),
      { type: 'sending', contact_id, channel, at },
      { type: 'outcome', contact_id, channel, at, state }
    ])
    const last = outcomes.at(-1)
    if (arrived && last)
      written.push({ type: 'arrived', contact_id, channel, at: iso(Date.parse(last.at) + 1) })
    return written
  })
  return [
    {
      type: 'head',
      schema_version: 2,
      run_id: runId,
      campaign_id: CAMPAIGN,
      campaign_name: 'Tea',
      trigger: 'schedule',
      slot: null,
      text: 'Hello',
      flow: [...CHANNEL_IDS],
      gateway: { id: practice ? 'practice' : 'custom', base_url: '', ai_call_url: '', user_id: '' },
      timeouts_s: perChannel(() => 30),
      started_at: iso(0)
    },
    ...stories.map((_, index) => ({
      type: 'contact' as const,
      contact_id: idOf(index + 1),
      name: 'John',
      addresses: places
    })),
    { type: 'ready', contacts: stories.length },
    ...events
  ]
}

/** The statistics over ledgers on the disk, with how often each was read. */
async function statsOver(runs: readonly Run[], now: string) {
  const folder = makeTestFolder()
  onTestFinished(() => folder.remove())
  const ledgers = ledgerFolder(folder.file('runs'))
  const list: RunSummary[] = []
  for (const [index, run] of runs.entries()) {
    const id = `${CAMPAIGN}_run${index}`
    const records = recordsOf(id, run)
    const ends = run.stories.flatMap(({ outcomes }) => outcomes.map(({ at }) => Date.parse(at)))
    const finished: LedgerLine = { type: 'finished', at: iso(Math.max(0, ...ends) + 1) }
    await folder.writeLedger(id, [...records, finished])
    if (run.compact) await ledgers.compact(id)
    const opened = await ledgers.load(id)
    if (opened === null) throw new Error('The ledger does not begin')
    list.push({ ...opened.state.summary(), status: 'finished' })
  }
  const read: string[] = []
  const chosen = { isPractice: false }
  const daily = new DailyMessages({
    clock: { nowMs: () => Date.parse(now), monotonicMs: () => 0 },
    ledgers: {
      ...ledgers,
      scan: (id, onRecord) => {
        read.push(id)
        return ledgers.scan(id, onRecord)
      }
    },
    runs: { list: () => list, current: (run) => run, state: () => Promise.resolve(null) },
    isPractice: () => chosen.isPractice
  })
  return { daily, ledgers, list, read, chosen, folder }
}

/** The dates on which something came to that end on WhatsApp, with how many. */
const datesWith = (days: readonly DayOfMessages[], state: FinalState = 'sent') =>
  Object.fromEntries(
    days
      .map(({ date, by_channel }) => [date, by_channel.whatsapp[state]] as const)
      .filter(([, count]) => count > 0)
  )

const ZONES = [
  'UTC',
  'Asia/Ho_Chi_Minh',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'America/New_York',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Europe/London',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago'
]

/** Around changes of the clocks, and far from them. */
const NOWS = ['2026-03-09T11:00:00Z', '2026-11-02T00:10:00Z', '2026-04-05T15:20:00Z', '2026-06-30T23:59:59Z']

const instantNear = (now: string) =>
  fc
    .integer({ min: -6 * 24 * 4, max: 2 })
    .chain((quarters) =>
      fc
        .constantFrom(0, 1, 899_999, 450_000)
        .map((more) => iso(Math.floor(Date.parse(now) / 900_000 + quarters) * 900_000 + more))
    )

const storyNear = (now: string): fc.Arbitrary<Story> =>
  fc
    .record({
      channel: fc.constantFrom(...CHANNEL_IDS),
      ats: fc.array(instantNear(now), { minLength: 1, maxLength: 3 }),
      last: fc.constantFrom(...FINAL_STATES),
      arrived: fc.boolean()
    })
    .map(({ channel, ats, last, arrived }) => ({
      channel,
      outcomes: [...ats].sort().map((at, index) => ({
        at,
        state: index === ats.length - 1 ? last : ('unknown' as const)
      })),
      arrived
    }))

const world = fc.constantFrom(...NOWS).chain((now) =>
  fc.record({
    now: fc.constant(now),
    zone: fc.constantFrom(...ZONES),
    days: fc.integer({ min: 1, max: 8 }),
    runs: fc.array(
      fc.record({
        practice: fc.boolean(),
        compact: fc.boolean(),
        stories: fc.array(storyNear(now), { maxLength: 6 })
      }),
      { maxLength: 4 }
    )
  })
)

describe('the messages of the last days', () => {
  it('are what a replay of every ledger says, day by day, in any zone', async () => {
    await fc.assert(
      fc.asyncProperty(world, async ({ now, zone, days, runs }) => {
        const { daily, ledgers, list } = await statsOver(runs, now)
        const today = DateTime.fromISO(now, { zone }).startOf('day')
        const expected = new Map(
          Array.from({ length: days }, (_, back) => {
            const date = today.minus({ days: days - 1 - back }).toISODate() ?? ''
            return [date, perChannel(() => ({ sent: 0, failed: 0, unknown: 0, skipped: 0 }))] as const
          })
        )
        for (const { id, gateway } of list) {
          const opened = await ledgers.load(id)
          if (opened === null || gateway === 'practice') continue
          for (const { contact_id } of opened.state.contacts) {
            for (const channel of CHANNEL_IDS) {
              const { state, at } = opened.state.entry(contact_id, channel)
              if (at === undefined || state === 'queued' || state === 'sending') continue
              const day = expected.get(DateTime.fromISO(at, { zone }).toISODate() ?? '')
              if (day !== undefined) day[channel][state] += 1
            }
          }
        }
        const found = await daily.of(days, zone)
        expect(found).toEqual([...expected].map(([date, by_channel]) => ({ date, by_channel })))
      }),
      { numRuns: 150 }
    )
  })

  it('belong to the day of the zone at midnight to the millisecond, 45 minutes off or not', async () => {
    const { daily } = await statsOver(
      [{ stories: [one('2026-06-10T18:14:59.999Z'), one('2026-06-10T18:15:00.000Z')] }],
      '2026-06-11T10:00:00Z'
    )
    expect(datesWith(await daily.of(3, 'Asia/Kathmandu'))).toEqual({ '2026-06-10': 1, '2026-06-11': 1 })
    expect(datesWith(await daily.of(3, 'UTC'))).toEqual({ '2026-06-10': 2 })
  })

  it.each([
    ['23', '2026-03-08', 'T05:00:00.000Z', '2026-03-09T03:59:59.999Z'],
    ['25', '2026-11-01', 'T04:00:00.000Z', '2026-11-02T04:59:59.999Z']
  ])(
    'a day of %s hours holds its first and its last millisecond and nothing else',
    async (_, date, first, last) => {
      const begins = Date.parse(`${date}${first}`)
      const { daily } = await statsOver(
        [{ stories: [iso(begins - 1), iso(begins), last, iso(Date.parse(last) + 1)].map((at) => one(at)) }],
        iso(Date.parse(last) + 12 * HOUR_MS)
      )
      const days = await daily.of(3, 'America/New_York')
      expect(days.map((day) => day.by_channel.whatsapp.sent)).toEqual([1, 2, 1])
      expect(days[1]?.date).toBe(date)
    }
  )

  it('a day without messages is there, what lies before the first one or ahead of today is not', async () => {
    const { daily } = await statsOver(
      [
        {
          stories: [
            one('2026-06-07T23:59:59.999Z'),
            one('2026-06-08T00:00:00.000Z', 'failed'),
            one('2026-06-11T00:00:00.000Z', 'skipped')
          ]
        }
      ],
      '2026-06-10T12:00:00Z'
    )
    const days = await daily.of(3, 'UTC')
    expect(days.map(({ date }) => date)).toEqual(['2026-06-08', '2026-06-09', '2026-06-10'])
    expect(days.map((day) => Object.values(day.by_channel.whatsapp))).toEqual([
      [0, 1, 0, 0],
      [0, 0, 0, 0],
      [0, 0, 0, 0]
    ])
  })

  it('are of practice or of live runs, as the gateway is chosen', async () => {
    const at = '2026-06-10T08:00:00.000Z'
    const { daily, chosen } = await statsOver(
      [{ practice: true, stories: [one(at), one(at)] }, { stories: [one(at)] }],
      '2026-06-10T12:00:00Z'
    )
    expect(datesWith(await daily.of(1, 'UTC'))).toEqual({ '2026-06-10': 1 })
    chosen.isPractice = true
    expect(datesWith(await daily.of(1, 'UTC'))).toEqual({ '2026-06-10': 2 })
  })

  it('a run is read once, for whichever zone and however many days, until something in it changes', async () => {
    const run = { stories: [one('2026-06-10T08:00:00.000Z', 'unknown'), one('2026-06-10T09:00:00.000Z')] }
    const { daily, list, read, folder, ledgers } = await statsOver([run], '2026-06-10T12:00:00Z')
    await Promise.all([daily.of(1, 'UTC'), daily.of(30, 'Asia/Kathmandu')])
    expect(read).toHaveLength(1)
    const [summary] = list
    if (summary === undefined) throw new Error('There is no run')
    await folder.writeLedger(summary.id, [
      ...(await folder.ledger(summary.id)),
      { type: 'arrived', contact_id: idOf(1), channel: 'whatsapp', at: '2026-06-11T08:00:00.000Z' }
    ])
    const opened = await ledgers.load(summary.id)
    if (opened === null) throw new Error('There is no ledger')
    list[0] = opened.state.summary()
    const days = await daily.of(1, 'UTC')
    expect(days[0]?.by_channel.whatsapp).toEqual({ sent: 2, failed: 0, unknown: 0, skipped: 0 })
    expect(read).toHaveLength(2)
  })

  it('are asked for again after the disk has refused once', async () => {
    const { daily, list, ledgers } = await statsOver(
      [{ stories: [one('2026-06-10T08:00:00.000Z')] }],
      '2026-06-10T12:00:00Z'
    )
    let refused = false
    const failing = new DailyMessages({
      clock: { nowMs: () => Date.parse('2026-06-10T12:00:00Z'), monotonicMs: () => 0 },
      ledgers: {
        ...ledgers,
        scan: (id, onRecord) => {
          if (refused) return ledgers.scan(id, onRecord)
          refused = true
          return Promise.reject(new Error('EIO'))
        }
      },
      runs: { list: () => list, current: (run) => run, state: () => Promise.resolve(null) },
      isPractice: () => false
    })
    await expect(failing.of(1, 'UTC')).rejects.toThrow('EIO')
    expect(await failing.of(1, 'UTC')).toEqual(await daily.of(1, 'UTC'))
  })
})
