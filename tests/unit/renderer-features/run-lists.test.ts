import { describe, expect, it } from 'vitest'
import { filterRuns } from '../../../src/renderer/features/runs/list/run-filter'
import { needsAttention, settledOf } from '../../../src/renderer/features/runs/run-progress'
import { progressParts } from '../../../src/renderer/ui/progress-parts'
import { noDeliveries } from '../../../src/shared/domain/delivery'
import type { RunSummary } from '../../../src/shared/domain/run'

const run = (name: string, fields: Partial<RunSummary> = {}): RunSummary => ({
  id: `${'0'.repeat(24)}_${name}`,
  campaign_id: '0'.repeat(24),
  campaign_name: name,
  trigger: 'schedule',
  status: 'finished',
  slot: null,
  gateway: 'practice',
  started_at: null,
  finished_at: null,
  total_contacts: 1,
  counts: noDeliveries,
  paused_channels: [],
  sent_by_channel: { whatsapp: 0, telegram: 0, ai_call: 0 },
  ...fields
})

describe('progressParts', () => {
  it('draws a single failure among many, and fills the bar', () => {
    const parts = progressParts({ ...noDeliveries, sent: 99_999, failed: 1 })
    expect(parts.map((part) => part.state)).toEqual(['sent', 'failed'])
    expect(parts[1]?.percent).toBeGreaterThan(1)
    expect(parts.reduce((sum, part) => sum + part.percent, 0)).toBeCloseTo(100)
  })

  it('has no parts when there is nothing to send', () => {
    expect(progressParts(noDeliveries)).toEqual([])
  })
})

describe('settledOf', () => {
  it('counts every end, good or bad, as done', () => {
    const counts = { queued: 3, sending: 1, sent: 4, failed: 2, unknown: 1, skipped: 5 }
    expect(settledOf(counts)).toEqual({ settled: 12, total: 16 })
    expect(needsAttention(counts)).toBe(true)
    expect(needsAttention({ ...noDeliveries, sent: 1, skipped: 2 })).toBe(false)
  })
})

describe('filterRuns', () => {
  const runs = [
    run('Nhắc lịch'),
    run('Failed', { counts: { ...noDeliveries, failed: 1 } }),
    run('Unknown', { counts: { ...noDeliveries, unknown: 1 } }),
    run('Missed', { status: 'missed' }),
    run('Paused', { status: 'paused' })
  ]
  const names = (view: Parameters<typeof filterRuns>[1], query = '') =>
    filterRuns(runs, view, query).map((one) => one.campaign_name)

  it('counts as a problem whatever did not simply go well', () => {
    expect(names('problems')).toEqual(['Failed', 'Unknown', 'Missed', 'Paused'])
    expect(names('missed')).toEqual(['Missed'])
  })

  it('finds a campaign without its accents', () => {
    expect(names('all', 'nhac lich')).toEqual(['Nhắc lịch'])
    expect(names('problems', 'nhac')).toEqual([])
  })
})
