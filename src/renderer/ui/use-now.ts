import { useEffect, useState } from 'react'

/** The present moment in milliseconds, renewed every `intervalMs`, for countdowns and relative times. */
export function useNow(intervalMs: number): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), intervalMs)
    return () => clearInterval(timer)
  }, [intervalMs])
  return now
}
