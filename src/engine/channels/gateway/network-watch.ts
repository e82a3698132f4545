import { networkInterfaces } from 'node:os'

/**
 * Tells whether the computer's own addresses are others than at the last question. A connection that was opened over
 * another network may be dead without anybody having been told.
 */
export function watchNetwork(addresses: () => string = ownAddresses): () => boolean {
  let known = addresses()
  return () => {
    const present = addresses()
    const isOther = present !== known
    known = present
    return isOther
  }
}

const ownAddresses = (): string =>
  Object.entries(networkInterfaces())
    .flatMap(([name, each = []]) => each.map(({ address }) => `${name} ${address}`))
    .sort()
    .join('\n')
