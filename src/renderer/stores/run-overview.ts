import { startTransition, useCallback, useEffect, useRef, useState } from 'react'
import type { AppError } from '../../shared/app-error'
import { isOpen, type RunOverview } from '../../shared/domain/run'
import { loa } from '../api'
import { everyWhileVisible } from '../while-visible'
import { followRun, type RunFollower } from './run-follower'

/** The rate and the expected end change while nothing happens, too. */
const LOOK_AGAIN_MS = 5_000

interface FollowedRun {
  readonly overview: RunOverview | null
  readonly error: AppError | null
  readonly retry: () => void
}

/** A run without its deliveries, kept current while it is open. What was shown stays when a later load fails. */
export function useRunOverview(runId: string): FollowedRun {
  const [overview, setOverview] = useState<RunOverview | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const follower = useRef<RunFollower | null>(null)
  const retry = useCallback(() => follower.current?.again(), [])

  useEffect(() => {
    let isCurrent = true
    const following = followRun(runId, loa.onRunsChanged, async () => {
      const result = await loa.getRunOverview(runId)
      if (!isCurrent) return
      const show = () => {
        if (result.ok) setOverview((before) => keepFrozen(before, result.value))
      }
      // The whole page below may be drawn anew: in slices, so that a key or a click comes before that.
      startTransition(show)
      setError(result.ok ? null : result.error)
    })
    follower.current = following
    following.again()
    return () => {
      isCurrent = false
      following.stop()
    }
  }, [runId])

  const open = overview !== null && isOpen(overview.summary)
  useEffect(() => {
    if (!open) return
    return everyWhileVisible(LOOK_AGAIN_MS, retry)
  }, [open, retry])

  return { overview, error, retry }
}

/** What a run froze stays the same object, so that a change of the counts does not draw the whole table anew. */
const keepFrozen = (before: RunOverview | null, now: RunOverview): RunOverview =>
  before?.flow.length === now.flow.length ? { ...now, flow: before.flow, texts: before.texts } : now
