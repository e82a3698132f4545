import type { Alert } from '../shared/domain/alert'
import type { CampaignService } from './campaigns/campaign-service'
import type { MissedSlots } from './campaigns/missed-slots'
import { ClockEvents } from './clock-events'
import type { Holds } from './holds'
import type { Clock } from './ports'
import type { Presence } from './presence/presence'
import type { createSending } from './sending'
import type { SettingsService } from './settings/settings-service'

export interface ClockConsequencesConfig {
  readonly clock: Clock
  readonly holds: Holds
  readonly settings: SettingsService
  readonly campaigns: CampaignService
  readonly missed: MissedSlots
  readonly sending: Pick<ReturnType<typeof createSending>, 'lanes' | 'coordinator' | 'scheduler'>
  readonly presence: Presence
  readonly forgetConnections: () => void
  readonly releaseClock: () => void
  readonly alert: (alert: Alert) => void
  readonly say: (text: string) => void
}

/** What a clock that jumped means for everything that goes by it. */
export function clockConsequences(config: ClockConsequencesConfig) {
  const { clock, holds, settings, campaigns, missed, presence, alert, say } = config
  const { lanes, coordinator, scheduler } = config.sending

  /** Stored times that lie ahead of a clock that was set back are cut to now, and slots ahead are open again. */
  async function cutFuture(): Promise<void> {
    await Promise.all([campaigns.cutFuture(), settings.cutFuture(), missed.reopenFuture()])
    scheduler.forget()
    scheduler.look()
  }

  const clockEvents = new ClockEvents({
    clock,
    isHeld: () => holds.isClockHeld,
    forgetConnections: config.forgetConnections,
    onSetBack: (byMs) => {
      lanes.clockSetBack(byMs)
      void cutFuture()
    },
    onAway: (awayMs) => {
      presence.gap(clock.nowMs() - awayMs, clock.nowMs())
      void coordinator.pauseEach('away', ({ policies }) => awayMs > policies.catch_up_window_min * 60_000)
    },
    hold: (byMs) => {
      holds.doubtClock(true)
      alert({ type: 'clock_jump', by_ms: byMs })
      void settings.setClockHold(byMs).then((saved) => holds.doubtClock(!saved.ok))
    },
    release: config.releaseClock,
    look: () => {
      scheduler.look()
      lanes.pump()
    },
    say
  })
  return { clockEvents, cutFuture }
}
