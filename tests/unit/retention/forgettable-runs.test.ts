import { describe, expect, it } from 'vitest'
import { forgettableRuns } from '../../../src/engine/retention/forgettable-runs'
import { runSummarySchema, type RunSummary } from '../../../src/shared/domain/run'
import { idOf } from '../../support/engine/records'

const BEFORE = '2026-06-01T00:00:00.000Z'
const OLD = '2026-05-01T09:00:00.000Z'
const NEW = '2026-06-02T09:00:00.000Z'

const none = { queued: 0, sending: 0, sent: 1, failed: 0, unknown: 0, skipped: 0 }

const run = (name: string, changes: Partial<RunSummary> = {}): RunSummary => ({
  ...runSummarySchema.parse({
    id: `${idOf(1)}_${name}`,
    campaign_id: idOf(1),
    campaign_name: 'Campaign',
    trigger: 'schedule',
    status: 'finished',
    slot: { nominal: '2026-05-01T09:00:00', zone: 'UTC', at: OLD },
    gateway: 'custom',
    started_at: OLD,
    finished_at: OLD,
    total_contacts: 1,
    counts: none,
    sent_by_channel: { whatsapp: 1, telegram: 0, ai_call: 0 }
  }),
  ...changes
})

const forgotten = (...runs: readonly RunSummary[]): string[][] =>
  forgettableRuns(runs, BEFORE).map((chain) => chain.map(({ id }) => id.slice(25)))

describe('a run may be forgotten', () => {
  it('when it ended long enough ago', () => {
    expect(forgotten(run('old'), run('new', { finished_at: NEW }))).toEqual([['old']])
  })

  it.each<[string, Partial<RunSummary>]>([
    ['it is open', { status: 'running', finished_at: null }],
    ['it is paused', { status: 'paused', finished_at: null }],
    ['it waits for another run', { status: 'buffered', started_at: null, finished_at: null }],
    ['an outcome is unknown', { counts: { ...none, unknown: 1 } }],
    ['nobody has decided about the missed slot', { status: 'missed', started_at: null, finished_at: null }],
    [
      'somebody decided about the missed slot lately',
      { status: 'missed', started_at: null, finished_at: null, dismissed_at: NEW }
    ],
    ['its slot lies ahead', { slot: { nominal: '2026-07-01T09:00:00', zone: 'UTC', at: NEW } }]
  ])('but not while %s', (_why, changes) => {
    expect(forgotten(run('kept', changes))).toEqual([])
  })

  it('when it is a missed slot that was skipped long ago', () => {
    const skipped = { status: 'missed', started_at: null, finished_at: null, dismissed_at: OLD } as const
    expect(forgotten(run('skipped', skipped))).toEqual([['skipped']])
  })

  it('only together with all its retries, the first one first', () => {
    const first = run('first')
    const second = run('second', {
      trigger: 'retry',
      slot: null,
      retry_of: first.id,
      started_at: '2026-05-02T09:00:00.000Z',
      finished_at: '2026-05-02T09:00:00.000Z'
    })
    const third = run('third', {
      trigger: 'retry',
      slot: null,
      retry_of: second.id,
      started_at: NEW,
      finished_at: NEW
    })
    expect(forgotten(third, second, first)).toEqual([])
    expect(forgotten(second, first)).toEqual([['first', 'second']])
  })

  it('also as a retry whose first run is gone already', () => {
    expect(forgotten(run('retry', { trigger: 'retry', slot: null, retry_of: `${idOf(1)}_gone` }))).toEqual([
      ['retry']
    ])
  })
})
