import { describe, expect, it, vi } from 'vitest'
import { Scheduler, type SchedulerContext } from '../../../src/engine/scheduler/scheduler'
import { campaignSchema } from '../../../src/shared/domain/campaign'
import type { ScheduleSettings } from '../../../src/shared/domain/schedule'
import { activeCampaign } from '../../support/engine/records'

const DUE_MS = Date.parse('2026-03-10T06:00:00Z')

/** A campaign that is due at six, on a clock that says `readings`, one after the other, and stays at the last. */
function atTheEdge(frequency: ScheduleSettings['frequency'], readings: readonly number[]) {
  const campaign = campaignSchema.parse(
    activeCampaign(1, {
      schedule_settings: { frequency, start_time: '2026-03-10T06:00:00', timezone: 'UTC' },
      effective_from: '2026-03-01T00:00:00.000Z'
    })
  )
  const left = readings.map((offsetMs) => DUE_MS + offsetMs)
  const nowMs = () => (left.length > 1 ? left.shift()! : left[0]!)
  const armed: { atMs: number; wake: () => void }[] = []
  const carryOut = vi.fn<SchedulerContext['carryOut']>(() => Promise.resolve())
  const onExhausted = vi.fn(() => Promise.resolve())
  const onError = vi.fn()
  const scheduler = new Scheduler({
    clock: { nowMs, monotonicMs: () => performance.now() },
    armTimer: (atMs, wake) => {
      armed.push({ atMs, wake })
      return () => undefined
    },
    campaigns: () => [campaign],
    floorMs: () => Date.parse('2026-03-01T00:00:00Z'),
    isSettled: () => false,
    isOpen: () => false,
    hasBuffered: () => false,
    isEmergency: () => false,
    startBuffered: () => Promise.resolve(),
    runsLeft: () => Infinity,
    prepare: () => null,
    carryOut,
    onExhausted,
    onError
  })
  return { scheduler, campaign, armed, carryOut, onExhausted, onError }
}

/** A timer may ring a millisecond early, and a look may begin for any reason just before a slot. */
describe('a look that begins just before a slot and ends just after it', () => {
  for (const frequency of ['once', 'daily'] as const) {
    for (const readings of [
      [-1, 0],
      [-1, 1],
      [-1, -1, 1],
      [-1, -1, -1, 1]
    ]) {
      it(`lets the slot run (${frequency}; the clock says ${readings.join(', ')} ms)`, async () => {
        const { scheduler, armed, carryOut, onExhausted } = atTheEdge(frequency, readings)
        scheduler.start()
        await scheduler.judged()
        expect(onExhausted).not.toHaveBeenCalled()
        // A timer that rings early rings again.
        for (let rings = 0; rings < 3 && carryOut.mock.calls.length === 0; rings += 1) {
          const timer = armed.at(-1)!
          expect(timer.atMs).toBe(DUE_MS)
          timer.wake()
          await scheduler.judged()
        }
        expect(carryOut).toHaveBeenCalledOnce()
        expect(carryOut.mock.calls[0]![1].run?.slot.at).toBe('2026-03-10T06:00:00.000Z')
        await scheduler.stop()
      })
    }
  }

  it('the next slot that is shown is the one after this moment all the same', async () => {
    const { scheduler, campaign } = atTheEdge('daily', [-1, 1])
    scheduler.start()
    await scheduler.judged()
    expect(scheduler.next(campaign)?.at).toBe('2026-03-11T06:00:00.000Z')
    await scheduler.stop()
  })
})

it('a slot that cannot be made durable is tried again after a while, not at once', async () => {
  const { scheduler, armed, carryOut, onError } = atTheEdge('daily', [5])
  carryOut.mockRejectedValue(new Error('disk full'))
  scheduler.start()
  await scheduler.judged()
  expect(onError).toHaveBeenCalled()
  expect(armed.at(-1)!.atMs).toBeGreaterThan(DUE_MS + 10_000)
  await scheduler.stop()
})
