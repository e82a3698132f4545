import {
  type Icon,
  IconCheck,
  IconClock,
  IconLoader2,
  IconMinus,
  IconQuestionMark,
  IconX
} from '@tabler/icons-react'
import type { DeliveryState } from '../../shared/domain/delivery'

const ICONS: Readonly<Record<DeliveryState, Icon>> = {
  queued: IconClock,
  sending: IconLoader2,
  sent: IconCheck,
  failed: IconX,
  unknown: IconQuestionMark,
  skipped: IconMinus
}

interface DeliveryStateIconProps {
  readonly state: DeliveryState
  readonly size?: number
}

/** A state's sign, told apart without colour. The word must stand beside it, or in what holds it. */
export function DeliveryStateIcon({ state, size = 14 }: DeliveryStateIconProps) {
  const Symbol = ICONS[state]
  return <Symbol size={size} stroke={2.2} aria-hidden />
}
