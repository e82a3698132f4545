import type { ChannelId } from '../../shared/domain/channel'
import { noDeliveries } from '../../shared/domain/delivery'
import { isOpen, type PauseReason, type RunSummary } from '../../shared/domain/run'
import type { LedgerRecord } from '../ledger/ledger-record'
import type { RunState } from '../ledger/run-state'
import type { Clock, Journal, Ledgers, Log, OpenedLedger, RunIndex } from '../ports'
import type { Lanes } from '../limits/lanes'
import { isoOf } from '../system-clock'
import { pauseAtStart, type StartConditions } from './pause-at-start'
import type { RunExecution } from './run-execution'

/** What is known of the time before this start of the app. */
export interface BeforeStart {
  /** When the app was last seen alive, epoch milliseconds; null when nothing is known. */
  readonly lastAliveMs: number | null
  /** The folder was restored, copied or moved: its ledgers may not know what was sent. */
  readonly isDistrusted: boolean
}

interface RecoveryContext extends StartConditions {
  readonly clock: Clock
  readonly log: Log
  readonly index: RunIndex
  readonly ledgers: Ledgers
  readonly lanes: Lanes
}

/**
 * Brings one run back after a start of the app: settles what was under way, pauses it when it may not go on by itself,
 * and puts it into the index. Null when there is nothing to go on with.
 */
export async function recoverRun(
  runId: string,
  before: BeforeStart,
  context: RecoveryContext,
  execute: (state: RunState, journal: Journal) => RunExecution
): Promise<RunExecution | null> {
  const { clock, index, ledgers, log } = context
  const opened = await ledgers.load(runId)
  if (opened === null) {
    const known = index.find(runId)
    if (known === undefined || !isOpen(known)) return null
    if (await ledgers.isUnreadable(runId)) {
      const { campaign_id, campaign_name } = known
      log({ type: 'run_lost', campaign_id, run_id: runId, campaign_name })
      await index.put([lostRun(known, isoOf(clock.nowMs()))])
    } else {
      // No complete head: nothing was sent, and the slot is judged again.
      await index.remove(runId)
    }
    return null
  }
  const { state, goodBytes } = opened
  if (state.finishedAt !== null) {
    await index.put([state.summary()])
    return null
  }
  const nowMs = clock.nowMs()
  const journal = await ledgers.reopen(runId, goodBytes)
  const interrupted = settleInterrupted(opened, before.isDistrusted, isoOf(nowMs))
  const { campaign_id, campaign_name } = state.head
  log({ type: 'run_continued', campaign_id, run_id: runId, campaign_name, interrupted: interrupted.length })
  for (const record of interrupted) {
    journal.append(record)
    state.apply(record)
  }
  restoreRests(state, context, nowMs)
  const execution = execute(state, journal)
  const pause = pauseAfter(state, before, context, nowMs)
  // Paused before it joins the channels: nothing of it may go out first.
  if (pause !== null && !state.allFinal) await execution.pause(pause, '')
  await index.put([execution.summary])
  return execution
}

/** A channel that the gateway asked to rest goes on resting, unless the clock says that it asked in the future. */
function restoreRests(state: RunState, { lanes }: RecoveryContext, nowMs: number): void {
  const laneOf = lanes.of(state.head.gateway.id)
  for (const channel of state.head.flow) {
    const rest = state.rest(channel)
    if (rest !== undefined && Date.parse(rest.at) <= nowMs)
      laneOf[channel].restoreHold(Date.parse(rest.until))
  }
}

/** Why a recovered run may not go on by itself, or null. */
function pauseAfter(
  state: RunState,
  before: BeforeStart,
  context: RecoveryContext,
  nowMs: number
): PauseReason | null {
  const { head } = state
  if (state.pause !== null || state.stop !== null) return null
  const isLong = cutOffMs(state, before.lastAliveMs, nowMs) > head.policies.catch_up_window_min * 60_000
  return pauseAtStart(head, context) ?? (isLong ? 'away' : null)
}

/**
 * What settles what a crash left undecided, before anything else is sent: a request that was under way may have been
 * delivered, so it becomes `unknown` and is never sent again by itself. In a damaged ledger a lost line could hide a
 * request, and a folder that was restored or copied may not know what another copy has sent: there every delivery
 * without an outcome becomes `unknown`.
 */
export function settleInterrupted(
  { state, damaged }: OpenedLedger,
  isDistrusted: boolean,
  now: string
): LedgerRecord[] {
  const isUndecided = (contactId: string, channel: ChannelId) => {
    const found = state.entry(contactId, channel).state
    return found === 'sending' || ((damaged || isDistrusted) && found === 'queued')
  }
  return state.contacts.flatMap((contact) =>
    state
      .channelsOf(contact)
      .filter((channel) => isUndecided(contact.contact_id, channel))
      .map((channel) => ({
        type: 'outcome' as const,
        contact_id: contact.contact_id,
        channel,
        at: now,
        state: 'unknown' as const,
        reason: { code: isDistrusted ? ('restored' as const) : ('interrupted' as const) }
      }))
  )
}

/** For how long nothing was done about a run: since its last record, or since the app was last seen alive. */
function cutOffMs(state: RunState, lastAliveMs: number | null, nowMs: number): number {
  return nowMs - Math.max(Date.parse(state.lastAt), lastAliveMs ?? -Infinity)
}

/** A run of which nothing is known any more: all of it may have been sent. */
function lostRun(known: RunSummary, finished_at: string): RunSummary {
  const { pause: _pause, ...run } = known
  const { counts } = run
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return { ...run, status: 'finished', finished_at, counts: { ...noDeliveries, unknown: total } }
}
