import type { ChannelId } from '../../../shared/domain/channel'
import type { DeliveryState, DeliveryView } from '../../../shared/domain/delivery'
import { foldText, holdsWords, queryWords } from '../../../shared/text/fold-text'
import { digitsOf, numberQuery } from '../../../shared/text/phone-digits'

/** What the operator wants to see of a run. */
export interface DeliveryFilter {
  readonly state: DeliveryState | 'all'
  readonly channel: ChannelId | 'all'
  readonly query: string
}

export const everyDelivery: DeliveryFilter = { state: 'all', channel: 'all', query: '' }

export const isFiltered = (filter: DeliveryFilter): boolean =>
  filter.state !== 'all' || filter.channel !== 'all' || filter.query.trim() !== ''

/** The deliveries that the filter lets through, in their own order. */
export function filterDeliveries(
  deliveries: readonly DeliveryView[],
  filter: DeliveryFilter
): readonly DeliveryView[] {
  if (!isFiltered(filter)) return deliveries
  const words = queryWords(filter.query)
  const digits = numberQuery(filter.query)
  return deliveries.filter((delivery) => {
    if (filter.state !== 'all' && delivery.state !== filter.state) return false
    if (filter.channel !== 'all' && delivery.channel !== filter.channel) return false
    if (words.length === 0) return true
    if (holdsWords(foldText(`${delivery.contact_name}\n${delivery.address}`), words)) return true
    return digits !== null && digitsOf(delivery.address).includes(digits)
  })
}
