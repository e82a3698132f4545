import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { followRun } from '../../../src/renderer/stores/run-follower'
import { noDeliveries } from '../../../src/shared/domain/delivery'
import type { RunSummary } from '../../../src/shared/domain/run'

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

/** A run whose changes the test announces; each load takes as long as it is told. */
function follow(loadMs = 0) {
  const listeners = new Set<(runs: readonly RunSummary[]) => void>()
  const startedAt: number[] = []
  const follower = followRun(
    ID,
    (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    async () => {
      startedAt.push(performance.now())
      await new Promise((resolve) => setTimeout(resolve, loadMs))
    }
  )
  return {
    follower,
    startedAt,
    announce: (id: string) => listeners.forEach((listener) => listener([summary(id)])),
    listening: () => listeners.size
  }
}

describe('followRun', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('loads once for any number of changes in between, and again after the last one', async () => {
    const { follower, startedAt, announce } = follow()
    follower.again()
    await vi.advanceTimersByTimeAsync(10)
    for (let change = 0; change < 20; change += 1) announce(ID)
    expect(startedAt).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(startedAt).toHaveLength(2)
    follower.stop()
  })

  it('loads at most four times a second, and more seldom when a load takes long', async () => {
    const quick = follow()
    const slow = follow(1_000)
    for (let tick = 0; tick < 100; tick += 1) {
      quick.announce(ID)
      slow.announce(ID)
      await vi.advanceTimersByTimeAsync(100)
    }
    expect(quick.startedAt.length).toBeGreaterThan(20)
    expect(quick.startedAt.length).toBeLessThanOrEqual(41)
    expect(slow.startedAt.length).toBeLessThanOrEqual(3)
    quick.follower.stop()
    slow.follower.stop()
  })

  it('leaves other runs alone and loads at once after a quiet time', async () => {
    const { follower, startedAt, announce } = follow()
    follower.again()
    await vi.advanceTimersByTimeAsync(10_000)
    announce('another')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(startedAt).toHaveLength(1)
    announce(ID)
    expect(startedAt).toHaveLength(2)
    follower.stop()
  })

  it('does nothing more once stopped', async () => {
    const { follower, startedAt, announce, listening } = follow(50)
    follower.again()
    announce(ID)
    follower.stop()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(startedAt).toHaveLength(1)
    expect(listening()).toBe(0)
    expect(vi.getTimerCount()).toBe(0)
  })
})
