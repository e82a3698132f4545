export interface Bursts<T> {
  add(item: T): void
  /** Drops what is held back. */
  cancel(): void
}

/** How long items of a kind are gathered before they are told: what comes at once, and then what follows. */
export interface BurstTimes {
  readonly settleMs: number
  readonly intervalMs: number
}

/**
 * Tells items of a kind together: those that come within a moment of the first, then once an interval those that follow.
 * However many there are, never more than one telling of a kind an interval, and nothing is lost.
 */
export function tellInBursts<T>(
  { settleMs, intervalMs }: BurstTimes,
  kindOf: (item: T) => string,
  tell: (items: readonly [T, ...T[]]) => void
): Bursts<T> {
  const held = new Map<string, T[]>()
  const timers = new Map<string, NodeJS.Timeout>()

  function tellHeld(kind: string): void {
    const [first, ...others] = held.get(kind) ?? []
    held.delete(kind)
    timers.delete(kind)
    if (first === undefined) return
    timers.set(
      kind,
      setTimeout(() => tellHeld(kind), intervalMs)
    )
    tell([first, ...others])
  }

  return {
    add(item) {
      const kind = kindOf(item)
      const items = held.get(kind)
      if (items === undefined) held.set(kind, [item])
      else items.push(item)
      if (!timers.has(kind))
        timers.set(
          kind,
          setTimeout(() => tellHeld(kind), settleMs)
        )
    },
    cancel() {
      for (const timer of timers.values()) clearTimeout(timer)
      timers.clear()
      held.clear()
    }
  }
}
