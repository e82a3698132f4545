import { describe, expect, it } from 'vitest'
import { type AttentionItem, attentionItems } from '../../../src/renderer/features/overview/attention-items'
import {
  dayColumns,
  isEmpty,
  messageSeries,
  totalInAll
} from '../../../src/renderer/features/overview/message-plot'
import { nextRuns } from '../../../src/renderer/features/overview/next-runs'
import { perMinute, type Sample, withSample } from '../../../src/renderer/features/overview/rate'
import { lastFinished, resultOf } from '../../../src/renderer/features/overview/run-result'
import { stepsDone } from '../../../src/renderer/features/overview/start-steps'
import type { DayOfMessages } from '../../../src/shared/domain/calendar'
import { perChannel } from '../../../src/shared/domain/channel'
import { noDeliveries } from '../../../src/shared/domain/delivery'
import type { RunSummary } from '../../../src/shared/domain/run'
import type { AppState, CampaignView } from '../../../src/shared/ipc/views'

const AT = '2026-03-10T09:00:00.000Z'

const run = (name: string, fields: Partial<RunSummary> = {}): RunSummary => ({
  id: `${'0'.repeat(24)}_${name}`,
  campaign_id: '0'.repeat(24),
  campaign_name: name,
  trigger: 'schedule',
  status: 'finished',
  slot: null,
  gateway: 'custom',
  started_at: AT,
  finished_at: AT,
  total_contacts: 1,
  counts: noDeliveries,
  paused_channels: [],
  sent_by_channel: { whatsapp: 0, telegram: 0, ai_call: 0 },
  ...fields
})

const calm: AppState = {
  paused_all: false,
  gateway: 'custom',
  next: null,
  open_runs: 0,
  still_runs: [],
  emergency_stop: null,
  clock_hold: null,
  channels: [{ channel: 'whatsapp', state: 'ready', queued: 0 }],
  warnings: [],
  storage_problems: []
}

const occurrence = { at: AT, zone: 'UTC', nominal: '2026-03-10T09:00:00' } as NonNullable<
  CampaignView['next']
>
const about = { campaign_id: '0'.repeat(24), campaign_name: 'Tea', occurrence }

describe('what needs attention', () => {
  const kinds = (items: readonly AttentionItem[]) => items.map(({ kind }) => kind)

  it('is nothing while runs go well and channels only keep their limits', () => {
    const channels = [{ channel: 'telegram' as const, state: 'limited' as const, queued: 9 }]
    expect(attentionItems([run('a'), run('b', { status: 'running' })], { ...calm, channels })).toEqual([])
  })

  it('is what holds up most first, and each kind once', () => {
    const paused = { channel: 'whatsapp' as const, at: AT, errors: 5, attempts: 5, in_a_row: 5 }
    const items = attentionItems(
      [
        run('unknown', { counts: { ...noDeliveries, unknown: 2 } }),
        run('missed 1', { status: 'missed' }),
        run('missed 2', { status: 'missed' }),
        run('skipped', { status: 'missed', dismissed_at: AT }),
        run('paused', { status: 'paused' }),
        run('standing', { status: 'running', paused_channels: [paused] })
      ],
      {
        ...calm,
        paused_all: true,
        emergency_stop: { at: AT, reason: 'operator' },
        clock_hold: { at: AT, by_ms: 1 },
        channels: [{ channel: 'telegram', state: 'unreachable', queued: 9 }],
        storage_problems: [{ file: 'contacts.json', kind: 'damaged' }],
        warnings: [
          { kind: 'asleep_likely', ...about, days_asleep: 3, days_known: 4 },
          { kind: 'disk_low', free_bytes: 12_000_000 },
          { kind: 'storage_failed', file: 'settings.json', detail: 'ENOSPC' },
          { kind: 'gateway_down', ...about, channels: ['whatsapp'] },
          { kind: 'gateway_down', ...about, channels: ['whatsapp'] }
        ]
      }
    )
    expect(kinds(items)).toEqual([
      'storage_problem',
      'emergency',
      'clock',
      'paused_all',
      'paused',
      'standing_still',
      'channels',
      'missed',
      'unknown',
      'gateway_down',
      'storage_failed',
      'disk_low',
      'asleep_likely'
    ])
    expect(items.find(({ kind }) => kind === 'missed')).toMatchObject({
      runs: [{ campaign_name: 'missed 1' }, { campaign_name: 'missed 2' }]
    })
  })
})

describe('the plot of the messages', () => {
  const nothing = () => perChannel(() => ({ sent: 0, failed: 0, unknown: 0, skipped: 0 }))
  const days: DayOfMessages[] = [
    { date: '2026-11-25', by_channel: nothing() },
    {
      date: '2026-11-26',
      by_channel: {
        whatsapp: { sent: 5, failed: 1, unknown: 2, skipped: 3 },
        telegram: { sent: 7, failed: 10, unknown: 0, skipped: 0 },
        ai_call: { sent: 0, failed: 0, unknown: 0, skipped: 4 }
      }
    }
  ]
  const values = (division: 'outcome' | 'channel') =>
    Object.fromEntries(messageSeries(days, division, (part) => part).map((each) => [each.id, each.values]))

  it('divides everything by what became of it, over all channels', () => {
    expect(values('outcome')).toEqual({ sent: [0, 12], failed: [0, 11], unknown: [0, 2], skipped: [0, 7] })
    expect(totalInAll(days, 'sent')).toBe(12)
  })

  it('divides what was sent, and only that, by channel', () => {
    expect(values('channel')).toEqual({ whatsapp: [0, 5], telegram: [0, 7], ai_call: [0, 0] })
  })

  it('is empty only when nothing at all came to an end', () => {
    expect(isEmpty(days)).toBe(false)
    expect(isEmpty([{ date: '2026-11-26', by_channel: nothing() }])).toBe(true)
    const onlySkipped = { ...nothing(), ai_call: { sent: 0, failed: 0, unknown: 0, skipped: 1 } }
    expect(isEmpty([{ date: '2026-11-26', by_channel: onlySkipped }])).toBe(false)
  })

  it('names the calendar dates as they are, wherever the computer is', () => {
    const [, last] = dayColumns(days, 'en')
    expect(last?.label).toMatch(/^Thu,? 26 Nov$/)
    expect(last?.tick).toBe('26 Nov')
    expect(dayColumns(days, 'vi')[1]?.tick).toBe('26/11')
  })
})

describe('the result of a finished run', () => {
  const counts = (some: Partial<RunSummary['counts']>) => ({ counts: { ...noDeliveries, ...some } })

  it.each([
    ['failed', counts({ sent: 9_999, failed: 1, unknown: 5 })],
    ['unknown', counts({ sent: 9_999, unknown: 1 })],
    [
      'stopped',
      { ...counts({ sent: 1, skipped: 5 }), stop: { reason: 'operator' as const, at: AT, note: '' } }
    ],
    ['nothing_sent', counts({ skipped: 5 })],
    ['sent', counts({ sent: 1, skipped: 5 })]
  ])('%s', (result, fields) => {
    expect(resultOf(run('Tea', fields))).toBe(result)
  })

  it('is shown of those that ended last, whenever they began', () => {
    const runs = [
      run('long', { finished_at: '2026-03-10T12:00:00.000Z' }),
      run('open', { status: 'running', finished_at: null }),
      run('early', { finished_at: '2026-03-10T10:00:00.000Z' }),
      run('late', { finished_at: '2026-03-10T13:00:00.000Z' })
    ]
    expect(lastFinished(runs, 2).map(({ campaign_name }) => campaign_name)).toEqual(['late', 'long'])
  })
})

it('the next runs are in the order in which they come, one of each campaign that has one', () => {
  const view = (name: string, at: string | null) =>
    ({ campaign: { name }, next: at === null ? null : { ...occurrence, at } }) as CampaignView
  const views = [view('b', '2026-03-11T09:00:00.000Z'), view('none', null), view('a', AT)]
  expect(nextRuns(views).map(({ campaign }) => campaign.name)).toEqual(['a', 'b'])
})

describe('the speed of a run', () => {
  const watched = (...samples: readonly Sample[]) => samples.reduce<readonly Sample[]>(withSample, [])

  it('is not said before it was watched for a while', () => {
    expect(perMinute(watched({ atMs: 0, settled: 0 }, { atMs: 9_000, settled: 90 }))).toBe(null)
  })

  it('is that of the last minute: what was fast before does not count', () => {
    const samples = watched(
      { atMs: 0, settled: 0 },
      { atMs: 30_000, settled: 5_000 },
      { atMs: 60_000, settled: 5_010 },
      { atMs: 90_000, settled: 5_020 }
    )
    expect(perMinute(samples)).toBe(20)
  })
})

describe('the first steps', () => {
  it('are ticked as they are done, in whatever order', () => {
    expect([...stepsDone({ people: 0, campaigns: 0, runs: [] })]).toEqual([])
    expect([...stepsDone({ people: 0, campaigns: 1, runs: [] })]).toEqual(['campaign'])
    expect([...stepsDone({ people: 3, campaigns: 1, runs: [{ started_at: null }] })]).toEqual([
      'people',
      'campaign'
    ])
    expect(stepsDone({ people: 0, campaigns: 0, runs: [{ started_at: AT }] }).has('watch')).toBe(true)
  })
})
