import type { ChannelId } from '../shared/domain/channel'
import type { DeliveryRef } from '../shared/domain/delivery'
import type { Settings } from '../shared/domain/settings'
import { fail, type Result } from '../shared/result'
import type { CampaignRuns } from './campaigns/campaign-runs'
import type { ClockEvents } from './clock-events'
import type { Holds } from './holds'
import type { Lanes } from './limits/lanes'
import type { Log } from './ports'
import type { RunCoordinator } from './runner/run-coordinator'
import type { SettingsService } from './settings/settings-service'

export interface ControlContext {
  readonly log: Log
  readonly settings: SettingsService
  readonly holds: Holds
  readonly coordinator: RunCoordinator
  readonly campaignRuns: CampaignRuns
  readonly lanes: Lanes
  readonly clockEvents: () => ClockEvents
}

/** What the operator says to all sending at once, and what is refused while everything is stopped. */
export function operatorControls(context: ControlContext) {
  const { log, settings, holds, coordinator, campaignRuns, lanes } = context

  async function releaseClock(): Promise<Result<Settings>> {
    const saved = await settings.setClockHold(null)
    if (saved.ok) holds.doubtClock(false)
    return saved
  }

  return {
    releaseClock,

    /** On: nothing new starts from this moment, also when the disk is slow. Off: sends nothing by itself. */
    async setEmergencyStop(on: boolean): Promise<Result<Settings>> {
      if (!on) return settings.setEmergencyStop(null)
      holds.stopping(true)
      try {
        const saved = await settings.setEmergencyStop('operator')
        if (saved.ok) log({ type: 'app', level: 'warning', text: 'Emergency stop: nothing is sent any more' })
        return saved
      } finally {
        await coordinator.pauseEach('emergency_stop', () => true)
        await campaignRuns.missBuffered(() => true, 'emergency_stop')
        holds.stopping(false)
      }
    },

    /** The clock is right after all. */
    confirmClock(): Promise<Result<Settings>> {
      context.clockEvents().confirmed()
      return releaseClock()
    },

    /** Goes on with a paused run; never while the emergency stop is on. */
    resumeRun: async (runId: string, note: string) =>
      holds.isEmergency ? fail({ code: 'emergency_stop' as const }) : coordinator.resume(runId, note),

    /** The operator's word on deliveries that may have arrived; nothing is sent again while the emergency stop is on. */
    settleUnknown: async (runId: string, refs: readonly DeliveryRef[], word: 'arrived' | 'again') =>
      word === 'again' && holds.isEmergency
        ? fail({ code: 'emergency_stop' as const })
        : coordinator.settle(runId, refs, word),

    /** Ends a channel's wait for its gateway. */
    tryChannelNow: (channel: ChannelId) => lanes.tryNow(settings.value.gateway, channel)
  }
}
