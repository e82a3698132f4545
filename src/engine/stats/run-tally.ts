import type { ChannelId } from '../../shared/domain/channel'
import type { RunState } from '../ledger/run-state'
import { inPieces } from '../pieces'
import type { Ledgers } from '../ports'
import { Tally } from './tally'

/**
 * Counts a run from its ledger. A delivery counts once, as what it is in the end: what was sent again counts at its last
 * outcome, and what the operator found to have arrived counts as sent at the time of its request, as in the run itself.
 */
export async function tallyOfLedger(runId: string, ledgers: Ledgers): Promise<Tally> {
  const tally = new Tally()
  /** When the deliveries ended that may have arrived: no other end is ever taken back. */
  const unknown = new Map<string, number>()

  const takeBack = (key: string, channel: ChannelId): number | undefined => {
    const atMs = unknown.get(key)
    if (atMs === undefined) return undefined
    unknown.delete(key)
    tally.add(atMs, channel, 'unknown', -1)
    return atMs
  }

  await ledgers.scan(runId, (record) => {
    if (record.type !== 'outcome' && record.type !== 'arrived') return
    const { channel, contact_id } = record
    const key = `${contact_id}.${channel}`
    const beforeMs = takeBack(key, channel)
    if (record.type === 'arrived') {
      if (beforeMs !== undefined) tally.add(beforeMs, channel, 'sent', 1)
      return
    }
    const atMs = Date.parse(record.at)
    tally.add(atMs, channel, record.state, 1)
    if (record.state === 'unknown') unknown.set(key, atMs)
  })
  return tally
}

/** Counts a run that is under way. It goes on meanwhile: each delivery counts as what it is when it is looked at. */
export async function tallyOfState(state: RunState): Promise<Tally> {
  const tally = new Tally()
  const pieces = inPieces()
  for (const contact of state.contacts) {
    for (const channel of state.channelsOf(contact)) {
      const { state: found, at } = state.entry(contact.contact_id, channel)
      if (at === undefined || found === 'queued' || found === 'sending') continue
      tally.add(Date.parse(at), channel, found, 1)
    }
    if (pieces.isDue()) await pieces.rest()
  }
  return tally
}
