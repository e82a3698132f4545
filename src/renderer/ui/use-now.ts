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
