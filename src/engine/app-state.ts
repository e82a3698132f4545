import type { Campaign } from '../shared/domain/campaign'
import { isOpen, type RunSummary } from '../shared/domain/run'
import type { Occurrence } from '../shared/domain/schedule'
import type { Settings } from '../shared/domain/settings'
import type { AppState } from '../shared/ipc/views'

type Shown = Pick<AppState, 'channels' | 'warnings' | 'storage_problems' | 'working_runs'>

/** What tray and window show of the whole: the next slot of all campaigns, what runs, what is wrong. */
export function appState(
  settings: Settings,
  campaigns: readonly Campaign[],
  nextOf: (campaign: Campaign) => Occurrence | null,
  runs: readonly RunSummary[],
  shown: Shown
): AppState {
  let next: AppState['next'] = null
  for (const campaign of campaigns) {
    const occurrence = nextOf(campaign)
    if (occurrence === null || (next !== null && next.occurrence.at <= occurrence.at)) continue
    next = { campaign_id: campaign._id, campaign_name: campaign.name, occurrence }
  }
  return {
    paused_all: settings.paused_all,
    gateway: settings.gateway,
    emergency_stop: settings.emergency_stop,
    clock_hold: settings.clock_hold,
    next,
    open_runs: runs.filter(isOpen).length,
    ...shown
  }
}
