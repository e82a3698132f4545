import type { RunDetail } from '../../../shared/domain/run'
import type { LoaApi } from '../../../shared/ipc/contract'
import type { Result } from '../../../shared/result'

/** A run of 100,000 contacts takes a while to carry over: the pause between two loads grows with the load. */
const SHORTEST_PAUSE_MS = 700
const PAUSE_PER_LOAD = 4

/** Loads a run, and again after each change, never more than one load at a time. Returns the function that ends it. */
export function followRun(
  runId: string,
  api: Pick<LoaApi, 'getRun' | 'onRunsChanged'>,
  show: (result: Result<RunDetail>) => void
): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null
  let resting = false
  let stale = false
  let stopped = false

  const load = async (): Promise<void> => {
    resting = true
    stale = false
    const startedAt = performance.now()
    const result = await api.getRun(runId)
    if (stopped) return
    show(result)
    const pauseMs = Math.max(SHORTEST_PAUSE_MS, (performance.now() - startedAt) * PAUSE_PER_LOAD)
    timer = setTimeout(() => {
      resting = false
      if (stale) void load()
    }, pauseMs)
  }

  const stopListening = api.onRunsChanged((changed) => {
    if (!changed.some((run) => run.id === runId)) return
    if (resting) stale = true
    else void load()
  })
  void load()

  return () => {
    stopped = true
    stopListening()
    if (timer !== null) clearTimeout(timer)
  }
}
