import { describe, expect, it, onTestFinished } from 'vitest'
import { Lane } from '../../../src/engine/limits/lane'
import { visitLane, type Visitor } from '../../../src/engine/limits/lane-visit'
import { Pace } from '../../../src/engine/limits/pace'
import { systemClock, systemTimers } from '../../../src/engine/system-clock'
import { NO_LIMITS } from '../../../src/shared/domain/settings'

/** A channel that lets one message go at a time. */
function oneAtATime(): Lane {
  const limits = () => ({ ...NO_LIMITS, concurrency: 1 })
  const lane = new Lane({
    clock: systemClock,
    timers: systemTimers,
    pace: new Pace(systemClock, limits),
    limits,
    isHeld: () => false,
    secretWait: () => null,
    onHold: () => undefined
  })
  onTestFinished(() => lane.stop())
  return lane
}

const visitor = (act: Visitor['act']): Visitor => ({
  clock: systemClock,
  isHeld: () => false,
  probe: () => Promise.resolve(true),
  act
})

describe('a visit to a channel', () => {
  it('that goes wrong is heard of by the visitor, and its place is free again', async () => {
    const lane = oneAtATime()
    const wrong = new Error('a bug of the visitor')
    await expect(
      visitLane(
        lane,
        visitor(() => Promise.reject(wrong))
      )
    ).rejects.toBe(wrong)
    await expect.poll(() => lane.inFlight).toBe(0)
    expect(lane.queued).toBe(0)
    expect(
      await visitLane(
        lane,
        visitor(() => Promise.resolve(null))
      )
    ).toBeNull()
  })

  it('that goes wrong at once is no different', async () => {
    const lane = oneAtATime()
    const fails = () => {
      throw new Error('before anything was awaited')
    }
    await expect(visitLane(lane, visitor(fails))).rejects.toThrow('before anything was awaited')
    await expect.poll(() => lane.inFlight).toBe(0)
    expect(
      await visitLane(
        lane,
        visitor(() => Promise.resolve(null))
      )
    ).toBeNull()
  })
})
