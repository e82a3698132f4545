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

/** Watches how long the event loop of this thread is held up. */
export function watchStalls(): Stalls {
  let longestMs = 0
  let peakBytes = 0
  let lastMs = performance.now()
  const timer = setInterval(() => {
    const nowMs = performance.now()
    longestMs = Math.max(longestMs, nowMs - lastMs - SAMPLE_MS)
    lastMs = nowMs
    peakBytes = Math.max(peakBytes, process.memoryUsage.rss())
  }, SAMPLE_MS)
  return {
    stop() {
      clearInterval(timer)
      return {
        longestMs: Math.max(longestMs, performance.now() - lastMs - SAMPLE_MS),
        peakMiB: peakBytes / 2 ** 20
      }
    }
  }
}
