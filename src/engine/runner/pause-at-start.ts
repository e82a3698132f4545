import type { PauseReason } from '../../shared/domain/run'
import type { LedgerHead } from '../ledger/ledger-record'
import type { FrozenGateway } from '../ports'

export interface StartConditions {
  readonly isEmergency: () => boolean
  /** Is that the gateway that is chosen now? A run never goes on at another. */
  readonly isCurrentGateway: (frozen: FrozenGateway) => boolean
}

/** What keeps a run from going on by itself when it is opened, or null. */
export function pauseAtStart(
  { gateway }: LedgerHead,
  { isEmergency, isCurrentGateway }: StartConditions
): PauseReason | null {
  if (isEmergency()) return 'emergency_stop'
  return isCurrentGateway(gateway) ? null : 'gateway_changed'
}
