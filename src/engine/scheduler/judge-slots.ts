import type { Campaign } from '../../shared/domain/campaign'
import type { Occurrence } from '../../shared/domain/schedule'
import type { RunSummary } from '../../shared/domain/run'
import { occurrencesBetween } from './occurrences/occurrences'
import { slotRunId } from './slot-run-id'

/** Up to this late, a slot is on time. */
const ON_TIME_MS = 60_000

export type MissedReason = NonNullable<RunSummary['missed_reason']>

export interface Verdicts {
  /** The slot to run now, if any. */
  readonly run: { readonly slot: Occurrence; readonly trigger: 'schedule' | 'catch_up' } | null
  /** The slots that are over and will not run by themselves. */
  readonly missed: readonly { readonly slot: Occurrence; readonly reason: MissedReason }[]
}

/** What is known of a campaign at the moment of judging. */
export interface Judging {
  readonly campaign: Pick<Campaign, '_id' | 'schedule_settings' | 'policies'>
  /** Slots at or before it never count: activation, resume, schedule edit (epoch milliseconds). */
  readonly floorMs: number
  readonly nowMs: number
  /** Did the slot of this run id run, or was it settled as missed? */
  readonly isSettled: (runId: string) => boolean
  /** A run of this campaign is open. */
  readonly isOpen: boolean
  /** How many more runs `max_runs` allows; Infinity without it. */
  readonly runsLeft: number
}

/**
 * Decides what becomes of every slot that is due (design: which slots count; missed; overlap). Pure: the caller makes
 * it durable. At most one slot runs: the latest; the older ones are missed.
 */
export function judgeSlots(judging: Judging): Verdicts {
  const { campaign, nowMs, floorMs } = judging
  const due = occurrencesBetween(campaign.schedule_settings, floorMs, nowMs).filter(
    (slot) => !judging.isSettled(slotRunId(campaign._id, slot))
  )
  const latest = due.at(-1)
  if (latest === undefined || judging.runsLeft <= 0) return { run: null, missed: [] }
  const older = due.slice(0, -1).map((slot) => ({ slot, reason: 'older_slot' as const }))
  const refusal = refusalOf(judging, latest)
  if (refusal !== null) return { run: null, missed: [...older, { slot: latest, reason: refusal }] }
  const trigger = latenessMs(latest, nowMs) <= ON_TIME_MS ? 'schedule' : 'catch_up'
  return { run: { slot: latest, trigger }, missed: older }
}

function refusalOf({ campaign, nowMs, isOpen }: Judging, slot: Occurrence): MissedReason | null {
  const { missed, catch_up_window_min } = campaign.policies
  const lateMs = latenessMs(slot, nowMs)
  if (lateMs > ON_TIME_MS && missed === 'skip') return 'policy_skip'
  if (lateMs > Math.max(ON_TIME_MS, catch_up_window_min * 60_000)) return 'too_late'
  return isOpen ? 'overlap' : null
}

const latenessMs = (slot: Occurrence, nowMs: number): number => nowMs - Date.parse(slot.at)
