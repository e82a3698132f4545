import {
  type Icon,
  IconAlertTriangle,
  IconCalendarEvent,
  IconCalendarOff,
  IconCircleCheck,
  IconCircleMinus,
  IconClockX,
  IconHandStop,
  IconHelpCircle,
  IconHourglass,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerStop
} from '@tabler/icons-react'
import type { Tone } from '../../ui/status-badge'
import type { EntryState } from './entry-state'

/** Never colour alone: each state has a sign and a word. */
export const ENTRY_LOOK: Readonly<Record<EntryState, { readonly tone: Tone; readonly icon: Icon }>> = {
  planned: { tone: 'busy', icon: IconCalendarEvent },
  left_out: { tone: 'neutral', icon: IconCalendarOff },
  missed: { tone: 'bad', icon: IconClockX },
  dismissed: { tone: 'neutral', icon: IconClockX },
  waiting: { tone: 'neutral', icon: IconHourglass },
  running: { tone: 'busy', icon: IconPlayerPlay },
  still: { tone: 'caution', icon: IconHandStop },
  paused: { tone: 'caution', icon: IconPlayerPause },
  all_sent: { tone: 'good', icon: IconCircleCheck },
  sent: { tone: 'good', icon: IconCircleCheck },
  failures: { tone: 'bad', icon: IconAlertTriangle },
  unclear: { tone: 'doubt', icon: IconHelpCircle },
  stopped: { tone: 'caution', icon: IconPlayerStop },
  nothing: { tone: 'neutral', icon: IconCircleMinus }
}
