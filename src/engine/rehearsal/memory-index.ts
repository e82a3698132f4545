import type { RunSummary } from '../../shared/domain/run'
import { ok } from '../../shared/result'
import type { RunIndex } from '../ports'

/** An index of runs that begins as a copy of the real one and is forgotten afterwards. */
export function memoryIndex(beginning: readonly RunSummary[]): RunIndex {
  const byId = new Map(beginning.map((run) => [run.id, run]))
  let all: readonly RunSummary[] | null = null
  return {
    all: () => (all ??= [...byId.values()]),
    find: (runId) => byId.get(runId),
    put: (summaries) => {
      for (const run of summaries) byId.set(run.id, run)
      all = null
      return Promise.resolve(ok(null))
    },
    remove: (...runIds) => {
      for (const runId of runIds) byId.delete(runId)
      all = null
      return Promise.resolve(ok(null))
    }
  }
}
