import type { ChannelId } from '../../../../shared/domain/channel'
import type { DeliveryRow } from '../../../../shared/domain/delivery'

/** The channel that a row opens: the first one that was asked for, in the order of the flow. */
export const firstMatch = (
  { cells }: Pick<DeliveryRow, 'cells'>,
  flow: readonly ChannelId[]
): ChannelId | undefined =>
  flow.find((channel) => cells[channel]?.matches === true) ??
  flow.find((channel) => cells[channel] !== undefined)
