/** One figure of the app, looked at again and again. */
export interface Series {
  readonly name: string
  /** How much it may grow with each run of a campaign: what Loa keeps of a run on purpose. */
  readonly perRun: number
  /** How much it may differ between two looks without meaning anything. */
  readonly noise: number
}

/** A look at the figure after so many runs. */
export interface Look {
  readonly runs: number
  readonly value: number
}

export interface Growth {
  /** By how much the figure grew over the second half of the looks. */
  readonly grew: number
  /** The most that it may. */
  readonly margin: number
  readonly isLeak: boolean
}

/**
 * How a figure grew over the second half of the looks: the first half is warming up, where caches fill. The slope is the
 * median of the slopes between all pairs (Theil and Sen), so that one odd look changes nothing.
 */
export function growthOf({ perRun, noise }: Series, looks: readonly Look[]): Growth {
  const half = looks.slice(Math.floor(looks.length / 2))
  const [first, last] = [half[0], half.at(-1)]
  if (half.length < 4 || first === undefined || last === undefined)
    throw new Error(`${looks.length} looks are too few to tell`)
  const slopes = half.flatMap((a, index) =>
    half.slice(index + 1).flatMap((b) => (b.runs > a.runs ? (b.value - a.value) / (b.runs - a.runs) : []))
  )
  const runs = last.runs - first.runs
  const grew = median(slopes) * runs
  const margin = noise + perRun * runs
  return { grew, margin, isLeak: grew > margin }
}

function median(numbers: readonly number[]): number {
  if (numbers.length === 0) throw new Error('No run between the looks')
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return ((sorted[middle] ?? 0) + (sorted[sorted.length - 1 - middle] ?? 0)) / 2
}
