import type { Campaign, ForgottenRuns } from '../../shared/domain/campaign'
import type { RunSummary } from '../../shared/domain/run'
import type { Settings } from '../../shared/domain/settings'
import type { CampaignService } from '../campaigns/campaign-service'
import type { Holds } from '../holds'
import type { Clock, Log, RunIndex, Timers } from '../ports'
import type { Presence } from '../presence/presence'
import type { RunCoordinator } from '../runner/run-coordinator'
import { isoOf } from '../system-clock'
import { countsForMaximum, forgettableRuns, type RunChain } from './forgettable-runs'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** So many runs share a write of the index. */
const CHAINS_A_PIECE = 50
/** An app that was away for longer than this, or its clock is wrong: nothing is removed before it has been up for a day. */
const LONG_AWAY_MS = 7 * DAY_MS

export interface RetentionContext {
  readonly clock: Clock
  readonly timers: Timers
  readonly log: Log
  readonly index: RunIndex
  readonly settings: { readonly value: Pick<Settings, 'keep_runs_days' | 'frequency_cap'> }
  readonly campaigns: Pick<CampaignService, 'list' | 'noteForgotten'>
  readonly coordinator: Pick<RunCoordinator, 'removeLedger'>
  readonly presence: Pick<Presence, 'lastAliveMs'>
  readonly holds: Pick<Holds, 'isClockHeld'>
  readonly onForgotten: () => void
}

/**
 * Removes runs that are older than the operator wants to keep, at the start and every hour, in pieces. The order makes it
 * safe to be cut off anywhere: what the campaign must know of its runs is noted first, then the ledgers go, then the
 * entries of the index; what a crash leaves is forgettable still.
 */
export class Retention {
  readonly #context: RetentionContext
  readonly #startedMs: number
  #cancel: (() => void) | null = null
  #sweeping: Promise<void> = Promise.resolve()
  #isStopped = false

  constructor(context: RetentionContext) {
    this.#context = context
    this.#startedMs = context.clock.monotonicMs()
  }

  start(): void {
    this.#again(0)
  }

  /** Resolves when nothing is being removed any more. */
  stop(): Promise<void> {
    this.#isStopped = true
    this.#cancel?.()
    return this.#sweeping
  }

  /** Removes what is old enough now. Never rejects. */
  sweep(): Promise<void> {
    this.#sweeping = this.#sweeping
      .then(() => this.#sweep())
      .catch((error: unknown) => {
        this.#context.log({
          type: 'app',
          level: 'error',
          text: `Old runs could not be removed: ${String(error)}`
        })
      })
    return this.#sweeping
  }

  #again(ms: number): void {
    if (this.#isStopped) return
    this.#cancel = this.#context.timers.after(ms, () => {
      void this.sweep().then(() => this.#again(HOUR_MS))
    })
  }

  async #sweep(): Promise<void> {
    const { index, log } = this.#context
    const before = this.#before()
    if (before === null) return
    const chains = forgettableRuns(index.all(), before)
    let count = 0
    for (let from = 0; from < chains.length && !this.#isStopped; from += CHAINS_A_PIECE) {
      const removed = await this.#forget(chains.slice(from, from + CHAINS_A_PIECE))
      if (removed === null) break
      count += removed
    }
    if (count === 0) return
    const text = `Removed ${count} ${count === 1 ? 'run' : 'runs'} that ended before ${before.slice(0, 10)}`
    log({ type: 'app', level: 'info', text })
    this.#context.onForgotten()
  }

  /** What ended before this instant may go; null when nothing may. */
  #before(): string | null {
    const { clock, settings, holds, presence } = this.#context
    const { keep_runs_days: days, frequency_cap: cap } = settings.value
    if (days === 0 || holds.isClockHeld) return null
    const upMs = clock.monotonicMs() - this.#startedMs
    const aliveMs = presence.lastAliveMs()
    const awayMs = aliveMs === null ? 0 : clock.nowMs() - upMs - aliveMs
    if (awayMs > LONG_AWAY_MS && upMs < DAY_MS) return null
    // A day more: the overview's first day begins earlier than so many times 24 hours ago.
    const keptDays = Math.max(days, cap.on ? cap.days : 0) + 1
    return isoOf(clock.nowMs() - keptDays * DAY_MS)
  }

  /** Gives how many are gone; null when the disk refused. */
  async #forget(chains: readonly RunChain[]): Promise<number | null> {
    const { index, campaigns, coordinator } = this.#context
    const notes = notesFor(chains.flat(), index.all(), campaigns.list())
    const noted = await campaigns.noteForgotten(notes)
    if (!noted.ok) return null
    const gone: string[] = []
    for (const chain of chains) {
      for (const run of chain) {
        // The rest of the chain stays with it.
        if (!(await coordinator.removeLedger(run.id))) break
        gone.push(run.id)
      }
    }
    const removed = await index.remove(...gone)
    return removed.ok ? gone.length : null
  }
}

/**
 * What the campaigns have to know when these runs are gone: slots up to the last of them never run again, and so many runs
 * up to there count for `max_runs`, whether the index still has them or not.
 */
function notesFor(
  leaving: readonly RunSummary[],
  all: readonly RunSummary[],
  campaigns: readonly Campaign[]
): ReadonlyMap<string, ForgottenRuns> {
  const notes = new Map<string, ForgottenRuns>()
  for (const { _id, forgotten } of campaigns) {
    const slots = leaving.flatMap((run) =>
      run.campaign_id === _id && run.slot !== null ? [run.slot.at] : []
    )
    const until = slots.reduce((latest, at) => (at > latest ? at : latest), forgotten?.until ?? '')
    if (slots.length === 0 || until === forgotten?.until) continue
    const counted = all.filter(
      (run) =>
        run.campaign_id === _id &&
        countsForMaximum(run) &&
        run.slot !== null &&
        run.slot.at > (forgotten?.until ?? '') &&
        run.slot.at <= until
    )
    notes.set(_id, { until, runs: (forgotten?.runs ?? 0) + counted.length })
  }
  return notes
}
