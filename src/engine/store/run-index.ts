import type { RunSummary } from '../../shared/domain/run'
import type { RunIndex } from '../ports'
import type { Collection } from './collection'
import type { RunsFile } from './data-folder'

/**
 * The index of runs over `runs.json`. A damaged file is replaced by an empty index, which recovery fills again.
 * `onPut` is told about entries once they are durable.
 */
export function runIndexOn(
  collection: Collection<RunsFile>,
  onPut: (summaries: readonly RunSummary[]) => void
): RunIndex {
  let source: readonly RunSummary[] | null = null
  let byId = new Map<string, RunSummary>()
  const indexed = (): ReadonlyMap<string, RunSummary> => {
    if (source !== collection.value.runs) {
      source = collection.value.runs
      byId = new Map(source.map((run) => [run.id, run]))
    }
    return byId
  }
  return {
    all: () => collection.value.runs,
    find: (runId) => indexed().get(runId),
    put: async (summaries) => {
      const saved = await collection.update(({ runs }) => {
        const added = new Map(summaries.map((run) => [run.id, run]))
        const kept = runs.map((run) => {
          const replacement = added.get(run.id)
          added.delete(run.id)
          return replacement ?? run
        })
        return { runs: [...added.values(), ...kept].sort(newestFirst) }
      })
      if (saved.ok) onPut(summaries)
      return saved
    },
    remove: (...runIds) => {
      const removed = new Set(runIds)
      return collection.update(({ runs }) => ({ runs: runs.filter((run) => !removed.has(run.id)) }))
    }
  }
}

const timeOf = (run: RunSummary): string => run.started_at ?? run.slot?.at ?? ''

const newestFirst = (a: RunSummary, b: RunSummary): number => timeOf(b).localeCompare(timeOf(a))
