import type { Campaign } from '../shared/domain/campaign'
import { isOpen, type RunSummary } from '../shared/domain/run'
import type { Occurrence } from '../shared/domain/schedule'
import type { Settings } from '../shared/domain/settings'
import type { AppState } from '../shared/ipc/views'

/** Every run, and which of them send or wait for their turn of their own accord. */
interface KnownRuns {
  readonly list: () => readonly RunSummary[]
  readonly isWorking: (runId: string) => boolean
}

type Shown = Pick<AppState, 'channels' | 'warnings' | 'storage_problems'>

/** What tray and window show of the whole: the next slot of all campaigns, what runs, what is wrong. */
export function appState(
  settings: Settings,
  campaigns: readonly Campaign[],
  nextOf: (campaign: Campaign) => Occurrence | null,
  runs: KnownRuns,
  shown: Shown
): AppState {
  const open = runs.list().filter(isOpen)
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
    open_runs: open.length,
    // What a paused run has under way ends; the operator has seen to it that no more comes.
    still_runs: open
      .filter(({ id, status }) => status === 'paused' || !runs.isWorking(id))
      .map(({ id }) => id),
    ...shown
  }
}
