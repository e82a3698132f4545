import { useCallback, useEffect, useState } from 'react'
import type { AppError } from '../../../shared/app-error'
import type { RunDetail } from '../../../shared/domain/run'
import { loa } from '../../api'
import { followRun } from './follow-run'

interface FollowedRun {
  readonly detail: RunDetail | null
  readonly error: AppError | null
  readonly retry: () => void
}

/** A run with its deliveries, kept current while it is open. What was shown stays when a later load fails. */
export function useRun(runId: string): FollowedRun {
  const [detail, setDetail] = useState<RunDetail | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const [attempt, setAttempt] = useState(0)

  useEffect(
    () =>
      followRun(runId, loa, (result) => {
        if (result.ok) setDetail(result.value)
        setError(result.ok ? null : result.error)
      }),
    [runId, attempt]
  )
  return { detail, error, retry: useCallback(() => setAttempt((count) => count + 1), []) }
}
