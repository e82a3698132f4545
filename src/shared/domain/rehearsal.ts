import { z } from 'zod'
import type { ChannelId } from './channel'
import type { DeliveryCounts, ReasonCode } from './delivery'
import type { MessageCheck } from './message'
import type { MissedReason, Trigger } from './run'
import type { Occurrence } from './schedule'
import type { GatewayId } from './settings'
import type { AppError } from '../app-error'

/** By which rules a rehearsal goes: as things are set up, or as if a live gateway were chosen (practice has no limits). */
export const REHEARSAL_RULES = ['as_set_up', 'as_live'] as const

export type RehearsalRules = (typeof REHEARSAL_RULES)[number]

/** Messages that would leave in one minute. Minutes without any are left out. */
export interface RehearsedMinute {
  /** UTC ISO, a full minute. */
  readonly at: string
  readonly sent: Readonly<Record<ChannelId, number>>
}

/** One slot of the week, and what would become of it. */
export interface RehearsedRun {
  /** Null for the one run of a campaign that is run by hand. */
  readonly occurrence: Occurrence | null
  /** Null when it would be missed, or still wait for the run before at the end of the week. */
  readonly run: {
    readonly trigger: Trigger
    readonly started_at: string
    /** When its first and its last message would leave; null when there is none. */
    readonly first_at: string | null
    readonly last_at: string | null
    /** Null when it would not be over at the end of the week. */
    readonly finished_at: string | null
    readonly contacts: number
    readonly counts: DeliveryCounts
    readonly sent_by_channel: Readonly<Record<ChannelId, number>>
  } | null
  readonly missed_reason?: MissedReason
}

/** People who would not get something, by reason. */
export interface RehearsedSkips {
  readonly channel: ChannelId
  readonly reason: ReasonCode
  /** The field that is missing, for `missing_value`; else empty. */
  readonly detail: string
  readonly count: number
  /** The first of them. */
  readonly names: readonly string[]
}

/** The campaign's next week, played through by the engine's own rules on a clock of its own, without one request. */
export interface Rehearsal {
  readonly from: string
  readonly to: string
  readonly rules: RehearsalRules
  readonly gateway: GatewayId
  /** How long a request is taken to last, milliseconds: measured lately, or assumed. */
  readonly request_ms: Readonly<Record<ChannelId, number>>
  readonly runs: readonly RehearsedRun[]
  readonly minutes: readonly RehearsedMinute[]
  readonly skipped: readonly RehearsedSkips[]
  /** Everything of the week is over at this instant; null when it would go on after the week. */
  readonly finished_at: string | null
}

/** What the operator approves: what goes out, to how many, where, when first, and when it is over. */
export interface CampaignReview {
  readonly contacts: number
  /** How many messages the first run sends, by channel. */
  readonly sent_by_channel: Readonly<Record<ChannelId, number>>
  /** How many people a run could call: what the operator says yes to. */
  readonly ai_calls: number
  readonly skipped: readonly RehearsedSkips[]
  /** The first slot; null when none is ahead, or the campaign runs by hand only. */
  readonly first: Occurrence | null
  /** When the first run is over at the limits as they are; null when that is more than a week later. */
  readonly finished_at: string | null
  readonly gateway: GatewayId
  /** Channels of the flow without an address at the chosen gateway: everything on them is skipped. */
  readonly not_set_up: readonly ChannelId[]
  readonly message: MessageCheck
  /** What keeps the campaign from being activated, or null. */
  readonly obstacle: AppError | null
}

/** The operator's yes to a campaign. The calls need one of their own: they cost money and cannot be taken back. */
export const approvalSchema = z.object({
  /** How many AI calls a run makes, as the operator read it; null when they were not ticked. */
  ai_calls: z.number().int().nonnegative().nullable()
})

export type Approval = Readonly<z.infer<typeof approvalSchema>>
