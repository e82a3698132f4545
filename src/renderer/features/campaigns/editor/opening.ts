import type { Campaign } from '../../../../shared/domain/campaign'
import type { EditorDraft } from '../../../../shared/ipc/views'
import { type CampaignFormValues, draftOf, valuesOf } from '../campaign-values'
import { changedPaths } from './changes'
import { readDraft } from './kept-draft'

/** What an editor begins with. */
export interface Opening {
  readonly values: CampaignFormValues
  /** What `values` were the last time nothing was unsaved: the stored campaign, or a new one's first values. */
  readonly origin: CampaignFormValues
  /** The stored campaign that was typed over; null when there was none, or nobody knows. */
  readonly base: CampaignFormValues | null
  /** When what is back was typed; null when nothing is back. */
  readonly restored_at: string | null
  /** Does a draft lie in the file, whether it is used or not? */
  readonly is_kept: boolean
}

/** Would both be stored alike? */
export const isSameCampaign = (one: CampaignFormValues, other: CampaignFormValues): boolean =>
  changedPaths({ ...draftOf(one), _id: null }, { ...draftOf(other), _id: null }).length === 0

/**
 * Begins with the stored campaign, or with what was typed into its editor the last time and not saved.
 * @param saved null: a new campaign, or one that is gone
 * @param beginning the first values of a new one
 */
export function openingOf(
  saved: Campaign | null,
  draft: EditorDraft | null,
  beginning: CampaignFormValues
): Opening {
  const origin = saved === null ? beginning : valuesOf(saved)
  const base = saved === null ? null : origin
  const stored: Opening = { values: origin, origin, base, restored_at: null, is_kept: false }
  // What was typed for a campaign that is archived now waits until it is a draft again.
  if (draft === null || saved?.status === 'archived') return stored
  const kept = readDraft(draft.values, origin)
  if (kept === null || isSameCampaign(kept.values, origin)) return { ...stored, is_kept: true }
  return { values: kept.values, origin, base: kept.base, restored_at: draft.at, is_kept: true }
}

/** Was the campaign changed by others since somebody began to type over it? */
export const isChangedElsewhere = (saved: Campaign | null, base: CampaignFormValues | null): boolean =>
  saved !== null && (base === null || !isSameCampaign(valuesOf(saved), base))
