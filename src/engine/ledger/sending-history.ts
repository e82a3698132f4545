import type { ChannelId } from '../../shared/domain/channel'
import type { ReasonCode } from '../../shared/domain/delivery'
import type { Ledgers, RunIndex } from '../ports'
import type { DeliveryEntry } from './delivery-table'
import { deliveryIdOf } from './run-state'

/** A request that left for a live gateway. */
export interface PastRequest {
  readonly channel: ChannelId
  readonly contactId: string
  readonly address: string
  readonly deliveryId: string
  /** When it left, epoch milliseconds. */
  readonly atMs: number
  /** It reached the person, or may have. */
  readonly isReached: boolean
}

/** Ends of a delivery for which no request left. */
const NEVER_LEFT: ReadonlySet<ReasonCode> = new Set([
  'template_failed',
  'gateway_unreachable',
  'keychain_locked',
  'secret_missing',
  'unreachable',
  'connection_refused',
  'host_not_found'
])

/**
 * What was sent since an instant, as the ledgers tell it: limits and the frequency cap outlive a restart by it.
 * Practice runs count for nothing.
 */
export async function* requestsSince(
  ledgers: Ledgers,
  index: RunIndex,
  sinceMs: number
): AsyncGenerator<PastRequest> {
  const since = new Date(sinceMs).toISOString()
  for (const run of index.all()) {
    const isOver = run.finished_at !== null && run.finished_at < since
    if (run.gateway === 'practice' || run.started_at === null || isOver) continue
    const opened = await ledgers.load(run.id)
    if (opened === null) continue
    const { state } = opened
    for (const contact of state.contacts) {
      for (const channel of state.channelsOf(contact)) {
        const entry = state.entry(contact.contact_id, channel)
        const atMs = leftAtMs(entry)
        if (atMs === null || atMs < sinceMs) continue
        yield {
          channel,
          contactId: contact.contact_id,
          address: contact.addresses[channel]?.to ?? '',
          deliveryId: deliveryIdOf(run.id, contact.contact_id, channel),
          atMs,
          isReached: entry.state !== 'failed'
        }
      }
    }
  }
}

/** When a delivery's request left; null when none did. */
function leftAtMs({ state, at, outcome }: DeliveryEntry): number | null {
  if (at === undefined || state === 'queued' || state === 'skipped') return null
  if (outcome?.reason !== undefined && NEVER_LEFT.has(outcome.reason.code)) return null
  return Date.parse(at) - (outcome?.duration_ms ?? 0)
}
