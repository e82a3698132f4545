import { isSameGateway } from '../channels/gateway/same-gateway'
import type { FrozenGateway } from '../ports'
import type { createSending } from '../sending'

type Sending = Pick<ReturnType<typeof createSending>, 'lanes' | 'coordinator' | 'scheduler'>

/**
 * What changed settings mean for everything that goes by them. Call the function that it gives after every change. A
 * gateway is its addresses and the user id: a new key for it is no other gateway, and its runs go on.
 */
export function settingsConsequences(
  gateway: () => FrozenGateway,
  { lanes, coordinator, scheduler }: Sending,
  others: readonly { forgetGateway(): void }[]
): () => void {
  let lastGateway = gateway()
  return () => {
    // What one gateway asked for, or was out of reach with, says nothing about another.
    if (!isSameGateway(lastGateway, gateway())) {
      lanes.forgetHolds()
      for (const other of others) other.forgetGateway()
    }
    lastGateway = gateway()
    void coordinator.pauseElsewhere()
    coordinator.reconsider()
    scheduler.look()
    lanes.pump()
  }
}
