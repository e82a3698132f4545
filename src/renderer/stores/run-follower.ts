import type { LoaApi } from '../../shared/ipc/contract'

/** A run of 100,000 contacts takes a while to ask about: the pause between two loads grows with the load. */
const SHORTEST_PAUSE_MS = 250
const PAUSE_PER_LOAD = 3

export interface RunFollower {
  /** Loads at once, or after the pause when it has just been loaded. */
  readonly again: () => void
  readonly stop: () => void
}

/** Loads after each change of a run, never more than one load at a time and at most four a second. */
export function followRun(
  runId: string,
  onRunsChanged: LoaApi['onRunsChanged'],
  load: () => Promise<void>
): RunFollower {
  let timer: ReturnType<typeof setTimeout> | null = null
  let resting = false
  let stale = false
  let stopped = false

  const again = (): void => {
    if (resting) stale = true
    else void loadOnce()
  }

  const loadOnce = async (): Promise<void> => {
    resting = true
    stale = false
    const startedAt = performance.now()
    await load()
    if (stopped) return
    const pauseMs = Math.max(SHORTEST_PAUSE_MS, (performance.now() - startedAt) * PAUSE_PER_LOAD)
    timer = setTimeout(() => {
      resting = false
      if (stale) again()
    }, pauseMs)
  }

  const stopListening = onRunsChanged((changed) => {
    if (changed.some((run) => run.id === runId)) again()
  })
  return {
    again,
    stop: () => {
      stopped = true
      stopListening()
      if (timer !== null) clearTimeout(timer)
    }
  }
}
