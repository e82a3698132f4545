import { isSameList } from '../../../stores/unchanged'
import type { CampaignFormValues } from '../campaign-values'

type AudienceRules = CampaignFormValues['audience']

/** The same rules, whatever objects they are made of. */
export const isSameAudience = (one: AudienceRules, other: AudienceRules): boolean =>
  isSameList(one.tags_in, other.tags_in) &&
  isSameList(one.tags_out, other.tags_out) &&
  isSameList(one.filters, other.filters)
