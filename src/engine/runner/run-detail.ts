import type { DeliveryView } from '../../shared/domain/delivery'
import type { RunDetail, RunSummary } from '../../shared/domain/run'
import { deliveryIdOf, type RunState } from '../ledger/run-state'

/** A run as the window shows it: every delivery, contact by contact in the order of the flow. */
export function detailOf(state: RunState, summary: RunSummary): RunDetail {
  const { run_id, text, flow } = state.head
  const deliveries = state.contacts.flatMap(({ contact_id, name, addresses }) =>
    flow.map((channel): DeliveryView => {
      const { outcome, ...entry } = state.entry(contact_id, channel)
      return {
        ...outcome,
        ...entry,
        id: deliveryIdOf(run_id, contact_id, channel),
        contact_id,
        contact_name: name,
        channel,
        address: addresses[channel]?.to ?? ''
      }
    })
  )
  return { summary, text, flow, deliveries }
}
