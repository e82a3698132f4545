export interface Bursts<T> {
  add(item: T): void
  /** Drops what is held back. */
  cancel(): void
}

/**
 * Tells the first item of a kind at once, and those that follow within the interval together at its end: never more than
 * one telling of a kind an interval, and nothing is lost.
 */
export function tellInBursts<T>(
  intervalMs: number,
  kindOf: (item: T) => string,
  tell: (items: readonly [T, ...T[]]) => void
): Bursts<T> {
  const bursts = new Map<string, { readonly held: T[]; readonly timer: NodeJS.Timeout }>()

  function begin(kind: string, items: readonly [T, ...T[]]): void {
    const held: T[] = []
    const timer = setTimeout(() => {
      const [first, ...others] = held
      bursts.delete(kind)
      if (first !== undefined) begin(kind, [first, ...others])
    }, intervalMs)
    bursts.set(kind, { held, timer })
    tell(items)
  }

  return {
    add(item) {
      const kind = kindOf(item)
      const burst = bursts.get(kind)
      if (burst === undefined) begin(kind, [item])
      else burst.held.push(item)
    },
    cancel() {
      for (const { timer } of bursts.values()) clearTimeout(timer)
      bursts.clear()
    }
  }
}
