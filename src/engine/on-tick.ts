import { watchNetwork } from './channels/gateway/network-watch'

export interface Ticking {
  readonly client: { forgetConnections(): void }
  readonly lanes: { networkChanged(): void }
  readonly coordinator: { tick(): void }
  readonly warnings: { tick(): void }
  readonly safekeeping: { tick(): void }
}

/** What is looked at every two seconds, besides the clock. */
export function onTick({ client, lanes, coordinator, warnings, safekeeping }: Ticking): () => void {
  const hasOtherNetwork = watchNetwork()
  return () => {
    if (hasOtherNetwork()) {
      client.forgetConnections()
      lanes.networkChanged()
    }
    coordinator.tick()
    warnings.tick()
    safekeeping.tick()
  }
}
