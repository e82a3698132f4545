import { useEffect, useRef, useState } from 'react'
import { everyWhileVisible } from '../../while-visible'
import { perMinute, type Sample, withSample } from './rate'

const LOOK_MS = 5_000

/** How many deliveries come to an end in a minute, watched from here; null until it can be said. */
export function useRate(settled: number): number | null {
  const [samples, setSamples] = useState<readonly Sample[]>([])
  const latest = useRef(settled)

  useEffect(() => {
    latest.current = settled
  }, [settled])

  useEffect(() => {
    const look = () =>
      setSamples((before) => withSample(before, { atMs: performance.now(), settled: latest.current }))
    look()
    return everyWhileVisible(LOOK_MS, look)
  }, [])

  return perMinute(samples)
}
