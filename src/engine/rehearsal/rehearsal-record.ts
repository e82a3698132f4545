import { type ChannelId, perChannel } from '../../shared/domain/channel'
import type { RehearsedMinute, RehearsedRun, RehearsedSkips } from '../../shared/domain/rehearsal'
import type { RunSummary } from '../../shared/domain/run'
import type { Occurrence } from '../../shared/domain/schedule'
import type { RunState } from '../ledger/run-state'
import { isoOf } from '../system-clock'
import { SkipTally } from './rehearsed-skips'

const MINUTE_MS = 60_000

interface Sent {
  firstMs: number
  lastMs: number
}

/** What is written down of a rehearsal: when what left, and what became of each run. */
export class RehearsalRecord {
  readonly #campaignId: string
  readonly #minutes = new Map<number, Record<ChannelId, number>>()
  readonly #sent = new Map<string, Sent>()
  readonly #runs = new Map<string, RunSummary>()
  readonly #skips = new SkipTally()

  constructor(campaignId: string) {
    this.#campaignId = campaignId
  }

  /** Does a run belong to the campaign that is rehearsed? Others only share its limits. */
  isOwn(runId: string): boolean {
    return runId.startsWith(this.#campaignId)
  }

  /** A message leaves. */
  left(channel: ChannelId, runId: string, atMs: number): void {
    if (!this.isOwn(runId)) return
    const minute = atMs - (atMs % MINUTE_MS)
    const counts = this.#minutes.get(minute) ?? perChannel(() => 0)
    counts[channel] += 1
    this.#minutes.set(minute, counts)
    const sent = this.#sent.get(runId)
    if (sent === undefined) this.#sent.set(runId, { firstMs: atMs, lastMs: atMs })
    else sent.lastMs = atMs
  }

  /** A run is over, or the rehearsal is. */
  ended(state: RunState): void {
    const summary = state.summary()
    if (!this.isOwn(summary.id) || this.#runs.has(summary.id)) return
    this.#runs.set(summary.id, summary)
    this.#skips.add(state)
  }

  /** What became of a slot. */
  ofSlot(occurrence: Occurrence | null, entry: RunSummary | undefined): RehearsedRun {
    const summary = entry === undefined ? undefined : this.#runs.get(entry.id)
    if (summary === undefined) {
      const reason = entry?.missed_reason
      return { occurrence, run: null, ...(reason !== undefined && { missed_reason: reason }) }
    }
    const sent = this.#sent.get(summary.id)
    return {
      occurrence,
      run: {
        trigger: summary.trigger,
        started_at: summary.started_at ?? '',
        first_at: sent === undefined ? null : isoOf(sent.firstMs),
        last_at: sent === undefined ? null : isoOf(sent.lastMs),
        finished_at: summary.finished_at,
        contacts: summary.total_contacts,
        counts: summary.counts,
        sent_by_channel: summary.sent_by_channel
      }
    }
  }

  /** Ascending; minutes without a message are left out. */
  minutes(): RehearsedMinute[] {
    return [...this.#minutes]
      .sort(([a], [b]) => a - b)
      .map(([minuteMs, sent]) => ({ at: isoOf(minuteMs), sent }))
  }

  skipped(): RehearsedSkips[] {
    return this.#skips.groups()
  }
}
