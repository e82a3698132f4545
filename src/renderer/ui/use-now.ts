import { useEffect, useState } from 'react'
import { everyWhileVisible } from '../while-visible'

/**
 * The present moment in milliseconds, renewed every `intervalMs`, for countdowns and relative times;
 * it stands still while nobody sees it.
 */
export function useNow(intervalMs: number): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => everyWhileVisible(intervalMs, () => setNow(Date.now())), [intervalMs])
  return now
}

const SECOND_MS = 1_000
const HALF_A_MINUTE_MS = 30_000
const HOUR_MS = 3_600_000

/** The present moment for a countdown to that instant: seconds are counted in the last hour only. */
export function useCountdownNow(untilMs: number): number {
  const leftMs = untilMs - useNow(HALF_A_MINUTE_MS)
  return useNow(leftMs > 0 && leftMs < HOUR_MS ? SECOND_MS : HALF_A_MINUTE_MS)
}
