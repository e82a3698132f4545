import type { ChannelId } from '../../shared/domain/channel'
import type { Journal, OpenedLedger } from '../ports'

/**
 * Settles what a crash left undecided, before anything else is sent: a request that was under way may have been
 * delivered, so it becomes `unknown` and is never sent again by itself. In a damaged ledger a lost line could hide a
 * request, so there every delivery without an outcome becomes `unknown`.
 *
 * @returns how many became `unknown`
 */
export function settleInterrupted(opened: OpenedLedger, journal: Journal, now: string): number {
  const { state, damaged } = opened
  const interrupted = (contactId: string, channel: ChannelId) => {
    const found = state.entry(contactId, channel).state
    return found === 'sending' || (damaged && found === 'queued')
  }
  let settled = 0
  for (const { contact_id } of state.contacts) {
    for (const channel of state.head.flow) {
      if (!interrupted(contact_id, channel)) continue
      const record = {
        type: 'outcome' as const,
        contact_id,
        channel,
        at: now,
        state: 'unknown' as const,
        reason: { code: 'interrupted' as const }
      }
      journal.append(record)
      state.apply(record)
      settled += 1
    }
  }
  return settled
}
