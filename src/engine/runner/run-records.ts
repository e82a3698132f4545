import type { ChannelId } from '../../shared/domain/channel'
import type { RunSummary } from '../../shared/domain/run'
import type { FrozenContact, LedgerRecord } from '../ledger/ledger-record'
import type { RunState } from '../ledger/run-state'
import type { Journal } from '../ports'
import { isoOf } from '../system-clock'
import type { RunContext } from './run-context'

/** How often a disk that refused the ledger is tried again. */
const MEND_INTERVAL_MS = 5_000

export interface RecordsListener {
  /** A record was applied. */
  readonly onApplied: () => void
  /** The disk takes the ledger again after so many milliseconds. Nothing is sent before it resolves. */
  readonly onMended: (brokenMs: number) => Promise<void>
}

/**
 * What one run writes down: every record goes to the ledger and to the state, so that the two never differ for longer
 * than a write takes. Knows when the disk refuses, and tries again until it does not.
 */
export class RunRecords {
  readonly state: RunState
  readonly #journal: Journal
  readonly #context: RunContext
  readonly #listener: RecordsListener
  #error: string | null = null
  #brokenSinceMs = 0
  #isMending = false
  #mending: NodeJS.Timeout | null = null
  #closed = false

  constructor(state: RunState, journal: Journal, context: RunContext, listener: RecordsListener) {
    this.state = state
    this.#journal = journal
    this.#context = context
    this.#listener = listener
  }

  /** The disk refuses the ledger: nothing may be sent. */
  get isBroken(): boolean {
    return this.#error !== null
  }

  get summary(): RunSummary {
    const summary = this.state.summary()
    if (this.#error === null || summary.status !== 'running') return summary
    const at = isoOf(this.#brokenSinceMs)
    return { ...summary, status: 'paused', pause: { reason: 'storage', at, note: this.#error } }
  }

  /** Makes records durable and applies them then. False when the disk refused: then nothing was applied. */
  async commit(...records: readonly LedgerRecord[]): Promise<boolean> {
    try {
      await Promise.all(records.map((record) => this.#journal.commit(record)))
    } catch (error) {
      this.breakOn(error)
      return false
    }
    for (const record of records) this.#apply(record)
    return true
  }

  /** Applies a record that only holds back at once, and makes it durable. False when the disk refused. */
  async commitAtOnce(record: LedgerRecord): Promise<boolean> {
    this.#apply(record)
    try {
      await this.#journal.commit(record)
      return true
    } catch (error) {
      this.breakOn(error)
      // It holds already, so it is written as soon as the disk takes it.
      this.#journal.append(record)
      return false
    }
  }

  /** Writes a record soon, without waiting. */
  write(record: LedgerRecord): void {
    this.#journal.append(record)
    this.#apply(record)
  }

  /** The ledger cannot be written: nothing more is sent until it can. */
  breakOn(error: unknown): void {
    if (this.#error !== null) return
    const { clock, log, alert, onChange } = this.#context
    const { campaign_id, campaign_name, run_id } = this.state.head
    const detail = error instanceof Error ? error.message : String(error)
    this.#error = detail
    this.#brokenSinceMs = clock.nowMs()
    log({ type: 'run_halted', campaign_id, campaign_name, run_id, detail })
    alert({ type: 'run_paused', run_id, campaign_name, reason: 'storage' })
    onChange(this.summary)
    if (!this.#closed) this.#mending ??= setInterval(() => void this.#mend(), MEND_INTERVAL_MS)
  }

  /** Writes what is left and closes the ledger. What cannot be written was said already. */
  async close(): Promise<void> {
    this.#closed = true
    this.#stopMending()
    await this.#journal.close().catch(() => undefined)
  }

  /** Says in the log what became of the run, with the operator's words if there are any. */
  note(text: string, note = ''): void {
    const { campaign_id, campaign_name, run_id } = this.state.head
    this.#context.log({ type: 'run_note', campaign_id, campaign_name, run_id, text, note })
  }

  /** What every line of the log about a delivery says. */
  event({ contact_id, name, addresses }: FrozenContact, channel: ChannelId) {
    const { campaign_id, run_id } = this.state.head
    const address = addresses[channel]?.to ?? ''
    return { campaign_id, run_id, contact_id, contact_name: name, channel, address }
  }

  now(): string {
    return isoOf(this.#context.clock.nowMs())
  }

  async #mend(): Promise<void> {
    if (this.#isMending) return
    this.#isMending = true
    const isMended = await this.#journal.mend()
    this.#isMending = false
    if (!isMended || this.#closed) return
    this.#stopMending()
    this.#error = null
    await this.#listener.onMended(this.#context.clock.nowMs() - this.#brokenSinceMs)
    this.#context.onChange(this.summary)
  }

  #stopMending(): void {
    if (this.#mending !== null) clearInterval(this.#mending)
    this.#mending = null
  }

  #apply(record: LedgerRecord): void {
    this.state.apply(record)
    this.#context.onChange(this.summary)
    this.#listener.onApplied()
  }
}
