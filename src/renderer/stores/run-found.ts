import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { AppError } from '../../shared/app-error'
import type { DeliveryQuery, DeliveryRow } from '../../shared/domain/delivery'
import { loa } from '../api'
import { followRun } from './run-follower'
import { RunRows } from './run-rows'

export interface FoundDeliveries {
  /** Another object with each answer, and only then. */
  readonly list: { readonly length: number; readonly at: (index: number) => DeliveryRow | undefined }
  readonly look: (first: number, end: number) => void
  readonly deliveries: number
  /** Nothing has been answered yet. */
  readonly isLoading: boolean
  /** Names the query that the rows answer; `isCurrent` when that is the one that is asked. */
  readonly key: string
  readonly isCurrent: boolean
  readonly error: AppError | null
}

/** Follows a query and the run; redrawn when rows arrive. */
export function useRunRows(runId: string, query: DeliveryQuery): FoundDeliveries {
  const rows = useMemo(() => new RunRows(runId, loa), [runId])
  useEffect(() => rows.ask(query), [rows, query])
  useEffect(() => followRun(runId, loa.onRunsChanged, rows.refresh).stop, [rows, runId])
  const answer = useSyncExternalStore(rows.subscribe, rows.answer)
  const list = useMemo(
    () => ({ length: answer.found_contacts, at: (index: number) => answer.rows[index - answer.first] }),
    [answer]
  )
  return {
    list,
    look: rows.look,
    deliveries: answer.found_deliveries,
    isLoading: answer.key === '' && answer.error === null,
    key: answer.key,
    isCurrent: answer.key === JSON.stringify(query),
    error: answer.error
  }
}
