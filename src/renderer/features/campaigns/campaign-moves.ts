import type { CampaignStatus } from '../../../shared/domain/campaign'

/** What making a campaign active is called, by where it comes from. */
export function activateWord(from: CampaignStatus) {
  switch (from) {
    case 'paused':
      return 'actions.resume'
    case 'completed':
      return 'actions.activate_again'
    default:
      return 'actions.activate'
  }
}
