import type { Campaign } from '../../shared/domain/campaign'
import type { Settings } from '../../shared/domain/settings'

/** Slots of the campaign at or before it never run, epoch milliseconds; -Infinity where there is no such instant. */
export function slotFloorMs(
  { effective_from, forgotten }: Pick<Campaign, 'effective_from' | 'forgotten'>,
  { slots_from }: Pick<Settings, 'slots_from'>
): number {
  const instants = [effective_from, slots_from, forgotten?.until ?? null]
  return Math.max(...instants.map((instant) => (instant === null ? -Infinity : Date.parse(instant))))
}
