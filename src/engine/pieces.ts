/** A stretch of work after which the event loop must get a turn: a frame of the window, half of it to spare. */
const LONGEST_STRETCH_MS = 8

export interface Pieces {
  /** Ask often, it is cheap: has this stretch lasted long enough? */
  isDue(): boolean
  /** Lets timers, requests and the window have their turn. */
  rest(): Promise<void>
}

/** Long work on the main thread, in stretches that nobody feels: `if (pieces.isDue()) await pieces.rest()`. */
export function inPieces(longestMs = LONGEST_STRETCH_MS): Pieces {
  let sinceMs = performance.now()
  return {
    isDue: () => performance.now() - sinceMs >= longestMs,
    async rest() {
      await new Promise<void>((resume) => setImmediate(resume))
      sinceMs = performance.now()
    }
  }
}

const RUN_LENGTH = 2_048

/**
 * A stable sort that lets the event loop have its turns: short runs by the engine's own sort, then merged. What is almost
 * sorted already costs little more than being looked through.
 */
export async function sortInPieces<T>(
  items: readonly T[],
  compare: (a: T, b: T) => number,
  pieces: Pieces = inPieces()
): Promise<T[]> {
  let runs: T[][] = []
  for (let at = 0; at < items.length; at += RUN_LENGTH) {
    runs.push(items.slice(at, at + RUN_LENGTH).sort(compare))
    if (pieces.isDue()) await pieces.rest()
  }
  while (runs.length > 1) {
    const merged: T[][] = []
    for (let at = 0; at < runs.length; at += 2) {
      merged.push(await mergeRuns(runs[at] ?? [], runs[at + 1] ?? [], compare, pieces))
    }
    runs = merged
  }
  return runs[0] ?? []
}

async function mergeRuns<T>(
  left: readonly T[],
  right: readonly T[],
  compare: (a: T, b: T) => number,
  pieces: Pieces
): Promise<T[]> {
  const merged: T[] = []
  let l = 0
  let r = 0
  while (l < left.length && r < right.length) {
    const a = left[l] as T
    const b = right[r] as T
    if (compare(a, b) <= 0) {
      merged.push(a)
      l += 1
    } else {
      merged.push(b)
      r += 1
    }
    if (merged.length % 512 === 0 && pieces.isDue()) await pieces.rest()
  }
  for (; l < left.length; l += 1) merged.push(left[l] as T)
  for (; r < right.length; r += 1) merged.push(right[r] as T)
  return merged
}
