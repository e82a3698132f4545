/** Counts crashes, so that a window that cannot live is not brought back for ever. */
export interface CrashLimit {
  /** @returns false when this was one too many */
  mayReturn(nowMs: number): boolean
  /** The operator wants to try again: the count begins anew. */
  forget(): void
}

/** At most `most` crashes within `withinMs` are met with another attempt. */
export function crashLimit(most: number, withinMs: number): CrashLimit {
  let crashes: readonly number[] = []
  return {
    mayReturn(nowMs) {
      crashes = [...crashes.filter((atMs) => nowMs - atMs < withinMs), nowMs]
      return crashes.length <= most
    },
    forget: () => (crashes = [])
  }
}
