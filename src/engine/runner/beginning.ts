import type { RunSummary } from '../../shared/domain/run'
import type { FrozenContact, LedgerHead } from '../ledger/ledger-record'
import { RunState } from '../ledger/run-state'

/** A run that is to start: everything is frozen already. */
export interface RunOrder {
  readonly head: LedgerHead
  readonly contacts: readonly FrozenContact[]
  /** Slots to settle as missed in the same durable write, before the first request. */
  readonly missed: readonly RunSummary[]
}

/** A run as the index shows it before its ledger exists: everything is queued. */
export const beginningOf = (head: LedgerHead, contacts: readonly FrozenContact[]): RunSummary =>
  new RunState(head, contacts).summary()

/** A slot that was missed, or waits for another run, may still begin; anything else has begun. */
export const mayBegin = (present: RunSummary | undefined): boolean =>
  present === undefined || present.status === 'missed' || present.status === 'buffered'

/** Is a ledger's run in the index as one that ran? */
export const isRun = (run: RunSummary | undefined): boolean => run !== undefined && !mayBegin(run)
