import { type ChannelId, perChannel } from '../../shared/domain/channel'
import { textOf } from '../../shared/domain/campaign'
import {
  DELIVERY_STATES,
  type DeliveryState,
  type DeliveryView,
  noDeliveries
} from '../../shared/domain/delivery'
import type { RunSummary } from '../../shared/domain/run'
import type { FrozenContact } from '../ledger/ledger-record'
import type { DeliveryEntry } from '../ledger/delivery-table'
import { deliveryIdOf, type RunState } from '../ledger/run-state'
import { messageOf } from '../messages/frozen-message'
import { inPieces } from '../pieces'

/** A run as a report tells it: as it was when it was gone through, however long the writing takes. */
export interface ReportedRun {
  /** Its counts are those of `deliveries`. */
  readonly summary: RunSummary
  readonly flow: readonly ChannelId[]
  /** The text of each channel, before anything is filled in. */
  readonly texts: Readonly<Partial<Record<ChannelId, string>>>
  readonly byChannel: Readonly<Record<ChannelId, Readonly<Record<DeliveryState, number>>>>
  /** Contact by contact, in the order of the run; those in some states only, if any are named. */
  readonly deliveries: (states?: readonly DeliveryState[]) => Iterable<DeliveryView>
  readonly size: number
}

/** What a report asks of those who know the runs. */
export interface KnownRuns {
  list(): readonly RunSummary[]
  /** Null when the run has no ledger: its slot was missed, or waits. */
  state(runId: string): Promise<RunState | null>
}

interface Kept {
  readonly contact: FrozenContact
  readonly channel: ChannelId
  readonly entry: DeliveryEntry
}

/** The run of that id, or null when there is none. A run of 300,000 deliveries is gone through in pieces. */
export async function reportedRun(runs: KnownRuns, runId: string): Promise<ReportedRun | null> {
  const state = await runs.state(runId)
  const summary = runs.list().find(({ id }) => id === runId)
  if (summary === undefined) return null
  const pieces = inPieces()
  const kept: Kept[] = []
  const byChannel = perChannel(() => ({ ...noDeliveries }))
  for (const contact of state?.contacts ?? []) {
    for (const channel of state?.channelsOf(contact) ?? []) {
      // Entries are replaced, never changed: what is kept here stays as it is while an open run goes on.
      const entry = state?.entry(contact.contact_id, channel) ?? { state: 'queued' }
      kept.push({ contact, channel, entry })
      byChannel[channel][entry.state] += 1
    }
    if (pieces.isDue()) await pieces.rest()
  }
  const flow = state?.head.flow ?? []
  return {
    summary: { ...summary, ...countsOf(byChannel) },
    flow,
    texts: Object.fromEntries(
      flow.map((channel) => [channel, state === null ? '' : textOf(messageOf(state.head), channel)])
    ),
    byChannel,
    deliveries: (states) => viewsOf(runId, kept, states),
    size: kept.length
  }
}

function* viewsOf(
  runId: string,
  kept: readonly Kept[],
  states: readonly DeliveryState[] = DELIVERY_STATES
): Generator<DeliveryView, void> {
  for (const each of kept) if (states.includes(each.entry.state)) yield viewOf(runId, each)
}

/** Made when it is written, field by field: 300,000 views at once, or spread together, would cost seconds. */
function viewOf(runId: string, { contact, channel, entry }: Kept): DeliveryView {
  const { outcome } = entry
  return {
    id: deliveryIdOf(runId, contact.contact_id, channel),
    contact_id: contact.contact_id,
    contact_name: contact.name,
    channel,
    address: contact.addresses[channel]?.to ?? '',
    state: entry.state,
    at: entry.at,
    attempts: entry.attempts,
    reason: outcome?.reason,
    answer: outcome?.answer,
    status_code: outcome?.status_code,
    duration_ms: outcome?.duration_ms
  }
}

function countsOf(byChannel: ReportedRun['byChannel']): Pick<RunSummary, 'counts' | 'sent_by_channel'> {
  const counts = { ...noDeliveries }
  for (const ofChannel of Object.values(byChannel)) {
    for (const state of Object.keys(counts) as DeliveryState[]) counts[state] += ofChannel[state]
  }
  return { counts, sent_by_channel: perChannel((channel) => byChannel[channel].sent) }
}
