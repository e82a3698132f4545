import type { RunSummary } from '../../shared/domain/run'
import type { FrozenContact, LedgerHead } from '../ledger/ledger-record'
import { RunState } from '../ledger/run-state'

/** A run as the index shows it before its ledger exists: everything is queued. */
export const beginningOf = (head: LedgerHead, contacts: readonly FrozenContact[]): RunSummary =>
  new RunState(head, contacts).summary()
