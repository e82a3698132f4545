import type { PauseReason } from '../../shared/domain/run'
import type { LedgerHead } from '../ledger/ledger-record'
import type { FrozenGateway } from '../ports'

export interface StartConditions {
  readonly isEmergency: () => boolean
  /** Is that the gateway that is chosen now? A run never goes on at another. */
  readonly isCurrentGateway: (frozen: FrozenGateway) => boolean
}

/** May a run go on as the gateways are now? A rehearsal is at the practice gateway whatever is chosen. */
export const isAtItsGateway = (
  { trigger, gateway }: Pick<LedgerHead, 'trigger' | 'gateway'>,
  isCurrentGateway: StartConditions['isCurrentGateway']
): boolean => (trigger === 'rehearsal' && gateway.id === 'practice') || isCurrentGateway(gateway)

/** What keeps a run from going on by itself when it is opened, or null. */
export function pauseAtStart(
  head: LedgerHead,
  { isEmergency, isCurrentGateway }: StartConditions
): PauseReason | null {
  if (isEmergency()) return 'emergency_stop'
  return isAtItsGateway(head, isCurrentGateway) ? null : 'gateway_changed'
}
