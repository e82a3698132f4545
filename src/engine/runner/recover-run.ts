import type { ChannelId } from '../../shared/domain/channel'
import type { LedgerRecord } from '../ledger/ledger-record'
import type { RunState } from '../ledger/run-state'
import type { OpenedLedger } from '../ports'

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
export function cutOffMs(state: RunState, lastAliveMs: number | null, nowMs: number): number {
  return nowMs - Math.max(Date.parse(state.lastAt), lastAliveMs ?? -Infinity)
}
