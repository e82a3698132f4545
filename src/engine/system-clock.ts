import { performance } from 'node:perf_hooks'
import type { Clock, Timers } from './ports'

/** The computer's clock: the one place that reads the time. */
export const systemClock: Clock = {
  nowMs: () => Date.now(),
  monotonicMs: () => performance.now()
}

/** The timers of the event loop. */
export const systemTimers: Timers = {
  after(ms, callback) {
    if (ms <= 0) {
      const immediate = setImmediate(callback)
      return () => clearImmediate(immediate)
    }
    const timer = setTimeout(callback, ms)
    return () => clearTimeout(timer)
  }
}

/** The stored form of an instant: UTC, ISO 8601, milliseconds. */
export const isoOf = (epochMs: number): string => new Date(epochMs).toISOString()
