import { describe, expect, it } from 'vitest'
import { coalesced } from '../../../src/renderer/stores/coalesced'
import { withChanges } from '../../../src/renderer/stores/run-list'
import { noDeliveries } from '../../../src/shared/domain/delivery'
import type { RunSummary } from '../../../src/shared/domain/run'

const run = (id: string, startedAt: string, fields: Partial<RunSummary> = {}): RunSummary => ({
  id,
  campaign_id: 'a'.repeat(24),
  campaign_name: 'Morning reminder',
  trigger: 'schedule',
  status: 'finished',
  slot: null,
  gateway: 'practice',
  started_at: startedAt,
  finished_at: null,
  total_contacts: 0,
  counts: noDeliveries,
  paused_channels: [],
  sent_by_channel: { whatsapp: 0, telegram: 0, ai_call: 0 },
  ...fields
})

describe('the history of runs', () => {
  it('replaces what changed, adds what is new, and has the newest first', () => {
    const first = run('first', '2026-01-01T09:00:00.000Z', { status: 'running' })
    const second = run('second', '2026-01-02T09:00:00.000Z')
    const changed = withChanges([first], [second, { ...first, status: 'finished' }])
    expect(changed.map(({ id, status }) => [id, status])).toEqual([
      ['second', 'finished'],
      ['first', 'finished']
    ])
  })
})

describe('a coalesced load', () => {
  it('runs once more for all calls that come while it runs', async () => {
    let loads = 0
    const waiting: (() => void)[] = []
    const load = coalesced(async () => {
      loads += 1
      await new Promise<void>((resolve) => waiting.push(resolve))
    })
    const first = load()
    const others = Promise.all([load(), load(), load()])
    expect(loads).toBe(1)
    waiting.shift()?.()
    await first
    await expect.poll(() => waiting.length).toBe(1)
    waiting.shift()?.()
    await others
    expect(loads).toBe(2)
  })
})
