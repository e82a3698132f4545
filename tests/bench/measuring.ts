/** The middle of the measurements: one slow round does not move it. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

const SAMPLE_MS = 2

export interface Stalls {
  /** Gives the longest time between two turns of the event loop, and the largest memory that was seen. */
  stop(): { readonly longestMs: number; readonly peakMiB: number }
}

/** A clock in milliseconds. */
export type ClockMs = () => number

/** The time that this process has spent on a processor: what a busy machine takes away does not count. */
export const processorMs: ClockMs = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}

const wallMs: ClockMs = () => performance.now()

/** Watches how long the event loop of this thread is held up, by the clock on the wall if no other is given. */
export function watchStalls(clock = wallMs): Stalls {
  let longestMs = 0
  let peakBytes = 0
  let lastMs = clock()
  const timer = setInterval(() => {
    const nowMs = clock()
    longestMs = Math.max(longestMs, nowMs - lastMs - SAMPLE_MS)
    lastMs = nowMs
    peakBytes = Math.max(peakBytes, process.memoryUsage.rss())
  }, SAMPLE_MS)
  return {
    stop() {
      clearInterval(timer)
      return {
        longestMs: Math.max(longestMs, clock() - lastMs - SAMPLE_MS),
        peakMiB: peakBytes / 2 ** 20
      }
    }
  }
}
