import type { DeliveryView } from '../../../../shared/domain/delivery'

/** The address as a person writes it: Telegram names carry their @. */
export function readableAddress({ channel, address }: Pick<DeliveryView, 'channel' | 'address'>): string {
  if (channel !== 'telegram' || address === '' || address.startsWith('@')) return address
  return `@${address}`
}
