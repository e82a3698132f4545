import { openPage } from '../../stores/navigation-store'
import { focusBanners } from '../../ui/banners'
import type { AttentionItem } from './attention-items'

/** Brings the operator to where something can be done about it. */
export function openAttention(item: AttentionItem): void {
  switch (item.kind) {
    case 'storage_problem':
    case 'clock':
    case 'paused_all':
      // What to do about these is offered above every page.
      return focusBanners()
    case 'gateway_down':
    case 'backup_failed':
      return void openPage('settings')
    case 'asleep_likely': {
      const [warning, ...others] = item.warnings
      if (warning === undefined || others.length > 0) return void openPage('attention')
      return void openPage('campaigns', { campaign_id: warning.campaign_id })
    }
    case 'paused':
    case 'standing_still':
    case 'unknown': {
      const [run, ...others] = item.runs
      if (run === undefined || others.length > 0) return void openPage('attention')
      const state = { standing_still: 'failed', unknown: 'unknown', paused: undefined } as const
      const shown = state[item.kind]
      return void openPage('runs', { run_id: run.id, ...(shown !== undefined && { state: shown }) })
    }
    case 'emergency':
    case 'channels':
    case 'missed':
    case 'storage_failed':
    case 'disk_low':
      return void openPage('attention')
  }
}
