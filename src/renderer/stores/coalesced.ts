/**
 * Wraps a load so that many change events at once cause at most one load in flight and one after it.
 * The promise is settled once a load that began after the call has ended, so what is then shown is current.
 */
export function coalesced(load: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null
  let next: Promise<void> | null = null

  const start = (): Promise<void> => {
    const current = load().finally(() => {
      if (running === current) running = null
    })
    running = current
    return current
  }

  return () => {
    if (running === null) return start()
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = null
        return start()
      })
    return next
  }
}
