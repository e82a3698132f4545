import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { followRun } from '../../../src/renderer/features/runs/follow-run'
import { noDeliveries } from '../../../src/shared/domain/delivery'
import type { RunDetail, RunSummary } from '../../../src/shared/domain/run'
import { ok, type Result } from '../../../src/shared/result'

const ID = `${'0'.repeat(24)}_1`

const summary = (id: string): RunSummary => ({
  id,
  campaign_id: '0'.repeat(24),
  campaign_name: 'One',
  trigger: 'manual',
  status: 'running',
  slot: null,
  gateway: 'practice',
  started_at: null,
  finished_at: null,
  total_contacts: 1,
  counts: noDeliveries,
  paused_channels: [],
  sent_by_channel: { whatsapp: 0, telegram: 0, ai_call: 0 }
})

function gatewayTo() {
  const listeners = new Set<(runs: readonly RunSummary[]) => void>()
  const loads: string[] = []
  return {
    loads,
    announce: (id: string) => listeners.forEach((listener) => listener([summary(id)])),
    listening: () => listeners.size,
    api: {
      getRun: (id: string): Promise<Result<RunDetail>> => {
        loads.push(id)
        return Promise.resolve(ok({ summary: summary(id), text: '', flow: [], deliveries: [], waits: [] }))
      },
      onRunsChanged: (listener: (runs: readonly RunSummary[]) => void) => {
        listeners.add(listener)
        return () => void listeners.delete(listener)
      }
    }
  }
}

describe('followRun', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('loads once, then once more for any number of changes in between', async () => {
    const main = gatewayTo()
    const shown: Result<RunDetail>[] = []
    const stop = followRun(ID, main.api, (result) => shown.push(result))
    await vi.advanceTimersByTimeAsync(0)
    expect(shown).toHaveLength(1)
    for (let change = 0; change < 20; change += 1) main.announce(ID)
    expect(main.loads).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(main.loads).toHaveLength(2)
    stop()
  })

  it('leaves other runs alone and loads at once after a quiet time', async () => {
    const main = gatewayTo()
    const stop = followRun(ID, main.api, () => undefined)
    await vi.advanceTimersByTimeAsync(10_000)
    main.announce('another')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(main.loads).toHaveLength(1)
    main.announce(ID)
    expect(main.loads).toHaveLength(2)
    stop()
  })

  it('shows nothing and listens to nothing once stopped', async () => {
    const main = gatewayTo()
    const shown: Result<RunDetail>[] = []
    const stop = followRun(ID, main.api, (result) => shown.push(result))
    stop()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(shown).toEqual([])
    expect(main.listening()).toBe(0)
    expect(vi.getTimerCount()).toBe(0)
  })
})
