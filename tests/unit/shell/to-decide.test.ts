import { expect, it } from 'vitest'
import { toDecide } from '../../../src/shared/domain/to-decide'
import type { ChannelView } from '../../../src/shared/ipc/views'
import { type RunSummary, runSummarySchema } from '../../../src/shared/domain/run'

const COUNTS = { queued: 0, sending: 0, sent: 0, failed: 0, unknown: 0, skipped: 0 }
const AT = '2026-03-10T09:00:00.000Z'

const run = (changes: Partial<RunSummary>): RunSummary =>
  runSummarySchema.parse({
    id: `${'a'.repeat(24)}_slot`,
    campaign_id: 'a'.repeat(24),
    campaign_name: 'Tea',
    trigger: 'schedule',
    status: 'finished',
    slot: null,
    gateway: 'custom',
    started_at: AT,
    finished_at: AT,
    total_contacts: 1,
    counts: COUNTS,
    sent_by_channel: { whatsapp: 0, telegram: 0, ai_call: 0 },
    ...changes
  })

it.each<[number, Partial<RunSummary>]>([
  [0, {}],
  [0, { status: 'running' }],
  [0, { counts: { ...COUNTS, failed: 3 } }],
  [1, { status: 'missed' }],
  [0, { status: 'missed', dismissed_at: AT }],
  [1, { status: 'paused', pause: { reason: 'away', at: AT, note: '' } }],
  [1, { counts: { ...COUNTS, unknown: 2 } }],
  [1, { status: 'paused', counts: { ...COUNTS, unknown: 2 } }]
])('counts %i for %j', (count, changes) => {
  expect(toDecide([run({}), run(changes)], [])).toBe(count)
})

it('counts a channel that does not go on by itself, and none that does', () => {
  const channel = (state: ChannelView['state']): ChannelView => ({ channel: 'telegram', state, queued: 1 })
  expect(toDecide([], [channel('paused')])).toBe(1)
  expect(toDecide([], [channel('retry_after'), channel('unreachable'), channel('limited')])).toBe(0)
})
