import type { DeliveryView } from '../../shared/domain/delivery'

/** What the gateway said about a delivery: its reason, else its answer, else nothing. */
export const gatewayWords = ({ reason, answer }: Pick<DeliveryView, 'reason' | 'answer'>): string =>
  reason?.detail ?? answer ?? ''
