import type { Campaign } from '../../shared/domain/campaign'
import type { UnapprovedCalls } from '../../shared/domain/run'
import type { FrozenContact } from '../ledger/ledger-record'
import type { FrozenGateway } from '../ports'

/** How many AI calls a run to these people can make. */
export const callsIn = (contacts: readonly FrozenContact[]): number =>
  contacts.filter(({ addresses: { ai_call: phone } }) => phone !== undefined && phone.skip === undefined)
    .length

/**
 * The calls of a run when they are more than the operator has said yes to, else null. At the practice gateway, and where
 * no calls are set up, nothing rings and nothing is asked.
 * @param granted a yes to this run alone, beside the one that is kept with the campaign
 */
export function unapprovedCalls(
  count: number,
  { approval }: Pick<Campaign, 'approval'>,
  gateway: FrozenGateway,
  granted = 0
): UnapprovedCalls | null {
  if (gateway.id === 'practice' || gateway.ai_call_url === '') return null
  const approved = Math.max(approval?.ai_calls ?? 0, granted)
  return count > approved ? { count, approved } : null
}
