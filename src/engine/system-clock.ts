import { performance } from 'node:perf_hooks'
import type { Clock } from './ports'

/** The computer's clock: the one place that reads the time. */
export const systemClock: Clock = {
  nowMs: () => Date.now(),
  monotonicMs: () => performance.now()
}

/** The stored form of an instant: UTC, ISO 8601, milliseconds. */
export const isoOf = (epochMs: number): string => new Date(epochMs).toISOString()
