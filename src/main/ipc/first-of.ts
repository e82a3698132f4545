/** The first `count` values of a sequence that may be endless. */
export function firstOf<T>(values: Iterable<T>, count: number): T[] {
  const taken: T[] = []
  if (count <= 0) return taken
  for (const value of values) {
    taken.push(value)
    if (taken.length === count) break
  }
  return taken
}
