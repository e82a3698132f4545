import type { Campaign } from '../../shared/domain/campaign'
import type { Occurrence } from '../../shared/domain/schedule'
import type { MissedReason } from '../../shared/domain/run'
import { slotRunId } from './slot-run-id'

/** Up to this late, a slot is on time. */
const ON_TIME_MS = 60_000

export interface Verdicts {
  /** The slot to run now, if any. */
  readonly run: { readonly slot: Occurrence; readonly trigger: 'schedule' | 'catch_up' } | null
  /** The slot that waits until the campaign's open run is over, if any. */
  readonly buffer: Occurrence | null
  /** The slots that are over and will not run by themselves. */
  readonly missed: readonly { readonly slot: Occurrence; readonly reason: MissedReason }[]
}

/** What is known of a campaign at the moment of judging. */
export interface Judging {
  readonly campaign: Pick<Campaign, '_id' | 'policies'>
  /** The slots whose time has come, ascending. */
  readonly due: readonly Occurrence[]
  readonly nowMs: number
  /** Did the slot of this run id run, or was it settled as missed? */
  readonly isSettled: (runId: string) => boolean
  /** A run of this campaign is open. */
  readonly isOpen: boolean
  /** A slot of this campaign waits already for the open run to be over. */
  readonly hasBuffered: boolean
  /** Nothing may be sent at all: what is due meanwhile is missed and never caught up by itself. */
  readonly isEmergency: boolean
  /** How many more runs `max_runs` allows; Infinity without it. */
  readonly runsLeft: number
}

/**
 * Decides what becomes of every slot that is due (design: which slots count; missed; overlap). Pure: the caller makes
 * it durable. At most one slot runs: the latest; the older ones are missed.
 */
export function judgeSlots(judging: Judging): Verdicts {
  const { campaign, nowMs } = judging
  const due = judging.due.filter((slot) => !judging.isSettled(slotRunId(campaign._id, slot)))
  const latest = due.at(-1)
  if (latest === undefined || judging.runsLeft <= 0) return { run: null, buffer: null, missed: [] }
  if (judging.isEmergency) {
    const missed = due.map((slot) => ({ slot, reason: 'emergency_stop' as const }))
    return { run: null, buffer: null, missed }
  }
  const refusal = refusalOf(judging, latest)
  // What keeps the latest from running late keeps the older ones from it too: no later run takes their place.
  const reason: MissedReason = refusal === 'policy_skip' || refusal === 'too_late' ? refusal : 'older_slot'
  const older = due.slice(0, -1).map((slot) => ({ slot, reason }))
  if (refusal === 'overlap' && campaign.policies.overlap !== 'skip' && !judging.hasBuffered) {
    return { run: null, buffer: latest, missed: older }
  }
  if (refusal !== null) {
    return { run: null, buffer: null, missed: [...older, { slot: latest, reason: refusal }] }
  }
  return { run: { slot: latest, trigger: triggerOf(latest, nowMs) }, buffer: null, missed: older }
}

/** Up to a minute late is on time; whatever is later is caught up. */
export const triggerOf = (slot: Pick<Occurrence, 'at'>, nowMs: number): 'schedule' | 'catch_up' =>
  latenessMs(slot, nowMs) <= ON_TIME_MS ? 'schedule' : 'catch_up'

function refusalOf({ campaign, nowMs, isOpen, hasBuffered }: Judging, slot: Occurrence): MissedReason | null {
  const { missed, catch_up_window_min } = campaign.policies
  const lateMs = latenessMs(slot, nowMs)
  if (lateMs > ON_TIME_MS && missed === 'skip') return 'policy_skip'
  if (lateMs > Math.max(ON_TIME_MS, catch_up_window_min * 60_000)) return 'too_late'
  return isOpen || hasBuffered ? 'overlap' : null
}

const latenessMs = (slot: Pick<Occurrence, 'at'>, nowMs: number): number => nowMs - Date.parse(slot.at)
