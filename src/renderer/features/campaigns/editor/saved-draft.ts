import { type Campaign, campaignDraftSchema } from '../../../../shared/domain/campaign'
import type { EditorDraft } from '../../../../shared/ipc/views'
import { type CampaignFormValues, draftOf, newCampaignValues, valuesOf } from '../campaign-values'
import { changedPaths } from './changes'
import { readDraft } from './kept-draft'

/** A campaign as it would be stored, whichever it is; null while something in it is wrong. */
const storedForm = (values: CampaignFormValues) => {
  const parsed = campaignDraftSchema.safeParse({ ...draftOf(values), _id: undefined })
  return parsed.success ? parsed.data : null
}

/**
 * Does a stored campaign say the same as what was typed, to the letter? Then it was saved. What cannot be read of a draft
 * counts as different.
 * @param key whose draft it is; that of a new campaign, or of one that is gone, may have been saved as any
 */
export function isSaved(key: string, draft: EditorDraft, campaigns: readonly Campaign[]): boolean {
  const kept = readDraft(draft.values, newCampaignValues(new Date(0), 'UTC'))
  const typed = kept === null ? null : storedForm(kept.values)
  if (typed === null) return false
  const own = campaigns.filter(({ _id }) => _id === key)
  return (own.length > 0 ? own : campaigns).some(
    (campaign) =>
      campaign.name === typed.name && changedPaths(typed, storedForm(valuesOf(campaign))).length === 0
  )
}
