import type { ChannelId } from '../../shared/domain/channel'
import type { DeliveryEntry } from '../ledger/delivery-table'
import type { DeliveryRecord, FrozenContact } from '../ledger/ledger-record'
import { RunState } from '../ledger/run-state'

/**
 * The lines about one delivery that lead to the state in which a run has it. A ledger that is being written to may be a
 * moment ahead of its run (a line counts when it is durable) or behind it (an outcome counts at once): what is ahead is
 * left out, what is missing is filled in from the state.
 */
export function linesLeadingTo(
  state: RunState,
  contact: FrozenContact,
  channel: ChannelId,
  lines: readonly DeliveryRecord[]
): readonly DeliveryRecord[] {
  const { contact_id } = contact
  const present = state.entry(contact_id, channel)
  const told = new RunState(state.head, [contact])
  let agreeing = isSame(told.entry(contact_id, channel), present) ? 0 : -1
  for (const [index, line] of lines.entries()) {
    told.apply(line)
    if (isSame(told.entry(contact_id, channel), present)) agreeing = index + 1
  }
  if (agreeing >= 0) return lines.slice(0, agreeing)
  return [
    ...lines,
    ...linesBetween(told.entry(contact_id, channel), present, { contact_id, channel }, state.lastAt)
  ]
}

const isSame = (a: DeliveryEntry, b: DeliveryEntry): boolean =>
  a.state === b.state && a.at === b.at && a.attempts === b.attempts && a.claimedBy === b.claimedBy

/** Lines that bring a delivery from one state to another. */
function linesBetween(
  from: DeliveryEntry,
  to: DeliveryEntry,
  of: Pick<DeliveryRecord, 'contact_id' | 'channel'>,
  now: string
): DeliveryRecord[] {
  const lines = from.state === to.state && from.at === to.at ? [] : linesOfMove(from, to, of, now)
  if (to.claimedBy !== undefined && to.claimedBy !== from.claimedBy) {
    lines.push({ type: 'claimed', ...of, at: now, by: to.claimedBy })
  }
  return lines
}

function linesOfMove(
  from: DeliveryEntry,
  to: DeliveryEntry,
  of: Pick<DeliveryRecord, 'contact_id' | 'channel'>,
  now: string
): DeliveryRecord[] {
  const { state, at = now, outcome, attempts = 0 } = to
  if (state === 'sending') return [{ type: 'sending', ...of, at }]
  if (state === 'queued') {
    if (from.state === 'unknown') return [{ type: 'again', ...of, at }]
    return [{ type: 'requeued', ...of, at, reason: attempts > (from.attempts ?? 0) ? 'busy' : 'unreachable' }]
  }
  if (outcome?.reason?.code !== 'confirmed_by_operator') {
    return [{ type: 'outcome', ...of, at, ...outcome, state }]
  }
  // The state keeps the time of the request that the operator's word is about.
  const { reason: _reason, ...answer } = outcome
  const request: DeliveryRecord = { type: 'outcome', ...of, at, ...answer, state: 'unknown' }
  return [...(from.state === 'unknown' ? [] : [request]), { type: 'arrived', ...of, at: now }]
}
