import { useMemo, useState } from 'react'
import type { Campaign } from '../../../../shared/domain/campaign'
import { type CampaignFormValues, valuesOf } from '../campaign-values'
import { isChangedElsewhere, isSameCampaign, type Opening } from './opening'

export interface Stored {
  /** The stored campaign that is typed over; null when there was none, or nobody knows. */
  readonly base: CampaignFormValues | null
  readonly isUnsaved: boolean
  /** The campaign was changed by others since somebody began to type over it. */
  readonly isChanged: boolean
  /** When what is back was typed; null when nothing is back, or the operator has taken note of it. */
  readonly restoredAt: string | null
  /** What was sent is stored now, as this campaign. */
  readonly noteStored: (sent: CampaignFormValues, campaign: Campaign) => void
  readonly dismissRestored: () => void
  /** Puts the form back to what is stored. */
  readonly discard: () => void
  /** Others changed the campaign: the next save writes over that. */
  readonly keepMine: () => void
  /** Others changed the campaign: what was typed gives way. */
  readonly takeTheirs: () => void
}

interface StoredInput {
  readonly opening: Opening
  /** The campaign as it is stored now; null while it is not. */
  readonly campaign: Campaign | null
  readonly values: CampaignFormValues
  readonly onFill: (values: CampaignFormValues) => void
}

/** What is stored, beside what is typed: is anything unsaved, and was anybody else here meanwhile? */
export function useStored({ opening, campaign, values, onFill }: StoredInput): Stored {
  const [{ origin, base }, setKnown] = useState<Pick<Opening, 'origin' | 'base'>>(opening)
  const [restoredAt, setRestoredAt] = useState(opening.restored_at)
  const isUnsaved = useMemo(() => !isSameCampaign(values, origin), [values, origin])
  const isChanged = useMemo(() => isChangedElsewhere(campaign, base), [campaign, base])

  const noteStored = (sent: CampaignFormValues, now: Campaign) => {
    setKnown({ origin: sent, base: valuesOf(now) })
    setRestoredAt(null)
  }
  const fill = (from: CampaignFormValues) => {
    onFill(from)
    setRestoredAt(null)
  }
  return {
    base,
    isUnsaved,
    isChanged,
    restoredAt,
    noteStored,
    dismissRestored: () => setRestoredAt(null),
    discard: () => fill(origin),
    keepMine: () => {
      if (campaign !== null) noteStored(valuesOf(campaign), campaign)
    },
    takeTheirs: () => {
      if (campaign === null) return
      noteStored(valuesOf(campaign), campaign)
      fill(valuesOf(campaign))
    }
  }
}
