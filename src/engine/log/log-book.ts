import type { LogLine } from '../../shared/domain/log-line'
import type { Clock, Log } from '../ports'
import { isoOf } from '../system-clock'
import { formatEvent } from './format-event'

/** Lines that are kept in memory for a window that opens later. */
const CAPACITY = 10_000

export interface LogBook {
  readonly log: Log
  /** The kept lines behind `seq`, oldest first. */
  after(seq: number): readonly LogLine[]
  /** Calls the listener with every new line, at once. Returns the unsubscribe function. */
  subscribe(listener: (line: LogLine) => void): () => void
}

/** Turns events into numbered lines, keeps the latest and hands each to whoever listens. */
export function createLogBook(clock: Clock): LogBook {
  const listeners = new Set<(line: LogLine) => void>()
  let lines: LogLine[] = []
  let seq = 0
  return {
    log: (event) => {
      for (const body of formatEvent(event)) {
        seq += 1
        const line = { ...body, seq, at: isoOf(clock.nowMs()) }
        lines.push(line)
        // Cut seldom and by half: shifting ten thousand entries at every line would cost more than the line.
        if (lines.length >= CAPACITY * 1.5) lines = lines.slice(-CAPACITY)
        for (const listener of listeners) listener(line)
      }
    },
    after: (after) => lines.filter((line) => line.seq > after).slice(-CAPACITY),
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    }
  }
}

/** A line as the log file and the terminal show it. */
export const plainLine = (line: LogLine): string => `${line.at} ${line.text}`
