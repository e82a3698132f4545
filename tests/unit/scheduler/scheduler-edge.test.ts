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
  const tell = (ms: number) => void left.splice(0, left.length, ms)
  return { scheduler, campaign, armed, carryOut, onExhausted, onError, tell }
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

describe('a slot whose time has come', () => {
  it('runs once, also when somebody asked for the next one before it was judged, and again and again', async () => {
    const { scheduler, campaign, armed, carryOut, tell } = atTheEdge('daily', [-60_000])
    scheduler.start()
    await scheduler.judged()
    for (const day of [10, 11, 12]) {
      tell(Date.parse(`2026-03-${day}T06:00:00.300Z`))
      // The window asks while the timer is about to ring.
      expect(scheduler.next(campaign)?.at).toBe(`2026-03-${day + 1}T06:00:00.000Z`)
      armed.at(-1)!.wake()
      await scheduler.judged()
      scheduler.look()
      await scheduler.judged()
    }
    const ran = carryOut.mock.calls.map(([, { run, missed }]) => [run?.slot.nominal, missed.length])
    expect(ran).toEqual([10, 11, 12].map((day) => [`2026-03-${day}T06:00:00`, 0]))
    await scheduler.stop()
  })

  it('is judged with all that came before it since the last look, each once', async () => {
    const { scheduler, armed, carryOut, tell } = atTheEdge('daily', [-60_000])
    scheduler.start()
    await scheduler.judged()
    tell(Date.parse('2026-03-13T06:00:10Z'))
    armed.at(-1)!.wake()
    await scheduler.judged()
    const { run, missed } = carryOut.mock.calls[0]![1]
    expect(run?.slot.nominal).toBe('2026-03-13T06:00:00')
    expect(missed.map(({ slot }) => slot.nominal)).toEqual(
      [10, 11, 12].map((day) => `2026-03-${day}T06:00:00`)
    )
    expect(armed.at(-1)!.atMs).toBe(Date.parse('2026-03-14T06:00:00Z'))
    scheduler.look()
    await scheduler.judged()
    expect(carryOut).toHaveBeenCalledOnce()
    await scheduler.stop()
  })

  it('is found anew when the clock was set back and all is forgotten', async () => {
    const { scheduler, armed, carryOut, tell } = atTheEdge('daily', [5])
    scheduler.start()
    await scheduler.judged()
    tell(DUE_MS - 3_600_000)
    scheduler.forget()
    scheduler.look()
    await scheduler.judged()
    expect(armed.at(-1)!.atMs).toBe(DUE_MS)
    tell(DUE_MS)
    armed.at(-1)!.wake()
    await scheduler.judged()
    expect(carryOut.mock.calls.map(([, { run }]) => run?.slot.at)).toEqual([
      '2026-03-10T06:00:00.000Z',
      '2026-03-10T06:00:00.000Z'
    ])
    await scheduler.stop()
  })
})
