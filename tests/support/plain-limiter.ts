import type { EtaInput } from '../../src/engine/limits/eta'

/**
 * When the last of those that wait leaves, by letting out one after the other: each at the first instant that every
 * window, the mean gap and the free places allow. Those in flight began now; every request takes the mean time.
 */
export function lastDepartureMs({ waiting, limits, usage, nowMs, averageMs, inFlight }: EtaInput): number {
  const { per_second, per_minute, per_hour, per_day, gap_min_s, gap_max_s } = limits
  const windows = [
    [per_second, 1_000],
    [per_minute, 60_000],
    [per_hour, 3_600_000],
    [per_day, 86_400_000]
  ] as const
  const gapMs = ((gap_min_s + gap_max_s) / 2) * 1_000
  const places = limits.concurrency === 0 ? 32 : limits.concurrency
  const left = [...usage]
  const busyUntilMs = Array.from({ length: inFlight }, () => nowMs + averageMs)
  let lastMs = nowMs
  for (let sent = 0; sent < waiting; sent += 1) {
    let atMs = sent === 0 ? nowMs : lastMs + gapMs
    for (const [limit, windowMs] of windows) {
      const before = limit === 0 ? undefined : left.at(-limit)
      if (before !== undefined) atMs = Math.max(atMs, before + windowMs)
    }
    const freeMs = busyUntilMs.at(-places)
    if (freeMs !== undefined) atMs = Math.max(atMs, freeMs)
    left.push(atMs)
    busyUntilMs.push(atMs + averageMs)
    lastMs = atMs
  }
  return lastMs
}
