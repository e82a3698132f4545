import type { Campaign } from '../../shared/domain/campaign'
import type { Occurrence } from '../../shared/domain/schedule'
import type { Warning } from '../../shared/ipc/views'
import { asleepForecast } from '../presence/asleep-forecast'
import type { Clock } from '../ports'

const AHEAD_MS = 26 * 3_600_000
const LOOK_INTERVAL_MS = 5 * 60_000

export interface SleepWarningContext {
  readonly clock: Clock
  readonly upcoming: () => readonly { readonly campaign: Campaign; readonly occurrence: Occurrence }[]
  readonly gaps: () => readonly { readonly fromMs: number; readonly toMs: number }[]
  readonly knownFromMs: () => number
  /** Called once a slot that the computer will probably sleep through. */
  readonly onLikely: (campaign: Campaign, occurrence: Occurrence) => void
  readonly onChange: () => void
}

/** Says before a night that past nights show the computer asleep at a campaign's hour. */
export class SleepWarnings {
  readonly #context: SleepWarningContext
  readonly #told = new Set<string>()
  #lookedMs = -Infinity
  #warnings: readonly Warning[] = []

  constructor(context: SleepWarningContext) {
    this.#context = context
  }

  get warnings(): readonly Warning[] {
    return this.#warnings
  }

  /** Call it every few seconds; it looks every few minutes, because nights do not change faster. */
  tick(): void {
    const nowMs = this.#context.clock.monotonicMs()
    if (nowMs - this.#lookedMs < LOOK_INTERVAL_MS) return
    this.#lookedMs = nowMs
    this.look()
  }

  /** Looks now: the campaigns have changed. */
  look(): void {
    const { clock, upcoming, gaps, knownFromMs, onLikely, onChange } = this.#context
    const nowMs = clock.nowMs()
    const warnings: Warning[] = []
    for (const { campaign, occurrence } of upcoming()) {
      const atMs = Date.parse(occurrence.at)
      if (atMs - nowMs > AHEAD_MS) continue
      const forecast = asleepForecast({
        gaps: gaps(),
        knownFromMs: knownFromMs(),
        nowMs,
        atMs,
        zone: occurrence.zone
      })
      if (!forecast.isLikely) continue
      warnings.push({
        kind: 'asleep_likely',
        campaign_id: campaign._id,
        campaign_name: campaign.name,
        occurrence,
        days_asleep: forecast.daysAsleep,
        days_known: forecast.daysKnown
      })
      const told = `${campaign._id} ${occurrence.at}`
      if (!this.#told.has(told)) onLikely(campaign, occurrence)
      this.#told.add(told)
    }
    const isSame = JSON.stringify(warnings) === JSON.stringify(this.#warnings)
    this.#warnings = warnings
    if (!isSame) onChange()
  }
}
