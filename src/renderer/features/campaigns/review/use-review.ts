import { useEffect, useState } from 'react'
import type { AppError } from '../../../../shared/app-error'
import { campaignDraftSchema } from '../../../../shared/domain/campaign'
import type { CampaignReview } from '../../../../shared/domain/rehearsal'
import { loa } from '../../../api'
import type { CampaignInput } from '../../../stores/campaigns-store'
import { useContactsStore } from '../../../stores/contacts-store'
import { useSettingsStore } from '../../../stores/settings-store'

/** As long as a pause between two changes. */
const PAUSE_MS = 250

export interface Reviewed {
  /** Null until the first answer, and while the campaign cannot be read at all. */
  readonly review: CampaignReview | null
  readonly error: AppError | null
  /** It is being asked again; what is shown is the answer before. */
  readonly isAsking: boolean
}

/** What a campaign would do, asked of the engine again whenever it, the contacts or the settings change. */
export function useReview(draft: CampaignInput): Reviewed {
  const revision = useContactsStore((state) => state.revision)
  const settings = useSettingsStore((state) => state.settings)
  const [reviewed, setReviewed] = useState<Reviewed>({ review: null, error: null, isAsking: true })
  const [again, setAgain] = useState(0)
  const typed = JSON.stringify(draft)

  useEffect(() => {
    let isCurrent = true
    const ask = async () => {
      const parsed = campaignDraftSchema.safeParse(JSON.parse(typed))
      if (!parsed.success) return setReviewed({ review: null, error: null, isAsking: false })
      setReviewed((present) => ({ ...present, isAsking: true }))
      const result = await loa.reviewCampaign(parsed.data)
      if (!isCurrent) return
      // Somebody else asked for a review at the same time: ours was given up.
      if (!result.ok && result.error.code === 'cancelled') return setAgain((count) => count + 1)
      setReviewed(
        result.ok
          ? { review: result.value, error: null, isAsking: false }
          : { review: null, error: result.error, isAsking: false }
      )
    }
    const timer = setTimeout(() => void ask(), PAUSE_MS)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [typed, revision, settings, again])

  return reviewed
}
