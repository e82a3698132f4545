export interface Sample {
  readonly atMs: number
  /** How many deliveries were over then. */
  readonly settled: number
}

const MINUTE_MS = 60_000
/** A shorter look says more about luck than about speed. */
const SHORTEST_LOOK_MS = 10_000

/** The samples of the last minute with one more. */
export const withSample = (samples: readonly Sample[], sample: Sample): readonly Sample[] => [
  ...samples.filter(({ atMs }) => sample.atMs - atMs <= MINUTE_MS),
  sample
]

/** How many deliveries came to an end in a minute, as far as they were watched; null when that was too short. */
export function perMinute(samples: readonly Sample[]): number | null {
  const first = samples[0]
  const last = samples.at(-1)
  if (first === undefined || last === undefined || last.atMs - first.atMs < SHORTEST_LOOK_MS) return null
  return Math.round(((last.settled - first.settled) / (last.atMs - first.atMs)) * MINUTE_MS)
}
