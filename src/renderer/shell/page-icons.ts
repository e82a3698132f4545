import {
  type Icon,
  IconAddressBook,
  IconCalendar,
  IconChecklist,
  IconHeartbeat,
  IconHistory,
  IconInbox,
  IconLayoutDashboard,
  IconSettings,
  IconSpeakerphone,
  IconTerminal2
} from '@tabler/icons-react'
import type { Page } from '../../shared/ipc/pages'

/** The sign of each page, wherever the page is named. */
export const PAGE_ICONS: Readonly<Record<Page, Icon>> = {
  overview: IconLayoutDashboard,
  campaigns: IconSpeakerphone,
  calendar: IconCalendar,
  attention: IconChecklist,
  contacts: IconAddressBook,
  runs: IconHistory,
  console: IconTerminal2,
  practice: IconInbox,
  settings: IconSettings,
  health: IconHeartbeat
}
