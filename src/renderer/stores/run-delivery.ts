import { useEffect, useState } from 'react'
import type { AppError } from '../../shared/app-error'
import type { DeliveryDetail, DeliveryRef } from '../../shared/domain/delivery'
import { loa } from '../api'
import { followRun } from './run-follower'

interface FollowedDelivery {
  readonly detail: DeliveryDetail | null
  readonly error: AppError | null
}

/** Everything about one delivery, kept current with its run. What was shown stays when a later load fails. */
export function useDelivery(runId: string, { contact_id, channel }: DeliveryRef): FollowedDelivery {
  const [detail, setDetail] = useState<DeliveryDetail | null>(null)
  const [error, setError] = useState<AppError | null>(null)

  useEffect(() => {
    let isCurrent = true
    const following = followRun(runId, loa.onRunsChanged, async () => {
      const result = await loa.getDelivery(runId, { contact_id, channel })
      if (!isCurrent) return
      if (result.ok) setDetail(result.value)
      setError(result.ok ? null : result.error)
    })
    following.again()
    return () => {
      isCurrent = false
      following.stop()
    }
  }, [runId, contact_id, channel])

  return { detail, error }
}
