import { describe, expect, it } from 'vitest'
import {
  differencesOf,
  earlierRuns,
  largestOf
} from '../../../src/renderer/features/runs/compared/comparison'
import { firstMatch } from '../../../src/renderer/features/runs/deliveries/first-match'
import { lastedMs } from '../../../src/renderer/features/runs/run-lasted'
import { triggerBeside } from '../../../src/renderer/features/runs/trigger-beside'
import { newestFirst } from '../../../src/renderer/stores/run-list'
import { noDeliveries } from '../../../src/shared/domain/delivery'
import type { RunSummary } from '../../../src/shared/domain/run'

const CAMPAIGN = 'a'.repeat(24)

const run = (day: number, fields: Partial<RunSummary> = {}): RunSummary => ({
  id: `${CAMPAIGN}_${day}`,
  campaign_id: CAMPAIGN,
  campaign_name: 'Morning reminder',
  trigger: 'schedule',
  status: 'finished',
  slot: null,
  gateway: 'custom',
  started_at: `2026-01-${String(day).padStart(2, '0')}T09:00:00.000Z`,
  finished_at: null,
  total_contacts: 10,
  counts: { ...noDeliveries, sent: 10 },
  paused_channels: [],
  sent_by_channel: { whatsapp: 10, telegram: 0, ai_call: 0 },
  ...fields
})

const daysOf = (runs: readonly RunSummary[]) => runs.map(({ id }) => Number(id.split('_')[1]))

describe('the runs that a run is compared with', () => {
  it('are the ten before it, newest first, and none after it', () => {
    const runs = Array.from({ length: 20 }, (_, day) => run(day + 1)).sort(newestFirst)
    expect(daysOf(earlierRuns(runs, run(15)))).toEqual([14, 13, 12, 11, 10, 9, 8, 7, 6, 5])
  })

  it('are of the same campaign and kind, and did start', () => {
    const runs = [
      run(9, { campaign_id: 'b'.repeat(24) }),
      run(8, { gateway: 'practice' }),
      run(7, { gateway: 'practice', trigger: 'rehearsal' }),
      run(6, { status: 'missed', started_at: null }),
      run(5, { gateway: 'reference' })
    ]
    expect(daysOf(earlierRuns(runs, run(10)))).toEqual([5])
    expect(daysOf(earlierRuns(runs, run(10, { gateway: 'practice' })))).toEqual([8])
    expect(daysOf(earlierRuns(runs, run(10, { gateway: 'practice', trigger: 'rehearsal' })))).toEqual([7])
  })
})

describe('how a run differs from the last one', () => {
  const counts = (fields: Partial<RunSummary['counts']>) => ({ counts: { ...noDeliveries, ...fields } })

  it('names the failures first, and nothing that is the same', () => {
    const now = run(10, counts({ sent: 5, failed: 3, skipped: 2 }))
    const last = run(9, counts({ sent: 7, failed: 1, skipped: 2 }))
    expect(differencesOf(now, [last])).toEqual([
      { state: 'failed', by: 2 },
      { state: 'sent', by: -2 }
    ])
    expect(differencesOf(now, [now])).toEqual([])
  })

  it('is looked for in the last run that went to everybody', () => {
    const retry = run(9, { trigger: 'retry', retry_of: run(7).id, ...counts({ sent: 1 }) })
    const cut = run(8, { status: 'paused', ...counts({ sent: 2 }) })
    expect(differencesOf(run(10), [retry, cut, run(7, counts({ sent: 9 }))])).toEqual([
      { state: 'sent', by: 1 }
    ])
    expect(differencesOf(run(10), [retry, cut])).toBeNull()
  })

  it('is not said of a retry, nor of a run under way', () => {
    expect(differencesOf(run(10, { trigger: 'retry', retry_of: run(9).id }), [run(9)])).toBeNull()
    expect(differencesOf(run(10, { status: 'running' }), [run(9)])).toBeNull()
  })

  it('leaves the retry of a rehearsal out in the same way, though it is a rehearsal itself', () => {
    const rehearsal = (day: number, fields: Partial<RunSummary>) =>
      run(day, { trigger: 'rehearsal', gateway: 'practice', ...fields })
    const first = rehearsal(7, counts({ sent: 9, failed: 1 }))
    const retry = rehearsal(8, { retry_of: first.id, ...counts({ sent: 1 }) })
    expect(differencesOf(rehearsal(9, {}), [retry, first])).toEqual([
      { state: 'failed', by: -1 },
      { state: 'sent', by: 1 }
    ])
    expect(differencesOf(retry, [first])).toBeNull()
    expect(triggerBeside(first)).toBeNull()
    expect(triggerBeside(retry)).toBe('retry')
  })

  it('is drawn on one scale a state', () => {
    const largest = largestOf([
      run(1, counts({ sent: 5, failed: 1 })),
      run(2, counts({ sent: 2, failed: 4 }))
    ])
    expect(largest).toEqual({ sent: 5, failed: 4, unknown: 0, skipped: 0 })
  })
})

describe('firstMatch', () => {
  const cell = (matches: boolean) => ({ state: 'sent' as const, matches })

  it('is the first channel of the flow that was asked for, else the first there is', () => {
    const flow = ['telegram', 'whatsapp', 'ai_call'] as const
    expect(firstMatch({ cells: { whatsapp: cell(true), telegram: cell(false) } }, flow)).toBe('whatsapp')
    expect(firstMatch({ cells: { whatsapp: cell(true), telegram: cell(true) } }, flow)).toBe('telegram')
    expect(firstMatch({ cells: { whatsapp: cell(false), ai_call: cell(false) } }, flow)).toBe('whatsapp')
    expect(firstMatch({ cells: {} }, flow)).toBeUndefined()
  })
})

describe('lastedMs', () => {
  it('is not known before the end, and never negative when the clock was set back', () => {
    const started_at = '2026-01-01T09:00:00.000Z'
    expect(lastedMs({ started_at, finished_at: null })).toBeNull()
    expect(lastedMs({ started_at, finished_at: '2026-01-01T09:00:05.000Z' })).toBe(5_000)
    expect(lastedMs({ started_at, finished_at: '2026-01-01T08:59:00.000Z' })).toBe(0)
  })
})
